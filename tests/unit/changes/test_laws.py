"""Which laws hold for any two descriptions? Nothing differs from itself, and the way back is the way there reversed."""

import pytest
from hypothesis import given, settings

from dataflow_assess.changes import compare
from dataflow_assess.changes.change import Direction
from tests.strategies import Sketch, inhabited, text_of
from tests.unit.changes.versions import assessed
from tests.unit.reports.gallery import gallery


def _signs(changes: object, *, reverse: bool = False) -> list[tuple[str, str, str]]:
    return sorted(
        (each.aspect.value, (each.direction.opposite if reverse else each.direction).value, each.subject.id)
        for each in changes  # type: ignore[attr-defined] # a tuple of changes
    )


@settings(max_examples=40, deadline=None)
@given(inhabited())
def test_nothing_differs_from_itself(sketch: Sketch) -> None:
    """Whatever is unknown in it."""
    one, other = assessed(text_of(sketch)), assessed(text_of(sketch), "別名.yaml")
    found = compare(one, other)
    assert (found.changes, found.renames, found.came, found.went) == ((), (), (), ())


@settings(max_examples=40, deadline=None)
@given(inhabited(), inhabited())
def test_the_way_back_reverses_every_change(first: Sketch, second: Sketch) -> None:
    """New is gone, worse is better, and what only changed changed."""
    one, other = assessed(text_of(first)), assessed(text_of(second))
    there, back = compare(one, other), compare(other, one)
    assert _signs(there.changes) == _signs(back.changes, reverse=True)
    assert {(each.before, each.after) for each in there.renames} == {(each.after, each.before) for each in back.renames}
    assert sorted(each.fingerprint for each in there.came) == sorted(each.fingerprint for each in back.went)


@pytest.mark.parametrize("index", range(20))
def test_no_case_of_the_gallery_differs_from_itself(index: int) -> None:
    """Real papers hold every shape of an unknown."""
    found = compare(gallery()[index], gallery()[index])
    assert (found.changes, found.renames, found.came, found.went) == ((), (), (), ())


@pytest.mark.parametrize("index", range(0, 20, 3))
def test_any_two_cases_of_the_gallery_can_be_compared(index: int) -> None:
    """Each change has its sentence in both languages, and the way back is the reverse."""
    one, other = gallery()[index], gallery()[(index + 7) % 20]
    there, back = compare(one, other), compare(other, one)
    assert there.changes
    assert all(each.message.text(lang) for each in there.changes for lang in ("ja", "en"))
    assert _signs(there.changes) == _signs(back.changes, reverse=True)


@pytest.mark.parametrize("direction", Direction)
def test_the_opposite_of_the_opposite_is_the_direction(direction: Direction) -> None:
    """An involution."""
    assert direction.opposite.opposite is direction
