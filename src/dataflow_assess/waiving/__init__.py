"""Which findings are waived, and which waivers are out of date, of no use or not approved?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from dataflow_assess.assessing import order, stamped
from dataflow_assess.assessment import Assessment
from dataflow_assess.errors import Place
from dataflow_assess.findings import Finding, Kind, Subject
from dataflow_assess.findings import Waiver as Waived
from dataflow_assess.grants import Grant, WaiverOutcome
from dataflow_assess.model import Day, ListedWaiver
from dataflow_assess.rules import Hit, Rule
from dataflow_assess.waiving.held import Held, described, listed

_BEST = (
    WaiverOutcome.USED,
    WaiverOutcome.PARTIAL,
    WaiverOutcome.UNUSED,
    WaiverOutcome.UNAPPROVED,
    WaiverOutcome.EXPIRED,
    WaiverOutcome.NO_RULE,
    WaiverOutcome.NO_ELEMENT,
)
"""A waiver of several elements or descriptions is told once, with the best of what became of it."""


def accepted(
    assessments: Sequence[Assessment],
    rules: Iterable[Rule],
    today: Day,
    lists: Mapping[str, Sequence[ListedWaiver]] | None = None,
) -> list[Assessment]:
    """Return the assessments with what their descriptions, and lists, waive; rules on waivers have had their say.

    A finding is waived when every element of its subject's kind that it is about is covered by a waiver of its rule.

    Args:
        assessments: what the rules found.
        rules: all rules there are, so that a waiver of an unknown one is told from one that is not applied.
        today: the day by which waivers end.
        lists: waivers that stand in files of their own, by the path of the description that they are for.

    Raises:
        PluginFault: a rule on waivers raised.
    """
    known = {rule.id for rule in rules}
    results = [
        _Review(each, (*described(each), *listed(each, (lists or {}).get(each.path, ()))), known, today).result()
        for each in assessments
    ]
    best: dict[Place, Grant] = {}
    for _, grants in results:
        for grant in grants:
            held = best.setdefault(grant.waiver.place, grant)
            if _BEST.index(grant.outcome) < _BEST.index(held.outcome):
                best[grant.waiver.place] = grant
    told: set[Place] = set()
    reviewed = []
    for assessment, grants in results:
        places = dict.fromkeys(grant.waiver.place for grant in grants if grant.waiver.place not in told)
        told.update(places)
        reviewed.append(_reviewed(assessment, [best[place] for place in places]))
    return reviewed


def _reviewed(assessment: Assessment, grants: Sequence[Grant]) -> Assessment:
    """Return the assessment with the findings of the rules on waivers."""

    def apply(rule: Rule) -> Iterable[Hit]:
        return rule.review(grants) if rule.review is not None else ()

    found = [finding for rule in assessment.rules.values() for finding in stamped(rule, apply, assessment.facts)]
    return attrs.evolve(assessment, findings=tuple(sorted((*assessment.findings, *found), key=order)))


@attrs.define
class _Review:
    """One assessment, and the waivers that are for it."""

    assessment: Assessment
    held: Sequence[Held]
    known: set[str]
    today: Day
    _used: set[int] = attrs.field(factory=set)
    _uncovered: dict[int, dict[Subject, None]] = attrs.field(factory=dict)

    def result(self) -> tuple[Assessment, list[Grant]]:
        """Return the assessment with what is waived, and what became of each waiver of a rule that was applied."""
        valid: dict[str, list[int]] = {}
        for index, held in enumerate(self.held):
            if self._refused(held) is None and held.waiver.rule in self.assessment.rules:
                valid.setdefault(held.waiver.rule, []).append(index)
        findings = tuple(self._waived(finding, valid.get(finding.rule, ())) for finding in self.assessment.findings)
        grants = list(self._grants())
        return attrs.evolve(self.assessment, findings=findings), grants

    def _refused(self, held: Held) -> WaiverOutcome | None:
        """Return why a waiver cannot waive anything, or None where it may."""
        waiver, rule = held.waiver, self.assessment.rules.get(held.waiver.rule)
        if waiver.rule not in self.known:
            return WaiverOutcome.NO_RULE
        if not held.covers:
            return WaiverOutcome.NO_ELEMENT
        if waiver.until is not None and waiver.until.certainly_before(self.today):
            return WaiverOutcome.EXPIRED
        if rule is not None and rule.mandatory and not waiver.approved_by.strip():
            return WaiverOutcome.UNAPPROVED
        return None

    def _waived(self, finding: Finding, candidates: Sequence[int]) -> Finding:
        if finding.kind is Kind.PASS:
            return finding
        about = {(each.kind, each.id): each for each in finding.about}
        fitting = [index for index in candidates if not self.held[index].covers.isdisjoint(about)]
        covered = {key for index in fitting for key in self.held[index].covers}
        uncovered = [subject for key, subject in about.items() if key not in covered]
        if not fitting:
            return finding
        if uncovered:
            for index in fitting:
                self._uncovered.setdefault(index, {}).update(dict.fromkeys(uncovered))
            return finding
        self._used.update(fitting)
        return attrs.evolve(finding, waived=_joined([self.held[index] for index in fitting]))

    def _grants(self) -> Iterator[Grant]:
        for index, held in enumerate(self.held):
            outcome = self._refused(held)
            if outcome is None and held.waiver.rule not in self.assessment.rules:
                continue
            if outcome is None and index in self._used:
                outcome = WaiverOutcome.USED
            elif outcome is None:
                outcome = WaiverOutcome.PARTIAL if index in self._uncovered else WaiverOutcome.UNUSED
            uncovered = tuple(self._uncovered.get(index, ()))
            yield Grant(held.waiver, held.element, outcome, self.today, uncovered)


def _joined(held: Sequence[Held]) -> Waived:
    """Return the reasons of all waivers that a finding needs, and the day on which the first of them ends."""
    reasons = dict.fromkeys(each.waiver.reason for each in held)
    ends = [each.waiver.until for each in held if each.waiver.until is not None]
    return Waived(" / ".join(reasons), min(ends, key=lambda day: day.last).iso if ends else None)
