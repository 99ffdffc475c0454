"""Are conclusions told apart by just the options that matter?"""

from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dataflow_assess.facts.alternatives import (
    ALWAYS,
    LIMIT,
    Case,
    assume,
    both,
    covers,
    decide,
    either,
    holding,
    readings,
)
from dataflow_assess.model import Choice, Standing, Statement
from dataflow_assess.model.element import NOWHERE
from tests.examples import examples

CHOICES = ("回線", "業者", "方式")


def undecided(choice: str, *values: str) -> Statement[str]:
    """Return a statement that is undecided between ``values``."""
    options = tuple(Statement(Standing.STATED, value) for value in values)
    return Statement(Standing.UNDECIDED, alternatives=options, choice=choice)


LINE, FIRM = undecided("回線", "専用線", "インターネット"), undecided("業者", "甲社", "乙社")


def test_a_statement_is_taken_as_its_option_once_the_choice_is_made() -> None:
    """What is decided already, and what is decided by another choice, stays as it is."""
    stated = Statement(Standing.STATED, "TLS")
    assert assume(LINE, {"回線": 1}).value == "インターネット"
    assert assume(LINE, (("業者", 1),)) is LINE
    assert assume(stated, {"回線": 1}) is stated


def test_a_choice_that_makes_no_difference_is_in_no_case() -> None:
    """The conclusion rests on the line alone, so the firm is not named; and on nothing where all agree."""
    line = decide((LINE, FIRM), lambda assumed: assumed["回線"], otherwise=-1)
    assert line == ((0, (("回線", 0),)), (1, (("回線", 1),)))
    assert decide((LINE, FIRM), len, otherwise=-1) == ((2, ()),)


def test_a_choice_that_matters_in_one_branch_is_named_there_alone() -> None:
    """Only over the internet does it matter who the firm is."""
    found = decide((LINE, FIRM), lambda assumed: assumed["回線"] and assumed["業者"], otherwise=-1)
    assert found == ((0, (("回線", 0),)), (0, (("回線", 1), ("業者", 0))), (1, (("回線", 1), ("業者", 1))))


def test_beyond_the_limit_nothing_is_tried() -> None:
    """Combinations are bounded; the conclusion is then the one for "too many"."""
    many = [undecided(f"選択{number}", "甲", "乙") for number in range(LIMIT.bit_length())]

    def never(_: dict[str, int]) -> str:
        pytest.fail("a combination was tried")

    assert decide(many, never, otherwise="多すぎる") == (("多すぎる", ()),)


cases = st.lists(st.tuples(st.sampled_from(CHOICES), st.integers(0, 1)), max_size=3, unique_by=lambda each: each[0])
several = st.lists(cases.map(tuple), max_size=3).map(tuple)


def holds(cases: tuple[Case, ...], world: dict[str, int]) -> bool:
    """Tell whether one of the cases holds in a world."""
    return any(all(world[choice] == option for choice, option in case) for case in cases)


@examples(150)
@given(several, several)
def test_both_and_either_mean_what_they_say(first: tuple[Case, ...], second: tuple[Case, ...]) -> None:
    """In every combination of options they agree with "and" and "or"."""
    for options in product((0, 1), repeat=len(CHOICES)):
        world = dict(zip(CHOICES, options, strict=True))
        assert holds(both(first, second), world) == (holds(first, world) and holds(second, world))
        assert holds(either(first, second), world) == (holds(first, world) or holds(second, world))


def test_always_is_recognised() -> None:
    """What holds in all cases holds always, and nothing needs to be said beside it."""
    assert holding([(True, (("回線", 0),)), (True, (("回線", 1),))]) == ALWAYS
    assert holding([(True, (("回線", 0),)), (False, (("回線", 1),))]) == ((("回線", 0),),)
    assert either(ALWAYS, ((("回線", 0),),)) == ALWAYS


@examples(150)
@given(
    st.lists(st.dictionaries(st.sampled_from("甲乙丙"), st.integers(0, 1), max_size=3), max_size=6),
)
def test_cases_cover_everything_just_when_one_holds_in_every_world(cases: list[dict[str, int]]) -> None:
    """Tried by the product of all options."""
    choices = {name: Choice(name, ("はい", "いいえ"), NOWHERE) for name in "甲乙丙"}
    every = [dict(zip("甲乙丙", options, strict=True)) for options in product((0, 1), repeat=3)]
    expected = all(any(case.items() <= world.items() for case in cases) for world in every)
    assert covers((tuple(case.items()) for case in cases), choices) is expected


def test_more_combinations_than_can_be_tried_are_not_covered_unless_always() -> None:
    """Then what holds is told case by case, and not as certain."""
    names = [f"選択{number}" for number in range(LIMIT)]
    choices = {name: Choice(name, ("はい", "いいえ"), NOWHERE) for name in names}
    cases = [((name, option),) for name in names for option in (0, 1)]
    assert not covers(cases, choices)
    assert covers([*cases, ()], choices)


def test_readings_are_the_options_and_the_papers_that_disagree() -> None:
    """Options are certain once chosen; papers that disagree are not."""
    one, other = Statement(Standing.STATED, "甲"), Statement(Standing.STATED, "乙")
    disputed = attrs.evolve(one, also=(other,))
    said: Statement[str] = Statement(Standing.UNDECIDED, alternatives=(other, disputed), choice="業者")
    assert list(readings(one)) == [(one, (), True)]
    assert list(readings(said)) == [
        (other, (("業者", 0),), True),
        (disputed, (("業者", 1),), False),
        (other, (("業者", 1),), False),
    ]
