"""How are findings waived or known on the command line?"""

import json
from pathlib import Path

import pytest

from tests.unit.cli.running import SMALL, process, refused, report, run

WAIVED = SMALL.replace("encryption: none}", "encryption: none, waive: {ENC-01: {reason: new line, until: 2027-03-31}}}")
LIST = "format: 1\nwaivers:\n  - {rule: ENC-01, element: Phone -> Server, reason: new line, until: 2027-03-31}\n"
DAY = "--today=2026-11-27"


def _enc(*arguments: str | Path) -> list[object]:
    return [each["waived"] for each in report(*arguments)["findings"] if each["rule"] == "ENC-01"]


def test_a_waived_error_ends_with_0_and_is_counted(small: Path) -> None:
    """The count is printed, with the reason."""
    small.write_text(WAIVED, encoding="utf-8")
    result = run("check", small, DAY, "--lang", "en")
    assert result.exit_code == 0
    assert "    = new line (until 2027-03-31)\n" in result.stdout
    assert result.stdout.endswith(", waived 1\n")
    assert _enc(small, DAY) == [{"reason": "new line", "until": "2027-03-31"}]
    assert report(small, DAY)["summary"]["waived"] == 1


def test_without_a_waiver_the_count_is_printed_too(small: Path) -> None:
    """Nobody has to guess whether some were left out."""
    assert run("check", small, "--lang", "en").stdout.endswith(", waived 0\n")


def test_no_waivers_waives_nothing(small: Path) -> None:
    """And says nothing of waivers."""
    small.write_text(WAIVED, encoding="utf-8")
    result = run("check", small, "--no-waivers", "--lang", "en", "--today", "2030-01-01")
    assert result.exit_code == 1
    assert "WVR" not in result.stdout


def test_the_day_decides(small: Path) -> None:
    """In either calendar, on the command line or in the environment."""
    small.write_text(WAIVED, encoding="utf-8")
    assert run("check", small, "--today", "令和9年3月31日").exit_code == 0
    after = run("check", small, "--today", "2027-04-01", "--lang", "en")
    assert after.exit_code == 1
    assert "warning[WVR-01] The waiver of ENC-01 for Phone → Server ended on 2027-03-31" in after.stdout
    assert process("check", small, env={"DATAFLOW_ASSESS_TODAY": "2027-04-01"}).returncode == 1


@pytest.mark.parametrize("day", ["soon", "2027-03", "2027-02-30"])
def test_a_day_that_is_none_is_refused(day: str, small: Path) -> None:
    """Also a month: which of its days would it be?"""
    (line,) = refused("check", small, "--today", day, "--lang", "en")
    assert line == f"error: --today {day}: this is no day — write it like 2027-03-31 or 令和9年3月31日"


