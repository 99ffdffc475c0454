"""Are the findings those of the facts? Another municipality, other names, another order: the same findings."""

from collections import Counter

import attrs
import pytest

from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Finding, Subject
from tests.cases.gallery import CASES, assessed, assessed_text, description
from tests.cases.placing import misplaced
from tests.cases.renaming import Told, counterparts, rearranged


@pytest.mark.parametrize("case", CASES)
def test_another_town_with_other_names_in_another_order_has_the_same_findings(case: str) -> None:
    """No rule looks at a name, at the order of sections and entries, or at the spelling of keys."""
    before, after = assessed(case), assessed_text(rearranged(description(case).read_text(encoding="utf-8")))
    names = counterparts(before.system, after.system)
    assert {old.id for old in names.values()} >= {finding.subject.id for finding in before.findings}
    was, now = _told(before, {}), _told(after, names)
    assert (list((was - now).elements()), list((now - was).elements())) == ([], [])
    assert misplaced(after.system, after.findings) == []


@pytest.mark.parametrize("case", CASES)
def test_the_rearranged_description_keeps_no_name(case: str) -> None:
    """Every party, zone, machine, item, flow and paper is called otherwise."""
    before, after = assessed(case).system, assessed_text(rearranged(description(case).read_text("utf-8"))).system
    for section in ("parties", "zones", "nodes", "data", "flows", "papers"):
        old, new = ({each.id for each in getattr(system, section)} for system in (before, after))
        assert not old & new


def _told(assessment: Assessment, names: dict[Subject, Subject]) -> Counter[Told]:
    return Counter(_finding(finding, names) for finding in assessment.findings)


def _finding(finding: Finding, names: dict[Subject, Subject]) -> Told:
    beside = [each.subject for each in finding.related if each.subject is not None and not each.context]
    subjects = frozenset(attrs.evolve(names.get(each, each), name="") for each in (finding.subject, *beside))
    return Told(finding.rule, finding.kind.value, finding.severity.value, len(finding.alternatives), subjects)
