"""One drawing of each topology serves all tests that look at drawings."""

from collections.abc import Callable
from functools import cache

import pytest

from dataflow_assess.drawing import draw_pages
from tests.unit.drawing.pictures import TOPOLOGIES
from tests.unit.drawing.seen import Seen


@cache
def _pages(name: str) -> tuple[Seen, ...]:
    return tuple(Seen(page.decode()) for page in draw_pages(TOPOLOGIES[name]))


@pytest.fixture(scope="session")
def drawn() -> Callable[[str], Seen]:
    """Return a function that draws one of `TOPOLOGIES` once and shows its first page."""
    return lambda name: _pages(name)[0]


@pytest.fixture(scope="session")
def pages() -> Callable[[str], tuple[Seen, ...]]:
    """Return a function that draws one of `TOPOLOGIES` once and shows all its pages."""
    return _pages