def test_a_file_of_waivers_is_named_or_found_above_the_description(small: Path, tmp_path: Path) -> None:
    """The nearest one; another name must be given."""
    other = tmp_path / "ours.yaml"
    other.write_text(LIST, encoding="utf-8")
    assert _enc(small, DAY) == [None]
    assert _enc(small, DAY, "--waivers", other) == [{"reason": "new line", "until": "2027-03-31"}]
    deep = tmp_path / "below" / "deep"
    deep.mkdir(parents=True)
    (deep / "d.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "dataflow-assess-waivers.yaml").write_text(LIST, encoding="utf-8")
    assert _enc(deep / "d.yaml", DAY) == [{"reason": "new line", "until": "2027-03-31"}]


def test_a_list_may_be_meant_for_one_description_alone(small: Path, tmp_path: Path) -> None:
    """Its path is relative to the list, and other descriptions are not asked."""
    (tmp_path / "other.yaml").write_text(SMALL, encoding="utf-8")
    text = LIST.replace("rule: ENC-01", "rule: ENC-01, description: other.yaml")
    (tmp_path / "dataflow-assess-waivers.yaml").write_text(text, encoding="utf-8")
    assert _enc(small, DAY) == [None]
    assert _enc(tmp_path / "other.yaml", DAY) != [None]
    assert "WVR" not in run("check", small, DAY).stdout


def test_problems_of_a_list_end_with_2(small: Path, tmp_path: Path) -> None:
    """No reason, or no file."""
    (tmp_path / "w.yaml").write_text(LIST.replace("reason: new line, ", ""), encoding="utf-8")
    (line,) = refused("check", small, "--waivers", tmp_path / "w.yaml", "--lang", "en")
    assert "w.yaml:3:6: “reason (理由)” is missing" in line
    (line,) = refused("check", small, "--waivers", tmp_path / "none.yaml", "--lang", "en")
    assert "there is no such file" in line


def test_a_list_for_standard_input_is_that_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the command is run."""
    (tmp_path / "dataflow-assess-waivers.yaml").write_text(LIST, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("check", "-", DAY, stdin=SMALL).exit_code == 0


def test_a_mandatory_rule_needs_an_approver(small: Path, tmp_path: Path) -> None:
    """As the configuration says."""
    (tmp_path / "dataflow-assess.toml").write_text('mandatory = ["ENC-01"]\n', encoding="utf-8")
    small.write_text(WAIVED, encoding="utf-8")
    result = run("check", small, DAY, "--lang", "en")
    assert result.exit_code == 1
    assert "error[WVR-03] " in result.stdout
    small.write_text(WAIVED.replace("reason: new line", "reason: new line, approved-by: Mayor"), encoding="utf-8")
    assert run("check", small, DAY).exit_code == 0


def test_a_baseline_lets_only_what_is_new_fail(small: Path, tmp_path: Path) -> None:
    """What is known is counted and told."""
    baseline = tmp_path / "baseline.json"
    written = run("check", small, "--write-baseline", baseline, "--lang", "en")
    assert written.exit_code == 0
    count = len(json.loads(baseline.read_text(encoding="utf-8"))["findings"])
    assert f"{baseline.as_posix()}: " in written.stderr
    again = run("check", small, "--baseline", baseline, "--fail-on", "question", "--lang", "en")
    assert again.exit_code == 0
    assert all(each["known"] for each in report(small, "--baseline", baseline)["findings"])
    assert all("known" not in each for each in report(small)["findings"])
    assert f"baseline: {count} known, 0 new" in again.stderr
    assert "error 1" in again.stdout
    assert f"of these known {count}" in again.stdout
    small.write_text(SMALL.replace("none}", "none}\n      - Server -> Phone: {network: internet, encryption: none}"))
    more = run("check", small, "--baseline", baseline, "--lang", "en")
    assert more.exit_code == 1


def test_what_a_baseline_holds_in_vain_is_told(small: Path, tmp_path: Path) -> None:
    """On standard error, so that what a machine reads stays as it is."""
    baseline = tmp_path / "baseline.json"
    run("check", small, "--write-baseline", baseline)
    small.write_text(SMALL.replace("encryption: none", "encryption: tls"), encoding="utf-8")
    result = run("check", small, "--baseline", baseline, "--lang", "en", "--format", "json")
    assert "no longer: ENC-01 Reporting: Phone → Server" in result.stderr
    assert json.loads(result.stdout)["format"] == 1


def test_a_broken_baseline_ends_with_2(small: Path, tmp_path: Path) -> None:
    """With its place."""
    (tmp_path / "b.json").write_text('{"format": 1}', encoding="utf-8")
    (line,) = refused("check", small, "--baseline", tmp_path / "b.json", "--lang", "en")
    assert "b.json:1:1: “findings” is missing" in line


def test_waivers_and_baseline_may_stand_in_the_configuration(small: Path, tmp_path: Path) -> None:
    """Relative to it."""
    (tmp_path / "ours.yaml").write_text(LIST, encoding="utf-8")
    (tmp_path / "dataflow-assess.toml").write_text('waivers = "ours.yaml"\n', encoding="utf-8")
    assert _enc(small, DAY) == [{"reason": "new line", "until": "2027-03-31"}]
    run("check", small, "--no-waivers", "--write-baseline", tmp_path / "known.json")
    (tmp_path / "dataflow-assess.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert run("check", small, "--fail-on", "question").exit_code == 0
