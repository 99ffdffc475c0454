"""What do the papers say in several versions, and how is each version quoted?"""

from collections.abc import Iterable
from typing import TypeVar

from dataflow_assess.plugin import Message, Paper, Statement
from dataflow_assess_plugins.texts import message

T = TypeVar("T")

SHOWN = 8
"""Most things that a sentence names; the others are related places."""


def versions(said: Statement[T]) -> list[Statement[T]]:
    """Return every version that states a value: what holds, what the papers say elsewhere, what was taken back."""
    return [each for each in (said, *said.also, *said.corrects) if each.value is not None]


def differing(said: Statement[T]) -> list[Statement[T]]:
    """Return the versions beside what holds that say something else; empty when all versions agree."""
    return [each for each in versions(said) if each is not said and each.value != said.value]


def quoted(said: Statement[object]) -> Message:
    """Return a version in quotation marks, with where it is said where that is known."""
    value = _shown(said.value)
    if said.evidence:
        return message("“{value}” ({evidence})", value=value, evidence=said.evidence)
    return message("“{value}”", value=value)


def _shown(value: object) -> object:
    if isinstance(value, bool):
        return message("yes") if value else message("no")
    return value


def listed(names: Iterable[str | Message]) -> tuple[str | Message, ...]:
    """Return names for a sentence, each once and in order; long lists are cut."""
    each = tuple(dict.fromkeys(names))
    if len(each) <= SHOWN:
        return each
    return (*each[:SHOWN], message("{count} more", count=len(each) - SHOWN))


def is_figure(paper: Paper) -> bool:
    """Tell whether a paper is a figure."""
    return paper.kind is not None and paper.kind.has("figure")
