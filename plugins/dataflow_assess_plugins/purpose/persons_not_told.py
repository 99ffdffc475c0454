"""PUR-04: are the persons told for what their data is collected, and is it they who consent?"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import attrs

from dataflow_assess.plugin import (
    DataItem,
    Facts,
    Flow,
    Hit,
    Hop,
    Message,
    Related,
    Severity,
    Statement,
    path,
    rule,
    subject_of,
)
from dataflow_assess_plugins.gaps import gaps, was_silent
from dataflow_assess_plugins.left_open import says_none
from dataflow_assess_plugins.purpose.uses import consenting_instead, is_subject, may_be
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

T = TypeVar("T")


@rule(
    "PUR-04",
    title=message("Persons not told, or not asked"),
    severity=Severity.WARNING,
    sources=sources("act-62", "linddun-unawareness"),
)
def persons_not_told(facts: Facts) -> Iterator[Hit]:
    """Data is collected from persons or by cameras, and nothing settles how they are told or asked.

    What:
        Flows of collection, and flows that begin at a camera or sensor: neither notice nor consent is stated for the
        data or the flow, it is undecided or to be confirmed, or the papers were silent until somebody answered. Items
        that begin at one node in the same state are one finding. Also reported is consent that somebody else gives.
    Why:
        The purpose must be shown to the persons when data is collected from them, and those whose data comes along
        with another's, such as parents and passers-by, are easily forgotten.
    Quiet:
        Where notice or consent is stated for the item or the flow, for flows that are not called collection and begin
        at no camera or sensor, when a parent or legal representative consents, and when the persons themselves enter
        what they apply with: the purpose is plain from the circumstances (Article 62 (iv)), as long as it is stated
        and nobody raises notice or consent.
    Ask:
        How are these people told for what their data is used, and have they themselves consented?
    Bad:
        録画: {data: 映像, kind: collection, hops: [防犯カメラ -> 管理サーバ]}
    Good:
        録画: {data: 映像, kind: collection, notice: カメラの下に掲示, hops: [防犯カメラ -> 管理サーバ]}
    Remedy:
        Write how each group of persons is told the purpose (notice, sign, form), and who consents for whom.
    """
    for group in _groups(facts):
        yield from _hits(facts, group)


@attrs.frozen
class _Group:
    """Items in the same state: what is said of notice or consent, in which flows, and where they enter."""

    said: Statement[str]
    flows: tuple[Flow, ...]
    items: tuple[DataItem, ...]
    hops: tuple[Hop, ...]

    @property
    def given(self) -> dict[str, object]:
        """What fills a message."""
        return {"data": tuple(item.label for item in self.items)}


def _groups(facts: Facts) -> Iterator[_Group]:
    found: dict[object, list[tuple[Statement[str], Flow, DataItem, Hop]]] = {}
    for flow in facts.system.flows:
        for item, hop in _entering(facts, flow):
            for said in _said(flow, item):
                state = (hop.source, said.standing, said.value, said.text, said.corrects, said.alternatives)
                found.setdefault(state, []).append((said, flow, item, hop))
    for entries in found.values():
        yield _Group(
            entries[0][0],
            _once(flow for _, flow, _, _ in entries),
            _once(item for _, _, item, _ in entries),
            _once(hop for _, _, _, hop in entries),
        )


def _once(several: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(several))


def _entering(facts: Facts, flow: Flow) -> Iterator[tuple[DataItem, Hop]]:
    """Yield each personal item that a flow collects, with the segment on which it enters."""
    called = flow.kind.known()
    if called is not None and called.en != "collection":
        return
    arriving = {hop.target for hop in flow.hops}
    seen: set[str] = set()
    for hop in flow.hops:
        source = facts.graph.node(hop.source)
        if hop.source in arriving or not (source.is_a("watches") or may_be(flow, "collection")):
            continue
        for item in facts.graph.data_on(hop):
            if item not in seen and facts.graph.item(item).personal:
                seen.add(item)
                if not _is_evident(facts, flow, facts.graph.item(item), hop):
                    yield facts.graph.item(item), hop


def _is_evident(facts: Facts, flow: Flow, item: DataItem, hop: Hop) -> bool:
    """Tell whether persons enter data of their own for a purpose that is stated, and nobody speaks of notice."""
    medium = hop.medium.known()
    entered = medium is not None and medium.has("human") and is_subject(facts, item, facts.graph.node(hop.source))
    purposes = {said for said in (flow.purpose.known(), item.purpose.known()) if said}
    raised = any(each.place is not None for each in (item.consent, flow.consent, item.notice, flow.notice))
    return entered and len(purposes) == 1 and bool(item.subjects.value) and not raised


def _said(flow: Flow, item: DataItem) -> Iterator[Statement[str]]:
    """Yield what is said on telling or asking the persons: what settles it, else the first that leaves it open."""
    said = (item.consent, flow.consent, item.notice, flow.notice)
    stated = [each for each in said if each.is_stated and not says_none(each)]
    if any(not consenting_instead(each, item) and not was_silent(each) for each in stated):
        return
    others = [each for each in stated if consenting_instead(each, item)]
    if others:
        yield others[0]
    else:
        spoken = sorted((each for each in said if not each.is_silent), key=lambda each: each.is_stated, reverse=True)
        raised = [each for each in said if each.place is not None]
        yield (*spoken, *raised, item.notice)[0]


def _hits(facts: Facts, group: _Group) -> Iterator[Hit]:
    first = group.flows[0]
    related = (
        *(
            Related(message("also in “{flow}”", flow=flow.label), flow.place, subject_of(flow))
            for flow in group.flows[1:]
        ),
        *(
            Related(message("collected on {hop}", hop=hop.label), hop.place, subject_of(hop), context=True)
            for hop in group.hops
        ),
    )
    like = Hit(
        message("The persons are neither told the purpose of {data} nor asked for consent", **group.given),
        first,
        place=group.said.place or first.place,
        related=related,
        trace=path(facts, [hop for hop in group.hops if hop.flow == first.id]),
        statement=group.said,
    )
    who = consenting_instead(group.said, group.items[0]) if group.said.is_stated else ""
    if who:
        yield attrs.evolve(like, message=_instead(group, who))
    else:
        matter = message("How the persons are told the purpose of {data}, or asked for consent,", **group.given)
        yield from gaps(group.said, matter, like)


def _instead(group: _Group, who: str) -> Message:
    subjects = tuple(dict.fromkeys(name for item in group.items for name in item.subjects.value or ()))
    if subjects:
        return message(
            "{who}, not {subjects}, consent to the collection of {data}", who=who, subjects=subjects, **group.given
        )
    return message("{who}, not the persons themselves, consent to the collection of {data}", who=who, **group.given)
