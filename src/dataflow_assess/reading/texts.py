"""How are the plain texts that accompany statements read?"""

from dataflow_assess.messages import message
from dataflow_assess.model import Day
from dataflow_assess.model.shapes import Date
from dataflow_assess.reading.context import Context
from dataflow_assess.reading.document import Scalar, Sequence, Value
from dataflow_assess.reading.scalars import read_scalar


def read_text(value: Value, ctx: Context) -> str:
    """Return the words at ``value``; anything but words is noted and read as none."""
    if not isinstance(value, Scalar):
        ctx.expected(value, message("plain text"))
        return ""
    return "" if value.is_null else value.text


def read_texts(value: Value, ctx: Context) -> tuple[str, ...]:
    """Return the words at ``value``, which may be one text or a list of them."""
    items = value.items if isinstance(value, Sequence) else [value]
    return tuple(text for item in items if (text := read_text(item, ctx)))


def read_date(value: Value, ctx: Context) -> Day | None:
    """Return the date at ``value``; anything else is noted and read as none."""
    if isinstance(value, Scalar) and value.is_null:
        return None
    day = read_scalar(value, Date(), ctx)
    return day if isinstance(day, Day) else None
