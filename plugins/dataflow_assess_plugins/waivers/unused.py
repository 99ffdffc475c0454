"""WVR-02: which waivers waive nothing?"""

from collections.abc import Iterable, Iterator

from dataflow_assess.plugin import Grant, Hit, Message, Severity, WaiverOutcome, waiver_rule
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@waiver_rule(
    "WVR-02",
    title=message("Waiver of no use"),
    severity=Severity.WARNING,
    sources=sources("lg-security-2-7-4"),
)
def unused(grants: Iterable[Grant]) -> Iterator[Hit]:
    """A waiver waives no finding: nothing is found there, or it fits what is found only in part.

    What:
        Each waiver whose rule finds nothing at its element; whose rule or element does not exist; or that covers
        only some of the elements that one finding is about, which therefore counts as a whole.
    Why:
        A waiver that outlives its gap would silently accept the next one at the same place.
    Quiet:
        When the rule of the waiver is not applied in this run (--select, --ignore), and for an expired waiver, which
        is reported as that.
    Ask:
        Is the gap that was accepted closed, or is the waiver written in the wrong place?
    Bad:
        - 窓口端末 -> 受付サーバ: {encryption: TLS, waive: {ENC-01: {reason: 回線の更新待ち}}}
    Good:
        - 窓口端末 -> 受付サーバ: {encryption: TLS}
    Remedy:
        Delete the waiver, or write it beside every element that the finding is about.
    """
    for grant in grants:
        text = _why(grant)
        if text is not None:
            yield Hit(text, grant.waiver)


def _why(grant: Grant) -> Message | None:
    given = {"rule": grant.waiver.rule, "element": grant.element}
    match grant.outcome:
        case WaiverOutcome.UNUSED:
            return message("The waiver of {rule} for {element} waives nothing: no such finding is there", **given)
        case WaiverOutcome.PARTIAL:
            others = tuple(subject.name for subject in grant.uncovered)
            return message(
                "The waiver of {rule} for {element} waives nothing: the finding is also about {others}",
                **given,
                others=others,
            )
        case WaiverOutcome.NO_RULE:
            return message("The waiver for {element} names {rule}, and there is no such rule", **given)
        case WaiverOutcome.NO_ELEMENT:
            return message("The waiver of {rule} names {element}, and nothing in the description is called so", **given)
    return None
