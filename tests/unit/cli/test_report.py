"""How does ``report`` write the attachment, and what happens when it cannot?"""

import sys
from pathlib import Path

import pytest

from dataflow_assess.reports.attachment.renderers import FORMATS
from tests.unit.cli.running import SMALL, refused, run

BEGINNINGS = {"html": b"<!DOCTYPE html>", "docx": b"PK", "pdf": b"%PDF-1.7", "md": b"# Road reports"}


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


def _forget(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the modules of a format be imported anew."""
    for name in [name for name in sys.modules if name.startswith(f"dataflow_assess.reports.{suffix}")]:
        monkeypatch.delitem(sys.modules, name)


LIBRARIES = {"docx": ("docx", "office"), "pdf": ("weasyprint", "pdf")}


@pytest.mark.parametrize("suffix", LIBRARIES)
def test_a_library_that_is_missing_is_told_with_what_to_install(
    suffix: str, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the package was installed without the extra; the file of yesterday stays."""
    library, extra = LIBRARIES[suffix]
    _forget(suffix, monkeypatch)
    monkeypatch.setitem(sys.modules, library, None)
    target = small.with_suffix(f".{suffix}")
    target.write_bytes(b"yesterday")
    (line,) = refused("report", small, "-o", target, "--lang", "en")
    assert f"needs the package {library}" in line
    assert f"pip install 'dataflow-assess[{extra}]'" in line
    assert target.read_bytes() == b"yesterday"


def test_a_shared_library_that_is_missing_is_told(small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """WeasyPrint is there, and what it loads is not."""
    (tmp_path / "weasyprint.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\\nand more\")\n", encoding="utf-8"
    )
    _forget("pdf", monkeypatch)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    (line,) = refused("report", small, "-o", small.with_suffix(".pdf"), "--lang", "en")
    assert "libpango-1.0-0" in line
    assert "apt install libpango" in line
    assert "and more" not in line
    assert not small.with_suffix(".pdf").exists()


@pytest.mark.parametrize("suffix", ["html", "docx", "pdf"])
def test_an_existing_file_stays_as_it_was_when_the_diagram_cannot_be_drawn(
    suffix: str, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Graphviz is missing: nothing is written without the diagram, and what to install is told."""
    target = small.with_suffix(f".{suffix}")
    target.write_bytes(b"yesterday")
    monkeypatch.setenv("PATH", str(small.parent))
    monkeypatch.setattr("dataflow_assess.drawing.wheel.installed", lambda: False)
    (line,) = refused("report", small, "-o", target, "--lang", "en")
    assert "Install Graphviz" in line
    assert target.read_bytes() == b"yesterday"
