"""What do the tables around the diagram say, and how large are they?"""

import math
from collections.abc import Sequence

import attrs

from dataflow_assess.drawing.labels import Label, cell, font, paragraph, table
from dataflow_assess.drawing.lettering import balanced, clean, wrap
from dataflow_assess.drawing.metrics import Metrics
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.picture import Arrow, State
from dataflow_assess.drawing.theme import Theme
from dataflow_assess.drawing.words import say, tag

_HEADS = ("number", "section", "data", "state", "evidence", "finding")
_WRAPPED = (1, 2, 4)  # columns that may break their lines
_SHARES = {1: 0.42, 2: 0.28, 4: 0.3}
_LEAST = 48.0
_MOST_WEIGHT = 70.0  # of the column with the weight of a finding


@attrs.frozen
class Tables:
    """Makes the tables of one picture.

    Attributes:
        network, theme, metrics: what they are made from.
    """

    network: Network
    theme: Theme
    metrics: Metrics

    def flows(self, arrows: Sequence[Arrow], width: float) -> Label:
        """Return the table of these arrows, as wide as told (in points) or wider where it cannot be less."""
        cells = [self._cells(arrow) for arrow in arrows]
        widths = self._widths(width)
        head_height = self.metrics.height(7, drop=1) + 1
        rows = [self._head(widths, head_height)]
        height = head_height
        for index, (arrow, texts) in enumerate(zip(arrows, cells, strict=True)):
            lines = [
                balanced(text, widths[column] - 5, self.metrics, 7) if column in _WRAPPED or column == 5 else [text]
                for column, text in enumerate(texts)
            ]
            deep = max(self.metrics.height(7, max(map(len, lines)), drop=1), self.metrics.height(9))
            rows.append(self._row(arrow, lines, widths, deep, self.theme.white if index % 2 else self.theme.zebra))
            height += deep
        return Label(table(rows), sum(map(math.ceil, widths)), height)

    def least(self) -> float:
        """Return the width below which a table of flows would be hard to read."""
        return sum(self._widths(0.0))

    def natural(self) -> float:
        """Return the width at which no line of the table of flows is broken."""
        return sum(self._natural())

    def findings(self, width: float) -> Label:
        """Return the table of findings."""
        rows = [
            (finding.letter, clean(finding.severity), clean(finding.where), clean(finding.message))
            for finding in self.network.picture.findings
        ]
        return self._list(say("findings", self.network.picture.language), rows, width)

    def notes(self, width: float) -> Label:
        """Return the notes and terms."""
        rows = [("", "", clean(note.term), clean(note.text)) for note in self.network.picture.notes]
        return self._list(say("notes", self.network.picture.language), rows, width)

    def _cells(self, arrow: Arrow) -> list[str]:
        source, target = self.network.ends[arrow.number]
        names = [clean(self.network.picture.cards[card].label) for card in (source, target)]
        words = [clean(each) for each in (arrow.remark, arrow.evidence) if clean(each)]
        letters = self.network.letters.get(arrow.number, ())
        return [
            circled(arrow.number),
            " → ".join(names),
            clean(arrow.data),
            tag(arrow.state, self.network.picture.language),
            "／".join(words),
            ",".join(letters) or "－",
        ]

    def _natural(self) -> list[float]:
        language = self.network.picture.language
        rows = [self._cells(arrow) for arrow in self.network.picture.arrows]
        widths = []
        for column, head in enumerate(_HEADS):
            texts = [row[column] for row in rows]
            bold = column in (3, 5)
            wide = max((self.metrics.width(text, 9 if column == 0 else 7, bold) for text in texts), default=0.0)
            widths.append(max(wide, self.metrics.width(say(head, language), 7, bold=True)) + 7)
        widths[5] = min(widths[5], max(30.0, self.metrics.width(say("finding", language), 7, bold=True) + 5))
        return widths

    def _widths(self, width: float) -> list[float]:
        """Share ``width`` out: what is over goes to the texts, what lacks is taken from the longest of them."""
        widths = self._natural()
        over = width - sum(map(math.ceil, widths))
        if over >= 0:
            return [
                math.floor(each + over * _SHARES.get(column, 0.0)) for column, each in enumerate(map(math.ceil, widths))
            ]
        fixed = sum(each for column, each in enumerate(widths) if column not in _WRAPPED)
        most = max(widths[column] for column in _WRAPPED)
        while most > _LEAST and fixed + sum(min(widths[column], most) for column in _WRAPPED) > width:
            most -= 1
        return [min(each, max(most, _LEAST)) if column in _WRAPPED else each for column, each in enumerate(widths)]

    def _head(self, widths: Sequence[float], height: float) -> str:
        cells = []
        for column, head in enumerate(_HEADS):
            left = column in _WRAPPED
            words = [say(head, self.network.picture.language)]
            text = paragraph(_indented(words) if left else words, 7, self.theme.white, bold=True)
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
                paragraph(_indented(text) if left else text, 7, colour, bold, left)
                if column
                else font(text[0], 9, theme.ink)
            )
            align = "LEFT" if left else "CENTER"
            cells.append(cell(inner, widths[column], height, BGCOLOR=fill, ALIGN=align, BALIGN=align))
        return "".join(cells)

    def _ruled(self, inner: str, width: float, height: float, ground: str, align: str) -> str:
        return cell(
            inner, width, height, BGCOLOR=ground, ALIGN=align, BALIGN=align, BORDER=1, SIDES="B", COLOR=self.theme.hair
        )

    def _widest(self, rows: Sequence[tuple[str, str, str, str]], column: int) -> float:
        """Return the width of a column, or 0 when nothing stands in it."""
        widest = max((self.metrics.width(row[column], 8, bold=True) for row in rows), default=0.0)
        return min(widest + 6, _MOST_WEIGHT) if widest else 0.0

    def _list(self, heading: str, rows: Sequence[tuple[str, str, str, str]], width: float) -> Label:
        """Return a headed table of (letter, word, subject, sentence)."""
        metrics, theme = self.metrics, self.theme
        widths = [self._widest(rows, column) for column in (0, 1)]
        subject = max((metrics.width(row[2], 7, bold=True) for row in rows), default=0.0) + 9
        subject = max(30.0, min(subject, width * 0.28))
        rest = max(width - sum(widths) - subject, 80.0)
        drawn = []
        head = metrics.height(7, drop=1) + 1
        height = head
        for letter, word, about, sentence in rows:
            left = wrap(about, subject - 8, metrics, 7, bold=True)
            right = wrap(sentence, rest - 8, metrics, 7)
            weight = wrap(word, _MOST_WEIGHT - 4, metrics, 7, bold=True)
            deep = metrics.height(7, max(len(left), len(right), len(weight)), drop=1) + 3
            deep = max(deep, metrics.height(8, drop=1) + 1)
            flagged = paragraph([letter], 8, theme.white, bold=True)
            weighed = paragraph(weight, 7, theme.ink, bold=True)
            named = paragraph(_indented(left), 7, theme.ink, bold=True, left=True)
            told = paragraph(_indented(right), 7, theme.ink, left=True)
            cells = [self._ruled(flagged, widths[0], deep, theme.ink, "CENTER")] if widths[0] else []
            cells += [self._ruled(weighed, widths[1], deep, theme.white, "CENTER")] if widths[1] else []
            cells.append(self._ruled(named, subject, deep, theme.white, "LEFT"))
            cells.append(self._ruled(told, rest, deep, theme.white, "LEFT"))
            drawn.append("".join(cells))
            height += deep
        total = sum(map(math.ceil, (*widths, subject, rest)))
        title = paragraph(_indented([heading]), 7, theme.white, bold=True)
        span = 2 + sum(1 for each in widths if each)
        top = cell(title, total, head, COLSPAN=span, ALIGN="LEFT", BGCOLOR=theme.band)
        return Label(table([top, *drawn]), total, height)


def _indented(lines: list[str]) -> list[str]:
    """Set lines off from the border of their cell."""
    return [f"\u00a0{line}" for line in lines]


def circled(number: int) -> str:
    """Return ① to ㊿ or the number in brackets."""
    if number <= 20:
        return chr(0x245F + number)
    if number <= 35:
        return chr(0x3250 + number - 20)
    return chr(0x32B0 + number - 35) if number <= 50 else f"({number})"
