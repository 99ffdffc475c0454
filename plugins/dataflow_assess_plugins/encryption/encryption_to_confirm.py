"""ENC-03: has somebody promised to confirm whether a segment is encrypted?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Kind, Message, Protection, Severity, Statement, Term, path, rule
from dataflow_assess_plugins.encryption.segments import Segment, by_key, in_state, others, route
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
        Each promise to confirm is one open question, with the segments that it covers.
    Why:
        A question answered with "we will check" comes back at the next meeting, and the one who must answer should know.
    Quiet:
        As soon as the answer is written in place of the promise.
    Bad:
        - 戸籍サーバ -> 証明発行サーバ: {encryption: to-confirm}
    Good:
        - 戸籍サーバ -> 証明発行サーバ: {encryption: {value: IPsec, evidence: 回答書 2頁}}
    Remedy:
        Name who answers and by when, and write the answer before the meeting.
    """
    segments = in_state(facts, Protection.TO_CONFIRM)
    for group in by_key(segments, lambda segment: (_said(facts, segment).place, segment.hop.flow)):
        said = _said(facts, group[0])
        yield Hit(
            _text(group, said),
            group[0].hop,
            kind=Kind.TO_CONFIRM,
            place=said.place,
            related=others(group),
            trace=path(facts, [segment.hop for segment in group]),
            when=group[0].when,
        )


def _said(facts: Facts, segment: Segment) -> Statement[Term]:
    return facts.exposure[segment.hop.id, segment.data[0]].statement


def _text(group: list[Segment], said: Statement[Term]) -> Message:
    if said.by and said.due:
        template = "Whether {route} is encrypted is to be confirmed ({by}, by {due})"
        return message(template, route=route(group), by=said.by, due=said.due)
    if said.by:
        return message("Whether {route} is encrypted is to be confirmed ({by}, no date)", route=route(group), by=said.by)
    if said.due:
        template = "Whether {route} is encrypted is to be confirmed (by {due}, nobody named)"
        return message(template, route=route(group), due=said.due)
    return message("Whether {route} is encrypted is to be confirmed (nobody named, no date)", route=route(group))
