"""One drawing of each topology serves all tests that look at drawings."""

from collections.abc import Callable
from functools import cache

import pytest

from dataflow_assess.drawing import draw
from tests.unit.drawing.pictures import TOPOLOGIES
from tests.unit.drawing.seen import Seen


@cache
def _seen(name: str) -> Seen:
    return Seen(draw(TOPOLOGIES[name]).decode())


@pytest.fixture(scope="session")
def drawn() -> Callable[[str], Seen]:
    """Return a function that draws one of `TOPOLOGIES` once."""
    return _seen
