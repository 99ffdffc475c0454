"""PUR-06: is masking relied upon that is partial, or that may be undone?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import DataItem, Facts, Flow, Hit, Severity, Standing, Statement, Term, path, rule
from dataflow_assess_plugins.gaps import open_hits
from dataflow_assess_plugins.left_open import stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "PUR-06",
    title=message("Masking not proven"),
    severity=Severity.WARNING,
    sources=sources("linddun-identifying"),
)
def masking_not_proven(facts: Facts) -> Iterator[Hit]:
    """Data is masked only in part, or the masking can be undone or is not known to be final.

    What:
        Data items and flows with partial masking; masking that is stated to be reversible; masking of which nothing
        settles whether it is. A promise to confirm it is an open question beside that.
    Why:
        What can be undone, or fails in one picture of a hundred, leaves personal data behind that nobody treats as
        such any more.
    Quiet:
        Where data is not masked at all or nothing is said of masking, and where masking is full and stated to be
        irreversible. Whether masking that is only partial can be undone is asked when the papers raise it, and a
        promise to confirm it that stands among the questions is printed there (TRN-01).
    Ask:
        Can the masking be undone, and does it always work?
    Bad:
        路面画像: {categories: image, masking: partial, restorable: to-confirm}
    Good:
        路面画像: {categories: image, masking: full, restorable: no}
    Remedy:
        Treat the data as personal data all the same, or show by a test that the masking is complete and final.
    """
    for item in facts.system.data:
        yield from _partial(facts, item.masking, item)
        if not _is_asked(facts, item):
            yield from _restorable(item)
    for flow in facts.system.flows:
        yield from _partial(facts, flow.masking, flow)


def _partial(facts: Facts, said: Statement[Term], element: DataItem | Flow) -> Iterator[Hit]:
    cases = when(said, lambda each: _is(each, "partial"))
    if cases:
        text = message("{element} is masked only in part, so it is still personal data", element=element.label)
        trace = path(facts, element.hops) if isinstance(element, Flow) else ()
        yield Hit(text, element, place=said.place, statement=said, trace=trace, when=stamped(cases))


def _is_asked(facts: Facts, item: DataItem) -> bool:
    """Tell whether a question about a masked item is to be answered, as is whether its masking can be undone."""
    promised = item.restorable.standing is Standing.TO_CONFIRM
    return promised and any(
        item.id in question.about and question.answer.standing is Standing.TO_CONFIRM
        for question in facts.system.questions
    )


def _restorable(item: DataItem) -> Iterator[Hit]:
    said = item.restorable
    like = Hit(
        message("The masking of {data} can be undone, so it is still personal data", data=item.label),
        item,
        place=said.place or item.masking.place,
        statement=said,
    )
    undone = when(said, lambda each: any(one.value for one in (each, *each.also)))
    if undone:
        yield attrs.evolve(like, when=stamped(undone))
    elif said.place is not None or when(item.masking, lambda each: _is(each, "full")):
        yield from open_hits(said, message("Whether the masking of {data} can be undone", data=item.label), like)


def _is(said: Statement[Term], word: str) -> bool:
    return any(each.value is not None and each.value.en == word for each in (said, *said.also))
