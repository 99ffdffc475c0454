"""WVR-03: which waivers of mandatory rules has nobody approved?"""

from collections.abc import Iterable, Iterator

from dataflow_assess.plugin import Grant, Hit, Severity, WaiverOutcome, waiver_rule
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@waiver_rule(
    "WVR-03",
    title=message("Waiver of a mandatory rule that nobody approved"),
    severity=Severity.ERROR,
    sources=sources("lg-security-2-7-4"),
)
def unapproved(grants: Iterable[Grant]) -> Iterator[Hit]:
    """A rule that the configuration calls mandatory is waived, and no approver is named: the waiver does not hold.

    What:
        Each waiver of a rule listed under mandatory in the configuration that lacks approved-by (承認者). The finding
        itself counts as if there were no waiver.
    Why:
        What law or the municipality's own rules demand is not for the author of a description alone to set aside.
    Quiet:
        For rules that are not mandatory, and when somebody is named.
    Ask:
        Who approved that this requirement is set aside, and until when?
    Bad:
        - 窓口端末 -> 受付サーバ: {encryption: none, waive: {ENC-01: {reason: 回線の更新待ち}}}
    Good:
        - 窓口端末 -> 受付サーバ: {encryption: none, waive: {ENC-01: {reason: 更新待ち, approved-by: 情報課長}}}
    Remedy:
        Have the waiver approved and write by whom, or meet the requirement.
    """
    for grant in grants:
        if grant.outcome is WaiverOutcome.UNAPPROVED:
            given = {"rule": grant.waiver.rule, "element": grant.element}
            yield Hit(
                message(
                    "The waiver of {rule} for {element} names nobody who approved it: the rule is mandatory", **given
                ),
                grant.waiver,
            )
