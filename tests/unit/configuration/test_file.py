"""Is everything wrong with a configuration told at once, each with its place and what was meant?"""

from pathlib import Path

import pytest

from dataflow_assess.configuration import read_sheet
from dataflow_assess.errors import Fault
from tests.unit.configuration.configured import problems


def test_a_right_file_has_no_problems(tmp_path: Path) -> None:
    """With every option, a table of a rule, and an override."""
    text = """
lang = "ja"
select = ["ENC", "retention", "ACC-03", "PTY-04"]
ignore = ["media", {rules = ["ENC-05"], reason = "decided"}, {rules = "ENC-06", reason = "too"}]
mandatory = "ENC"
fail-on = "warning"
plugins = []
jobs = 0
color = "never"
quiet = true
statistics = true
rules.PTY-04.optional = ["報告", "inspection"]
[rules.RET-04]
severity = {violation = "error", not-stated = "warning", to-confirm = "question"}
days = 365
[[overrides]]
paths = "a/**"
select = "ACC-03"
ignore = []
rules.ACC-03 = {checks = 5, severity = "error", reason = "short trials"}
"""
    assert problems(tmp_path, text) == []


WRONG = {
    "fail_on = 'warning'": "x.toml:1:1: there is no option “fail_on” — did you mean “fail-on”?",
    "reason = 'x'": "x.toml:1:1: there is no option “reason” — available: ",
    "fail-on = 'waning'": "x.toml:1:11: “fail-on”: found “waning” — did you mean “warning”?",
    "jobs = -1": "x.toml:1:8: “jobs”: found -1 — expected 0 or more",
    "jobs = true": "x.toml:1:8: “jobs”: found true — expected whole number",
    "quiet = 'yes'": "x.toml:1:9: “quiet”: found “yes” — expected true or false",
    "lang = 3": "x.toml:1:8: “lang”: found 3 — expected text",
    "select = ['ENC', 3]": "x.toml:1:18: “select”: found 3 — expected text",
    "select = {}": "x.toml:1:10: “select”: found a table — expected list of texts",
    "select = ['encryptoin']": "x.toml:1:11: there is no rule “encryptoin” — did you mean “encryption”?",
    "mandatory = ['RET-99']": "x.toml:1:14: there is no rule “RET-99” — did you mean “RET-",
    "ignore = ['']": "x.toml:1:11: there is no rule “”",
    "ignore = [{rules = ['ENC-01']}]": "x.toml:1:11: this leaves no rule out — write ",
    "ignore = [{rules = ['ENC-01'], reason = ' '}]": "x.toml:1:11: this leaves no rule out — write ",
    "ignore = [3]": "x.toml:1:11: this leaves no rule out — write ",
    "rules = 3": "x.toml:1:9: “rules” is no table — write [rules.ENC-01]",
    "rules.RET-04 = 3": "x.toml:1:16: “RET-04” is no table — write [rules.RET-04]",
    "[rules.RET-4]": "x.toml:1:8: there is no rule “RET-4” — did you mean “RET-04”?",
    "[rules.RET-04]\ndys = 3": "x.toml:2:1: the rule RET-04 has no parameter “dys” — did you mean “days”?",
    "[rules.RET-04]\ndays = 'x'": "x.toml:2:8: “days”: found “x” — expected whole number",
    "[rules.RET-03]\ntolerance = 2": "x.toml:2:13: “tolerance”: found 2 — expected 1 or less",
    "[rules.PTY-04]\noptional = ['adit']": "x.toml:2:13: “optional”: found “adit” — ",
    "[rules.CON-04]\nconnected = ['lgwan']": "x.toml:2:14: “connected”: found “lgwan” — ",
    "[rules.RET-04]\nseverity = 'warn'": "x.toml:2:12: there is no severity “warn” — did you mean “warning”?",
    "[rules.RET-04]\nseverity = 3": "x.toml:2:12: this is no severity — expected one of: error",
    "[rules.RET-04]\nseverity = {stated = 'info'}": "x.toml:2:13: there is no kind of finding “stated” — ",
    "[rules.RET-04]\nseverity = {violation = 'x'}": "x.toml:2:25: there is no severity “x” — available: error",
    "[rules.RET-04]\nreason = ''": "x.toml:2:10: the reason is no text — write reason = ",
    "overrides = 3": "x.toml:1:13: “overrides” is no list of tables — write [[overrides]]",
    "[[overrides]]": "x.toml:1:1: an override without “paths” would hold for nothing — add ",
    "[[overrides]]\npaths = [3]": "x.toml:2:9: “paths” is no list of texts — write paths = ",
    "[[overrides]]\npaths = ['/a']": "x.toml:2:10: “/a” is an absolute path — patterns are relative",
    "[[overrides]]\npaths = ['a']\npath = 'b'": "x.toml:3:1: there is no option “path” — did you mean “paths”?",
    "[[overrides]]\npaths = ['a']\nselect = 3": "x.toml:3:10: “select”: found 3 — expected list of texts",
    "[[overrides]]\npaths = ['a']\nmandatory = []": "x.toml:3:1: there is no option “mandatory” — available: paths",
}


