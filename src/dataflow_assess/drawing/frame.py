"""What stands around the diagram on a page of a given width, and how much height is left?"""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

import attrs

from dataflow_assess.drawing.heading import title, title_block
from dataflow_assess.drawing.labels import Label, plain
from dataflow_assess.drawing.legend import Legend
from dataflow_assess.drawing.lettering import clean, wrap
from dataflow_assess.drawing.lists import Entry, List
from dataflow_assess.drawing.sheet import Item, Lettered, Shape
from dataflow_assess.drawing.signs import Lettering
from dataflow_assess.drawing.words import say

BETWEEN: Final = 7.0
BESIDE: Final = 10.0  # between two columns
_BELOW_TITLE: Final = 10.0
_ONE_TABLE: Final = 5  # arrows that one table holds well
_ONE_LIST: Final = 3  # findings that one list holds well


@attrs.frozen
class Share:
    """What of the tables stands on the page of the diagram; the rest follows on a page of its own.

    Attributes:
        flows: the table of flows.
        findings: how many of the findings, the gravest first.
        notes: the terms.
        lines: how many lines a finding may have, or None for as many as it needs.
        elsewhere: the number of the page on which the rest follows, 0 for the tables of the paper that
            the diagram stands in, or None when there is no rest.
    """

    flows: bool = True
    findings: int = 0
    notes: bool = False
    lines: int | None = 2
    elsewhere: int | None = None


