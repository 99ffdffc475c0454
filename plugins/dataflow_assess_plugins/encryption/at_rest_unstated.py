"""ENC-09: do the papers leave open whether stored data is encrypted?"""

from collections.abc import Iterator

from dataflow_assess.plugin import (
    Facts,
    Hit,
    Kind,
    Message,
    Related,
    Severity,
    Standing,
    Statement,
    Storage,
    Term,
    rule,
    subject_of,
)
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ENC-09",
    title=message("Encryption at rest not stated"),
    severity=Severity.WARNING,
    sources=sources("my-number-guideline-2f", "nist-sc-28", "cwe-311"),
)
def at_rest_unstated(facts: Facts) -> Iterator[Hit]:
    """Personal data rests somewhere, and whether it is encrypted there is not stated.

    What:
        All that rests at one node without such a statement is one finding. Silence, a promise to confirm, a refusal to
        disclose, statements that disagree and what is undecided are told apart; a promise is an open question.
    Why:
        Media are lost, disks are replaced and backups are copied; at-rest encryption decides what is lost with them.
    Quiet:
        For paper, for data that is not personal, where the encryption of the data or of the whole node is stated,
        for removable media (MED-03), for what is there only while something is processed and of which nobody speaks
        of a period, for the registers that the controller had before in its own offices, for what it keeps there in a
        form that may well be paper, and for what stays at a communication service of others, where nothing should
        (DEL-04).
    Ask:
        Is the data encrypted where it is kept, and who holds the keys?
    Bad:
        - SDカード: {data: 映像, form: original}
    Good:
        - SDカード: {data: 映像, form: original, at-rest: AES, keys: 所管課が保管}
    Remedy:
        Write by which method the data is encrypted where it rests, and who holds the keys.
    """
    open_at: dict[tuple[str, str], list[Storage]] = {}
    for storage in facts.system.storage:
        if facts.graph.holds_personal_data(storage) and _is_kept(facts, storage):
            standing = _left_open(facts, storage)
            if standing:
                open_at.setdefault((storage.node, standing), []).append(storage)
    for (node, standing), storages in open_at.items():
        first, promised = storages[0], standing == Standing.TO_CONFIRM.value
        yield Hit(
            _text(facts.graph.node(node).label, _names(facts, storages), standing),
            first,
            kind=Kind.TO_CONFIRM if promised else Kind.NOT_STATED,
            severity=Severity.QUESTION if promised else None,
            place=_said(facts, first).place,
            statement=_said(facts, first),
            related=tuple(
                Related(message("also rests there: {data}", data=storage.data), storage.place, subject_of(storage))
                for storage in storages[1:]
            ),
        )


def _is_kept(facts: Facts, storage: Storage) -> bool:
    """Tell whether data is kept in electronic form, and not just carried on a medium."""
    node, form = facts.graph.node(storage.node), storage.form.known()
    if node.is_a("paper") or node.is_a("person") or (form is not None and form.has("paper")):
        return False
    if node.is_a("communication") and facts.graph.organisation_of(node).value != facts.system.overview.controller:
        return False
    passing = form is not None and form.en in ("temporary", "cache") and storage.keep.period.place is None
    return not (node.is_a("removable") or passing or _is_in_own_office(facts, storage))


def _is_in_own_office(facts: Facts, storage: Storage) -> bool:
    """Tell whether the controller keeps data in its own office: a register it had before, or what may be on paper."""
    node, form = facts.graph.node(storage.node), storage.form.known()
    zones = facts.graph.zones_around(node.zone)
    office = any(zone.kind is not None and zone.kind.en == "office" for zone in zones)
    own = facts.graph.organisation_of(node).value == facts.system.overview.controller
    fed = any(item in facts.graph.data_on(hop) for hop in facts.graph.hops_into(node.id) for item in storage.data)
    register = form is not None and form.en == "original" and not fed
    return office and own and (node.kind is None or register)


def _left_open(facts: Facts, storage: Storage) -> str:
    """Return in which way the papers leave open whether a store is encrypted; "" when they do not."""
    said = _said(facts, storage)
    if not said.is_stated:
        return said.standing.value
    values = {other.value.has("encrypted") for other in (said, *said.also) if other.value is not None}
    return "disagrees" if len(values) > 1 else ""


def _said(facts: Facts, storage: Storage) -> Statement[Term]:
    """Return what is said of the encryption of a store: of the data, else of the whole node."""
    node = facts.graph.node(storage.node)
    return node.encryption if storage.at_rest.is_silent else storage.at_rest


def _names(facts: Facts, storages: list[Storage]) -> tuple[str, ...]:
    items = (facts.graph.item(item) for storage in storages for item in storage.data)
    return tuple(dict.fromkeys(item.label for item in items if item.personal))


def _text(node: str, data: tuple[str, ...], standing: str) -> Message:
    given = {"node": node, "data": data}
    match standing:
        case Standing.TO_CONFIRM.value:
            return message("It is still to be confirmed whether {node} keeps {data} encrypted", **given)
        case Standing.WITHHELD.value:
            return message(
                "It is not disclosed, and cannot be verified, whether {node} keeps {data} encrypted", **given
            )
        case Standing.UNDECIDED.value:
            return message("It is undecided whether {node} will keep {data} encrypted", **given)
        case "disagrees":
            return message("The papers disagree on whether {node} keeps {data} encrypted", **given)
    return message("It is not stated whether {node} keeps {data} encrypted", **given)
