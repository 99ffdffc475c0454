"""What do the lists of findings and of terms say, row by row, and how large are they?"""

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

import attrs

from dataflow_assess.drawing.labels import Label, cell, paragraph, table
from dataflow_assess.drawing.lettering import balanced, clean, cut, wrap
from dataflow_assess.drawing.metrics import Metrics
from dataflow_assess.drawing.picture import Finding, Note
from dataflow_assess.drawing.theme import Theme

_MOST_WEIGHT: Final = 70.0  # of the column with the weight of a finding
_SUBJECT: Final = 0.28  # of the width, at most, for what a row is about
_LEAST_TEXT: Final = 80.0
_LONGEST: Final = 200  # characters that no line holds
_UNLIMITED: Final = 6  # lines beside a diagram that are worth looking for a place for


@attrs.frozen
class Entry:
    """A row before it is set: a letter and a word, which may be empty, what it is about, and sentences."""

    letter: str
    word: str
    about: str
    sentences: tuple[str, ...]

    @classmethod
    def of(cls, thing: Finding | Note, *, details: bool = False) -> "Entry":
        """Return the row of a finding, with what it sums up where that is wanted, or of a term."""
        if isinstance(thing, Note):
            return cls("", "", clean(thing.term), (clean(thing.text),))
        more = tuple(f"・{clean(each)}" for each in thing.details) if details else ()
        return cls(thing.letter, clean(thing.severity), clean(thing.where), (clean(thing.message), *more))


@attrs.frozen
class Line:
    """A row that is set: its cells, its height in points, and whether words of it had to be left out."""

    html: str
    height: int
    short: bool


@attrs.frozen
class List:
    """Rows of one width.

    Attributes:
        heading: the words of the dark row on top.
        widths: of the columns for letter, word, subject and sentence; 0 for a column that is not there.
        lines: the rows.
        theme, metrics: what they are set with.
    """

    heading: str
    widths: tuple[float, float, float, float]
    lines: tuple[Line, ...]
    theme: Theme
    metrics: Metrics

    @property
    def head(self) -> int:
        """The height of the dark row on top."""
        return self.metrics.height(7, drop=1) + 1

    @property
    def width(self) -> float:
        """The width of the whole list in points."""
        return sum(map(math.ceil, self.widths))

    @property
    def halves(self) -> int:
        """The number of rows with which the first of two columns is about as high as the second."""
        heights = list(accumulate(line.height for line in self.lines))
        total = heights[-1] if heights else 0
        return min(range(1, len(heights) + 1), key=lambda count: abs(2 * heights[count - 1] - total), default=0)

    def label(self, first: int = 0, last: int | None = None, more: str = "") -> Label:
        """Return rows as a table with its heading, and a remark in the last row where there is one."""
        lines = self.lines[first:last]
        span = sum(1 for each in self.widths if each)
        title = paragraph([f"\u00a0{self.heading}"], 7, self.theme.white, bold=True)
        rows = [cell(title, self.width, self.head, COLSPAN=span, ALIGN="LEFT", BGCOLOR=self.theme.band)]
        rows += [line.html for line in lines]
        height = self.head + sum(line.height for line in lines)
        if more:
            text = wrap(more, self.width - 8, self.metrics, 7, most=1)
            inner = paragraph([f"\u00a0{text[0]}"], 7, self.theme.ink, bold=True)
            rows.append(cell(inner, self.width, self.head + 2, COLSPAN=span, ALIGN="LEFT", BGCOLOR=self.theme.shade))
            height += self.head + 2
        return Label(table(rows), self.width, height)


@attrs.frozen
class Lists:
    """Sets lists."""

    theme: Theme
    metrics: Metrics

    def rows(self, heading: str, entries: Sequence[Entry], width: float, most: int | None = None) -> List:
        """Return a list ``width`` points wide; a row has at most ``most`` lines, or as many as it needs."""
        widest = [self._widest([each.letter for each in entries]), self._widest([each.word for each in entries])]
        subject = max((self.metrics.width(each.about, 7, bold=True) for each in entries), default=0.0) + 9
        subject = max(30.0, min(subject, width * _SUBJECT))
        rest = max(width - sum(map(math.ceil, (*widest, subject))), _LEAST_TEXT)
        widths = (widest[0], widest[1], subject, rest)
        lines = tuple(self._line(each, widths, most) for each in entries)
        return List(heading, widths, lines, self.theme, self.metrics)

    def _widest(self, texts: Sequence[str]) -> float:
        """Return the width of a column, or 0 when nothing stands in it."""
        widest = max((self.metrics.width(text, 8, bold=True) for text in texts), default=0.0)
        return min(widest + 6, _MOST_WEIGHT) if any(texts) else 0.0

    def _line(self, entry: Entry, widths: tuple[float, float, float, float], most: int | None) -> Line:
        metrics, theme = self.metrics, self.theme
        longest = _LONGEST * (most or _UNLIMITED)
        about = balanced(entry.about[:longest], widths[2] - 8, metrics, 7, bold=True)
        told = [line for sentence in entry.sentences for line in wrap(sentence[:longest], widths[3] - 8, metrics, 7)]
        word = wrap(entry.word, _MOST_WEIGHT - 4, metrics, 7, bold=True)
        short = max(map(len, (entry.about, *entry.sentences))) > longest
        short |= most is not None and max(len(about), len(told)) > most
        if most is not None:
            about = cut(about, most, widths[2] - 8, metrics, 7, bold=True)
            told = cut(told, most, widths[3] - 8, metrics, 7)
        deep = metrics.height(7, max(len(about), len(told), len(word)), drop=1) + 3
        deep = max(deep, metrics.height(8, drop=1) + 1)
        cells = []
        if widths[0]:
            letter = paragraph([entry.letter], 8, theme.white, bold=True)
            cells.append(self._cell(letter, widths[0], deep, theme.ink, "CENTER"))
        if widths[1]:
            weight = paragraph(word, 7, theme.ink, bold=True)
            cells.append(self._cell(weight, widths[1], deep, theme.white, "CENTER"))
        named = paragraph(indented(about), 7, theme.ink, bold=True, left=True)
        cells.append(self._cell(named, widths[2], deep, theme.white, "LEFT"))
        sentence = paragraph(indented(told), 7, theme.ink, left=True)
        cells.append(self._cell(sentence, widths[3], deep, theme.white, "LEFT"))
        return Line("".join(cells), deep, short)

    def _cell(self, inner: str, width: float, height: float, ground: str, align: str) -> str:
        return cell(
            inner, width, height, BGCOLOR=ground, ALIGN=align, BALIGN=align, BORDER=1, SIDES="B", COLOR=self.theme.hair
        )


def indented(lines: Sequence[str]) -> list[str]:
    """Set lines off from the border of their cell."""
    return [f"\u00a0{line}" for line in lines]
