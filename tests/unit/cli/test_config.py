"""Do the commands obey the configuration, and does ``config show`` tell what is in force?"""

import json
import tomllib
from pathlib import Path

import pytest

from dataflow_assess.configuration import OPTIONS
from tests.unit.cli.running import SMALL, process, refused, report, run

FILE = """\
fail-on = "never"
select = ["ENC"]
mandatory = ["RET"]
lang = "en"

[rules.ENC-01]
severity = "info"
"""


@pytest.fixture
def configured(small: Path) -> Path:
    """Return a description beside a configuration."""
    (small.parent / "dataflow-assess.toml").write_text(FILE, encoding="utf-8")
    return small


def test_check_obeys_the_nearest_configuration(configured: Path) -> None:
    """Threshold, rules, weights and language."""
    result = run("check", configured)
    assert result.exit_code == 0
    assert result.stdout.startswith("info[ENC-01]")
    assert run("check", configured, "--no-config").exit_code == 1
    assert run("check", configured, "--fail-on", "info").exit_code == 1


def test_another_configuration_may_be_named(configured: Path, tmp_path: Path) -> None:
    """Relative to where the command is called; with --no-config it would say the opposite."""
    other = tmp_path / "other.toml"
    other.write_text("select = ['media']\n", encoding="utf-8")
    assert report(configured, "--config", other)["findings"] == []
    (line,) = refused("check", configured, "--config", other, "--no-config", "--lang", "en")
    assert "the opposite of one another" in line


def test_the_environment_names_a_configuration_or_that_there_is_none(
    configured: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command line goes before it."""
    other = tmp_path / "other.toml"
    other.write_text("select = ['media']\n", encoding="utf-8")
    monkeypatch.setenv("DATAFLOW_ASSESS_CONFIG", str(other))
    assert report(configured)["findings"] == []
    assert run("check", configured, "--no-config").exit_code == 1
    monkeypatch.setenv("DATAFLOW_ASSESS_CONFIG", "")
    monkeypatch.setenv("DATAFLOW_ASSESS_NO_CONFIG", "1")
    assert run("check", configured).exit_code == 1


def test_descriptions_with_different_configurations_are_refused(configured: Path, tmp_path: Path) -> None:
    """Neither may win in silence."""
    folder = tmp_path / "below"
    folder.mkdir()
    (folder / "other.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "dataflow-assess.toml").touch()
    lines = refused("check", configured, folder, "--lang", "en")
    assert len(lines) == 3
    assert "name one with --config" in lines[1]


def test_every_command_tells_what_is_wrong_with_the_configuration(configured: Path) -> None:
    """In the language of the command line, since that of the file may be what is wrong."""
    (configured.parent / "dataflow-assess.toml").write_text("fail-on = 'x'\n", encoding="utf-8")
    for command in (["check"], ["who-sees"], ["questions"], ["config", "show"], ["trace", "--data", "Report"]):
        (line,) = refused(*command, configured, "--lang", "en")
        assert ":1:11: “fail-on”: found “x” — available: error" in line


def test_a_format_that_the_file_misspells_has_its_place(configured: Path) -> None:
    """Which formats there are is known once the plugins are loaded."""
    file = configured.parent / "dataflow-assess.toml"
    file.write_text('lang = "en"\nformat = ["txt"]\n', encoding="utf-8")
    (line,) = refused("check", configured)
    assert ":2:1: there is no format “txt” — available: text, json" in line


def test_a_mandatory_rule_that_is_left_out_with_a_reason_is_told(configured: Path) -> None:
    """On standard error, so that no format is disturbed."""
    result = run("check", configured, "--ignore", "RET", "--reason", "see the minutes")
    assert "note: the mandatory rule RET-01 is left out or set otherwise: see the minutes" in result.stderr
    assert run("check", configured, "--ignore", "RET").exit_code == 2


def test_what_is_in_force_is_itself_a_configuration(configured: Path, tmp_path: Path) -> None:
    """Whoever saves it has the same in force."""
    shown = run("config", "show", configured, "--lang", "en").stdout
    assert tomllib.loads(shown)["fail-on"] == "never"
    assert 'severity = {violation = "info", not-stated = "info"}' in shown
    again = tmp_path / "again.toml"
    again.write_text(shown, encoding="utf-8")
    saved = run("config", "show", configured, "--config", again, "--lang", "en").stdout
    assert tomllib.loads(saved) == tomllib.loads(shown)


def test_every_value_says_where_it_comes_from(configured: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For people and for machines."""
    monkeypatch.setenv("DATAFLOW_ASSESS_JOBS", "2")
    found = json.loads(run("config", "show", configured, "--format", "json", "--lang", "en").stdout)
    assert [each["name"] for each in found["options"]] == list(OPTIONS)
    origins = {each["name"]: each["origin"] for each in found["options"]}
    assert origins["lang"] == {"kind": "command-line", "name": "--lang", "location": None}
    assert origins["jobs"] == {"kind": "environment", "name": "DATAFLOW_ASSESS_JOBS", "location": None}
    assert origins["fail-on"]["location"]["line"] == 1
    assert origins["color"]["kind"] == "default"
    rows = {each["id"]: each for each in found["rules"]}
    assert rows["ENC-01"]["severity"] == {"violation": "info", "not-stated": "info"}
    assert rows["RET-04"] == {
        "id": "RET-04",
        "group": "retention",
        "mandatory": True,
        "severity": "info",
        "parameters": {"days": {"value": 0, "set": False}},
    }
    assert {"id": "MED-01", "reason": None} in found["left_out"]


def test_without_a_configuration_it_is_said_where_one_was_looked_for(small: Path) -> None:
    """The rest are defaults."""
    (small.parent / ".git").mkdir()
    first = run("config", "show", small, "--lang", "en").stdout.splitlines()[0]
    assert first == f"# no configuration file (looked in 1 folders, up to {small.parent.name})"


@pytest.mark.parametrize(
    ("arguments", "near"),
    [(["chekc"], "check"), (["config", "shwo"], "show"), (["check", "--fromat", "json"], "--format")],
)
def test_a_misspelt_command_or_option_is_told_with_the_nearest(arguments: list[str], near: str) -> None:
    """In both languages."""
    for lang in ("ja", "en"):
        done = process("--lang", lang, *arguments)
        assert done.returncode == 2
        assert near in done.stderr.decode("utf-8").splitlines()[-1]


def test_the_language_may_stand_before_the_command() -> None:
    """For its help as for its answers; the command's own goes before it."""
    assert b"Usage" in process("--lang", "en", "--help").stdout
    assert process("--lang", "ja", "check", "--help").stdout.decode("utf-8").startswith("使い方")
    assert "Plaintext segment" in run("--lang", "en", "rules").stdout
    assert "平文区間" in run("--lang", "en", "rules", "--lang", "ja").stdout
    assert process("check", "--help", env={"DATAFLOW_ASSESS_LANG": "en"}).stdout.startswith(b"Usage")


def test_help_says_what_holds_unless_set() -> None:
    """As it is typed."""
    shown = " ".join(process("--lang", "en", "check", "--help").stdout.decode("utf-8").split())
    assert "[default: error]" in shown
    assert "[default: auto]" in shown
