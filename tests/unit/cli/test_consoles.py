"""Is the output readable on any console, and harmless on every terminal?"""

import json
import re
import unicodedata
from pathlib import Path

import click
import pytest

from dataflow_assess.cli import main
from dataflow_assess.reports.excerpt import FORMATTING
from tests.unit.cli.running import GALLERY, KONBINI, SMALL, process, python, run

COMMANDS: dict[str, list[str]] = {
    "check": ["diagrams"],
    "draw": [KONBINI, "-o", "/no-such-folder/x.svg", "--data", "証明証"],
    "report": [KONBINI, "-o", "/no-such-folder/x.md"],
    "trace": [KONBINI, "--data", "証明書"],
    "who-sees": [KONBINI],
    "questions": [KONBINI],
    "diff": [KONBINI, "diagrams/nagaokakyo/konbini/description.yaml"],
    "rules": [],
    "explain": ["ENC-01"],
    "config": ["show"],
    "init": ["-"],
    "completion": ["bash"],
    "schema": [],
}
"""Arguments for each command; those of ``draw`` and ``report`` end in a fault, because they print nothing else."""

DRIVER = """
import sys
from dataflow_assess.cli import main

def run(*arguments):
    try:
        main(list(arguments), prog_name="dataflow-assess")
    except SystemExit as ended:
        print(f"== {' '.join(arguments)} ended with {ended.code}")
        sys.stderr.flush()

"""


def _commands(lang: str) -> str:
    """Return a program that runs everything that prints: every command, its help, its faults."""
    names = [name for name in COMMANDS if name in main.list_commands(click.Context(main))]
    calls = [[name, *COMMANDS[name], "--lang", lang] for name in names]
    calls += [["check", "diagrams", "--format", "json", "--lang", lang], ["rules", "--format", "json", "--lang", lang]]
    calls += [[name, "--help"] for name in names] + [["--help"], ["--version"], ["chekc"], ["check", "--nope", "あ"]]
    calls += [["check", "ありません.yaml", "--lang", lang], ["explain", "〜é㊿𠮷", "--lang", lang]]
    return DRIVER + "\n".join(f"run(*{call!r})" for call in calls)


def _written(lang: str, encoding: str) -> tuple[str, str]:
    env = {"PYTHONIOENCODING": encoding, "LC_ALL": f"{lang}.UTF-8"}
    done = python("-c", _commands(lang), "--lang", lang, env=env)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2000:]
    # A console that says it is ASCII gets click's own texts in UTF-8: click takes that for a missing setting.
    told = "utf-8" if encoding == "ascii" else encoding
    return done.stdout.decode(told), done.stderr.decode(told)


def test_every_command_is_tried() -> None:
    """A further command joins the table above."""
    assert set(main.list_commands(click.Context(main))) <= set(COMMANDS)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_console_gets_readable_output(lang: str) -> None:
    """cp932 loses no character, ascii as few as it must; never is there an encoding error or a line less."""
    whole = _written(lang, "utf-8")
    for path in GALLERY:
        assert path in whole[0]
    for encoding in ("cp932", "ascii"):
        for full, told in zip(whole, _written(lang, encoding), strict=True):
            assert "Traceback" not in told
            assert "UnicodeEncodeError" not in told
            assert len(told.splitlines()) == len(full.splitlines())
            assert re.findall(r"[A-Z]{3}-\d\d", told) == re.findall(r"[A-Z]{3}-\d\d", full)
            if encoding == "cp932":
                assert told.count("?") == full.count("?") + full.count("𠮷")


@pytest.mark.parametrize("encoding", ["cp932", "ascii", "utf-8"])
@pytest.mark.parametrize("command", [["check", KONBINI, "--format", "json"], ["rules", "--format", "json"], ["schema"]])
def test_json_is_json_in_any_encoding(command: list[str], encoding: str) -> None:
    """Redirected into a file it can be read as UTF-8 and loses nothing, whatever the console."""
    written = process(*command, "--lang", "ja", env={"PYTHONIOENCODING": encoding}).stdout
    assert json.loads(written) == json.loads(run(*command, "--lang", "ja").stdout)
    assert written.isascii() is (encoding != "utf-8")


def test_plainer_signs_stand_for_those_that_are_missing() -> None:
    """A dash for a dash, a letter without its accent, the number in a circle; a question mark for the rest."""
    env = {"PYTHONIOENCODING": "cp932"}
    done = process("explain", "a〜é㊿𠮷—①b", "--lang", "en", env=env)
    assert "a～e50?-①b" in done.stderr.decode("cp932")


@pytest.mark.parametrize("coerce", ["0", "1"])
def test_the_c_locale_without_utf8_is_no_obstacle(coerce: str, tmp_path: Path) -> None:
    """Japanese arguments arrive, a Japanese file is written, and the output is text."""
    env = {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": coerce}
    path = tmp_path / "道路.yaml"
    path.write_text(SMALL.replace("Phone", "電話"), encoding="utf-8")
    target = tmp_path / "流れ図.svg"
    checked = process("check", path.name, "--lang", "en", env=env, cwd=tmp_path)
    assert checked.returncode == 1, checked.stderr
    assert b"ENC-01" in checked.stdout
    assert checked.stdout.isascii()
    drawn = process("draw", path.name, "-o", target.name, env=env, cwd=tmp_path)
    assert drawn.returncode == 0, drawn.stderr
    assert "電話" in target.read_text(encoding="utf-8")


def test_nothing_of_a_label_acts_on_the_terminal(tmp_path: Path) -> None:
    """Escapes, line ends and reading-order marks in names, evidence and remarks become blanks."""
    hostile = '"x\\e]0;owned\\a\\e[31m\\n= forged: line\\r\\x9b2J\\u202e\\u2066\\u200b\\u2028y"'
    text = SMALL.replace("title: Road reports", f"title: {hostile}").replace("Phone", hostile)
    text = text.replace(f"- {hostile} -> Server", f'- {hostile[:-1]} -> Server"')
    text = text.replace("Report: {", f"Report: {{name: {hostile}, ")
    path = tmp_path / "hostile.yaml"
    path.write_text(text, encoding="utf-8")
    for form in ("text", "json"):
        result = run("check", path, "--lang", "en", "--format", form)
        assert result.exit_code == 1, result.output
        assert not [char for char in result.stdout if unicodedata.category(char) in FORMATTING and char != "\n"]
        assert "\n= forged" not in result.stdout
