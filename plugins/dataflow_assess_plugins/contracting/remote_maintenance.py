"""PTY-07: is maintenance from afar controlled and recorded?"""

from collections.abc import Iterator

from dataflow_assess.plugin import (
    Facts,
    Hit,
    Kind,
    Maintenance,
    Message,
    Node,
    Related,
    Severity,
    Statement,
    rule,
    subject_of,
)
from dataflow_assess_plugins.left_open import in_words, is_open, kind_of, says_none, severity_of, stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "PTY-07",
    title=message("Remote maintenance"),
    severity=Severity.WARNING,
    sources=sources("my-number-guideline-2f-c", "nist-ac-17", "nist-ma-4"),
)
def remote_maintenance(facts: Facts) -> Iterator[Hit]:
    """Somebody maintains a machine with personal data from afar, and control or record of that is missing.

    What:
        For each party that comes in from afar: how access is permitted and restricted, and how the work is recorded.
        Machines of which the same is said are one finding. What is stated to be missing is a violation.
    Why:
        A way in for maintenance is a way to all the data, and without a record nobody knows who looked at it.
    Quiet:
        For maintenance on site, for machines without personal data, and when control and record are stated.
    Ask:
        Who lets the maintenance firm in, and can it be shown afterwards what it did?
    Bad:
        maintainers: [{保守会社: {remote: yes}}]
    Good:
        maintainers: [{保守会社: {remote: yes, control: 作業ごとの許可, record: 操作の録画と点検}}]
    Remedy:
        Permit each session beforehand, restrict it to what is needed, record it, and check the records.
    """
    groups: dict[tuple[str, Kind, tuple[str, ...]], list[tuple[Node, Maintenance]]] = {}
    for node in facts.holders:
        for each in node.maintainers:
            if each.remote.is_silent or not when(each.remote, lambda said: said.value is not False):
                continue
            for kind, lacking in _lacking(each).items():
                groups.setdefault((each.party, kind, tuple(lacking)), []).append((node, each))
    for (party, kind, matters), found in groups.items():
        node, each = found[0]
        said = _said(each)[matters[0]]
        yield Hit(
            _text(facts.graph.party(party).label, [node.label for node, _ in found], matters, said, kind),
            node,
            kind=kind,
            severity=severity_of(said) if kind is Kind.TO_CONFIRM else None,
            place=each.place,
            statement=said,
            related=tuple(
                Related(message("also {node}", node=node.label), each.place, subject_of(node))
                for node, each in found[1:]
            ),
            when=stamped(when(each.remote, lambda said: said.value is not False)),
        )


def _said(each: Maintenance) -> dict[str, Statement[str] | Statement[bool]]:
    return {"remote": each.remote, "control": each.control, "record": each.record}


def _lacking(each: Maintenance) -> dict[Kind, list[str]]:
    """Return what is missing or open, by the sort of finding; whether it is from afar at all comes first."""
    if all(is_open(said) for said in each.remote.possible()):
        return {kind_of(each.remote): ["remote"]}
    found: dict[Kind, list[str]] = {}
    for matter, said in (("control", each.control), ("record", each.record)):
        if says_none(said):
            found.setdefault(Kind.VIOLATION, []).append(matter)
        elif is_open(said):
            found.setdefault(kind_of(said), []).append(matter)
    return found


def _text(
    party: str, nodes: list[str], matters: tuple[str, ...], said: Statement[str] | Statement[bool], kind: Kind
) -> Message:
    given = {"party": party, "nodes": tuple(nodes)}
    phrases: dict[tuple[str, ...], Message] = {
        ("remote",): message("Whether {party} maintains {nodes} from afar", **given),
        ("control",): message("How remote maintenance of {nodes} by {party} is controlled", **given),
        ("record",): message("How remote maintenance of {nodes} by {party} is recorded", **given),
    }
    matter = phrases.get(
        matters, message("How remote maintenance of {nodes} by {party} is controlled and recorded", **given)
    )
    if kind is not Kind.VIOLATION:
        return in_words(matter, said)
    if matters == ("control",):
        return message("{party} maintains {nodes} from afar without control", **given)
    if matters == ("record",):
        return message("{party} maintains {nodes} from afar without a record", **given)
    return message("{party} maintains {nodes} from afar without control or record", **given)
