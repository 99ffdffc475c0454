"""Can a diagram be drawn where the program Graphviz is not installed, but the wheel with its libraries is?"""

from pathlib import Path

import pytest

from dataflow_assess.drawing import DrawingError, Format, draw, engine, wheel
from tests.unit.drawing.legible import faults
from tests.unit.drawing.pictures import LOOPS, STORE
from tests.unit.drawing.seen import Seen

pytestmark = pytest.mark.skipif(not wheel.installed(), reason="there is no wheel of pygraphviz for this computer")


@pytest.fixture(autouse=True)
def _without_graphviz(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def test_the_libraries_draw_a_page_that_can_be_read() -> None:
    """The layout, the fonts and the drawing are as good as those of the program."""
    seen = Seen(draw(STORE).decode())
    assert not faults(seen)
    assert {f"flow-{arrow.number}" for arrow in STORE.arrows} == set(seen.groups("flow"))


@pytest.mark.parametrize(("form", "start"), [("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_the_libraries_write_every_format(form: Format, start: bytes) -> None:
    """Pictures and PDF need no program either."""
    assert draw(LOOPS, format=form).startswith(start)


def test_several_graphs_are_answered_in_turn() -> None:
    """The order of many arrangements is asked for at a time."""
    written = engine.run("dot", "json", "digraph{a->b}\ndigraph{c}").decode()
    assert written.count('"directed": true') == 2


def test_what_the_libraries_refuse_is_told() -> None:
    """Their complaint comes as a fault, never as a crash."""
    with pytest.raises(DrawingError):
        engine.run("dot", "nothing", "digraph{a}")
    with pytest.raises(DrawingError):
        engine.run("neato", "svg", "digraph{")
