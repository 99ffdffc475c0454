"""附帯意見への対応: what did the council demand, and what has been done about it?"""

from dataflow_assess.messages import message
from dataflow_assess.model import Condition
from dataflow_assess.reports.attachment.contents import Block, Cell, Line, Row
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.reports.attachment.telling import dated


def opinions(making: Making) -> tuple[Block, ...]:
    """Return the table of the opinions attached by the council."""
    columns = (
        making.column("number", message("No."), 7),
        making.column("opinion", message("Opinion"), 37),
        making.column("source", message("From"), 14),
        making.column("about", message("Where, for what"), 17),
        making.column("done", message("Done, by whom, by when"), 25),
    )
    rows = [_opinion(making, number, each) for number, each in enumerate(making.system.conditions, start=1)]
    return (making.table("opinions", columns, rows),)


def _opinion(making: Making, number: int, condition: Condition) -> Row:
    about = making.named(condition.about)
    cells = (
        Cell((Line(str(number)),)),
        making.cell(making.line(condition.text, condition.evidence)),
        making.cell([making.line(condition.source)] if condition.source else []),
        making.cell([about] if condition.about else []),
        making.cell(
            making.lines(condition.done, message("done")),
            [making.line(message("to answer: {by}", by=condition.by))] if condition.by else [],
            [making.line(message("by: {due}", due=dated(condition.due)))] if condition.due else [],
        ),
    )
    return Row(cells, about.refs)
