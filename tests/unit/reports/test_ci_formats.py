"""Do GitHub and GitLab get what they can show, and nothing that a label could turn into something else?"""

import json
import re

import pytest

from dataflow_assess.findings import Severity
from tests.unit.reports.gallery import accepted, gallery, hostile, known, rendered

_COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<where>[^:]*)::(?P<text>.*)")


def _annotations(text: str) -> list[dict[str, str]]:
    found = [match for line in text.splitlines() if (match := _COMMAND.fullmatch(line))]
    return [
        {"level": each["level"], "text": each["text"], **dict(part.split("=", 1) for part in each["where"].split(","))}
        for each in found
    ]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_github_gets_one_command_a_finding_and_a_line_of_counts(lang: str) -> None:
    """Errors and warnings keep their weight; what weighs less is a notice."""
    text = rendered("github", *gallery(), lang=lang)
    found = _annotations(text)
    counted = [finding for assessment in gallery() for finding in assessment.open_findings]
    assert [each["title"] for each in found] == [finding.rule for finding in counted]
    levels = {"error": "error", "warning": "warning", "info": "notice", "question": "notice"}
    assert [each["level"] for each in found] == [levels[finding.severity.value] for finding in counted]
    rest = [line for line in text.splitlines() if not line.startswith("::")]
    assert [line.partition(": ")[0] for line in rest] == ["dataflow-assess"] * len(gallery())


def test_github_gets_columns_only_within_one_line() -> None:
    """It ignores them where a place spans several."""
    for each in _annotations(rendered("github", *gallery())):
        assert ("endLine" in each) != ("endColumn" in each)
        if "endColumn" in each:
            assert int(each["endColumn"]) > int(each["col"]) >= 1


def test_no_label_becomes_a_command_of_github() -> None:
    """Line feeds, percent signs, colons and commas are escaped, in the file's name too."""
    lines = rendered("github", hostile()).splitlines()
    assert all(line.startswith(("::", "dataflow-assess: ")) for line in lines)
    found = _annotations("\n".join(lines))
    assert len(found) == len(lines) - 1
    assert {each["file"] for each in found} == {"a b/%3A%3Ac%2Cd%25.yaml"}
    assert any("h%25i" in each["text"] for each in found)
    assert not any("\u202e" in line for line in lines)


def test_github_shows_what_is_known_or_a_waived_question_as_a_notice() -> None:
    """They stay in view and mark nothing as failed."""
    assessment = gallery()[0]
    (first,) = {
        each.rule for each in assessment.open_findings if each.severity is Severity.ERROR and each.rule == "ENC-01"
    } or {assessment.open_findings[0].rule}
    levels = {
        each["level"] for each in _annotations(rendered("github", known(assessment, first))) if each["title"] == first
    }
    assert levels == {"notice"}
    assert first not in {each["title"] for each in _annotations(rendered("github", accepted(assessment, first)))}


def test_gitlab_gets_the_five_things_that_it_needs() -> None:
    """A relative path, a line, a severity of its own list, and no fingerprint twice."""
    entries = json.loads(rendered("gitlab", *gallery()))
    assert len(entries) == sum(len(assessment.open_findings) for assessment in gallery())
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not entry["location"]["path"].startswith(("/", "./"))
        assert entry["location"]["lines"]["begin"] >= 1
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


def test_gitlab_tells_the_same_description_twice_apart() -> None:
    """The same gap in two files is two entries."""
    twice = json.loads(rendered("gitlab", gallery()[0], gallery()[0]))
    assert len({entry["fingerprint"] for entry in twice}) == len(twice) == 2 * len(gallery()[0].open_findings)


def test_gitlab_says_why_a_question_is_waived() -> None:
    """It stays in the list."""
    assessment = next(each for each in gallery() if any(f.severity is Severity.QUESTION for f in each.open_findings))
    question = next(each.rule for each in assessment.open_findings if each.severity is Severity.QUESTION)
    entries = json.loads(rendered("gitlab", accepted(assessment, question), lang="en"))
    told = [entry["description"] for entry in entries if entry["check_name"] == question]
    assert told
    assert all(text.endswith("— approved by the head of section (until 2027-03-31)") for text in told)