@attrs.define(slots=False, frozen=True)
class Frame:
    """The heading, legend, tables and foot for a width in points.

    Attributes:
        lettering: what the drawing is made from.
        width: between the margins.
        share: which tables.
    """

    lettering: Lettering
    width: float
    share: Share

    @property
    def top(self) -> float:
        """The height of the heading with the space below it."""
        return self._heading + _BELOW_TITLE

    @property
    def bottom(self) -> float:
        """The height of legend, tables and foot with the space above them."""
        blocks = [max(label.height for label in block) + BETWEEN for block in self._blocks]
        return 9 + self._legend.height + BETWEEN + sum(blocks) - BETWEEN + self._foot

    @property
    def least(self) -> float:
        """The width below which the tables or the legend do not fit."""
        count = len(self._halves) if self.share.flows else 0
        tables = count * self.lettering.tables.least() + BESIDE * (count - 1) if count else 0.0
        return max(tables, self._legend.width)

    @property
    def short(self) -> bool:
        """Tell whether words of a finding were left out."""
        return any(line.short for line in self._findings.lines)

    def items(self, left: float, top: float, bottom: float, foot: str) -> Iterator[Item]:
        """Yield everything, for the page's upper left corner, the ordinate of its lower margin and the foot's words."""
        yield from self._head_items(left, top)
        y = bottom - self.bottom + 9
        yield from self._legend.items(left, y, self._legend.height)
        y += self._legend.height + BETWEEN
        for names, block in zip(self._names, self._blocks, strict=True):
            for index, (name, label) in enumerate(zip(names, block, strict=True)):
                yield at(name, label, left if index == 0 else left + self.width - label.width, y)
            y += max(label.height for label in block) + BETWEEN
        if foot:
            label = footer(self.lettering, foot, self.width)
            yield at("footer", label, left, bottom - label.height + 7)

    def _head_items(self, left: float, top: float) -> Iterator[Item]:
        theme, heading = self.lettering.theme, self._heading
        yield at("title", self._title, left, top + heading - self._title.height)
        yield Shape(
            "rule",
            left + self.width / 2,
            top + heading + 3.5,
            self.width,
            1.4,
            fill=theme.band,
            colour=theme.band,
            pen=0,
        )
        if self._block:
            yield at("titleblock", self._block, left + self.width - self._block.width, top)

    @cached_property
    def _title(self) -> Label:
        picture, block = self.lettering.network.picture, self._block
        width = self.width - (block.width + 20 if block else 0)
        return title(picture.title, picture.subtitle, max(width, 150.0), self.lettering.theme, self.lettering.metrics)

    @cached_property
    def _block(self) -> Label | None:
        picture = self.lettering.network.picture
        if picture.title_block is None:
            return None
        return title_block(picture.title_block, picture.language, self.lettering.theme, self.lettering.metrics)

    @property
    def _heading(self) -> float:
        return max(self._title.height, self._block.height if self._block else 0.0)

    @cached_property
    def _halves(self) -> list[tuple[int, int]]:
        count = len(self.lettering.network.picture.arrows)
        if count <= _ONE_TABLE:
            return [(0, count)] if count else []
        return [(0, (count + 1) // 2), ((count + 1) // 2, count)]

    @cached_property
    def _blocks(self) -> list[list[Label]]:
        """The tables from top to bottom, each in one column or two."""
        found = [self._flow_labels] if self.share.flows and self._halves else []
        found += [labels] if (labels := self._finding_labels) else []
        return found + ([[self._notes.label()]] if self.share.notes else [])

    @property
    def _names(self) -> list[list[str]]:
        found = [["table-1", "table-2"][: len(self._halves)]] if self.share.flows and self._halves else []
        found += [["findings", "findings-2"][: len(labels)]] if (labels := self._finding_labels) else []
        return found + ([["notes"]] if self.share.notes else [])

    @cached_property
    def _flow_labels(self) -> list[Label]:
        arrows = sorted(self.lettering.network.picture.arrows, key=lambda arrow: arrow.number)
        count = len(self._halves)
        width = (self.width - BESIDE * (count - 1)) / max(1, count)
        return [self.lettering.tables.flows(arrows[first:last], width) for first, last in self._halves]

    @cached_property
    def _legend(self) -> Legend:
        return Legend(self.lettering, self.width)

    @cached_property
    def _findings(self) -> List:
        picture, count = self.lettering.network.picture, self.share.findings
        entries = [Entry.of(finding) for finding in picture.findings[:count]]
        width = self.width if count <= _ONE_LIST else (self.width - BESIDE) / 2
        return self.lettering.lists.rows(say("findings", picture.language), entries, width, self.share.lines)

    @cached_property
    def _finding_labels(self) -> list[Label]:
        found, more = self._findings, self._more
        if not found.lines:
            return [plain(more, 7, self.lettering.theme.ink, self.lettering.metrics, bold=True)] if more else []
        if len(found.lines) <= _ONE_LIST:
            return [found.label(more=more)]
        return [found.label(0, found.halves), found.label(found.halves, more=more)]

    @property
    def _more(self) -> str:
        """What follows elsewhere, in words."""
        picture, page = self.lettering.network.picture, self.share.elsewhere
        left = len(picture.findings) - self.share.findings
        if page is None:
            return ""
        words: list[str] = [] if self.share.flows or not picture.arrows else [say("more-flows", picture.language)]
        which = "more-findings" if self.share.findings else "all-findings"
        words += [say(which, picture.language).format(count=left)] if left else []
        words += [say("more-text", picture.language)] if self.short and not left else []
        words += [say("notes", picture.language)] if picture.notes and not self.share.notes else []
        if not words:
            return ""
        what = say("and", picture.language).join(words)
        return say("more" if page else "more-tables", picture.language).format(what=what, page=page)

    @cached_property
    def _notes(self) -> List:
        picture = self.lettering.network.picture
        entries = [Entry.of(note) for note in picture.notes]
        return self.lettering.lists.rows(say("notes", picture.language), entries, self.width)

    @property
    def _foot(self) -> float:
        return 6.0 if self.lettering.network.picture.footer else 0.0


def footer(lettering: Lettering, text: str, width: float) -> Label:
    """Return the line at the foot of a page."""
    metrics = lettering.metrics
    return plain(wrap(clean(text), width, metrics, 7, most=1)[0], 7, lettering.theme.sub, metrics)


def at(kind: str, label: Label, left: float, top: float) -> Lettered:
    """Return a label with its upper left corner there."""
    return Lettered(kind, label, left + label.width / 2, top + label.height / 2)
