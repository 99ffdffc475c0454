"""How are several statements told in one sentence, each unknown named once instead of line by line?"""

from collections.abc import Iterable
from typing import Any

import attrs

from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.messages import Message, message, said
from dataflow_assess.model import Standing, Statement, Storage
from dataflow_assess.wording import STANDINGS


@attrs.frozen
class Clauses:
    """Parts of a sentence, set apart by semicolons."""

    parts: tuple[object, ...]

    def label(self, lang: str) -> str:
        """Return the parts as readers of ``lang`` punctuate them."""
        return ("；" if lang == "ja" else "; ").join(said(part, lang) for part in self.parts)


def shown(statement: Statement[Any]) -> object:
    """Return what is stated, or in which way it is not."""
    return statement.value if statement.value is not None else STANDINGS[statement.standing]


def stated_then_open(parts: Iterable[tuple[Message, Statement[Any]]]) -> tuple[Message, ...]:
    """Return what is stated of each matter, then all that is open, one part a way of being open."""
    found: list[Message] = []
    opened: dict[Standing, list[Message]] = {}
    for what, statement in parts:
        if statement.value is not None:
            found.append(message("{what}: {value}", what=what, value=statement.value))
        else:
            opened.setdefault(statement.standing, []).append(what)
    still = (message("{standing}: {what}", standing=STANDINGS[how], what=what) for how, what in opened.items())
    return (*found, *still)


def resting(graph: DataFlowGraph, storage: Storage) -> Clauses:
    """Return in which form a storage holds data, until when, and who deletes it how."""
    form = (storage.form.value,) if storage.form.value is not None else ()
    return Clauses(
        (*form, *stated_then_open([(message("period of retention"), storage.keep.period), *deletion(graph, storage)]))
    )


def deletion(graph: DataFlowGraph, storage: Storage) -> list[tuple[Message, Statement[Any]]]:
    """Return the matters that a council asks of deletion, with what is said on each."""
    delete = storage.delete
    by = attrs.evolve(delete.by, value=graph.actor(delete.by.value).label) if delete.by.value else delete.by
    return [
        (message("time of deletion"), delete.when),
        (message("who deletes"), by),
        (message("how it is deleted"), delete.how),
        (message("how deletion is verified"), delete.verify),
    ]
