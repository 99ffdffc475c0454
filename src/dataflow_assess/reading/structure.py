"""How does a document become model values, with every problem noted?"""

from functools import cache
from typing import Any

import attrs

from dataflow_assess.messages import message
from dataflow_assess.model import Statement
from dataflow_assess.model.shapes import Entry, Many, Part, Said, Section, Text, entries
from dataflow_assess.reading.context import Context, described
from dataflow_assess.reading.document import Mapping, Scalar, Value
from dataflow_assess.reading.options import read_options
from dataflow_assess.reading.scalars import INVALID
from dataflow_assess.reading.sections import Head, heads, no_element
from dataflow_assess.reading.statements import (
    STATEMENT_KEYS,
    STATES,
    keyed,
    read_statement,
    read_value,
    standing_of,
    statement_of,
)

Fields = dict[str, tuple[str, Entry]]


@attrs.frozen
class _Plan:
    """What reading an element of one class needs to know.

    Attributes:
        fields: key → (attribute name, declaration).
        allowed: the keys that may stand in the element.
        required: the keys that must.
    """

    fields: Fields
    allowed: frozenset[str]
    required: tuple[str, ...]


@cache
def _plan(cls: type) -> _Plan:
    fields = entries(cls)
    needed = (key for key, (_, declared) in fields.items() if declared.required)
    return _Plan(fields, frozenset((*fields, "undecided", "choice")), tuple(needed))


def read_element(cls: type, value: Value, ctx: Context, head: Head) -> Any:  # noqa: ANN401 - an instance of cls
    """Return an element of ``cls`` with whatever could be read of it.

    Args:
        cls: the model class, whose declared fields say which keys there are.
        value: the mapping, or nothing for an element that has no keys.
        ctx: where problems and choices are noted.
        head: identifier, place and the fields that the head of the element gives.
    """
    plan = _plan(cls)
    found: dict[str, Value] = {}
    required = plan.required
    if isinstance(value, Mapping):
        found = keyed(value, ctx, plan.allowed)
    elif not (isinstance(value, Scalar) and value.is_null):
        no_element(cls, value, ctx)
        required = ()
    given: dict[str, Any] = {"id": head.id, "place": head.place, **head.fields}
    options, choice = found.pop("undecided", None), found.pop("choice", None)
    if options is not None:
        given |= read_options(options, choice, plan.fields, ctx, head.id)
        for key in [key for key in found if plan.fields[key][0] in given]:
            found_twice = message("“{key}” is stated here and among the alternatives", key=key)
            ctx.problem(found[key], found_twice, message("keep one of the two"))
    elif choice is not None:
        ctx.expected(choice, message("“undecided” beside the name of a choice"))
    given |= _read_all(found, plan.fields, ctx, head.id)
    for key in required:
        if key not in found:
            ctx.missing(head.place, head.id, key)
        elif _is_blank(found[key]) and not isinstance(plan.fields[key][1].shape, Part):
            ctx.missing(found[key].place(ctx.shown), head.id, key)
    return cls(**given)


def _is_blank(value: Value) -> bool:
    return isinstance(value, Scalar) and value.is_blank


def _read_all(found: dict[str, Value], fields: Fields, ctx: Context, owner: str) -> dict[str, Any]:
    read = {fields[key][0]: _read_entry(value, fields[key][1], ctx, owner) for key, value in found.items()}
    return {name: value for name, value in read.items() if value is not INVALID}


def _read_entry(value: Value, declared: Entry, ctx: Context, owner: str) -> object:
    shape = declared.shape
    match shape:
        case Said():
            said = read_statement(value, shape.item, ctx, f"{owner}.{declared.key}")
            return INVALID if said is None else said
        case Section():
            within = owner or declared.key
            return tuple(read_element(shape.of, item, ctx, head) for head, item in heads(value, shape, ctx, within))
        case Part():
            return _part(value, shape, ctx, f"{owner}.{declared.key}" if owner else declared.key)
    if _is_blank(value):
        return INVALID
    if not isinstance(shape.item if isinstance(shape, Many) else shape, Text) and standing_of(value, ctx):
        hint = message("leave “{key}” out while it is not known", key=ctx.vocabulary.key(declared.key) or declared.key)
        hint = message("a value is needed here") if declared.required else hint
        ctx.problem(value, message("{found} cannot be said of this key", found=described(value)), hint)
        return INVALID
    if isinstance(value, Mapping):
        ctx.expected(value, message("plain words; “evidence” and “note” stand beside this key, not under it"))
        return INVALID
    return read_value(value, shape, ctx)


def _part(value: Value, shape: Part, ctx: Context, owner: str) -> object:
    """Read a nested mapping; a plain value, or a state of the whole, belongs to its main key."""
    head = Head(owner, value.place(ctx.shown))
    fields = entries(shape.of)
    if not shape.main:
        return read_element(shape.of, value, ctx, head)
    main = fields[shape.main][1].shape
    assert isinstance(main, Said)
    if not isinstance(value, Mapping):
        return _of_whole(shape, read_statement(value, main.item, ctx, owner), {}, head)
    keys = {key.en for label, _ in value if (key := ctx.vocabulary.key(label.text))}
    states = keys & set(STATES)
    if not states:
        return read_element(shape.of, value, ctx, head)
    found = keyed(value, ctx, tuple(dict.fromkeys((*STATEMENT_KEYS, *fields))))
    own = {"by"} & fields.keys() if states == {"value"} else set()
    stated = {key: found.pop(key) for key in STATEMENT_KEYS if key in found and key not in own}
    rest = _read_all(found, fields, ctx, owner)
    return _of_whole(shape, statement_of(stated, value, main.item, ctx, owner), rest, head)


def _of_whole(shape: Part, said: Statement[Any] | None, rest: dict[str, Any], head: Head) -> object:
    """Return the part whose main statement is ``said``; what is unknown of the whole is unknown of every part."""
    if said is None:
        return INVALID
    given = {entries(shape.of)[shape.main][0]: said, **rest}
    if shape.main != "value" and not said.is_stated:
        for name, declared in entries(shape.of).values():
            if isinstance(declared.shape, Said):
                given.setdefault(name, said)
    return shape.of(id=head.id, place=head.place, evidence=said.evidence, note=said.note, **given)
