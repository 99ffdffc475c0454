"""PTY-08: are organisations that share a machine kept apart?"""

from collections.abc import Iterator

from dataflow_assess.plugin import (
    Case,
    Facts,
    Hit,
    Kind,
    Node,
    Related,
    Severity,
    Statement,
    Storage,
    Zone,
    either,
    rule,
    subject_of,
)
from dataflow_assess_plugins.left_open import in_words, is_open, kind_of, says_none, severity_of, stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

Part = Node | Zone | Storage


@rule(
    "PTY-08",
    title=message("Shared without separation"),
    severity=Severity.WARNING,
    sources=sources("iso-27017"),
)
def shared_without_separation(facts: Facts) -> Iterator[Hit]:
    """Several organisations share a machine with personal data, and how they are kept apart is not stated.

    What:
        A machine, its storage or the data centre around it that is stated to be shared needs a statement of how the
        organisations are separated. Machines in one place of which the same is said are one finding.
    Why:
        A fault in a shared service shows one organisation's data to another.
    Quiet:
        When it is not stated to be shared, when the separation is stated for the machine, its storage or its place,
        and where no personal data is.
    Ask:
        Who else is on this server, and what keeps them from our data?
    Bad:
        - サーバ: {kind: server, shared: yes}
    Good:
        - サーバ: {kind: server, shared: yes, separation: 団体ごとの論理分離}
    Remedy:
        Write how the organisations are separated (accounts, databases, keys, networks), and who verifies it.
    """
    stored: dict[str, list[Storage]] = {}
    for storage in facts.system.storage:
        if facts.graph.holds_personal_data(storage):
            stored.setdefault(storage.node, []).append(storage)
    groups: dict[tuple[object, ...], list[tuple[Node, Statement[str], tuple[Case, ...]]]] = {}
    for node in facts.holders:
        parts = (node, *stored.get(node.id, ()), *facts.graph.zones_around(node.zone))
        cases, said = _shared(parts), _separation(parts)
        if cases and (is_open(said) or says_none(said)):
            key = (node.zone, said.standing, said.value, said.text, cases)
            groups.setdefault(key, []).append((node, said, cases))
    for group in groups.values():
        yield _hit(group)


def _shared(parts: tuple[Part, ...]) -> tuple[Case, ...]:
    """Return the cases in which one of the parts is shared; other tenants share as well."""
    shared = [part.shared for part in parts if not part.shared.is_silent]
    tenants = [part.tenants for part in parts if isinstance(part, Node) and not part.tenants.is_silent]
    if not (shared or tenants):
        return ()
    return either(
        *(when(said, lambda each: each.value is True) for said in shared),
        *(when(said, lambda each: bool(each.value)) for said in tenants),
    )


def _separation(parts: tuple[Part, ...]) -> Statement[str]:
    return next((part.separation for part in parts if not part.separation.is_silent), parts[0].separation)


def _hit(group: list[tuple[Node, Statement[str], tuple[Case, ...]]]) -> Hit:
    node, said, cases = group[0]
    nodes = tuple(each.label for each, _, _ in group)
    related = tuple(
        Related(message("also {node}", node=each.label), each.place, subject_of(each)) for each, _, _ in group[1:]
    )
    if says_none(said):
        text = message("{nodes} is shared with other organisations without separation", nodes=nodes)
        return Hit(text, node, place=said.place, statement=said, related=related, when=stamped(cases))
    matter = message("How {nodes}, shared with other organisations, is kept apart", nodes=nodes)
    kind = kind_of(said)
    severity = severity_of(said) if kind is Kind.TO_CONFIRM else None
    text = in_words(matter, said)
    return Hit(
        text, node, kind=kind, severity=severity, place=said.place, statement=said, related=related, when=stamped(cases)
    )
