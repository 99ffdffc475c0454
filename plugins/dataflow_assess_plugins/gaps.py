"""What is missing where the papers should say something, and what did they leave to an answer?"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TypeVar

import attrs

from dataflow_assess.plugin import ALWAYS, Case, Hit, Kind, Message, Statement, both
from dataflow_assess_plugins.left_open import alike, in_words, is_open, kind_of, says_none, severity_of, stamped, when
from dataflow_assess_plugins.texts import message

T = TypeVar("T")


def was_silent(said: Statement[object]) -> bool:
    """Tell whether the papers were silent on a matter until somebody answered."""
    return said.is_stated and any(before.is_silent for before in said.corrects)


def was_raised(said: Statement[object]) -> bool:
    """Tell whether the description speaks of a matter at all, be it to say that the papers do not."""
    return said.place is not None


def gaps(said: Statement[str], matter: Message, without: Hit, *, settled_by_options: bool = True) -> Iterator[Hit]:
    """Yield a hit where a matter is stated not to be cared for, and one where it is left open.

    Args:
        said: what is said on the matter.
        matter: the matter, as a phrase that begins a sentence.
        without: the hit for a matter that is stated not to be cared for; the other is made from it.
        settled_by_options: whether it is no gap that a matter is undecided, as long as each option cares for it.
    """
    hit = partial(attrs.evolve, without, place=without.place or said.place, statement=said)
    missing = when(said, says_none)
    if missing:
        yield hit(when=stamped(missing))
    if was_silent(said):
        if not missing:
            text = message(
                "{matter} is not stated in the papers; the answer was “{answer}”", matter=matter, answer=said.value
            )
            yield hit(message=text, kind=Kind.NOT_STATED)
    elif said.alternatives and not settled_by_options:
        yield hit(message=in_words(matter, said), kind=Kind.NOT_STATED)
    else:
        yield from open_hits(said, matter, without)


def open_hits(said: Statement[T], matter: Message, like: Hit) -> Iterator[Hit]:
    """Yield a hit where a matter is left open: silent, promised, withheld, undecided, or told in different ways."""
    if not said.alternatives:
        if is_open(said):
            yield _left_open(said, said, matter, like)
        return
    found: dict[object, tuple[Statement[T], list[Case]]] = {}
    for option, case in options(said):
        if is_open(option):
            found.setdefault(alike(option), (option, []))[1].append(case)
    for option, cases in found.values():
        yield _left_open(said, option, matter, like, tuple(cases))


def _left_open(
    said: Statement[T], option: Statement[T], matter: Message, like: Hit, cases: tuple[Case, ...] = ()
) -> Hit:
    return attrs.evolve(
        like,
        message=in_words(matter, option),
        kind=kind_of(option),
        severity=severity_of(option, like.severity),
        place=like.place or said.place,
        statement=said,
        when=cases,
    )


def options(said: Statement[T]) -> Iterator[tuple[Statement[T], Case]]:
    """Yield each statement that may turn out to hold, with the option that it is; empty when nothing is undecided."""
    for index, option in enumerate(said.possible()):
        yield option, (((said.choice, index),) if said.alternatives else ())


def within(cases: tuple[Case, ...], hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the hits as they hold in these cases; what holds in none of them is left out."""
    if cases == ALWAYS:
        yield from hits
        return
    for hit in hits:
        remaining = both(cases, hit.when or ALWAYS)
        if remaining:
            yield attrs.evolve(hit, when=stamped(remaining))
