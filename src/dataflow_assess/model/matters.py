"""On which matters does a description make a statement: of which element, under which key?"""

from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any

import attrs

from dataflow_assess.model.element import Element
from dataflow_assess.model.shapes import Part, Said, Section, entries
from dataflow_assess.model.statement import NOT_STATED, Statement
from dataflow_assess.model.system import System
from dataflow_assess.vocabulary import Key, standard_vocabulary


@attrs.frozen
class Matter:
    """What a statement is about, within its element.

    Attributes:
        keys: the keys that lead to it, the outer first: one, or two where it stands in a part such as ``delete``.
    """

    keys: tuple[Key, ...]

    @property
    def name(self) -> str:
        """The English keys, joined by a dot: ``delete.by``."""
        return ".".join(key.en for key in self.keys)

    def label(self, lang: str) -> str:
        """Return the keys as readers of ``lang`` know them."""
        return ("の" if lang == "ja" else ": ").join(key.label(lang) for key in self.keys)


def elements(system: System) -> Iterator[Element]:
    """Yield every element of a system, in the order of the sections; hops come after their flow."""
    yield system.overview
    yield from inside(system)


def statements(element: Element) -> list[tuple[Matter, Statement[object]]]:
    """Return every statement that an element makes, those of its parts in place.

    One that says that the papers are silent is among them; a matter of which nothing is written is not.
    """
    cls: type = type(element)
    matters, said_of = _matters(cls)
    return [(matter, said) for matter, said in zip(matters, said_of(element), strict=True) if said is not NOT_STATED]


def inside(element: Element) -> Iterator[Element]:
    """Yield every element within an element, in the order of its sections; waivers are none."""
    cls: type = type(element)
    for name in _sections(cls):
        for each in getattr(element, name):
            yield each
            yield from inside(each)


@cache
def _sections(cls: type) -> tuple[str, ...]:
    """Return the names of the attributes that hold further elements."""
    return tuple(
        name
        for name, declared in entries(cls).values()
        if isinstance(declared.shape, Section) and declared.key != "waive"
    )


@cache
def _matters(cls: type) -> tuple[tuple[Matter, ...], Callable[[Element], tuple[Any, ...]]]:
    """Return what a class of elements makes statements on, and what reads all of them at once."""
    found = tuple(_paths(cls))
    matters = tuple(Matter(keys) for _, keys in found)
    if len(found) < 2:
        return matters, lambda element: tuple(attrgetter(path)(element) for path, _ in found)
    return matters, attrgetter(*(path for path, _ in found))


def _paths(cls: type) -> Iterator[tuple[str, tuple[Key, ...]]]:
    """Yield each statement's attributes, dotted, with the keys that lead to it."""
    for name, declared in entries(cls).values():
        key = standard_vocabulary().key(declared.key)
        if key is not None and isinstance(declared.shape, Said):
            yield name, (key,)
        elif key is not None and isinstance(declared.shape, Part):
            yield from ((f"{name}.{path}", (key, *keys)) for path, keys in _paths(declared.shape.of))
