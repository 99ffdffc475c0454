"""Does the JUnit report open in the usual viewers, and does it say what failed?"""

from pathlib import Path
from typing import Any

import attrs
import pytest
import xmlschema

from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Kind, Severity
from tests.unit.reports.gallery import accepted, gallery, hostile, known, rendered

SCHEMA = xmlschema.XMLSchema(Path(__file__).parents[2] / "schemas" / "junit.xsd")


def _suites(*assessments: Assessment, lang: str = "en") -> Any:  # noqa: ANN401 - an element
    text = rendered("junit", *assessments, lang=lang)
    SCHEMA.validate(text)
    return xmlschema.XMLResource(text).root


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_whole_gallery_follows_the_schema_and_counts_right(lang: str) -> None:
    """A suite a description; its counts are those of its cases, and so are the whole's."""
    root = _suites(*gallery(), lang=lang)
    assert len(root) == len(gallery())
    for name, path in (("tests", "testcase"), ("failures", "testcase/failure"), ("skipped", "testcase/skipped")):
        for suite in root:
            assert int(suite.get(name)) == len(suite.findall(path))
        assert int(root.get(name)) == sum(int(suite.get(name)) for suite in root)


def test_errors_and_warnings_fail_and_questions_wait() -> None:
    """Infos pass with a remark, and a rule that found nothing is a case that passed."""
    assessment = gallery()[0]
    (suite,) = _suites(assessment)
    weights = [finding.severity for finding in assessment.open_findings]
    failing = [each for each in weights if each in (Severity.ERROR, Severity.WARNING)]
    assert [case.find("failure").get("type") for case in suite if case.find("failure") is not None] == [
        each.value for each in failing
    ]
    assert len(suite.findall("testcase/skipped")) == weights.count(Severity.QUESTION)
    clean = set(assessment.rules) - {finding.rule for finding in assessment.open_findings}
    bare = [case for case in suite if not len(case)]
    assert {case.get("name").split(" ")[0] for case in bare} == clean
    assert all(case.get("line") is None for case in bare)


def test_what_is_waived_or_known_is_skipped_with_the_reason() -> None:
    """It neither fails nor disappears."""
    assessment = gallery()[0]
    first = next(each.rule for each in assessment.open_findings if each.severity is Severity.ERROR)
    (suite,) = _suites(accepted(assessment, first))
    told = {case.find("skipped").get("message") for case in suite if case.get("name").startswith(first)}
    assert told == {"waived: approved by the head of section (until 2027-03-31)"}
    (suite,) = _suites(known(assessment, first))
    told = {case.find("skipped").get("message") for case in suite if case.get("name").startswith(first)}
    assert told == {"known from the baseline"}


def test_passes_are_no_cases_of_their_own() -> None:
    """The rule that found nothing else passed."""
    assessment = gallery()[0]
    finding = attrs.evolve(assessment.findings[0], kind=Kind.PASS)
    (suite,) = _suites(attrs.evolve(assessment, findings=(finding,)))
    assert len(suite) == len(assessment.rules)


def test_names_hold_nothing_that_xml_may_not() -> None:
    """Control characters, the end of the basic plane, and markup are text or gone."""
    text = rendered("junit", hostile())
    assert not any(ord(char) < 32 and char not in "\t\n" for char in text)
    assert "\uffff" not in text
    names = [case.get("name") for case in _suites(hostile())[0]]
    assert any("<g>&h%i" in name for name in names)
