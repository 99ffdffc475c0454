"""What does the table of flows say, and how large is it?"""

import math
from collections.abc import Sequence
from functools import cached_property

import attrs

from dataflow_assess.drawing.labels import Label, cell, font, paragraph, ranges, table
from dataflow_assess.drawing.lettering import balanced, clean
from dataflow_assess.drawing.lists import Line, indented
from dataflow_assess.drawing.metrics import Metrics
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.picture import Arrow, State
from dataflow_assess.drawing.theme import Theme
from dataflow_assess.drawing.words import say, tag

_HEADS = ("number", "section", "data", "state", "evidence", "finding")
_WRAPPED = (1, 2, 4)  # columns that may break their lines
_SHARES = {1: 0.42, 2: 0.28, 4: 0.3}
_LEAST = 48.0
_MOST_RANGES = 40  # in the table; an arrow itself says less
_NUMBERS = 56.0  # width of the first column, at most


@attrs.define(slots=False, frozen=True)
class Tables:
    """Makes the table of flows of one picture.

    Attributes:
        network, theme, metrics: what they are made from.
    """

    network: Network
    theme: Theme
    metrics: Metrics

    def flows(self, arrows: Sequence[Arrow], width: float) -> Label:
        """Return the table of these arrows, as wide as told (in points) or wider where it cannot be less."""
        return self.flow_table(self.flow_rows(arrows, width), width)

    def flow_table(self, lines: Sequence[Line], width: float) -> Label:
        """Return rows of that width as a table with its heading."""
        widths = self._widths(width)
        rows = [self._head(widths, self.flow_head), *(line.html for line in lines)]
        height = self.flow_head + sum(line.height for line in lines)
        return Label(table(rows), sum(map(math.ceil, widths)), height)

    def flow_rows(self, arrows: Sequence[Arrow], width: float) -> list[Line]:
        """Return a row for each arrow."""
        widths, rows = self._widths(width), []
        for index, arrow in enumerate(arrows):
            lines = [
                balanced(text, widths[column] - 5, self.metrics, 7) if self._wraps(arrow, column) else [text]
                for column, text in enumerate(self._cells(arrow))
            ]
            deep = max(self.metrics.height(7, max(map(len, lines)), drop=1), self.metrics.height(9))
            ground = self.theme.white if index % 2 else self.theme.zebra
            rows.append(Line(self._row(arrow, lines, widths, deep, ground), deep, short=False))
        return rows

    @staticmethod
    def _wraps(arrow: Arrow, column: int) -> bool:
        return column in _WRAPPED or column == 5 or (column == 0 and bool(arrow.also))

    @property
    def flow_head(self) -> int:
        """The height of the heading of the table of flows."""
        return self.metrics.height(7, drop=1) + 1

    def least(self) -> float:
        """Return the width below which a table of flows would be hard to read."""
        return sum(self._widths(0.0))

    def _cells(self, arrow: Arrow) -> list[str]:
        source, target = self.network.ends[arrow.number]
        names = [clean(self.network.picture.cards[card].label).removeprefix("→ ") for card in (source, target)]
        words = [clean(each) for each in (arrow.remark, arrow.evidence) if clean(each)]
        letters = self.network.letters.get(arrow.number, ())
        return [
            circled(arrow.number) if not arrow.also else ranges(arrow.numbers, _MOST_RANGES),
            " → ".join(names),
            clean(arrow.data),
            tag(arrow.state, self.network.picture.language),
            "／".join(words),
            ",".join(letters) or "－",
        ]

    @cached_property
    def _natural(self) -> list[float]:
        language = self.network.picture.language
        rows = [self._cells(arrow) for arrow in self.network.picture.arrows]
        widths = []
        for column, head in enumerate(_HEADS):
            texts = [row[column] for row in rows]
            bold = column in (3, 5)
            wide = max((self.metrics.width(text, 9 if column == 0 else 7, bold) for text in texts), default=0.0)
            widths.append(max(wide, self.metrics.width(say(head, language), 7, bold=True)) + 7)
        widths[0] = min(widths[0], _NUMBERS)
        widths[5] = min(widths[5], max(30.0, self.metrics.width(say("finding", language), 7, bold=True) + 5))
        return widths

    def _widths(self, width: float) -> list[float]:
        """Share ``width`` out: what is over goes to the texts, what lacks is taken from the longest of them."""
        widths = self._natural
        over = width - sum(map(math.ceil, widths))
        if over >= 0:
            return [
                math.floor(each + over * _SHARES.get(column, 0.0)) for column, each in enumerate(map(math.ceil, widths))
            ]
        fixed = sum(each for column, each in enumerate(widths) if column not in _WRAPPED)
        most = min(width, max(widths[column] for column in _WRAPPED))
        while most > _LEAST and fixed + sum(min(widths[column], most) for column in _WRAPPED) > width:
            most -= 1
        return [min(each, max(most, _LEAST)) if column in _WRAPPED else each for column, each in enumerate(widths)]

    def _head(self, widths: Sequence[float], height: float) -> str:
        cells = []
        for column, head in enumerate(_HEADS):
            left = column in _WRAPPED
            words = [say(head, self.network.picture.language)]
            text = paragraph(indented(words) if left else words, 7, self.theme.white, bold=True)
            align = "LEFT" if left else "CENTER"
            cells.append(cell(text, widths[column], height, BGCOLOR=self.theme.band, ALIGN=align))
        return "".join(cells)

    def _row(
        self, arrow: Arrow, lines: Sequence[list[str]], widths: Sequence[float], height: float, ground: str
    ) -> str:
        theme = self.theme
        plaintext = arrow.state is State.PLAINTEXT
        found = bool(self.network.letters.get(arrow.number))
        cells = []
        for column, text in enumerate(lines):
            colour, fill, bold = theme.ink, ground, False
            if column == 3:
                colour, bold = theme.states[arrow.state], True
                if plaintext:
                    colour, fill = theme.white, colour
            if column == 5:
                colour, fill, bold = (theme.white, theme.ink, True) if found else (theme.rule, ground, False)
            left = column in _WRAPPED
            inner = (
                paragraph(indented(text) if left else text, 7, colour, bold, left)
                if column or arrow.also
                else font(text[0], 9, theme.ink)
            )
            align = "LEFT" if left else "CENTER"
            cells.append(cell(inner, widths[column], height, BGCOLOR=fill, ALIGN=align, BALIGN=align))
        return "".join(cells)


def circled(number: int) -> str:
    """Return ① to ㊿ or the number in brackets."""
    if number <= 20:
        return chr(0x245F + number)
    if number <= 35:
        return chr(0x3250 + number - 20)
    return chr(0x32B0 + number - 35) if number <= 50 else f"({number})"
