"""How is a single value of each shape read?"""

import re
import unicodedata

from dataflow_assess.messages import message
from dataflow_assess.model import read_day, read_period
from dataflow_assess.model.shapes import Date, Flag, Ref, Shape, Span, Text, WordOf
from dataflow_assess.reading.context import Context, both, clipped
from dataflow_assess.reading.document import Scalar, Value

ARROW = re.compile(r"\s*(<->|<=>|⇔|↔|<-|←|⇐|->|→|=>|⇒|－＞|−>)\s*")
FORWARD = ("->", "→", "=>", "⇒", "－＞", "−>")
INVALID = object()
"""Stands for a value that could not be read; the problem has been noted."""


def arrow(name: str) -> list[str] | None:
    """Return the identifiers that forward arrows join in ``name``, or None when that is not its form."""
    parts = ARROW.split(name.strip())
    if len(parts) < 3 or not all(parts[0::2]) or any(mark not in FORWARD for mark in parts[1::2]):
        return None
    return parts[0::2]


def read_scalar(value: Value, shape: Shape, ctx: Context) -> object:
    """Return the value read as ``shape``, or `INVALID` after noting the problem."""
    if not isinstance(value, Scalar):
        ctx.expected(value, message("a single value"))
        return INVALID
    match shape:
        case Text():
            return value.text
        case WordOf():
            return _word(value, shape.category, ctx)
        case Ref():
            return _reference(value, shape, ctx)
        case Flag():
            term = _word(value, "flag", ctx)
            return term if term is INVALID else str(term) == "yes"
        case Date():
            day = read_day(value.text)
            if day is None:
                ctx.expected(value, message("a date such as 2016-06-27, 2016-06, 平成28年6月27日 or 平成28年度"))
            return INVALID if day is None else day
        case Span():
            return read_period(value.text)
    return _count(value, ctx)


def _word(value: Scalar, category: str, ctx: Context) -> object:
    term = ctx.vocabulary.term(category, value.text)
    if term is not None:
        return term
    words = ctx.vocabulary.terms(category)
    near = ctx.vocabulary.nearest_term(category, value.text)
    if near:
        hint = message("did you mean “{word}”?", word=near)
    else:
        hint = message("expected one of: {words}", words=tuple(map(both, words)))
    ctx.problem(value, message("“{word}” is not known here", word=clipped(value.text)), hint)
    return INVALID


def _reference(value: Scalar, shape: Ref, ctx: Context) -> object:
    name = value.text.strip()
    if not name:
        ctx.expected(value, message("an identifier"))
        return INVALID
    ends = arrow(name) if {"hops", "contracts"} & set(shape.concepts) else None
    if ends:
        return _arrow(value, ends, shape, ctx)
    if shape.concepts == ("hops",):
        ctx.expected(value, message("an arrow such as A -> B"))
        return INVALID
    if shape.or_word and name not in ctx.identifiers.get(shape.concepts[0], ()):
        term = ctx.vocabulary.term(shape.or_word, name)
        if term is not None:
            return term
    return (
        name if ctx.refer(value, name, tuple(c for c in shape.concepts if c not in ("hops", "contracts"))) else INVALID
    )


def _arrow(value: Scalar, ends: list[str], shape: Ref, ctx: Context) -> object:
    declared = [ctx.refer(value, end, ("nodes", "parties")) for end in ends]
    if not all(declared):
        return INVALID
    if shape.concepts != ("hops",):
        ctx.arrows.append((tuple(ends), value))
    return " → ".join(ends)


def _count(value: Scalar, ctx: Context) -> object:
    plain = unicodedata.normalize("NFKC", value.text).replace(",", "").strip()
    found = re.fullmatch(r"約?\s*(\d{1,12})\s*(人|名|台|件|世帯|枚|か所|ヶ所|カ所|箇所|拠点|施設|社)?", plain)
    if not found:
        ctx.expected(value, message("a number such as 1200"))
        return INVALID
    return int(found[1])


__all__ = ["ARROW", "FORWARD", "INVALID", "arrow", "read_scalar"]
