"""Does the SARIF log follow the official schema and the rules of GitHub code scanning?"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import attrs
import pytest
from jsonschema import Draft202012Validator

from dataflow_assess.findings import Kind, Severity
from dataflow_assess.reports import sarif
from tests.unit.reports.gallery import accepted, gallery, hostile, known, rendered

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def _log(*assessments: Any, lang: str = "ja") -> Any:  # noqa: ANN401 - what JSON holds
    log = json.loads(rendered("sarif", *assessments, lang=lang))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    (run,) = log["runs"]
    return run


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_whole_gallery_follows_the_schema(lang: str) -> None:
    """One result a finding that counts, each with the rule that it names."""
    run = _log(*gallery(), lang=lang)
    counted = sum(len(assessment.open_findings) for assessment in gallery())
    assert len(run["results"]) == counted
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["automationDetails"]["id"]


def test_a_log_without_findings_follows_the_schema() -> None:
    """A clean run closes the alerts of earlier ones, so it must be readable."""
    run = _log(attrs.evolve(gallery()[0], findings=()))
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_every_rule_has_what_github_asks_for() -> None:
    """Texts, precision, and the weight as a string; a tag says that it is about security."""
    for rule in _log(*gallery())["tool"]["driver"]["rules"]:
        assert all(rule[key]["text"].strip() for key in ("shortDescription", "fullDescription", "help"))
        assert rule["help"]["markdown"].strip()
        properties = rule["properties"]
        assert "security" in properties["tags"]
        assert len(properties["tags"]) <= 20
        assert properties["precision"] in ("very-high", "high", "medium", "low")
        assert properties["problem.severity"] in ("error", "warning", "recommendation")
        assert re.fullmatch(r"\d+\.\d", properties["security-severity"])


def test_every_result_stands_at_a_full_region_of_a_relative_file() -> None:
    """All four numbers are there, none is before the first character, and none ends before it begins."""
    for result in _log(*gallery())["results"]:
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert (Path(__file__).parents[3] / unquote(place["artifactLocation"]["uri"])).is_file()
        region = place["region"]
        start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        assert (1, 1) <= start < end


def test_fingerprints_are_unique_and_do_not_depend_on_lines() -> None:
    """A comment above moves every line, and nothing is a new alert."""
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in _log(*gallery())["results"]]
    assert max(Counter(prints).values()) == 1
    first = gallery()[0]
    moved = attrs.evolve(
        first,
        findings=tuple(
            attrs.evolve(each, place=attrs.evolve(each.place, line=each.place.line + 7, end_line=each.place.line + 9))
            for each in first.findings
        ),
    )
    assert [result["partialFingerprints"] for result in _log(moved)["results"]] == [
        result["partialFingerprints"] for result in _log(first)["results"]
    ]


def test_a_path_becomes_a_code_flow_and_marks_its_own_hops() -> None:
    """Each step stands at the hop's own line."""
    traced = [result for result in _log(*gallery())["results"] if "codeFlows" in result]
    assert len(traced) > 50
    for result in traced:
        steps = result["codeFlows"][0]["threadFlows"][0]["locations"]
        assert any(step["importance"] == "essential" for step in steps)
        assert all(step["location"]["message"]["text"] for step in steps)


def test_every_related_place_is_linked_from_the_message() -> None:
    """And every link leads to one."""
    for result in _log(*gallery())["results"]:
        links = {int(number) for number in re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"])}
        assert links == {place["id"] for place in result.get("relatedLocations", ())}


def test_waived_findings_and_passes_are_left_out_but_waived_questions_are_told() -> None:
    """A question may be waived, but never in silence: it says why and until when."""
    assessment = next(each for each in gallery() if any(f.severity is Severity.QUESTION for f in each.open_findings))
    question = next(each.rule for each in assessment.open_findings if each.severity is Severity.QUESTION)
    error = next(each.rule for each in assessment.open_findings if each.severity is not Severity.QUESTION)
    results = _log(accepted(assessment, question, error), lang="en")["results"]
    assert not [each for each in results if each["ruleId"] == error and each["level"] != "note"]
    told = [each["message"]["text"] for each in results if each["ruleId"] == question]
    assert told
    assert all("waived: approved by the head of section (until 2027-03-31)" in text for text in told)
    passed = attrs.evolve(assessment, findings=tuple(attrs.evolve(f, kind=Kind.PASS) for f in assessment.findings))
    assert _log(passed)["results"] == []


def test_what_is_known_says_so() -> None:
    """GitHub ignores it; other readers do not."""
    assessment = gallery()[0]
    rule = assessment.open_findings[0].rule
    states = {each["ruleId"]: each.get("baselineState") for each in _log(known(assessment, rule))["results"]}
    assert states.pop(rule) == "unchanged"
    assert set(states.values()) == {None}


def test_names_are_text_and_paths_are_uris() -> None:
    """Square brackets begin no link, and nothing acts on a terminal or turns the reading order."""
    run = _log(hostile())
    text = "".join(result["message"]["text"] for result in run["results"])
    assert "a\\]b\\[c" in text
    assert not re.search("[\x00-\x08\u202e]", text)
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert uris == {"a%20b/%3A%3Ac%2Cd%25.yaml"}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("資料/記述.yaml", "%E8%B3%87%E6%96%99/%E8%A8%98%E8%BF%B0.yaml"),
        ("/srv/a b.yaml", "file:///srv/a%20b.yaml"),
        ("C:/srv/a.yaml", "file:///C:/srv/a.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_a_path_is_written_as_a_uri(path: str, uri: str) -> None:
    """Relative as it is, absolute with its scheme."""
    assert sarif.uri(path) == uri


def test_what_is_too_much_for_github_is_cut_from_the_lightest_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """And the log says how much is missing."""
    monkeypatch.setattr(sarif, "MOST_RESULTS", 10)
    run = _log(*gallery(), lang="en")
    assert [result["level"] for result in run["results"]] == ["error"] * 10
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    counted = sum(len(assessment.open_findings) for assessment in gallery())
    assert notice["message"]["text"].startswith(f"{counted - 10} findings")
