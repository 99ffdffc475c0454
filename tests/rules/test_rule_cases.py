"""Does every rule print just what stands in expected.yaml beside its cases, and does it explain itself?"""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from dataflow_assess.findings import Severity
from dataflow_assess.reading import read_file
from dataflow_assess.rules import SECTIONS, Rule
from tests.rules.cases import CASES, expected, findings, plugins, told

NEEDED = ("violates.yaml", "complies.yaml", "not-stated.yaml")
RULES = sorted({path.parent.name for path in CASES})


@cache
def rule(identifier: str) -> Rule:
    """Return the rule with this identifier."""
    (found,) = [each for each in plugins().rules if each.id == identifier]
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_prints_what_is_expected_and_nothing_else(path: Path) -> None:
    """All rules are applied; of the rule's own findings none is missing and none too many."""
    own = [told(finding) for finding in findings(path) if finding.rule == path.parent.name]
    assert own == expected(path.parent.name)[path.name]


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_finding_of_a_case_stands_in_the_file_with_a_path_that_is_connected(path: Path) -> None:
    """Places lie in the text, and what the finding is about is marked on its path."""
    lines = read_file(path).text.splitlines()
    for finding in findings(path):
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1])
        assert not finding.trace or any(step.marked for step in finding.trace)
        assert all(before.target == after.source for before, after in pairwise(finding.trace))
        assert len(finding.trace) <= len(finding.related) + 4
        if finding.subject.kind == "hop":
            assert finding.subject.id in {step.hop for step in finding.trace if step.marked}


@pytest.mark.parametrize("identifier", RULES)
def test_a_rule_has_its_cases_and_no_case_is_left_out(identifier: str) -> None:
    """It fires on violates.yaml, is quiet on complies.yaml, and has a case of silence."""
    cases = {path.name for path in CASES if path.parent.name == identifier}
    assert cases == set(expected(identifier))
    assert cases.issuperset(NEEDED)
    assert expected(identifier)["violates.yaml"]
    assert expected(identifier)["complies.yaml"] == []


def test_every_installed_rule_has_a_folder_of_cases() -> None:
    """A rule without cases would be a promise without proof."""
    assert {each.id for each in plugins().rules} == set(RULES)


@pytest.mark.parametrize("identifier", RULES)
def test_a_rule_says_what_it_looks_for_why_and_what_to_do(identifier: str) -> None:
    """Every section of its docstring, a title, a remedy and a source are there."""
    found = rule(identifier)
    for heading in SECTIONS:
        section = found.section(heading)
        assert section is not None, heading
        assert section.text("en").strip(), heading
    assert found.title.text("en")
    assert found.remedy == found.section("Remedy")
    assert found.severity in Severity
    assert found.sources
    assert all(source.label("en") and source.label("ja") for source in found.sources)
    assert Path(found.origin).stem not in ("rules", "plugin")


@pytest.mark.parametrize("identifier", RULES)
@pytest.mark.parametrize("heading", ["Bad", "Good"])
def test_the_examples_of_a_rule_are_yaml(identifier: str, heading: str) -> None:
    """What ``explain`` shows can be pasted into a description."""
    section = rule(identifier).section(heading)
    assert section is not None
    assert isinstance(yaml.safe_load(section.text("en")), dict | list)


@pytest.mark.parametrize("identifier", RULES)
def test_a_violation_and_a_silence_share_no_wording(identifier: str) -> None:
    """What is stated wrongly and what is not stated at all read differently."""
    templates: dict[str, set[str]] = {}
    for path in CASES:
        for finding in findings(path, [rule(identifier)]):
            templates.setdefault(finding.kind.value, set()).add(finding.message.template)
    assert templates.get("violation", set()).isdisjoint(templates.get("not-stated", set()))
    assert all("not stated" not in template for template in templates.get("violation", set()))
