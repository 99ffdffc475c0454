"""How does ``report`` write the attachment, and what happens when it cannot?"""

from pathlib import Path

import pytest

from dataflow_assess.reports.attachment.renderers import FORMATS
from tests.unit.cli.running import SMALL, refused, run

BEGINNINGS = {"md": b"# Road reports"}


@pytest.mark.parametrize(("suffix", "beginning"), BEGINNINGS.items())
def test_the_suffix_decides_the_format(suffix: str, beginning: bytes, small: Path) -> None:
    """In small or capital letters, and nothing is printed."""
    target = small.with_suffix(f".{suffix.upper()}")
    result = run("report", small, "-o", target)
    assert (result.exit_code, result.output) == (0, "")
    assert target.read_bytes().startswith(beginning)


@pytest.mark.parametrize("name", ["attachment.svg", "attachment", "md", ".md"])
def test_an_unknown_suffix_is_told_with_those_that_are_known(name: str, small: Path) -> None:
    """Before anything is read."""
    (line,) = refused("report", small, "-o", small.with_name(name), "--lang", "en")
    assert name in line
    assert ", ".join(f".{form}" for form in FORMATS) in line
    assert not small.with_name(name).exists()


def test_an_output_file_is_required(small: Path) -> None:
    """An attachment is not printed on a terminal."""
    assert run("report", small).exit_code == 2


def test_an_existing_file_stays_as_it_was_when_the_description_is_wrong(small: Path) -> None:
    """The problems are told, all of them."""
    target = small.with_suffix(".md")
    target.write_text("yesterday", encoding="utf-8")
    small.write_text(
        SMALL.replace("kind: server", "kind: servr").replace("kind: terminal", "kind: x"), encoding="utf-8"
    )
    assert len(refused("report", small, "-o", target, "--lang", "en")) == 3
    assert target.read_text(encoding="utf-8") == "yesterday"


def test_a_folder_that_is_missing_is_told(small: Path) -> None:
    """Nothing is made on the way."""
    (line,) = refused("report", small, "-o", small.parent / "none" / "x.md", "--lang", "en")
    assert "no such file or folder" in line
    assert list(small.parent.iterdir()) == [small]


def test_the_language_can_be_chosen(small: Path) -> None:
    """Otherwise it is the description's."""
    target = small.with_suffix(".md")
    run("report", small, "-o", target)
    assert "## 1 Overview" in target.read_text(encoding="utf-8")
    run("report", small, "-o", target, "--lang", "ja")
    assert "## 1 概要" in target.read_text(encoding="utf-8")


def test_rules_of_a_plugin_count(small: Path, rules: Path) -> None:
    """What is installed or named with --plugin raises points."""
    target = small.with_suffix(".md")
    run("report", small, "-o", target, "--plugin", rules)
    assert "found by ERROR" in target.read_text(encoding="utf-8")
    assert "found by PASS" in target.read_text(encoding="utf-8")
