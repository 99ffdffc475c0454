"""Which descriptions and rules does ``check`` take, and with which status does it end?"""

from pathlib import Path

import pytest

from tests.unit.cli.running import KONBINI, SMALL, refused, report, run

RANKS = ["ERROR", "WARNING", "INFO", "QUESTION"]
MATRIX = {
    "error": [1, 0, 0, 0],
    "warning": [1, 1, 0, 0],
    "info": [1, 1, 1, 0],
    "question": [1, 1, 1, 1],
    "never": [0, 0, 0, 0],
}


def _rules(*arguments: str | Path) -> set[str]:
    return {each["rule"] for each in report(*arguments)["findings"]}


@pytest.mark.parametrize(("fail_on", "statuses"), MATRIX.items())
def test_the_threshold_decides_the_status(fail_on: str, statuses: list[int], small: Path, rules: Path) -> None:
    """A finding of the threshold's severity or above is status 1, any other is 0."""
    ended = [
        run("check", small, "--plugin", rules, "--select", f"W-{rank}", "--fail-on", fail_on).exit_code
        for rank in RANKS
    ]
    assert ended == statuses


def test_the_threshold_is_error_unless_told(small: Path, rules: Path) -> None:
    """Silences and questions do not stop a pipeline that has not asked for that."""
    ended = [run("check", small, "--plugin", rules, "--select", f"W-{rank}").exit_code for rank in RANKS]
    assert ended == MATRIX["error"]


def test_a_pass_never_counts(small: Path, rules: Path) -> None:
    """What is shown to be in order has its own heading and no weight, although its rule is an error."""
    result = run("check", small, "--plugin", rules, "--select", "W-PASS", "--fail-on", "question", "--lang", "en")
    assert result.exit_code == 0
    assert "\n  W-PASS " in result.stdout
    assert "error 0" in result.stdout


def test_one_bad_system_among_many_decides(small: Path, tmp_path: Path) -> None:
    """The worst finding of all descriptions counts."""
    good = tmp_path / "good.yaml"
    good.write_text(SMALL.replace("encryption: none", "encryption: tls"), encoding="utf-8")
    assert run("check", good).exit_code == 0
    assert run("check", good, small).exit_code == 1


def test_several_descriptions_end_in_a_table(small: Path) -> None:
    """Each of them stands in it with its counts, the total below."""
    lines = run("check", small, KONBINI, "--lang", "en").stdout.splitlines()
    rows = [line.split() for line in lines[-4:]]
    assert rows[0] == ["error", "warning", "info", "question", "in", "order"]
    assert [row[0] for row in rows[1:]] == [small.as_posix(), KONBINI.removesuffix("/description.yaml"), "total"]
    assert [int(rows[1][at]) + int(rows[2][at]) for at in range(1, 6)] == [int(count) for count in rows[3][1:]]


def test_a_folder_means_every_description_below_it(small: Path, tmp_path: Path) -> None:
    """Other files in it are passed over."""
    deep = tmp_path / "below" / "deep"
    deep.mkdir(parents=True)
    (deep / "other.yml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "settings.yaml").write_text("colour: blue\n", encoding="utf-8")
    paths = [system["path"] for system in report(tmp_path)["systems"]]
    assert paths == [(deep / "other.yml").as_posix(), small.as_posix()]


def test_a_dash_is_standard_input() -> None:
    """Its findings name it, and its lines are quoted."""
    result = run("check", "-", "--lang", "en", "--select", "ENC-01", stdin=SMALL)
    assert result.exit_code == 1
    assert "--> <stdin>:14:9" in result.stdout
    assert "14 |       - Phone -> Server" in result.stdout


def test_select_takes_identifiers_and_beginnings(small: Path, rules: Path) -> None:
    """Lists, repeated options, small letters and prefixes all work."""
    plugin = ("--plugin", rules)
    assert _rules(small, *plugin, "--select", "W-INFO,w-error") == {"W-INFO", "W-ERROR"}
    assert _rules(small, *plugin, "--select", "W-INFO", "--select", " W-ERROR ") == {"W-INFO", "W-ERROR"}
    assert _rules(small, *plugin, "--select", "w-") == {"W-ERROR", "W-WARNING", "W-INFO", "W-QUESTION", "W-PASS"}


def test_ignore_leaves_rules_out(small: Path, rules: Path) -> None:
    """It wins over select, and takes beginnings too."""
    plugin = ("--plugin", rules)
    everything = _rules(small, *plugin)
    assert _rules(small, *plugin, "--ignore", "ENC") == {name for name in everything if name.startswith("W-")}
    assert _rules(small, *plugin, "--select", "W-", "--ignore", "W-P,W-E") == {"W-WARNING", "W-INFO", "W-QUESTION"}
    assert _rules(small, "--select", "ENC", "--ignore", "E") == set()


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_told_with_the_nearest(option: str, small: Path) -> None:
    """A misspelt identifier must not pass for a rule that found nothing; all of them are told."""
    lines = refused("check", small, option, "ENC-1O,ENC-01", option, "NOPE", "--lang", "en")
    assert len(lines) == 3
    assert "ENC-1O" in lines[0]
    assert "did you mean “ENC-10”?" in lines[0]
    assert "NOPE" in lines[1]
    assert "did you mean" not in lines[1]
    assert "2" in lines[2]


@pytest.mark.parametrize("words", ["", ",", "ENC-01,"])
def test_an_empty_word_is_no_rule(words: str, small: Path) -> None:
    """An unset variable in a pipeline must not select everything or nothing."""
    assert refused("check", small, "--select", words, "--lang", "en")


def test_an_unknown_format_is_told_with_those_that_are_known(small: Path) -> None:
    """Plugins' formats are among them."""
    (line,) = refused("check", small, "--format", "jsn", "--lang", "en")
    assert "jsn" in line
    assert "text, json" in line


def test_without_a_path_there_is_nothing_to_check() -> None:
    """That is a mistake of usage, not a clean run."""
    assert run("check").exit_code == 2


@pytest.mark.parametrize("option", [("--fail-on", "serious"), ("--lang", "fr"), ("--nope",)])
def test_a_wrong_option_is_status_two(option: tuple[str, ...], small: Path) -> None:
    """As every other run that could not be done."""
    result = run("check", small, *option)
    assert result.exit_code == 2
    assert not result.stdout


def test_an_unknown_command_is_status_two() -> None:
    """So is a command that does not exist."""
    assert run("chekc").exit_code == 2
