"""Under which options of what is undecided does a conclusion hold?

Only the choices that a conclusion depends on are looked at, never the product of all choices of a system.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from math import prod
from typing import TypeVar

from dataflow_assess.model import Choice, Statement

T = TypeVar("T")

Assumption = tuple[str, int]
"""A choice's identifier and the index of the option assumed."""

Case = tuple[Assumption, ...]
"""Options assumed, at most one a choice; an empty case assumes nothing, so what holds in it always holds."""

ALWAYS: tuple[Case, ...] = ((),)
LIMIT = 64
"""Most combinations of options that one conclusion is tried for."""


def assume(said: Statement[T], case: Case | Mapping[str, int]) -> Statement[T]:
    """Return what is said once the choices are made as in ``case``; what it does not decide stays undecided."""
    option = dict(case).get(said.choice) if said.alternatives else None
    return said if option is None else said.alternatives[option]


def readings(said: Statement[T]) -> Iterator[tuple[Statement[T], Case, bool]]:
    """Yield each statement that may turn out to hold, the option assumed, and whether it is then certain.

    Where papers disagree, each of them is a reading, and none is certain.
    """
    options: list[tuple[Statement[T], Case]] = [
        (option, ((said.choice, index),)) for index, option in enumerate(said.alternatives)
    ]
    for option, case in options or [(said, ())]:
        if option.disagrees:
            yield from ((each, case, False) for each in (option, *option.also) if each.is_stated)
        else:
            yield option, case, True


def decide(
    statements: Iterable[Statement[object]], conclude: Callable[[dict[str, int]], T], otherwise: T
) -> tuple[tuple[T, Case], ...]:
    """Return each conclusion with the case in which it holds; the cases exclude one another and cover everything.

    A choice that makes no difference is in no case.

    Args:
        statements: what the conclusion depends on.
        conclude: the conclusion for one option a choice (choice → index of the option).
        otherwise: the conclusion where more than `LIMIT` combinations would have to be tried.
    """
    choices = {said.choice: len(said.alternatives) for said in statements if said.alternatives}
    if prod(choices.values()) > LIMIT:
        return ((otherwise, ()),)
    return _branches(list(choices.items()), {}, conclude)


def _branches(
    choices: list[tuple[str, int]], assumed: dict[str, int], conclude: Callable[[dict[str, int]], T]
) -> tuple[tuple[T, Case], ...]:
    if not choices:
        return ((conclude(assumed), ()),)
    (choice, count), *rest = choices
    options = [_branches(rest, {**assumed, choice: option}, conclude) for option in range(count)]
    if all(branch == options[0] for branch in options):
        return options[0]
    return tuple(
        (conclusion, ((choice, option), *case)) for option, branch in enumerate(options) for conclusion, case in branch
    )


def holding(decided: Iterable[tuple[bool, Case]]) -> tuple[Case, ...]:
    """Return the cases in which the answer is yes: `ALWAYS` when it is yes in all, empty when in none."""
    found, always = [], True
    for answer, case in decided:
        if answer:
            found.append(case)
        else:
            always = False
    return ALWAYS if always else tuple(found)


def both(first: tuple[Case, ...], second: tuple[Case, ...]) -> tuple[Case, ...]:
    """Return the cases in which both hold; a choice cannot be made in two ways at once."""
    if first == ALWAYS:
        return second
    if second == ALWAYS:
        return first
    merged = (dict(one) | dict(other) for one, other in product(first, second) if _agree(one, other))
    return tuple(dict.fromkeys(tuple(case.items()) for case in merged))


def either(*several: tuple[Case, ...]) -> tuple[Case, ...]:
    """Return the cases in which at least one holds."""
    cases = dict.fromkeys(case for cases in several for case in cases)
    return ALWAYS if () in cases else tuple(cases)


def _agree(one: Case, other: Case) -> bool:
    assumed = dict(one)
    return all(assumed.get(choice, option) == option for choice, option in other)


def covers(cases: Iterable[Case], choices: Mapping[str, Choice]) -> bool:
    """Tell whether one of the cases holds however the choices are made.

    Where more than `LIMIT` combinations might have to be tried, only a case that assumes nothing counts.
    """
    held = [dict(case) for case in dict.fromkeys(cases)]
    if not all(held):
        return True
    counts = {choice: len(choices[choice].options) for case in held for choice in case}
    return prod(counts.values()) <= LIMIT and _cover(held, counts)


def _cover(held: list[dict[str, int]], counts: Mapping[str, int]) -> bool:
    if not held or not all(held):
        return bool(held)
    choice = next(iter(held[0]))
    return all(
        _cover([_without(case, choice) for case in held if case.get(choice, option) == option], counts)
        for option in range(counts[choice])
    )


def _without(case: dict[str, int], choice: str) -> dict[str, int]:
    return {name: option for name, option in case.items() if name != choice}
