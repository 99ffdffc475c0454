"""What stands around the diagram on a page of a given width, and how much height is left?"""

from functools import cached_property
from typing import Final

import attrs

from dataflow_assess.drawing.heading import title, title_block
from dataflow_assess.drawing.labels import Label, plain
from dataflow_assess.drawing.legend import Legend
from dataflow_assess.drawing.lettering import clean, cut, wrap
from dataflow_assess.drawing.sheet import Item, Lettered, Shape
from dataflow_assess.drawing.signs import Lettering
from dataflow_assess.drawing.tables import Tables

_BELOW_TITLE: Final = 10.0
_BETWEEN: Final = 7.0
_BESIDE: Final = 12.0
_LISTS: Final = 330.0  # what findings and notes should have at least
_ONE_TABLE: Final = 5  # arrows that one table holds well


@attrs.define(slots=False, frozen=True)
class Frame:
    """The heading, tables, legend and foot for a width in points.

    Attributes:
        lettering: what the drawing is made from.
        width: between the margins.
    """

    lettering: Lettering
    width: float

    @property
    def top(self) -> float:
        """The height of the heading with the space below it."""
        return self._heading + _BELOW_TITLE

    @property
    def bottom(self) -> float:
        """The height of tables, legend and foot with the space above them."""
        tables = max((label.height for label in self._flows), default=0.0)
        lists = sum(label.height + _BETWEEN for label in self._lists)
        return 9 + (tables + _BETWEEN if tables else 0.0) + max(lists - _BETWEEN, self._legend.height) + self._foot

    @property
    def least(self) -> float:
        """The width below which the tables or the legend do not fit."""
        tables = Tables(self.lettering.network, self.lettering.theme, self.lettering.metrics)
        count = len(self._halves)
        return max(count * tables.least() + 10 * (count - 1), self._legend.width + 200)

    def items(self, left: float, top: float, bottom: float) -> list[Item]:
        """Return everything, for the page's upper left corner and the ordinate of its lower margin."""
        theme = self.lettering.theme
        heading = self._heading
        found: list[Item] = [
            _at("title", self._title, left, top + heading - self._title.height),
            Shape(
                "rule",
                left + self.width / 2,
                top + heading + 3.5,
                self.width,
                1.4,
                fill=theme.band,
                colour=theme.band,
                pen=0,
            ),
        ]
        if self._block:
            found.append(_at("titleblock", self._block, left + self.width - self._block.width, top))
        y = bottom - self.bottom + 9
        for index, label in enumerate(self._flows):
            x = left if index == 0 else left + self.width - label.width
            found.append(_at(f"table-{index + 1}", label, x, y))
        y += max((label.height + _BETWEEN for label in self._flows), default=0.0)
        legend = self._legend
        deep = max(legend.height, min(bottom - self._foot - y, legend.height + 20))
        found += legend.items(left + self.width - legend.width, y, deep)
        for label, name in zip(self._lists, self._list_names, strict=True):
            found.append(_at(name, label, left, y))
            y += label.height + _BETWEEN
        if self._footer:
            found.append(_at("footer", self._footer, left, bottom - self._footer.height + 7))
        return found

    @cached_property
    def _title(self) -> Label:
        picture, block = self.lettering.network.picture, self._block
        width = self.width - (block.width + 20 if block else 0)
        return title(picture, max(width, 150.0), self.lettering.theme, self.lettering.metrics)

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
    def _flows(self) -> list[Label]:
        tables = Tables(self.lettering.network, self.lettering.theme, self.lettering.metrics)
        arrows = sorted(self.lettering.network.picture.arrows, key=lambda arrow: arrow.number)
        count = len(self._halves)
        width = (self.width - 10 * (count - 1)) / max(1, count)
        return [tables.flows(arrows[first:last], width) for first, last in self._halves]

    @cached_property
    def _legend(self) -> Legend:
        return Legend(self.lettering, self.width - (_LISTS if self._list_names else 0.0))

    @cached_property
    def _list_names(self) -> list[str]:
        picture = self.lettering.network.picture
        return ["findings"] * bool(picture.findings) + ["notes"] * bool(picture.notes)

    @cached_property
    def _lists(self) -> list[Label]:
        tables = Tables(self.lettering.network, self.lettering.theme, self.lettering.metrics)
        width = self.width - self._legend.width - _BESIDE
        makers = {"findings": tables.findings, "notes": tables.notes}
        return [makers[name](width) for name in self._list_names]

    @cached_property
    def _footer(self) -> Label | None:
        text, metrics = clean(self.lettering.network.picture.footer), self.lettering.metrics
        if not text:
            return None
        line = cut(wrap(text, self.width, metrics, 7), 1, self.width, metrics, 7)[0]
        return plain(line, 7, self.lettering.theme.sub, metrics)

    @property
    def _foot(self) -> float:
        return 6.0 if self._footer else 0.0


def _at(kind: str, label: Label, left: float, top: float) -> Lettered:
    return Lettered(kind, label, left + label.width / 2, top + label.height / 2)
