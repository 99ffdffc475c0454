"""Which signs did the drawing really use, and what do they mean?"""

import math
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import Final

import attrs

from dataflow_assess.drawing.cards import BAND
from dataflow_assess.drawing.icons import icon
from dataflow_assess.drawing.labels import DISC, Label, flag, number, plain
from dataflow_assess.drawing.picture import Arrow, Icon, State, ZoneStyle
from dataflow_assess.drawing.sheet import Item, Lettered, Shape, Stroke
from dataflow_assess.drawing.signs import Lettering
from dataflow_assess.drawing.words import meaning, say

_STEP: Final = 13.2
_PAD: Final = 2.0
_MOST_SPREAD: Final = 24.0
_LINE: Final = 32.0
_SIGN: Final = 24.0
_ICON: Final = 17.0

ZONE_LINES: Final = {True: "filled", False: "filled,dashed"}


@attrs.frozen
class _Entry:
    """A sign that is ``sign`` points wide with its distance to the words, and how it is drawn at (x, y)."""

    text: str
    sign: float
    drawn: Callable[[float, float], Iterator[Item]]


@attrs.define(slots=False, frozen=True)
class Legend:
    """The strip that explains the signs.

    Attributes:
        lettering: what the drawing is made from.
        most: its width in points, unless a single sign needs more.
    """

    lettering: Lettering
    most: float

    @property
    def states(self) -> list[State]:
        """The states of the arrows drawn."""
        used = {arrow.state for arrow in self.lettering.network.picture.arrows}
        return [state for state in State if state in used]

    @property
    def styles(self) -> list[ZoneStyle]:
        """The styles of the zones drawn."""
        used = {self.lettering.network.picture.zones[zone].style for zone in self.lettering.network.members}
        return [style for style in ZoneStyle if style in used]

    @property
    def icons(self) -> list[Icon]:
        """The icons drawn."""
        used = {card.icon for card in self.lettering.network.picture.cards}
        return [each for each in Icon if each in used]

    @property
    def signs(self) -> list[str]:
        """The other signs drawn: number, finding, badge, shaded."""
        picture = self.lettering.network.picture
        present = {
            "number": bool(picture.arrows),
            "finding": bool(self.lettering.network.letters or self.lettering.network.card_letters),
            "badge": any(arrow.badges for arrow in picture.arrows) or any(card.badges for card in picture.cards),
            "shaded": any(row.shaded for card in picture.cards for row in card.rows),
        }
        return [sign for sign, there in present.items() if there]

    @property
    def height(self) -> float:
        """Its least height in points."""
        return _STEP * self._deep + 2 * _PAD

    @property
    def width(self) -> float:
        """Its width in points."""
        return max(self.most, self._wide(self._deep))

    def items(self, left: float, top: float, height: float) -> Iterator[Item]:
        """Yield what it consists of, with its upper left corner at (left, top)."""
        theme, width = self.lettering.theme, self.width
        yield Shape(
            "legend", left + width / 2, top + height / 2, width, height, style="solid", colour=theme.rule, pen=0.8
        )
        word, side = self._heading, self._side
        yield Shape(
            "legend", left + side / 2, top + height / 2, side, height, fill=theme.band, colour=theme.band, pen=0
        )
        yield Lettered("legend", word, left + side / 2, top + height / 2 - 0.6)
        spread = min(_MOST_SPREAD, (width - self._wide(self._deep)) / len(self._columns)) if self._columns else 0.0
        x = left + side + 6
        for entries, wide in self._columns:
            sign = max(entry.sign for entry in entries)
            for index, entry in enumerate(entries):
                y = top + _PAD + (index + 0.5) * _STEP
                yield from entry.drawn(x + (sign - entry.sign) / 2, y)
                yield self._word(entry.text, x + sign, y)
            x += wide + spread

    @cached_property
    def _heading(self) -> Label:
        return plain(self._say("legend"), 7, self.lettering.theme.white, self.lettering.metrics, bold=True)

    @property
    def _side(self) -> float:
        return self._heading.width + 8

    @property
    def _entries(self) -> list["_Entry"]:
        pills = max((self._pill(state).width for state in self.states), default=0.0)
        lines = [_Entry(self._meaning(each), _LINE + 9 + pills, partial(self._state, each)) for each in self.states]
        wide = self.lettering.discs[self._sample.number] + 8 if self.lettering.network.picture.arrows else 0.0
        signs = [
            _Entry(
                self._say(f"legend-{each}"), max(_SIGN, wide) if each == "number" else _SIGN, partial(self._sign, each)
            )
            for each in self.signs
        ]
        zones = [_Entry(self._meaning(each), _SIGN, partial(self._style, each)) for each in self.styles]
        icons = [_Entry(self._meaning(each), _ICON, partial(self._icon, each)) for each in self.icons]
        return [*lines, *signs, *zones, *icons]

    @property
    def _sample(self) -> Arrow:
        """The arrow whose number stands in the legend: one with a single number, if there is one."""
        return min(self.lettering.network.picture.arrows, key=lambda arrow: (len(arrow.also), arrow.number))

    @cached_property
    def _deep(self) -> int:
        """The number of lines: the fewest with which the strip is no wider than told."""
        count = len(self._entries)
        return next((deep for deep in range(1, count) if self._wide(deep) <= self.most), max(1, count))

    @cached_property
    def _columns(self) -> list[tuple[list["_Entry"], float]]:
        return self._set(self._deep)

    def _wide(self, deep: int) -> float:
        return self._side + sum(width for _, width in self._set(deep)) + 8

    def _set(self, deep: int) -> list[tuple[list["_Entry"], float]]:
        entries = self._entries
        columns = [entries[first : first + deep] for first in range(0, len(entries), deep)]
        widths = [
            max(entry.sign for entry in column) + max(self._plain(entry.text).width for entry in column) + 9
            for column in columns
        ]
        return list(zip(columns, map(math.ceil, widths), strict=True))

    def _say(self, key: str) -> str:
        return say(key, self.lettering.network.picture.language)

    def _meaning(self, thing: State | ZoneStyle | Icon) -> str:
        return meaning(thing, self.lettering.network.picture.language)

    def _plain(self, text: str, size: int = 7, bold: bool = False) -> Label:
        return plain(text, size, self.lettering.theme.ink, self.lettering.metrics, bold)

    def _word(self, text: str, x: float, y: float, size: int = 7, bold: bool = False) -> Lettered:
        label = self._plain(text, size, bold)
        return Lettered("legend", label, x + label.width / 2, y - 0.6)

    def _pill(self, state: State) -> Label:
        numbers = (arrow.number for arrow in self.lettering.network.picture.arrows if arrow.state is state)
        return self.lettering.mark_labels[next(numbers)][0]

    def _state(self, state: State, x: float, y: float) -> Iterator[Item]:
        yield Stroke.along(state, ((x, y), (x + _LINE, y)))
        label = self._pill(state)
        yield Lettered("legend", label, x + _LINE + 5 + label.width / 2, y)

    def _sign(self, sign: str, x: float, y: float) -> Iterator[Item]:
        theme, picture = self.lettering.theme, self.lettering.network.picture
        if sign == "number":
            first = self._sample
            disc = self.lettering.discs[first.number]
            yield Shape(
                "legend",
                x + max(9.0, disc / 2),
                y,
                disc - 1.3,
                DISC - 1.3,
                "box" if disc > DISC else "circle",
                style="rounded,filled" if disc > DISC else "filled",
                fill=theme.white,
                colour=theme.ink,
                pen=1.2,
                text=number(first, theme.ink),
            )
        elif sign == "finding":
            sample = flag(picture.findings[0].letter, theme, self.lettering.metrics)
            yield Lettered("legend", sample, x + 9, y)
        elif sign == "badge":
            yield Shape("legend", x + 9, y, 14, 9, fill=theme.shade, colour=theme.rule, pen=1)
        else:
            yield Shape("legend", x + 9, y, 18, 9, fill=theme.shade, colour=theme.rule, pen=0.8)

    def _style(self, style: ZoneStyle, x: float, y: float) -> Iterator[Item]:
        theme = self.lettering.theme
        segment = style is ZoneStyle.SEGMENT
        yield Shape(
            "legend",
            x + 9,
            y,
            18,
            9,
            style=ZONE_LINES[style is not ZoneStyle.OUTSIDE],
            fill=theme.tints[style],
            colour=theme.rule if segment else theme.ink,
            pen=0.8 if segment else 1.6,
        )

    def _icon(self, each: Icon, x: float, y: float) -> Iterator[Item]:
        theme = self.lettering.theme
        yield Shape("legend", x + 6, y, 12.5, 12.5, fill=theme.band, colour=theme.band, pen=0)
        for part in icon(each, x + 6, y, theme.band, theme.white, size=12.5 / BAND):
            yield attrs.evolve(part, kind="legend")
