"""Which elements does a section hold, and what do their heads say?"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs

from dataflow_assess.errors import Place
from dataflow_assess.messages import Message, message
from dataflow_assess.model.shapes import Section, entries
from dataflow_assess.model.travel import Hop
from dataflow_assess.reading.context import Context, clipped, described
from dataflow_assess.reading.document import Mapping, Scalar, Sequence, Value
from dataflow_assess.reading.scalars import ARROW, FORWARD, arrow
from dataflow_assess.reading.source import slip_in, slip_in_key

_OWNED = ("party", "rule")
"""What heads elements that belong to the one around them, and are named after it."""


@attrs.frozen
class Head:
    """What stands before an element's own keys: its identifier, its place, and the fields that these give."""

    id: str
    place: Place
    fields: dict[str, Any] = attrs.field(factory=dict)


@attrs.define
class _Numbers:
    """The identifiers made for one section, each used once."""

    used: set[str] = attrs.field(factory=set)
    _latest: dict[str, int] = attrs.field(factory=dict)

    def own(self, name: str) -> str:
        """Return ``name``, numbered where it is taken."""
        own, number = name, self._latest.get(name, 1)
        while own in self.used:
            number += 1
            own = f"{name}#{number}"
        self._latest[name] = number
        self.used.add(own)
        return own


def heads(value: Value, shape: Section, ctx: Context, owner: str) -> Iterator[tuple[Head, Value]]:
    """Yield the head and the body of each element of a section."""
    if isinstance(value, Scalar) and value.is_blank:
        return
    if shape.form == "plain":
        yield from _plain(value, shape, ctx, owner)
    elif shape.form == "named":
        yield from _named(value, shape, ctx)
    else:
        numbers = _Numbers()
        for label, body in _pairs(value, shape, ctx):
            if shape.form == "arrow":
                yield from _arrows(label, body, shape, ctx, owner, numbers)
            else:
                yield _headed(label, shape, ctx, owner, numbers), body


def no_element(cls: type, value: Value, ctx: Context) -> None:
    """Note that something stands where the keys of an element of ``cls`` belong."""
    slip = slip_in_key(value.text) if isinstance(value, Scalar) and value.plain else None
    if slip is not None:
        ctx.problem(value, message("found {found}", found=described(value)), slip)
        return
    own = [key for key in entries(cls) if key not in ("evidence", "note", "waive")]
    ctx.expected(value, message("keys and values, such as {{{key}: …}}", key=ctx.vocabulary.key(own[0]) or own[0]))


def _plain(value: Value, shape: Section, ctx: Context, owner: str) -> Iterator[tuple[Head, Value]]:
    items = value.items if isinstance(value, Sequence) else [value]
    for number, item in enumerate(items, start=1):
        if isinstance(item, Mapping):
            place = (item.pairs[0][0] if item.pairs else item).place(ctx.shown)
            yield Head(f"{owner}#{number}", place), item
        else:
            no_element(shape.of, item, ctx)


def _pairs(value: Value, shape: Section, ctx: Context) -> Iterator[tuple[Scalar, Value]]:
    """Yield label and body, from a mapping or a list of mappings with one key each."""
    if isinstance(value, Mapping):
        yield from value
        return
    for item in value.items if isinstance(value, Sequence) else [value]:
        if isinstance(item, Scalar) and not item.is_null:
            yield item, Scalar(item.line, item.column, item.end_line, item.end_column, "", plain=True)
        elif isinstance(item, Mapping) and item.pairs:
            if len(item.pairs) > 1:
                _crowded(item, shape, ctx)
            yield item.pairs[0]
        else:
            ctx.expected(item, _one(shape))


