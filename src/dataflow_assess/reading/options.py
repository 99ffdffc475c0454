"""How is an element read whose keys are undecided together, as sets of alternatives?"""

from typing import Any

from dataflow_assess.messages import message
from dataflow_assess.model import NOT_STATED, Choice, Standing, Statement
from dataflow_assess.model.shapes import Entry, Said
from dataflow_assess.reading.context import Context
from dataflow_assess.reading.document import Mapping, Sequence, Value
from dataflow_assess.reading.statements import keyed, option_label, read_statement
from dataflow_assess.reading.texts import read_text


def read_options(
    value: Value, choice: Value | None, fields: dict[str, tuple[str, Entry]], ctx: Context, owner: str
) -> dict[str, Statement[Any]]:
    """Return one undecided statement for each key that any of the alternatives sets.

    All of them share one choice, so that, for example, network and encryption stay together.
    """
    if not isinstance(value, Sequence) or not all(isinstance(item, Mapping) for item in value.items) or not value.items:
        ctx.expected(value, message("a list of alternatives, each with its keys: [{{network: …}}, {{network: …}}]"))
        return {}
    statements = {key: pair for key, pair in fields.items() if isinstance(pair[1].shape, Said)}
    rows = [keyed(item, ctx, tuple(statements)) for item in value.items if isinstance(item, Mapping)]
    name = read_text(choice, ctx) if choice is not None else ctx.unnamed(owner, value)
    place = value.place(ctx.shown)
    ctx.choose(Choice(name, tuple(option_label(item) for item in value.items), place))
    undecided: dict[str, Statement[Any]] = {}
    for key in dict.fromkeys(key for row in rows for key in row):
        attribute, declared = statements[key]
        assert isinstance(declared.shape, Said)
        shape = declared.shape.item
        read = [read_statement(row[key], shape, ctx, f"{owner}.{key}") if key in row else NOT_STATED for row in rows]
        options = tuple(item if item is not None else NOT_STATED for item in read)
        undecided[attribute] = Statement(Standing.UNDECIDED, alternatives=options, choice=name, place=place)
    return undecided