@pytest.mark.parametrize(("text", "told"), WRONG.items(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_place(text: str, told: str, tmp_path: Path) -> None:
    """And with the nearest word, or with what was expected."""
    (line,) = problems(tmp_path, text + "\n")
    assert line.startswith(told)


def test_all_problems_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Those that need the rules stand between those that do not."""
    text = "select = ['ENK-01']\njobs = -1\n[rules.RET-04]\ndays = -1\n[rules.RET-99]"
    found = problems(tmp_path, text)
    assert [line.split(": ")[0] for line in found] == ["x.toml:1:11", "x.toml:2:8", "x.toml:4:8", "x.toml:5:8"]


MANDATORY = {
    "ignore = ['ENC-01']": "x.toml:2:11: ENC-01 cannot be left out without a reason: mandatory",
    "ignore = ['E']": "x.toml:2:11: ENC-01 cannot be left out without a reason: mandatory",
    "ignore = ['encryption']": "x.toml:2:11: ENC-01 cannot be left out without a reason: mandatory",
    "rules.ENC-01.severity = 'info'": "x.toml:2:14: ENC-01 is mandatory: its severity cannot be lowered without",
    "rules.RET-04.days = 5": "x.toml:2:14: RET-04 is mandatory: “days” cannot be set without a reason",
    "[[overrides]]\npaths = ['a']\nignore = ['ENC-01']": "x.toml:4:11: ENC-01 cannot be left out without a reason",
}


@pytest.mark.parametrize(("text", "told"), MANDATORY.items(), ids=MANDATORY)
def test_a_mandatory_rule_is_not_switched_off_or_weakened_without_a_reason(
    text: str, told: str, tmp_path: Path
) -> None:
    """Whether by its name, its beginning or its group, everywhere or for some descriptions."""
    (line,) = problems(tmp_path, f"mandatory = ['ENC-01', 'RET-04']\n{text}\n")
    assert line.startswith(told)


@pytest.mark.parametrize(
    "text",
    [
        "ignore = [{rules = ['ENC-01'], reason = 'decided on 1 May'}]",
        "rules.ENC-01 = {severity = 'info', reason = 'decided on 1 May'}",
        "rules.RET-04.severity = 'error'",
    ],
)
def test_with_a_reason_a_mandatory_rule_may_be_set(text: str, tmp_path: Path) -> None:
    """And a rule may weigh more without one."""
    assert problems(tmp_path, f"mandatory = ['ENC-01', 'RET-04']\n{text}\n") == []


BROKEN = {
    "a ＝ 1": ("x.toml:1:3", "an “=” is missing after the name — “＝” is full-width: write ="),
    "a = “x”": ("x.toml:1:5", "the value is neither a text in quotation marks nor a number"),
    "a = 'x": ("x.toml:1:7", "a quotation mark is not closed"),
    "a = [1": ("x.toml:1:7", "a bracket is not closed"),
    "a = 1\na = 2": ("x.toml:2:6", "the name stands twice"),
    "[a]\n[a]": ("x.toml:2:3", "the table stands twice"),
    "a = 1 b": ("x.toml:1:7", "something follows the value"),
    "a = warning": ("x.toml:1:5", "the value is neither"),
    'a = "\\d"': ("x.toml:1:8", "a backslash inside double quotation marks"),
    "　a = 1": ("x.toml:1:1", "here should stand “name = value” or “[table]” — “U+3000” is full-width: write U+0020"),
}


@pytest.mark.parametrize(("text", "told"), BROKEN.items(), ids=BROKEN)
def test_what_is_no_toml_is_told_with_place_and_slip(text: str, told: tuple[str, str], tmp_path: Path) -> None:
    """In our own words, not those of the library."""
    place, why = told
    (line,) = problems(tmp_path, text)
    assert line.startswith(place)
    assert why in line


def test_a_file_that_cannot_be_used_at_all_is_told(tmp_path: Path) -> None:
    """Missing, a folder, in another encoding, too large, or a pyproject.toml that does not speak of us."""
    (tmp_path / "sjis.toml").write_text("lang = '日本語'", encoding="cp932")
    (tmp_path / "large.toml").write_bytes(b"#" * (2**20 + 1))
    (tmp_path / "pyproject.toml").write_text("[tool]\nother = 1\n", encoding="utf-8")
    told = {
        "missing.toml": "there is no such file",
        ".": "it is a folder",
        "sjis.toml": "Shift_JIS",
        "large.toml": "is larger than 1 MiB",
        "pyproject.toml": "has no table [tool.dataflow-assess]",
    }
    for name, text in told.items():
        with pytest.raises(Fault, match=name) as caught:
            read_sheet(tmp_path / name, name)
        assert text in caught.value.lines("en")[0]
