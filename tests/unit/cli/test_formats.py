"""Which formats does ``check`` write in one run, and where does each go?"""

import json
from pathlib import Path

import pytest

from tests.unit.cli.running import process, refused, run


def test_several_formats_go_each_to_its_own_place(small: Path, tmp_path: Path) -> None:
    """One may stay on standard output."""
    log, suite = tmp_path / "out.sarif", tmp_path / "out.xml"
    result = run(
        "check", small, "--format", "text", "--format", f"sarif={log}", "--format", f"junit={suite}", "--lang", "en"
    )
    assert result.exit_code == 1
    assert result.stdout.startswith("error[") or "error[ENC-01]" in result.stdout
    assert json.loads(log.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert suite.read_text(encoding="utf-8").startswith("<?xml")


def test_output_names_the_file_of_the_one_format(small: Path, tmp_path: Path) -> None:
    """As the contract says; and of the one without a file where there are several."""
    alone, beside = tmp_path / "alone.json", tmp_path / "beside.md"
    assert run("check", small, "--format", "json", "--output", alone).stdout == ""
    assert json.loads(alone.read_text(encoding="utf-8"))["format"] == 1
    run("check", small, "--format", f"json={alone}", "--format", "markdown", "-o", beside)
    assert beside.read_text(encoding="utf-8").startswith("## ")


def test_a_dash_is_standard_output(small: Path) -> None:
    """Also for one of several."""
    assert json.loads(run("check", small, "--format", "gitlab=-").stdout)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "text", "--format", "json"], "text and json would both go to standard output"),
        (["--format", "text=x", "--format", "json=x"], "text and json would both go to x"),
        (["--format", "text", "--format", "json", "-o", "x"], "text and json would both go to x"),
        (["--format", "json=x", "-o", "y"], "--output y: every format has a file of its own"),
        (["--format", "jsonx=x"], "there is no format “jsonx”"),
    ],
)
def test_two_formats_never_share_a_place(arguments: list[str], told: str, small: Path) -> None:
    """One would overwrite the other; nothing is written."""
    (line,) = refused("check", small, "--lang", "en", *arguments)
    assert line.startswith(f"error: {told} — ")
    assert not Path("x").exists()


def test_every_wrong_format_is_told_at_once(small: Path) -> None:
    """Not the first alone."""
    assert len(refused("check", small, "--format", "a", "--format", "b=x", "--lang", "en")) == 3


def test_in_github_actions_annotations_are_the_usual_format(small: Path) -> None:
    """Unless a format or a file is named."""
    actions = {"GITHUB_ACTIONS": "true"}
    assert process("check", small, env=actions).stdout.startswith(b"::")
    assert not process("check", small, "--format", "text", env=actions).stdout.startswith(b"::")
    written = small.parent / "findings.txt"
    process("check", small, "-o", written, env=actions)
    assert not written.read_bytes().startswith(b"::")


def test_a_file_that_cannot_be_written_ends_the_run_before_standard_output(small: Path, tmp_path: Path) -> None:
    """Files come first: what a pipeline reads is there, or the run says so."""
    lines = refused(
        "check", small, "--format", "text", "--format", f"json={tmp_path / 'no' / 'x.json'}", "--lang", "en"
    )
    assert "cannot be written" in lines[0]
