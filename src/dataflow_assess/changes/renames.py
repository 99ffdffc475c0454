"""Which elements have only another identifier? Only what leaves no doubt is called renamed."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from dataflow_assess.changes.version import Renamed
from dataflow_assess.model import Element, Statement, System
from dataflow_assess.model.matters import elements
from dataflow_assess.model.shapes import Section, entries
from dataflow_assess.vocabulary import Term

_SECTIONS = ("parties", "zones", "nodes", "data", "flows")
_UNLIKE = ("id", "place", "evidence", "note", "waive", "ends", "flow", "index")
"""What two versions of one element may have differently."""

_SELF = "\x00"


def renamed(old: System, new: System) -> Renamed:
    """Return what was renamed from ``old`` to ``new``.

    An element is renamed when it alone is gone and just one came of which the same is said, and which everything else
    refers to in the same way.
    """
    found: dict[tuple[str, str], str] = {}
    for section in _SECTIONS:
        before = {each.id: each for each in getattr(old, section)}
        after = {each.id: each for each in getattr(new, section)}
        gone = [identifier for identifier in before if identifier not in after]
        came = [identifier for identifier in after if identifier not in before]
        if not gone or not came:
            continue
        signs = _signs(old, gone, before), _signs(new, came, after)
        for sign, identifiers in signs[0].items():
            partners = signs[1].get(sign, [])
            if len(identifiers) == 1 == len(partners):
                found[section, identifiers[0]] = partners[0]
    return found


def _signs(system: System, identifiers: list[str], among: dict[str, Any]) -> dict[object, list[str]]:
    """Return the identifiers by what is said of each and of everything that refers to it."""
    found: dict[object, list[str]] = {}
    every = list(elements(system))
    for identifier in identifiers:
        references = tuple(
            sign for each in every if each is not among[identifier] for sign in _references(each, identifier)
        )
        found.setdefault((_content(among[identifier], identifier), references), []).append(identifier)
    return found


def _references(element: Element, identifier: str) -> Iterator[object]:
    """Yield what an element says, without the elements within it, where it refers to the one asked about."""
    cls: type = type(element)
    bare: dict[str, Any] = dict.fromkeys(_sections(cls), ())
    content = _content(attrs.evolve(element, **bare), identifier)
    if _mentions(content):
        yield content


@cache
def _sections(cls: type) -> tuple[str, ...]:
    return tuple(name for name, declared in entries(cls).values() if isinstance(declared.shape, Section))


def _mentions(content: object) -> bool:
    return content == _SELF or (isinstance(content, tuple) and any(map(_mentions, content)))


def _content(value: object, identifier: str) -> object:
    """Return a value without places and remarks, with the identifier asked about as a sign of its own."""
    match value:
        case str():
            return _SELF if value == identifier else value
        case Term():
            return value.en
        case tuple():
            return tuple(_content(each, identifier) for each in value)
        case Statement():
            parts = (value.value, value.text, value.by, value.alternatives, value.also)
            return (value.standing.value, *(_content(each, identifier) for each in parts))
        case Element():
            cls = type(value)
            names = [field.name for field in attrs.fields(cls) if field.name not in _UNLIKE]
            return (cls.__name__, *(_content(getattr(value, name), identifier) for name in names))
    return str(value)
