"""What is in force, and where does it come from?"""

from pathlib import Path

import pytest

from dataflow_assess.configuration import find, resolve
from dataflow_assess.configuration.patterns import matches
from dataflow_assess.errors import Fault
from dataflow_assess.findings import Kind, Severity
from tests.unit.configuration.configured import plugins, problems, rules, settings

FILE = "fail-on = 'warning'\njobs = 3\nselect = ['ENC']\n"
ASKED = (
    "lang",
    "select",
    "ignore",
    "mandatory",
    "reason",
    "fail-on",
    "plugins",
    "jobs",
    "color",
    "quiet",
    "statistics",
)
ENV = {"DATAFLOW_ASSESS_FAIL_ON": "info", "DATAFLOW_ASSESS_JOBS": "4"}


def test_the_command_line_goes_before_the_environment_before_the_file_before_the_default(tmp_path: Path) -> None:
    """And each value knows where it comes from."""
    found = settings(tmp_path, FILE, {"fail-on": "never"}, ENV)
    assert {name: (given.value, given.origin.label("en")) for name, given in found.given.items() if name in ASKED} == {
        "lang": ("", "default"),
        "select": (("ENC",), "x.toml:3:1"),
        "ignore": ((), "default"),
        "mandatory": ((), "default"),
        "reason": ("", "default"),
        "fail-on": ("never", "--fail-on"),
        "plugins": ((), "default"),
        "jobs": (4, "DATAFLOW_ASSESS_JOBS"),
        "color": ("auto", "default"),
        "quiet": (False, "default"),
        "statistics": (False, "default"),
    }


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("QUIET", "1", True),
        ("QUIET", "off", False),
        ("SELECT", "ENC-01, RET", ("ENC-01", "RET")),
        ("SELECT", "", ()),
        ("JOBS", " 2 ", 2),
        ("LANG", "en", "en"),
    ],
)
def test_the_environment_is_read_by_the_type_of_the_option(name: str, text: str, value: object) -> None:
    """Lists are separated by commas, and yes has several words."""
    found = resolve({}, {f"DATAFLOW_ASSESS_{name}": text}, None)
    found.settle(plugins().rules, plugins().vocabulary)
    assert found[name.lower()] == value


@pytest.mark.parametrize(("name", "text"), [("QUIET", "perhaps"), ("JOBS", "two"), ("LANG", "fr"), ("SELECT", "NOPE")])
def test_a_wrong_variable_of_the_environment_is_told(name: str, text: str) -> None:
    """It is not taken for the default in silence."""
    found = resolve({}, {f"DATAFLOW_ASSESS_{name}": text}, None)
    with pytest.raises(Fault, match=text):
        found.settle(plugins().rules, plugins().vocabulary)


def test_a_misspelt_variable_is_noted_with_the_nearest() -> None:
    """It stops nothing: it may be another program's."""
    (note,) = resolve({}, {"DATAFLOW_ASSESS_FAILON": "never", "OTHER": "1"}, None).notes
    assert "did you mean “DATAFLOW_ASSESS_FAIL_ON”?" in note.text("en")


def test_select_and_ignore_take_identifiers_beginnings_and_groups(tmp_path: Path) -> None:
    """Groups go off and on, and what is left out keeps its reason."""
    found = settings(
        tmp_path, "select = ['ENC', 'media']\nignore = ['ENC-0', {rules = ['MED-01'], reason = 'paper'}]\n"
    )
    in_force = rules(found, tmp_path / "a.yaml")
    assert [rule.id for rule in in_force.rules] == ["ENC-10", "MED-02", "MED-03", "MED-04"]
    assert in_force.left_out["MED-01"] == "paper"
    assert in_force.left_out["RET-01"] == ""


def test_the_command_line_s_select_and_ignore_replace_the_file_s(tmp_path: Path) -> None:
    """Overrides included."""
    text = "ignore = ['ENC']\n[[overrides]]\npaths = ['**']\nselect = ['media']\n"
    found = settings(tmp_path, text, {"select": ("ENC",), "ignore": ("ENC-0",)})
    assert [rule.id for rule in rules(found, tmp_path / "a.yaml").rules] == ["ENC-10"]


def test_a_mandatory_rule_is_applied_whatever_is_selected(tmp_path: Path) -> None:
    """It is left out with a reason alone, on the command line too."""
    text = "mandatory = ['RET-01']\n"
    found = settings(tmp_path, text, {"select": ("ENC-01",)})
    in_force = rules(found, tmp_path / "a.yaml")
    assert [(rule.id, rule.mandatory) for rule in in_force.rules] == [("ENC-01", False), ("RET-01", True)]
    (line,) = problems(tmp_path, text, {"ignore": ("RET",)})
    assert line.startswith("RET-01 cannot be left out without a reason: mandatory — add --reason")
    excused = settings(tmp_path, text, {"ignore": ("RET",), "reason": "decided"})
    assert rules(excused, tmp_path / "a.yaml").excused == {"RET-01": "decided"}


