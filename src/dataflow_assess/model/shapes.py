"""Which shape may the value of a key take in a description?

A model class declares, field by field, the key and the shape; the reader, the JSON Schema and the
reference page all walk these declarations, so that they cannot disagree.
"""

from functools import cache
from typing import Any

import attrs

from dataflow_assess.model.statement import NOT_STATED


@attrs.frozen
class Shape:
    """What a value may look like."""


@attrs.frozen
class Text(Shape):
    """Words."""


@attrs.frozen
class Flag(Shape):
    """Yes or no, in any spelling of the word list "flag"."""


@attrs.frozen
class Count(Shape):
    """A number of things, 0 or more."""


@attrs.frozen
class Date(Shape):
    """A date, Gregorian or of an era, as precise as the papers are."""


@attrs.frozen
class Span(Shape):
    """A period: a number with a unit, or words such as 無期限."""


@attrs.frozen
class WordOf(Shape):
    """A word of the category ``category``."""

    category: str


@attrs.frozen
class Ref(Shape):
    """The identifier of an element of one of ``concepts``, for example ("parties",).

    Attributes:
        concepts: the keys of the sections in which the identifier may stand.
        or_word: a category whose words are accepted as well, or "".
    """

    concepts: tuple[str, ...]
    or_word: str = ""


@attrs.frozen
class Many(Shape):
    """A list of ``item``; a single one may stand without the list."""

    item: Shape


@attrs.frozen
class Said(Shape):
    """A statement about ``item``, which can be unknown in every way."""

    item: Shape


@attrs.frozen
class Part(Shape):
    """A nested mapping, read into the model class ``of``.

    Attributes:
        main: the key that a plain value in place of the mapping stands for, or "".
    """

    of: type
    main: str = ""


@attrs.frozen
class Section(Shape):
    """Many elements of the model class ``of``.

    Attributes:
        form: "named" (identifier: {…}), "arrow" (A -> B: {…}), "headed" (head: {…}) or "plain" ({…}).
        head: for "headed", the attribute that the head gives.
        concept: the section in which the head or the arrow's ends must stand, or "".
    """

    of: type
    form: str
    head: str = ""
    concept: str = ""


@attrs.frozen
class Entry:
    """A field of a model class, as it stands in a description.

    Attributes:
        key: the English spelling of the key, see `dataflow_assess.vocabulary.KEYS`.
        shape: what its value may look like.
        required: whether it may be left out.
    """

    key: str
    shape: Shape
    required: bool = False


def entry(key: str, shape: Shape, *, required: bool = False, default: Any = attrs.NOTHING) -> Any:  # noqa: ANN401 - attrs types fields by their annotation
    """Declare a field that is written under ``key`` with ``shape`` in a description."""
    if default is attrs.NOTHING:
        default = _default(shape)
    return attrs.field(default=default, metadata={Entry: Entry(key, shape, required)}, kw_only=True)


def entries(cls: type) -> dict[str, tuple[str, Entry]]:
    """Return the declared fields of a model class: key → (attribute name, entry), in order."""
    return _entries(cls)


@cache
def _entries(cls: type) -> dict[str, tuple[str, Entry]]:
    fields = attrs.fields(cls)
    found = ((field.name, field.metadata[Entry]) for field in fields if Entry in field.metadata)
    return {declared.key: (name, declared) for name, declared in found}


def _default(shape: Shape) -> object:
    match shape:
        case Said():
            return NOT_STATED
        case Many() | Section():
            return ()
        case Text():
            return ""
        case Part():
            return attrs.Factory(shape.of)
        case _:
            return None
