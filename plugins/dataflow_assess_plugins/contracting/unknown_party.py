"""PTY-02: is it known who runs the service, and which company is meant?"""

from collections.abc import Iterator

from dataflow_assess.plugin import (
    Facts,
    Hit,
    Message,
    Node,
    Party,
    Related,
    Severity,
    Statement,
    Zone,
    rule,
    subject_of,
)
from dataflow_assess_plugins.contracting.holding import hosting_zones, is_hosted_by_others
from dataflow_assess_plugins.left_open import in_words, is_open, kind_of, severity_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "PTY-02",
    title=message("Unknown subcontractor"),
    severity=Severity.WARNING,
    sources=sources("act-66-2", "lg-security-2-8-1"),
)
def unknown_party(facts: Facts) -> Iterator[Hit]:
    """A service, server or data centre has personal data, and it is not known who runs it.

    What:
        A company that is still to be chosen or is not named is one finding, with all that it runs. A service, a data
        centre or a server that keeps data, for which nobody is named, is another.
    Why:
        Whether somebody can be trusted with the data cannot be judged before it is known who it is.
    Quiet:
        For what holds no personal data, for terminals and people, and for a data centre whose contents are run by a
        company still to be chosen: the two are chosen together.
    Ask:
        Who runs this, and if that is not decided, by which criteria and when is it decided?
    Bad:
        - クラウド: {kind: saas}
    Good:
        - クラウド: {kind: saas, operator: 受託業者}
    Remedy:
        Name the party that runs it; where it is still to be chosen, write the criteria and the date of the choice.
    """
    involved = {*facts.custody, *(contract.target for contract in facts.system.contracts)}
    unnamed = {party.id: party for party in facts.system.parties if party.id in involved and _is_unnamed(party)}
    keeping = {storage.node for storage in facts.system.storage}
    run_by: dict[str, list[Node]] = {}
    nameless: dict[str, tuple[Zone | Node, Statement[str], list[Node]]] = {}
    for node in facts.holders:
        operator = facts.graph.operator_of(node)
        if operator.value in unnamed:
            run_by.setdefault(operator.value, []).append(node)
            continue
        found = _nameless(facts, node, operator, kept=node.id in keeping)
        if found is not None:
            nameless.setdefault(subject_of(found[0]).id, (*found, []))[2].append(node)
    for party in unnamed.values():
        matter = message("Who {party} is or will be", party=party.id)
        yield _hit(party, matter, party.name, run_by.get(party.id, []))
    for element, said, nodes in nameless.values():
        matter = message("Who runs {element}", element=element.label)
        if isinstance(element, Node) and element.zone is None and not is_hosted_by_others(facts, element):
            matter = message("Who runs {element}, and where it stands,", element=element.label)
        yield _hit(element, matter, said, [node for node in nodes if node is not element])


def _is_unnamed(party: Party) -> bool:
    """Tell whether the papers leave open which company somebody is who is entrusted with data."""
    if party.name.place is None or not is_open(party.name):
        return False
    return party.kind is None or not (party.kind.has("individual") or party.kind.has("public"))


def _nameless(
    facts: Facts, node: Node, operator: Statement[str], *, kept: bool
) -> tuple[Zone | Node, Statement[str]] | None:
    """Return the data centre around a node, or the node, for which nobody is named, and what is said of it."""
    for zone in hosting_zones(facts, node):
        said = facts.graph.operator_of(zone)
        if is_open(said):
            return zone, said
    service = node.is_a("hosting") or node.is_a("communication") or (kept and node.is_a("opens-unknown"))
    return (node, operator) if service and is_open(operator) else None


def _hit(element: Party | Zone | Node, matter: Message, said: Statement[str], nodes: list[Node]) -> Hit:
    return Hit(
        in_words(matter, said),
        element,
        kind=kind_of(said),
        severity=severity_of(said),
        place=said.place,
        statement=said,
        related=tuple(
            Related(message("has personal data: {node}", node=node.label), node.place, subject_of(node), context=True)
            for node in nodes
        ),
    )
