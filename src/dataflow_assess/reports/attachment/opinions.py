"""附帯意見への対応: what did the council demand, and what has been done about it?"""

from dataflow_assess.messages import message
from dataflow_assess.model import Condition
from dataflow_assess.reports.attachment.contents import Block, Row
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.reports.attachment.telling import dated


def opinions(making: Making) -> tuple[Block, ...]:
    """Return the table of the opinions attached by the council."""
    columns = (
        making.column("opinion", message("Opinion"), 40),
        making.column("source", message("From"), 16),
        making.column("about", message("Where, for what"), 18),
        making.column("done", message("Done, by whom, by when"), 26),
    )
    return (making.table("opinions", columns, [_opinion(making, each) for each in making.system.conditions]),)


def _opinion(making: Making, condition: Condition) -> Row:
    about = making.named(condition.about)
    cells = (
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
