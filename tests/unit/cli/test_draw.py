"""How does ``draw`` write the diagram, and what happens when it cannot?"""

import os
import sys
from pathlib import Path

import pytest

from tests.unit.cli.running import SMALL, refused, run

BEGINNINGS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph"}


@pytest.mark.parametrize(("suffix", "beginning"), BEGINNINGS.items())
def test_the_suffix_decides_the_format(suffix: str, beginning: bytes, small: Path) -> None:
    """In small or capital letters, and nothing is printed."""
    target = small.with_suffix(f".{suffix.upper()}")
    result = run("draw", small, "-o", target)
    assert (result.exit_code, result.output) == (0, "")
    assert target.read_bytes().startswith(beginning)


def test_pages_left_from_a_longer_diagram_are_named_and_not_touched(small: Path) -> None:
    """Somebody may have made them; a page further on that does not follow is nobody's."""
    target = small.with_suffix(".svg")
    for number in (2, 3, 5):
        target.with_name(f"{target.stem}-{number}.svg").write_text("earlier", encoding="utf-8")
    result = run("draw", small, "-o", target, "--lang", "en")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"{target.stem}-2.svg" in result.stderr
    assert f"{target.stem}-3.svg are left from an earlier diagram; this one ends with page 1" in result.stderr
    assert target.with_name(f"{target.stem}-2.svg").read_text(encoding="utf-8") == "earlier"
    assert run("draw", small, "-o", target, "--page", "1").stderr == ""


@pytest.mark.parametrize("name", ["diagram.docx", "diagram", "svg", ".svg"])
def test_an_unknown_suffix_is_told_with_those_that_are_known(name: str, small: Path) -> None:
    """Before anything is read."""
    (line,) = refused("draw", small, "-o", small.with_name(name), "--lang", "en")
    assert name in line
    assert ".svg, .png, .pdf, .dot" in line
    assert not small.with_name(name).exists()


def test_an_output_file_is_required(small: Path) -> None:
    """A diagram is not printed on a terminal."""
    assert run("draw", small).exit_code == 2


def test_an_unknown_data_item_is_told_with_the_nearest(small: Path) -> None:
    """Or with all that there are."""
    target = small.with_suffix(".svg")
    (near,) = refused("draw", small, "-o", target, "--data", "Reprot", "--lang", "en")
    assert "did you mean “Report”?" in near
    (far,) = refused("draw", small, "-o", target, "--data", "戸籍", "--lang", "en")
    assert far.rstrip().endswith("Report")
    assert not target.exists()


def test_nothing_to_draw_is_told(small: Path) -> None:
    """A description without nodes, and a data item that goes nowhere."""
    target = small.with_suffix(".svg")
    small.write_text(SMALL.replace("flows:", "  Unused: {}\nflows:"), encoding="utf-8")
    (line,) = refused("draw", small, "-o", target, "--data", "Unused", "--lang", "en")
    assert "Unused" in line
    small.write_text(SMALL[: SMALL.index("nodes:")], encoding="utf-8")
    (line,) = refused("draw", small, "-o", target, "--lang", "en")
    assert small.as_posix() in line
    assert not target.exists()


def test_mono_and_paper_change_the_drawing(small: Path) -> None:
    """The options reach the engine."""
    drawn = set()
    for number, options in enumerate([[], ["--mono"], ["--paper", "A3"]]):
        target = small.with_name(f"{number}.svg")
        assert run("draw", small, "-o", target, *options).exit_code == 0
        drawn.add(target.read_bytes())
    assert len(drawn) == 3


def test_a_plugin_puts_badges_on_the_diagram(small: Path, tmp_path: Path) -> None:
    """As data; the drawing shows them."""
    plugin = tmp_path / "badges.py"
    plugin.write_text(
        "from dataflow_assess.plugin import Annotation, Catalogue, hookimpl\n"
        "text = Catalogue('x', None).message('Badge<b>')\n"
        "@hookimpl\ndef dataflow_annotations(assessment):\n"
        "    return [Annotation(assessment.system.nodes[0].id, text)]\n",
        encoding="utf-8",
    )
    target = small.with_suffix(".svg")
    assert run("draw", small, "-o", target, "--plugin", plugin, "--lang", "en").exit_code == 0
    assert "Badge&lt;b&gt;" in target.read_text(encoding="utf-8")


def test_a_raising_annotation_leaves_the_file_as_it_was(small: Path, tmp_path: Path) -> None:
    """A plugin's badge is a plugin's answer."""
    plugin = tmp_path / "raising.py"
    plugin.write_text(
        "from dataflow_assess.plugin import hookimpl\n"
        "@hookimpl\ndef dataflow_annotations(assessment):\n    raise KeyError('badge')\n",
        encoding="utf-8",
    )
    target = _yesterday(tmp_path)
    (line,) = refused("draw", small, "-o", target, "--plugin", plugin, "--lang", "en")
    assert "raising.py" in line
    assert "KeyError: 'badge'" in line
    _check_untouched(target)


def _yesterday(folder: Path) -> Path:
    target = folder / "drawn" / "diagram.svg"
    target.parent.mkdir()
    target.write_text("yesterday", encoding="utf-8")
    return target


def _check_untouched(target: Path) -> None:
    assert target.read_text(encoding="utf-8") == "yesterday"
    assert list(target.parent.iterdir()) == [target]


def test_a_missing_graphviz_is_told_with_how_to_get_it(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the file of yesterday stays."""
    target = _yesterday(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr("dataflow_assess.drawing.wheel.installed", lambda: False)
    (line,) = refused("draw", small, "-o", target, "--lang", "en")
    assert "Graphviz" in line
    assert "install" in line.lower()
    _check_untouched(target)


@pytest.mark.skipif(sys.platform == "win32", reason="the false Graphviz is a shell script")
@pytest.mark.parametrize(
    "script",
    [
        "echo 'lost my way' >&2; exit 1",
        "cat >/dev/null; echo 'lost my way' >&2; exit 0",
        "kill -9 $$",
        "cat >/dev/null; exit 3",
    ],
    ids=["status and words", "words alone", "killed", "status alone"],
)
def test_a_failing_graphviz_is_told_with_what_it_said(
    script: str, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its status and its standard error both count; the file of yesterday stays."""
    false = tmp_path / "bin"
    false.mkdir()
    for name in ("dot", "neato"):
        (false / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (false / name).chmod(0o755)
    target = _yesterday(tmp_path)
    monkeypatch.setenv("PATH", f"{false}{os.pathsep}/usr/bin{os.pathsep}/bin")
    (line,) = refused("draw", small, "-o", target, "--lang", "en")
    assert "Graphviz" in line
    assert ("lost my way" in line) is ("lost my way" in script)
    _check_untouched(target)


def test_a_drawing_over_a_folder_is_told(small: Path, tmp_path: Path) -> None:
    """A folder may be called diagram.svg."""
    target = tmp_path / "diagram.svg"
    target.mkdir()
    (line,) = refused("draw", small, "-o", target, "--lang", "en")
    assert line.startswith(f"error: {target.as_posix()}: ")
    assert not list(target.iterdir())
