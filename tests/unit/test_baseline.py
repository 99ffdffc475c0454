"""Which findings does a baseline know, whatever moved in the meantime?"""

import json
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.baseline import Baseline, Entry, read_baseline
from dataflow_assess.errors import Fault
from dataflow_assess.findings import Severity, Waiver
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_source
from tests.unit.cli.running import SMALL
from tests.unit.reports.gallery import gallery

PLUGINS = load_plugins()
HOP = "      - Phone -> Server: {network: internet, encryption: none}"
RELAY = SMALL.replace("nodes:\n", "nodes:\n  Relay: {kind: relay, operator: City}\n")


def _assessed(text: str, path: str = "d.yaml") -> Assessment:
    return assess(read_source(text, path), PLUGINS)


def _saved(tmp_path: Path, *assessments: Assessment) -> Baseline:
    """Return the baseline of the assessments, written and read again."""
    path = tmp_path / "baseline.json"
    path.write_text(Baseline.of(assessments).text(), encoding="utf-8")
    return read_baseline(path, "baseline.json")


def _new(baseline: Baseline, *assessments: Assessment) -> list[str]:
    found, _ = baseline.compared(assessments)
    return [finding.rule for each in found for finding in each.new_findings]


def test_everything_that_was_there_is_known(tmp_path: Path) -> None:
    """It still counts; nothing is new and nothing gone."""
    baseline = _saved(tmp_path, *gallery())
    found, gone = baseline.compared(gallery())
    assert [each.summary() for each in found] == [each.summary() for each in gallery()]
    assert [finding for each in found for finding in each.new_findings] == []
    assert gone == ()


def test_moving_reordering_and_renaming_changes_nothing(tmp_path: Path) -> None:
    """The baseline holds elements, not lines, and no file."""
    baseline = _saved(tmp_path, _assessed(RELAY))
    lines = RELAY.splitlines()
    nodes = lines.index("nodes:")
    moved = [
        lines[0],
        "# a comment",
        "",
        *lines[1:nodes],
        lines[nodes],
        *lines[nodes + 1 : nodes + 4][::-1],
        *lines[nodes + 4 :],
    ]
    assert _new(baseline, _assessed("\n".join(moved) + "\n", "elsewhere/renamed.yaml")) == []


def test_what_is_new_is_new(tmp_path: Path) -> None:
    """Another hop in plaintext is, also where it joins one that is known."""
    baseline = _saved(tmp_path, _assessed(RELAY))
    other = "      - Server -> Relay: {network: internet, encryption: none}"
    assert "ENC-01" in _new(baseline, _assessed(RELAY.replace(HOP, f"{HOP}\n{other}")))


def test_a_finding_that_grew_heavier_is_new(tmp_path: Path) -> None:
    """One that grew lighter is known."""
    first = _assessed(SMALL)
    (heavy,) = [each for each in first.findings if each.rule == "ENC-01"]
    light = attrs.evolve(heavy, severity=Severity.WARNING)
    assert _new(_saved(tmp_path, attrs.evolve(first, findings=(light,))), attrs.evolve(first, findings=(heavy,)))
    assert not _new(_saved(tmp_path, attrs.evolve(first, findings=(heavy,))), attrs.evolve(first, findings=(light,)))


def test_what_was_silent_and_is_now_wrong_is_new(tmp_path: Path) -> None:
    """Silence and a violation are different findings."""
    baseline = _saved(tmp_path, _assessed(SMALL.replace(", encryption: none", "")))
    assert "ENC-01" in _new(baseline, _assessed(SMALL))


def test_an_entry_stands_for_one_finding(tmp_path: Path) -> None:
    """The same gap in a second description is new, unless the baseline holds it twice."""
    once = _saved(tmp_path, _assessed(SMALL))
    assert _new(once, _assessed(SMALL), _assessed(SMALL, "b.yaml"))
    twice = _saved(tmp_path, _assessed(SMALL), _assessed(SMALL, "b.yaml"))
    assert not _new(twice, _assessed(SMALL), _assessed(SMALL, "b.yaml"))


