"""How does the command line tell what is wrong with its input?"""

import re
from pathlib import Path

import pytest

from tests.unit.cli.running import KONBINI, SMALL, process, refused, run

TWO_SLIPS = SMALL.replace("encryption: none", "encyption: none").replace("controller: City", "controller: Cty")
COMMANDS: list[tuple[str, ...]] = [("check",), ("draw", "-o", "never-written.svg")]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return a description with a misspelt reference on line 2 and a misspelt key on line 14."""
    path = tmp_path / "broken.yaml"
    path.write_text(TWO_SLIPS, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_problem_is_told_with_its_place_one_a_line(command: tuple[str, ...], broken: Path) -> None:
    """On standard error, with the nearest word, and status 2."""
    lines = refused(*command, broken, "--lang", "en")
    assert len(lines) == 3
    assert lines[0].startswith(f"error: {broken.as_posix()}:2:43: ")
    assert "did you mean “City”?" in lines[0]
    assert lines[1].startswith(f"error: {broken.as_posix()}:14:46: ")
    assert "did you mean “encryption”?" in lines[1]
    assert lines[2].startswith("2 ")


def test_a_fault_is_no_traceback(broken: Path) -> None:
    """Also in a process of its own."""
    done = process("check", broken, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 3


def test_the_problems_of_all_files_are_told_at_once(small: Path, broken: Path, tmp_path: Path) -> None:
    """Good files among them do not count, a missing one and standard input are told in order."""
    missing = tmp_path / "missing.yaml"
    lines = refused("check", small, broken, missing, "-", KONBINI, "--lang", "en", stdin="")
    told = [re.match(r"error: (.*?): ", line) for line in lines]
    named = [match[1] for match in told if match]
    assert named == [
        missing.as_posix(), f"{broken.as_posix()}:2:43", f"{broken.as_posix()}:14:46", "<stdin>",
    ]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_a_missing_file_is_told(command: tuple[str, ...]) -> None:
    """By its name."""
    (line,) = refused(*command, "no-such-file.yaml", "--lang", "en")
    assert line.startswith("error: no-such-file.yaml: ")


def test_a_folder_is_no_description_to_draw(tmp_path: Path) -> None:
    """``draw`` takes one file."""
    (line,) = refused("draw", tmp_path, "-o", tmp_path / "x.svg", "--lang", "en")
    assert line.startswith(f"error: {tmp_path.as_posix()}: ")


def test_what_acts_on_a_terminal_is_not_told_raw(tmp_path: Path) -> None:
    """Escapes, line ends and reading-order marks of a key or a file's name become blanks."""
    path = tmp_path / "a\x1b[31mb\u202e.yaml"
    path.write_text(SMALL + '"\\e[2J\\n\\x9bkey\\u2066": 1\n', encoding="utf-8")
    (line,) = refused("check", path, "--lang", "en")
    assert "a [31mb .yaml:15:1: " in line
    assert "key" in line
    assert not any(char in line for char in "\x1b\x9b\u202e\u2066")


def test_a_file_name_that_is_no_utf8_is_shown_as_far_as_it_can_be(tmp_path: Path) -> None:
    """In the text, in JSON and in a file, without an encoding error."""
    path = tmp_path / "b\udcffb.yaml"
    try:
        path.write_text(SMALL, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system has no such names")
    target = tmp_path / "report"
    for form in ("text", "json"):
        result = run("check", path, "--format", form, "--lang", "en", "-o", target)
        assert result.exit_code == 1, result.output
        assert ".yaml" in target.read_text(encoding="utf-8")


def test_an_interrupted_run_says_nothing(monkeypatch: pytest.MonkeyPatch, small: Path) -> None:
    """Ctrl-C ends with the status that shells expect."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dataflow_assess.cli.session.load_plugins", interrupted)
    result = run("check", small)
    assert (result.exit_code, result.output) == (130, "")
