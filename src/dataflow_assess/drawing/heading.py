"""What stands at the head of the page?"""

import math

from dataflow_assess.drawing.labels import Label, cell, font, paragraph, table
from dataflow_assess.drawing.lettering import balanced, clean, wrap
from dataflow_assess.drawing.metrics import Metrics
from dataflow_assess.drawing.picture import TitleBlock
from dataflow_assess.drawing.theme import Theme
from dataflow_assess.drawing.words import say

_WIDEST = 190.0


def title(text: str, subtitle: str, width: float, theme: Theme, metrics: Metrics) -> Label:
    """Return the title, on two lines at most, with the subtitle, where there is one, below it."""
    heading = balanced(clean(text), width, metrics, 17, bold=True, most=2)
    below = wrap(clean(subtitle), width, metrics, 9, most=2) if subtitle else []
    wide = max(
        [5.0] + [metrics.width(line, 17, bold=True) for line in heading] + [metrics.width(line, 9) for line in below]
    )
    high = metrics.height(17, len(heading))
    text = '<BR ALIGN="LEFT"/>'.join(font(line, 17, theme.ink, bold=True) for line in heading)
    rows = [cell(text + ('<BR ALIGN="LEFT"/>' if len(heading) > 1 else ""), wide, high, ALIGN="LEFT")]
    if below:
        deep = metrics.height(9, len(below), drop=1)
        rows.append(cell(paragraph(below, 9, theme.sub, left=True), wide, deep, ALIGN="LEFT"))
        high += deep
    return Label(table(rows), math.ceil(wide), high)


def title_block(block: TitleBlock, language: str, theme: Theme, metrics: Metrics) -> Label:
    """Return the box with the paper, version, author and date."""
    grid = (("document", block.document, "version", block.version), ("author", block.author, "date", block.date))
    columns: list[list[tuple[list[str], bool]]] = [[], [], [], []]
    for row in grid:
        for column, value in enumerate(row):
            if column % 2 == 0:
                columns[column].append(([say(value, language)], True))
            else:
                columns[column].append((balanced(clean(value) or "－", _WIDEST, metrics, 7, most=2), False))
    widths = [math.ceil(max(metrics.width(line, 7) for lines, _ in column for line in lines)) + 7 for column in columns]
    rows, high = [], -1  # neighbouring cells share their borders
    for index in range(2):
        deep = metrics.height(7, max(len(column[index][0]) for column in columns), drop=1) + 5
        cells = [
            cell(
                paragraph(column[index][0], 7, theme.sub if column[index][1] else theme.ink, left=True),
                width,
                deep,
                ALIGN="LEFT",
                CELLPADDING=2,
                BGCOLOR=theme.shade if column[index][1] else theme.white,
            )
            for column, width in zip(columns, widths, strict=True)
        ]
        rows.append("".join(cells))
        high += deep
    html = table(rows, BORDER=1, CELLBORDER=1, CELLSPACING=-1, CELLPADDING=2, COLOR=theme.rule)
    return Label(html, sum(widths) - 3, high)