def test_the_environment_adds_mandatory_rules_and_takes_none_away(tmp_path: Path) -> None:
    """A pipeline can be stricter than the file, not laxer."""
    found = settings(tmp_path, "mandatory = ['RET-01']\n", None, {"DATAFLOW_ASSESS_MANDATORY": "ENC-01"})
    assert [rule.id for rule in rules(found, tmp_path / "a.yaml").rules if rule.mandatory] == ["ENC-01", "RET-01"]
    assert found["mandatory"] == ("RET-01", "ENC-01")


def test_a_severity_is_for_what_is_wrong_and_not_stated(tmp_path: Path) -> None:
    """What is to be confirmed stays a question, unless the rule is one or the kind is named."""
    text = (
        "rules.RET-04.severity = 'error'\nrules.ENC-03.severity = 'info'\nrules.RET-01.severity.to-confirm = 'info'\n"
    )
    weights = {rule.id: rule.weights for rule in rules(settings(tmp_path, text), tmp_path / "a.yaml").rules}
    assert weights["RET-04"] == {Kind.VIOLATION: Severity.ERROR, Kind.NOT_STATED: Severity.ERROR}
    assert set(weights["ENC-03"]) == {Kind.VIOLATION, Kind.NOT_STATED, Kind.TO_CONFIRM}
    assert weights["RET-01"] == {Kind.TO_CONFIRM: Severity.INFO}


def test_later_overrides_go_before_earlier_ones_key_by_key(tmp_path: Path) -> None:
    """Lists are replaced, tables of rules joined."""
    text = """
ignore = ["media"]
rules.RET-04 = {days = 1, severity = "error"}
[[overrides]]
paths = ["a/**/*.yaml", "b"]
ignore = ["MED-01"]
rules.RET-04.days = 2
[[overrides]]
paths = ["a/deep/"]
rules.RET-04.days = 3
"""
    found = settings(tmp_path, text)

    def asked(path: str) -> tuple[object, int, int]:
        in_force = rules(found, tmp_path / path)
        (rule,) = [rule for rule in in_force.rules if rule.id == "RET-04"]
        return rule.values["days"], len(rule.weights), len(in_force.left_out)

    assert asked("c.yaml") == (1, 2, 4)
    assert asked("a/x.yaml") == (2, 2, 1)
    assert asked("b/any/x.yaml") == (2, 2, 1)
    assert asked("a/deep/x.yaml") == (3, 2, 1)


@pytest.mark.parametrize(
    ("pattern", "path", "found"),
    [
        ("a", "a/b/c.yaml", True),
        ("a", "ab/c.yaml", False),
        ("*.yaml", "c.yaml", True),
        ("*.yaml", "a/c.yaml", False),
        ("**/*.yaml", "c.yaml", True),
        ("**/*.yaml", "a/b/c.yaml", True),
        ("a/**", "a/b/c.yaml", True),
        ("./a/?.yaml", "a/c.yaml", True),
        ("a/[bc].yaml", "a/c.yaml", True),
        ("a/[!bc].yaml", "a/c.yaml", False),
        ("a/[!b].yaml", "a//.yaml", False),
        ("a.yaml", "axyaml", False),
        ("市/*", "市/記述.yaml", True),
    ],
)
def test_patterns_mean_paths(pattern: str, path: str, found: bool) -> None:
    """A star stays within a folder, two go through any number, and a folder means what is below it."""
    assert matches(path, pattern) is found


def test_the_nearest_file_upwards_is_found_up_to_the_root_of_the_repository(tmp_path: Path) -> None:
    """Beyond it nothing is read, and in one folder the own file goes before pyproject.toml."""
    deep = tmp_path / "repository" / "a" / "b"
    deep.mkdir(parents=True)
    outside = tmp_path / "dataflow-assess.toml"
    outside.touch()
    assert find(deep) == outside
    (tmp_path / "repository" / ".git").touch()
    assert find(deep) is None
    project = tmp_path / "repository" / "pyproject.toml"
    project.write_text("[tool.ruff]\n", encoding="utf-8")
    assert find(deep) is None
    project.write_text("[tool.dataflow-assess]\n", encoding="utf-8")
    assert find(deep) == project
    own = tmp_path / "repository" / "dataflow-assess.toml"
    own.touch()
    assert find(deep) == own
    nearer = deep.parent / "pyproject.toml"
    nearer.write_text("[tool.dataflow-assess\n", encoding="utf-8")
    assert find(deep) == nearer, "a file that cannot be read is not passed over"


def test_plugin_files_of_the_file_are_relative_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the command line are relative to where it is called."""
    monkeypatch.chdir(tmp_path)
    deep = tmp_path / "deep"
    deep.mkdir()
    assert settings(deep, "plugins = ['p.py']\n").files("plugins") == (Path("deep/p.py"),)
    assert settings(deep, "", {"plugins": ("p.py",)}).files("plugins") == (Path("p.py"),)