def _crowded(item: Mapping, shape: Section, ctx: Context) -> None:
    """Note that one item of a list has several keys where the first alone is the element."""
    first, second = item.pairs[0][0], item.pairs[1][0]
    known = [ctx.vocabulary.key(label.text) for label, _ in item.pairs[1:]]
    if all(key is not None and key.en in entries(shape.of) for key in known):
        hint = message("indent the keys under “{label}” by two more spaces", label=clipped(first.text))
        ctx.problem(second, message("the key “{key}” is not allowed here", key=clipped(second.text)), hint)
    else:
        ctx.expected(item, _one(shape))


def _one(shape: Section) -> Message:
    if shape.form == "arrow":
        return message("one element, such as “A -> B: {{…}}”")
    return message("one element, such as “name: {{…}}”")


def _named(value: Value, shape: Section, ctx: Context) -> Iterator[tuple[Head, Value]]:
    seen: dict[str, Scalar] = {}
    for label, body in _pairs(value, shape, ctx):
        name = label.text.strip()
        first = seen.setdefault(name, label)
        if not name:
            ctx.expected(label, message("an identifier"))
        elif ARROW.search(name):
            ctx.problem(label, message("an identifier cannot hold an arrow"), message("choose another name"))
        elif (slip := slip_in(label.text)) is not None:
            ctx.problem(label, message("found {found}", found=described(label)), slip)
        elif first is not label:
            line = first.line + 1
            found = message("“{name}” is declared twice; the first is on line {line}", name=clipped(name), line=line)
            ctx.problem(label, found, message("keep one of them, or give each its own name"))
        yield Head(name, label.place(ctx.shown)), body


def _headed(label: Scalar, shape: Section, ctx: Context, owner: str, numbers: _Numbers) -> Head:
    name = label.text.strip()
    if not name:
        ctx.expected(label, message("an identifier"))
    elif shape.concept:
        ctx.refer(label, name, (shape.concept,))
    identifier = numbers.own(f"{owner}.{name}" if shape.head in _OWNED else name)
    return Head(identifier, label.place(ctx.shown), {shape.head: name})


def _arrows(
    label: Scalar, body: Value, shape: Section, ctx: Context, owner: str, numbers: _Numbers
) -> Iterator[tuple[Head, Value]]:
    ends = arrow(label.text)
    if ends is None:
        _no_arrow(label, ctx)
        return
    spans = _spans(label, ends)
    for end, span in zip(ends, spans, strict=True):
        if end not in ctx.identifiers.get(shape.concept, ()):
            ctx.refer(Scalar(*span, end, plain=True), end, (shape.concept,))
    for index, (source, target) in enumerate(pairwise(ends)):
        first, last = spans[index], spans[index + 1]
        at = Place(ctx.shown, first[0] + 1, first[1] + 1, last[2] + 1, last[3] + 1)
        fields: dict[str, Any] = {"source": source, "target": target}
        name = f"{source} → {target}"
        if shape.of is Hop:
            name = f"{owner}: {name}"
            fields |= {"flow": owner, "index": len(numbers.used)}
        yield Head(numbers.own(name), at, fields), body


def _no_arrow(label: Scalar, ctx: Context) -> None:
    if any(mark not in FORWARD for mark in ARROW.findall(label.text)):
        ctx.problem(label, message("arrows go forward only"), message("write each direction as a flow of its own"))
    elif "＞" in label.text:
        found = message("found {found}", found=described(label))
        ctx.problem(label, found, message("the arrow is full-width: write -> or →"))
    else:
        ctx.expected(label, message("an arrow such as A -> B"))


def _spans(label: Scalar, ends: list[str]) -> list[tuple[int, int, int, int]]:
    """Return line, column, end line and end column of each end; of the whole label where its text differs."""
    if label.end_column - label.column != len(label.text) or label.line != label.end_line:
        return [(label.line, label.column, label.end_line, label.end_column)] * len(ends)
    spans, start = [], 0
    for end in ends:
        at = label.text.index(end, start)
        start = at + len(end)
        spans.append((label.line, label.column + at, label.line, label.column + start))
    return spans