def test_what_occurs_no_longer_is_told_by_rule_and_element(tmp_path: Path) -> None:
    """Not what a run with fewer rules has not looked for."""
    baseline = _saved(tmp_path, _assessed(SMALL))
    _, gone = baseline.compared([_assessed(SMALL.replace("encryption: none", "encryption: tls"))])
    assert Entry("ENC-01", "violation", "hop", "Reporting: Phone → Server") in gone
    fewer = assess(read_source(SMALL.replace("none", "tls"), "d.yaml"), PLUGINS, [])
    assert baseline.compared([fewer])[1] == ()


def test_a_finding_that_shrank_is_known_and_the_rest_is_told(tmp_path: Path) -> None:
    """A route of two hops of which one is mended."""
    hops = "      - Phone -> Relay -> Server: {network: internet, encryption: none}"
    mended = (
        "      - Phone -> Relay: {network: internet, encryption: tls}\n"
        "      - Relay -> Server: {network: internet, encryption: none}"
    )
    baseline = _saved(tmp_path, _assessed(RELAY.replace(HOP, hops)))
    found, gone = baseline.compared([_assessed(RELAY.replace(HOP, mended))])
    assert all(each.known for each in found[0].findings if each.rule == "ENC-01")
    assert "Reporting: Phone → Relay" in {entry.id for entry in gone if entry.rule == "ENC-01"}


def test_waived_findings_are_neither_written_nor_missed(tmp_path: Path) -> None:
    """They occur still."""
    first = _assessed(SMALL)
    waived = attrs.evolve(
        first, findings=tuple(attrs.evolve(each, waived=Waiver("r", None)) for each in first.findings)
    )
    assert json.loads(Baseline.of([waived]).text())["findings"] == []
    assert _saved(tmp_path, first).compared([waived])[1] == ()


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 20))
def test_a_subset_is_known_and_the_complement_is_new(random: object, count: int) -> None:
    """Whichever findings a baseline was written with, just the others are new."""
    whole = _assessed(RELAY)
    findings = list(whole.findings)
    random.shuffle(findings)  # type: ignore[attr-defined] # Hypothesis gives a random.Random
    held = findings[:count]
    baseline = Baseline.of([attrs.evolve(whole, findings=tuple(held))])
    (found,), gone = baseline.compared([whole])
    assert {each.fingerprint for each in found.findings if each.known} == {each.fingerprint for each in held}
    assert gone == ()


WRONG = {
    "": "is empty",
    "[]": "a mapping with these keys is expected: format, findings",
    "{": "cannot be read",
    '{"format": 2, "findings": []}': "1:12: this version of a baseline is not known",
    '{"format": 1}': "“findings” is missing",
    '{"format": 1, "findings": {}}': "1:27: a list of findings is expected",
    '{"format": 1, "findings": [1]}': "1:28: a mapping with these keys is expected",
    '{"format": 1, "findings": [{"rule": "X"}]}': "“kind” is missing",
    '{"format": 1, "findings": [{"rule": "X", "kind": "sin", "severity": "error", '
    '"subject": {"kind": "hop", "id": "a"}, "count": 1}]}': "expected one of: violation",
    '{"format": 1, "findings": [{"rule": "X", "kind": "violation", "severity": "error", "subject": {"kind": "hop"}, '
    '"count": 1}]}': "“id” is missing",
    '{"format": 1, "findings": [{"rule": "X", "kind": "violation", "severity": "error", "subject": {"kind": "hop", '
    '"id": "a"}, "count": "many"}]}': "a number is expected",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_broken_baseline_is_refused_with_its_place(text: str, tmp_path: Path) -> None:
    """It never reads as empty, which would make everything new, nor as full."""
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Fault) as caught:
        read_baseline(path, "baseline.json")
    lines = "\n".join(caught.value.lines("en"))
    assert WRONG[text] in lines
    assert lines.startswith("baseline.json:")
