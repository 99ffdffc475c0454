"""What follows on pages of its own, because it has no place beside the diagram?"""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from dataflow_assess.drawing.frame import BETWEEN, at, footer
from dataflow_assess.drawing.heading import title
from dataflow_assess.drawing.labels import Label
from dataflow_assess.drawing.lists import Entry, Line, List
from dataflow_assess.drawing.page import MARGIN, PAPERS, room
from dataflow_assess.drawing.sheet import Item, Shape, Sheet
from dataflow_assess.drawing.signs import Lettering
from dataflow_assess.drawing.words import say

SCALES: Final = (1.12, 1.06, 1.0)
"""Tables have room enough to be larger than a diagram, unless a few rows would need a page of their own."""
_FEW: Final = 4  # pages of which it is worth to spare one
_BELOW_TITLE: Final = 10.0
_MOST_LINES: Final = 40  # of one row, which must fit a page
_ROWS_TOGETHER: Final = 2  # a table never begins with fewer rows at the foot of a page


@attrs.frozen
class _Block:
    """Rows of one table that stand together on a page."""

    name: str
    label: Label


@attrs.frozen
class Page:
    """A further page: its blocks and its scale."""

    blocks: tuple[_Block, ...]
    scale: float


def appendix(lettering: Lettering, contents: Sequence[Entry], *, flows: bool) -> list[Page]:
    """Return the further pages: contents and flows where wanted, all findings in full, and the terms.

    Of the scales the largest is taken with which there are fewest pages; among many pages one does not matter.
    """
    pages = _pages(lettering, contents, SCALES[0], flows=flows)
    smaller = SCALES[1:] if 1 < len(pages) <= _FEW else ()
    return min((pages, *(_pages(lettering, contents, scale, flows=flows) for scale in smaller)), key=len)


def _pages(lettering: Lettering, contents: Sequence[Entry], scale: float, *, flows: bool) -> list[Page]:
    tables = list(_tables(lettering, contents, scale, flows=flows))
    height = _height(lettering, scale)
    pages: list[list[_Block]] = []
    left = 0.0
    for name, table in tables:
        first = 0
        while first < table.count:
            count = table.fitting(first, left)
            if count < min(_ROWS_TOGETHER, table.count - first):
                pages.append([])
                left, count = height, max(1, table.fitting(first, height))
            label = table.label(first, first + count)
            pages[-1].append(_Block(name if first == 0 else f"{name}-{first + 1}", label))
            left -= label.height + BETWEEN
            first += count
    return [Page(tuple(page), scale) for page in pages]


def sheet(lettering: Lettering, page: Page, foot: str) -> Sheet:
    """Return a page as it is drawn, with those words at its foot."""
    paper, scale = PAPERS["A4"], page.scale
    width, height = paper[0] / scale, paper[1] / scale
    left, top = MARGIN[0] / scale, MARGIN[1] / scale
    items = list(_items(lettering, page, left, top))
    label = footer(lettering, foot, room(paper, scale)[0])
    items.append(at("footer", label, left, height - top - label.height + 7))
    return Sheet(width, height, scale, (), tuple(items), lettering.metrics.lowered)


def _items(lettering: Lettering, page: Page, left: float, top: float) -> Iterator[Item]:
    heading, theme = _heading(lettering, page.scale), lettering.theme
    width = room(PAPERS["A4"], page.scale)[0]
    yield at("title", heading, left, top)
    y = top + heading.height + 3.5
    yield Shape("rule", left + width / 2, y, width, 1.4, fill=theme.band, colour=theme.band, pen=0)
    y = top + heading.height + _BELOW_TITLE
    for block in page.blocks:
        yield at(block.name, block.label, left, y)
        y += block.label.height + BETWEEN


def _heading(lettering: Lettering, scale: float) -> Label:
    picture = lettering.network.picture
    text = picture.title + say("continued", picture.language)
    return title(text, "", room(PAPERS["A4"], scale)[0], lettering.theme, lettering.metrics)


def _height(lettering: Lettering, scale: float) -> float:
    """Return the room for tables on one page."""
    return room(PAPERS["A4"], scale)[1] - _heading(lettering, scale).height - _BELOW_TITLE - 10.0


@attrs.frozen
class _Flows:
    lettering: Lettering
    lines: Sequence[Line]
    width: float

    @property
    def count(self) -> int:
        return len(self.lines)

    def fitting(self, first: int, height: float) -> int:
        return _fitting(self.lines[first:], height - self.lettering.tables.flow_head)

    def label(self, first: int, last: int) -> Label:
        return self.lettering.tables.flow_table(self.lines[first:last], self.width)


@attrs.frozen
class _Listed:
    rows: List

    @property
    def count(self) -> int:
        return len(self.rows.lines)

    def fitting(self, first: int, height: float) -> int:
        return _fitting(self.rows.lines[first:], height - self.rows.head)

    def label(self, first: int, last: int) -> Label:
        return self.rows.label(first, last)


def _fitting(lines: Sequence[Line], height: float) -> int:
    count, taken = 0, 0.0
    for line in lines:
        taken += line.height
        if taken > height:
            break
        count += 1
    return count


def _tables(
    lettering: Lettering, contents: Sequence[Entry], scale: float, *, flows: bool
) -> Iterator[tuple[str, _Flows | _Listed]]:
    picture, width = lettering.network.picture, room(PAPERS["A4"], scale)[0]
    if contents:
        yield "contents", _Listed(lettering.lists.rows(say("contents", picture.language), contents, width, _MOST_LINES))
    if flows and picture.arrows:
        arrows = sorted(picture.arrows, key=lambda arrow: arrow.number)
        yield "table", _Flows(lettering, lettering.tables.flow_rows(arrows, width), width)
    if picture.findings:
        entries = [Entry.of(finding, details=True) for finding in picture.findings]
        yield "findings", _Listed(lettering.lists.rows(say("findings", picture.language), entries, width, _MOST_LINES))
    if picture.notes:
        entries = [Entry.of(note) for note in picture.notes]
        yield "notes", _Listed(lettering.lists.rows(say("notes", picture.language), entries, width, _MOST_LINES))
