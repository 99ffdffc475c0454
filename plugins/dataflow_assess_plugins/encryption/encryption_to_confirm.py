"""ENC-03: has somebody promised to confirm whether a segment is encrypted?"""

from collections.abc import Iterator

from dataflow_assess.plugin import (
    Facts,
    Hit,
    Kind,
    Message,
    Protection,
    Related,
    Severity,
    Statement,
    Term,
    path,
    rule,
    subject_of,
)
from dataflow_assess_plugins.encryption.segments import Segment, in_state, others, route, said_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ENC-03",
    title=message("Encryption to be confirmed"),
    severity=Severity.QUESTION,
    sources=sources("council-practice"),
)
def encryption_to_confirm(facts: Facts) -> Iterator[Hit]:
    """Whether a segment is encrypted was answered with 「確認する」 and is still open.

    What:
        Each promise to confirm is one open question, with the segments that it covers; the same words with the same
        person and date are the same promise, wherever they stand. What the papers say elsewhere is shown beside it.
    Why:
        A question answered with "we will check" comes back at the next meeting, and the one who must answer should
        know.
    Quiet:
        As soon as the answer is written in place of the promise, or a seal covers the segment anyway.
    Ask:
        What came of the promise to confirm: is this segment encrypted?
    Bad:
        - 戸籍サーバ -> 証明発行サーバ: {encryption: to-confirm}
    Good:
        - 戸籍サーバ -> 証明発行サーバ: {encryption: {value: IPsec, evidence: 回答書 2頁}}
    Remedy:
        Name who answers and by when, and write the answer before the meeting.
    """
    promises: dict[object, tuple[Statement[Term], list[Segment]]] = {}
    for segment in in_state(facts, Protection.TO_CONFIRM):
        for item in segment.data:
            said = said_of(facts, segment, item)
            promise = (said.text, said.by, said.due) if said.text else (said.place, segment.hop.flow)
            _, covered = promises.setdefault((promise, segment.when), (said, []))
            if not covered or covered[-1].hop is not segment.hop:
                covered.append(segment)
    for said, covered in promises.values():
        hops = [segment.hop for segment in covered if segment.hop.flow == covered[0].hop.flow]
        yield Hit(
            _text(covered, said),
            covered[0].hop,
            kind=Kind.TO_CONFIRM,
            place=said.place,
            statement=said,
            related=(*others(covered), *_elsewhere(covered[0], said)),
            trace=path(facts, hops),
            when=covered[0].when,
        )


def _elsewhere(segment: Segment, said: Statement[Term]) -> Iterator[Related]:
    for other in said.also:
        if other.value is None or other.place is None:
            continue
        text = message("the papers say elsewhere that it is not encrypted")
        if other.value.has("encrypted"):
            text = message("the papers say elsewhere that it is encrypted")
        if other.evidence:
            text = message("{said} ({evidence})", said=text, evidence=other.evidence)
        yield Related(text, other.place, subject_of(segment.hop))


def _text(group: list[Segment], said: Statement[Term]) -> Message:
    given = {"route": route(group)}
    if said.by and said.due:
        return message(
            "It is still to be confirmed whether {route} is encrypted ({by}, due {due})",
            by=said.by,
            due=said.due,
            **given,
        )
    if said.by:
        return message("It is still to be confirmed whether {route} is encrypted ({by}, no date)", by=said.by, **given)
    if said.due:
        return message(
            "It is still to be confirmed whether {route} is encrypted (due {due}, nobody named)", due=said.due, **given
        )
    return message("It is still to be confirmed whether {route} is encrypted (nobody named, no date)", **given)
