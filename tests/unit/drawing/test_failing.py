"""Is a failure outside the engine told so that a clerk can mend it?"""

import os
import stat
import sys
from pathlib import Path

import pytest

from dataflow_assess.drawing import DrawingError, draw, engine, wheel
from tests.unit.drawing.pictures import ALONE, CYCLE

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for Graphviz is a shell script")


def stand_in(folder: Path, script: str) -> str:
    """Put programs called dot and neato into a folder and return it."""
    for name in ("dot", "neato"):
        program = folder / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(folder)


def told(caught: pytest.ExceptionInfo[DrawingError], *words: str) -> bool:
    """Tell whether both languages name what is wrong."""
    error = caught.value
    return all(word in error.ja and word in error.en for word in words) and error.lines("en") == [error.en]


def test_a_missing_graphviz_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without Graphviz, and without the wheel with its libraries, the reader learns what to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(wheel, "installed", lambda: False)
    with pytest.raises(DrawingError) as caught:
        draw(ALONE)
    assert told(caught, "Graphviz", "dot", "apt install graphviz", "pip install 'dataflow-assess[graphviz]'")


@posix
@pytest.mark.parametrize("script", ["echo broken >&2; exit 1", "echo '{}'; echo broken >&2"])
def test_a_failing_graphviz_is_quoted(script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A complaint counts as a failure even when the exit status is 0."""
    monkeypatch.setenv("PATH", stand_in(tmp_path, script) + os.pathsep + "/bin")
    with pytest.raises(DrawingError) as caught:
        draw(ALONE)
    assert told(caught, "broken")


@posix
def test_a_graphviz_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A drawing never keeps its reader waiting for ever."""
    monkeypatch.setenv("PATH", stand_in(tmp_path, "exec sleep 20") + os.pathsep + "/bin")
    with pytest.raises(DrawingError) as caught:
        engine.run("dot", "svg", "graph{}", timeout=0.2)
    assert told(caught, "0.2")


@posix
def test_a_missing_font_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Graphviz draws boxes for Japanese without a word; the engine does not."""
    settings = tmp_path / "fonts.conf"
    settings.write_text(
        f"<?xml version='1.0'?><fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", encoding="utf-8"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(settings))
    with pytest.raises(DrawingError) as caught:
        draw(ALONE)
    assert told(caught, "fonts-noto-cjk", "Noto Sans CJK JP")


@posix
def test_an_order_that_graphviz_cannot_find_is_made_without_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Some versions of dot fail on clusters; the drawing is then made in the order of the description."""
    real = engine._command("dot")[0]
    script = f'case "$*" in -Tjson) echo lost >&2; exit 1;; *) exec {real} "$@";; esac'
    stand_in(tmp_path, script)
    neato = tmp_path / "neato"
    neato.unlink()
    neato.symlink_to(engine._command("neato")[0])
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin")
    assert b'id="flow-7"' in draw(CYCLE)
