"""Which elements does a section hold, and what do their heads say?"""

from collections.abc import Iterator
from typing import Any

import attrs

from dataflow_assess.errors import Place
from dataflow_assess.messages import message
from dataflow_assess.model.shapes import Section, entries
from dataflow_assess.model.travel import Hop
from dataflow_assess.reading.context import Context
from dataflow_assess.reading.document import Mapping, Scalar, Sequence, Value
from dataflow_assess.reading.scalars import ARROW, FORWARD, arrow


@attrs.frozen
class Head:
    """What stands before an element's own keys: its identifier, its place, and the fields that these give."""

    id: str
    place: Place
    fields: dict[str, Any] = attrs.field(factory=dict)


def heads(value: Value, shape: Section, ctx: Context, owner: str) -> Iterator[tuple[Head, Value]]:
    """Yield the head and the body of each element of a section."""
    if isinstance(value, Scalar) and value.is_null:
        return
    if shape.form == "plain":
        yield from _plain(value, ctx, owner)
        return
    seen: dict[str, int] = {}
    for label, body in _pairs(value, shape, ctx):
        if shape.form == "arrow":
            yield from _arrows(label, body, shape, ctx, owner, seen)
        else:
            yield _named(label, shape, ctx, owner, seen), body


def _plain(value: Value, ctx: Context, owner: str) -> Iterator[tuple[Head, Value]]:
    items = value.items if isinstance(value, Sequence) else [value]
    for number, item in enumerate(items, start=1):
        if isinstance(item, Mapping):
            place = (item.pairs[0][0] if item.pairs else item).place(ctx.shown)
            yield Head(f"{owner}#{number}", place), item
        else:
            ctx.expected(item, message("keys and values, such as {{ask: …, answer: …}}"))


def _pairs(value: Value, shape: Section, ctx: Context) -> Iterator[tuple[Scalar, Value]]:
    """Yield label and body, from a mapping or a list of mappings with one key each."""
    if isinstance(value, Mapping):
        yield from value
        return
    if not isinstance(value, Sequence):
        value = Sequence(value.line, value.column, value.end_line, value.end_column, [value])
    for item in value.items:
        if isinstance(item, Scalar) and not item.is_null:
            yield item, Scalar(item.line, item.column, item.end_line, item.end_column, "", plain=True)
        elif isinstance(item, Mapping) and len(item.pairs) == 1:
            yield item.pairs[0]
        elif isinstance(item, Mapping) and item.pairs and _misplaced(item, shape, ctx):
            first = item.pairs[0][0]
            hint = message("indent the keys under “{label}” two blanks further", label=first.text)
            ctx.problem(item.pairs[1][0], message("the key “{key}” has no place here", key=item.pairs[1][0].text), hint)
        else:
            ctx.expected(item, message("one element, such as “A -> B: {{…}}”"))


def _misplaced(item: Mapping, shape: Section, ctx: Context) -> bool:
    known = (ctx.vocabulary.key(label.text) for label, _ in item.pairs[1:])
    return all(key is not None and key.en in entries(shape.of) for key in known)


def _named(label: Scalar, shape: Section, ctx: Context, owner: str, seen: dict[str, int]) -> Head:
    name = label.text.strip()
    if not name:
        ctx.expected(label, message("an identifier"))
    if shape.form == "named":
        return Head(name, label.place(ctx.shown))
    if shape.concept:
        ctx.refer(label, name, (shape.concept,))
    identifier = _numbered(f"{owner}.{name}" if shape.head == "party" else f"{name}", seen)
    return Head(identifier, label.place(ctx.shown), {shape.head: name})


def _numbered(name: str, seen: dict[str, int]) -> str:
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name}#{seen[name]}"


def _arrows(
    label: Scalar, body: Value, shape: Section, ctx: Context, owner: str, seen: dict[str, int]
) -> Iterator[tuple[Head, Value]]:
    ends = arrow(label.text)
    if ends is None:
        ctx.expected(label, message("an arrow such as A -> B"))
        if any(mark not in FORWARD for mark in ARROW.findall(label.text)):
            ctx.problem(label, message("arrows go forward only"), message("write each direction as a flow of its own"))
        return
    spans = _spans(label, ends)
    for end, (line, start, stop) in zip(ends, spans, strict=True):
        ctx.refer(Scalar(line, start, line, stop, end, plain=True), end, (shape.concept,))
    for index, (source, target) in enumerate(zip(ends, ends[1:], strict=False)):
        first, last = spans[index], spans[index + 1]
        at = Place(ctx.shown, first[0] + 1, first[1] + 1, last[0] + 1, last[2] + 1)
        fields: dict[str, Any] = {"source": source, "target": target}
        name = f"{source} → {target}"
        if shape.of is Hop:
            name = f"{owner}: {name}"
            fields |= {"flow": owner, "index": sum(seen.values())}
        yield Head(_numbered(name, seen), at, fields), body


def _spans(label: Scalar, ends: list[str]) -> list[tuple[int, int, int]]:
    """Return line, column and end column of each end; those of the whole label where it is quoted."""
    if not label.plain or label.line != label.end_line:
        return [(label.line, label.column, label.end_column)] * len(ends)
    spans, start = [], 0
    for end in ends:
        at = label.text.index(end, start)
        start = at + len(end)
        spans.append((label.line, label.column + at, label.column + start))
    return spans
