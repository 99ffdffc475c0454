"""How is a statement read, in every way in which it can be known or unknown?"""

from collections.abc import Collection
from typing import Any

import attrs

from dataflow_assess.messages import Message, message
from dataflow_assess.model import NOT_STATED, Choice, Day, Standing, Statement
from dataflow_assess.model.shapes import Many, Shape
from dataflow_assess.reading.context import Context, both, clipped
from dataflow_assess.reading.document import Mapping, Scalar, Sequence, Value
from dataflow_assess.reading.scalars import INVALID, read_scalar
from dataflow_assess.reading.texts import read_date, read_text, read_texts

STATES = ("value", "to-confirm", "undecided", "withheld", "not-stated")
STATEMENT_KEYS = (*STATES, "by", "due", "choice", "also", "corrects", "evidence", "note")


def read_statement(value: Value, shape: Shape, ctx: Context, owner: str) -> Statement[Any] | None:
    """Return the statement written at ``value``, or None after noting the problems.

    Args:
        value: a plain value, a word such as 「確認する」, or a mapping with the keys of a statement.
        shape: the shape of what is stated.
        ctx: where problems, references and choices are noted.
        owner: element and key, from which an unnamed choice takes its name.
    """
    if isinstance(value, Mapping):
        return statement_of(keyed(value, ctx), value, shape, ctx, owner)
    if isinstance(value, Scalar):
        if value.is_null:
            return attrs.evolve(NOT_STATED, place=value.place(ctx.shown))
        standing = standing_of(value, ctx)
        if standing is not None:
            return Statement(standing, place=value.place(ctx.shown))
    if isinstance(value, Sequence) and not isinstance(shape, Many):
        ctx.expected(value, message("a single value; alternatives are written {{undecided: [A, B]}}"))
        return None
    read = read_value(value, shape, ctx)
    return None if read is INVALID else Statement(Standing.STATED, read, place=value.place(ctx.shown))


def keyed(value: Mapping, ctx: Context, allowed: Collection[str] = STATEMENT_KEYS) -> dict[str, Value]:
    """Return the entries of a statement's mapping by key; unknown keys are noted."""
    found: dict[str, Value] = {}
    names: dict[str, Scalar] = {}
    for name, entry in value:
        key = ctx.vocabulary.key(name.text)
        if key is None or key.en not in allowed:
            ctx.unknown_key(name, allowed)
        elif key.en in found:
            ctx.twin_key(names[key.en], name, key)
        else:
            found[key.en], names[key.en] = entry, name
    return found


def statement_of(
    found: dict[str, Value], whole: Mapping, shape: Shape, ctx: Context, owner: str
) -> Statement[Any] | None:
    """Return the statement whose entries are ``found``, or None after noting the problems."""
    states = [state for state in STATES if state in found]
    if len(states) != 1:
        words = tuple(_spelt(state, ctx) for state in states or STATES)
        if states:
            ctx.problem(whole, message("{words} exclude one another", words=words), message("keep one of them"))
        elif len(found) == len(whole.pairs):
            ctx.expected(whole, message("exactly one of: {words}", words=words))
        return None
    standing = Standing.STATED if states[0] == "value" else Standing(states[0])
    body = found[states[0]]
    statement: Statement[Any] | None
    if standing is Standing.STATED:
        statement = read_statement(body, shape, ctx, owner)
    elif standing is Standing.UNDECIDED:
        statement = _undecided(body, found, shape, ctx, owner)
    else:
        statement = Statement(standing, text=read_text(body, ctx), place=whole.place(ctx.shown))
    return None if statement is None else _with_details(statement, found, shape, ctx, owner)


def _with_details(
    statement: Statement[Any], found: dict[str, Value], shape: Shape, ctx: Context, owner: str
) -> Statement[Any]:
    due: Day | None = read_date(found["due"], ctx) if "due" in found else None
    return Statement(
        statement.standing,
        statement.value,
        statement.text,
        by=read_text(found["by"], ctx) if "by" in found else statement.by,
        due=due or statement.due,
        alternatives=statement.alternatives,
        choice=statement.choice,
        evidence=read_texts(found["evidence"], ctx) if "evidence" in found else statement.evidence,
        note=read_text(found["note"], ctx) if "note" in found else statement.note,
        also=statement.also + _others(found.get("also"), shape, ctx, owner),
        corrects=statement.corrects + _others(found.get("corrects"), shape, ctx, owner),
        place=statement.place,
    )


def _undecided(body: Value, found: dict[str, Value], shape: Shape, ctx: Context, owner: str) -> Statement[Any] | None:
    place = body.place(ctx.shown)
    if isinstance(body, Scalar):
        return Statement(Standing.UNDECIDED, text="" if body.is_null else body.text, place=place)
    if not isinstance(body, Sequence) or not body.items:
        ctx.expected(body, message("a list of the alternatives"))
        return None
    options = options_of(body.items, shape, ctx, owner)
    if len(options) < len(body.items):
        return None
    name = read_text(found["choice"], ctx) if "choice" in found else ctx.unnamed(owner, body)
    ctx.choose(Choice(name, tuple(option_label(item) for item in body.items), place))
    return Statement(Standing.UNDECIDED, alternatives=tuple(options), choice=name, place=place)


def options_of(items: list[Value], shape: Shape, ctx: Context, owner: str) -> list[Statement[Any]]:
    """Return the alternatives written as ``items``; those that cannot be read are noted and left out."""
    options = []
    for item in items:
        option = read_statement(item, shape, ctx, owner)
        if option is not None and option.alternatives:
            hint = message("list all alternatives side by side: [A, B, C]")
            ctx.problem(item, message("an alternative has alternatives itself"), hint)
        elif option is not None:
            options.append(option)
    return options


def option_label(value: Value) -> str:
    """Return an alternative in the author's words."""
    if isinstance(value, Scalar):
        return clipped(value.text) or "—"
    if isinstance(value, Sequence):
        return "・".join(option_label(item) for item in value.items)
    assert isinstance(value, Mapping)
    return "・".join(option_label(item) for _, item in value)


def _others(value: Value | None, shape: Shape, ctx: Context, owner: str) -> tuple[Statement[Any], ...]:
    if value is None or (isinstance(value, Scalar) and value.is_null):
        return ()
    several = [value]
    if isinstance(value, Sequence) and not (isinstance(shape, Many) and _has_scalar(value)):
        several = value.items
    read = (read_statement(item, shape, ctx, owner) for item in several)
    return tuple(item for item in read if item is not None)


def _has_scalar(value: Sequence) -> bool:
    return any(isinstance(item, Scalar) for item in value.items)


def read_value(value: Value, shape: Shape, ctx: Context) -> object:
    """Return the value read as ``shape`` (a tuple for `Many`), or `INVALID` after noting the problem."""
    if not isinstance(shape, Many):
        return read_scalar(value, shape, ctx)
    items = value.items if isinstance(value, Sequence) else [value]
    read = [read_scalar(item, shape.item, ctx) for item in items]
    return INVALID if any(item is INVALID for item in read) else tuple(read)


def standing_of(value: Value, ctx: Context) -> Standing | None:
    """Return the way of being unknown that a bare word such as 「確認する」 names, or None."""
    if not isinstance(value, Scalar) or not value.plain:
        return None
    term = ctx.vocabulary.term("standing", value.text)
    return None if term is None or term.en == "stated" else Standing(term.en)


def _spelt(state: str, ctx: Context) -> Message | str:
    key = ctx.vocabulary.key(state)
    return both(key) if key else state
