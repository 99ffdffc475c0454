"""PUR-05: are images or voices passed on, shown for training or published as they were recorded?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import (
    ALWAYS,
    DataItem,
    Facts,
    Flow,
    Hit,
    Message,
    Provision,
    Related,
    Severity,
    Statement,
    Term,
    path,
    rule,
    subject_of,
)
from dataflow_assess_plugins.gaps import open_hits, within
from dataflow_assess_plugins.left_open import stamped, when
from dataflow_assess_plugins.purpose.uses import ends, may_be, personal, provisions_to, undrawn_provisions, when_kind
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_REUSE = ("training", "publication", "provision")


@rule(
    "PUR-05",
    title=message("Images or voices reused without masking"),
    severity=Severity.WARNING,
    sources=sources("act-69"),
)
def unmasked_reuse(facts: Facts) -> Iterator[Hit]:
    """Images or voices are used for training, published or provided, and are not masked.

    What:
        Flows of training, publication or provision, and provisions that the papers speak of, with images or voices: it
        is stated that they are not masked, or nothing settles whether they are. Those in the same state are one
        finding for each flow and one for all provisions.
    Why:
        Faces, plates and voices of those who have nothing to do with the matter are passed on with the rest, although
        a masked part would often do.
    Quiet:
        Where masking is stated for the flow, the provision or the data (that masking may be undone is PUR-06's), for
        other data, and when the recording is looked at for what it was made for.
    Ask:
        Are faces, plates and voices that are not needed masked before this is shown or handed out?
    Bad:
        運転者研修: {data: 映像, kind: training, masking: none, hops: [解析装置 -> 研修を受ける職員]}
    Good:
        運転者研修: {data: 映像, kind: training, masking: full, hops: [解析装置 -> 研修を受ける職員]}
    Remedy:
        Mask whatever the reuse does not need, voices included, and write that only the necessary part is used.
    """
    groups: dict[object, list[_Reuse]] = {}
    for reuse in (*_flows(facts), *_undrawn(facts)):
        groups.setdefault(reuse.key, []).append(reuse)
    for group in groups.values():
        first, said = group[0], group[0].said
        flow = first.element if isinstance(first.element, Flow) else None
        like = Hit(
            _unmasked(group),
            first.element,
            place=said.place or first.element.place,
            related=tuple(
                Related(
                    message("also provided to {recipient}", recipient=reuse.whom),
                    reuse.element.place,
                    subject_of(reuse.element),
                )
                for reuse in group[1:]
            ),
            trace=path(facts, flow.hops) if flow else (),
            statement=said,
        )
        cases = when_kind(flow, *_REUSE) if flow else ALWAYS
        yield from within(cases, _hits(group, like))


def _hits(group: list["_Reuse"], like: Hit) -> Iterator[Hit]:
    said = group[0].said
    unmasked = when(said, _is_none)
    if unmasked:
        yield attrs.evolve(like, when=stamped(unmasked))
    yield from open_hits(said, _matter(group), like)


@attrs.frozen
class _Reuse:
    """One reuse of images or voices, and what is said of their masking."""

    element: Flow | Provision
    items: tuple[DataItem, ...]
    said: Statement[Term]
    whom: str

    @property
    def key(self) -> object:
        """What reuses have in common that are one finding."""
        stands = (
            self.said.standing,
            str(self.said.value),
            self.said.text,
            self.said.by,
            self.said.due,
            self.said.choice,
        )
        return (self.element.id if isinstance(self.element, Flow) else "", stands)


def _given(group: list[_Reuse]) -> dict[str, object]:
    data = tuple(dict.fromkeys(item.label for reuse in group for item in reuse.items))
    return {"data": data, "whom": tuple(dict.fromkeys(reuse.whom for reuse in group))}


def _unmasked(group: list[_Reuse]) -> Message:
    if isinstance(group[0].element, Flow):
        return message("{data} goes into “{whom}” without masking", **_given(group))
    return message("{data} is provided to {whom} without masking", **_given(group))


def _matter(group: list[_Reuse]) -> Message:
    if isinstance(group[0].element, Flow):
        return message("The masking of {data} that goes into “{whom}”", **_given(group))
    return message("The masking of {data} that is provided to {whom}", **_given(group))


def _is_none(said: Statement[Term]) -> bool:
    return any(each.value is not None and each.value.en == "none" for each in (said, *said.also))


def _recorded(facts: Facts, items: tuple[str, ...]) -> tuple[DataItem, ...]:
    """Return the personal items that are images or voices."""
    return tuple(
        item
        for item in personal(facts, items)
        if any(category.has("image") or category.has("voice") for category in item.categories.value or ())
    )


def _flows(facts: Facts) -> Iterator[_Reuse]:
    for flow in facts.system.flows:
        if may_be(flow, *_REUSE):
            told = [
                provision.masking for node in ends(facts, flow) for provision in provisions_to(facts, node, flow.data)
            ]
            yield from _split(flow, _recorded(facts, flow.data), (flow.masking, *told), flow.label)


def _undrawn(facts: Facts) -> Iterator[_Reuse]:
    for provision in undrawn_provisions(facts):
        recipient = facts.graph.party(provision.target).label
        yield from _split(provision, _recorded(facts, provision.data), (provision.masking,), recipient)


def _split(
    element: Flow | Provision, items: tuple[DataItem, ...], told: tuple[Statement[Term], ...], whom: str
) -> Iterator[_Reuse]:
    """Yield the items of one reuse, those with the same masking together."""
    found: dict[object, tuple[Statement[Term], list[DataItem]]] = {}
    for item in items:
        said = next((each for each in (*told, item.masking) if not each.is_silent), (*told, item.masking)[0])
        found.setdefault((said.standing, str(said.value), said.text), (said, []))[1].append(item)
    for said, of_state in found.values():
        yield _Reuse(element, tuple(of_state), said, whom)
