"""WVR-01: which waivers have ended?"""

from collections.abc import Iterable, Iterator

from dataflow_assess.plugin import Grant, Hit, Severity, WaiverOutcome, waiver_rule
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@waiver_rule(
    "WVR-01",
    title=message("Expired waiver"),
    severity=Severity.WARNING,
    sources=sources("lg-security-2-7-4"),
)
def expired(grants: Iterable[Grant]) -> Iterator[Hit]:
    """The last day of a waiver has passed, so that it waives nothing any more.

    What:
        Each waiver whose date lies before the day of the check (today, or --today). Of a date without a day or month
        the last day counts. The finding itself counts again, with its own weight.
    Why:
        A gap is accepted for a time in which it is mended. When the time is over, somebody must decide again.
    Quiet:
        On the last day itself, and for a waiver without a date.
    Ask:
        Has the gap that was accepted until this day been closed?
    Bad:
        - 窓口端末 -> 受付サーバ: {encryption: none, waive: {ENC-01: {reason: 回線の更新待ち, until: 令和2年3月31日}}}
    Good:
        - 窓口端末 -> 受付サーバ: {encryption: none, waive: {ENC-01: {reason: 回線の更新待ち, until: 2999-03-31}}}
    Remedy:
        Close the gap and delete the waiver, or have it accepted again with a new date and reason.
    """
    for grant in grants:
        if grant.outcome is WaiverOutcome.EXPIRED:
            given = {"rule": grant.waiver.rule, "element": grant.element, "day": grant.waiver.until}
            yield Hit(message("The waiver of {rule} for {element} ended on {day}", **given), grant.waiver)
