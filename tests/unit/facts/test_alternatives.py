"""Are conclusions told apart by just the options that matter?"""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dataflow_assess.facts.alternatives import ALWAYS, LIMIT, Case, assume, both, decide, either, holding
from dataflow_assess.model import Standing, Statement

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


@settings(max_examples=150, deadline=None)
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
