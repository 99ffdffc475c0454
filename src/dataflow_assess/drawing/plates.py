"""Where do the names of zones and the letters of cards stand, so that no arrow runs under them?"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Final

import attrs

from dataflow_assess.drawing.geometry import Box, Layout, layout
from dataflow_assess.drawing.network import Pair
from dataflow_assess.drawing.picture import ZoneStyle
from dataflow_assess.drawing.routes import Board, Route
from dataflow_assess.drawing.signs import Lettering
from dataflow_assess.drawing.spacing import Gaps
from dataflow_assess.drawing.tracks import Offsets, half

_STEP: Final = 4.0


@attrs.define(slots=False, frozen=True, eq=False)
class Plates:
    """The names and letters of one layout.

    Attributes:
        lettering, made: the words, and where everything else lies.
        gaps: the distances it was laid out with; they say which plates stand at a lower edge.
    """

    lettering: Lettering
    made: Layout
    gaps: Gaps

    @cached_property
    def tabs(self) -> dict[int, Box]:
        """Zone → where its name stands."""
        return {zone: box for zone, (_, box) in self._tabs.items()}

    @cached_property
    def flags(self) -> dict[int, Box]:
        """Card → where its letters stand."""
        return {card: box for card, (_, box) in self._flags.items()}

    @property
    def boxes(self) -> Iterator[Box]:
        """Everything that these plates cover."""
        yield from self.tabs.values()
        yield from self.flags.values()

    @cached_property
    def crossed_tabs(self) -> dict[int, int]:
        """Zone → how many bundles of arrows run under its name, where any do."""
        return {zone: crossed for zone, (crossed, _) in self._tabs.items() if crossed}

    @cached_property
    def crossed_flags(self) -> dict[int, int]:
        """Card → how many bundles of arrows run under its letters, where any do."""
        return {card: crossed for card, (crossed, _) in self._flags.items() if crossed}

    @cached_property
    def _tabs(self) -> dict[int, tuple[int, Box]]:
        return {zone: self._best(self._tab_places(zone)) for zone in self.lettering.tabs}

    @cached_property
    def _flags(self) -> dict[int, tuple[int, Box]]:
        return {card: self._best(self._flag_places(card)) for card in self.lettering.card_flags}

    def _tab_places(self, zone: int) -> Iterator[Box]:
        """Yield the places along the zone's edge, the left one first."""
        label, box = self.lettering.tabs[zone], self.made.zones[zone]
        segment = self.lettering.network.picture.zones[zone].style is ZoneStyle.SEGMENT
        inset, drop = (4.0, 2.0) if segment else (-0.4, -0.4)
        top = box[3] - drop - label.height if zone in self.gaps.low_tabs else box[1] + drop
        left = box[0] + inset
        yield left, top, left + label.width, top + label.height
        while (left := left + _STEP) + label.width <= box[2] - inset:
            yield left, top, left + label.width, top + label.height

    def _flag_places(self, card: int) -> Iterator[Box]:
        """Yield the places upon the card's edge, the right one first."""
        label = self.lettering.card_flags[card]
        left, top, right, bottom = self.made.box(card)
        top = bottom if card in self.gaps.low_flags else top - label.height
        yield right - label.width, top, right, top + label.height
        while (right := right - _STEP) - label.width >= left:
            yield right - label.width, top, right, top + label.height

    def _best(self, places: Iterator[Box]) -> tuple[int, Box]:
        return min(((self._crossed(box), box) for box in places), key=lambda each: each[0])

    def _crossed(self, area: Box) -> int:
        """Count the bundles of arrows that run through an area."""
        count = 0
        for pair, points in self.made.paths.items():
            wide = half(self.lettering.network, pair) + 3
            for (x0, y0), (x1, y1) in pairwise(points):
                inside = min(x0, x1) - wide < area[2] and area[0] < max(x0, x1) + wide
                count += inside and min(y0, y1) - wide < area[3] and area[1] < max(y0, y1) + wide
        return count


def turned(lettering: Lettering, board: Board, ways: Mapping[Pair, Route], offsets: Offsets, gaps: Gaps) -> Gaps:
    """Return the distances with those plates at a lower edge that arrows would cross at the upper one only."""
    tabs = {zone: label.width for zone, label in lettering.tabs.items()}
    plates = Plates(lettering, layout(board, ways, offsets, lettering.sizes, tabs, gaps), gaps)
    fixed = {card for card, labels in enumerate(lettering.card_badges) if labels} | set(board.network.loops)
    zones, cards = frozenset(plates.crossed_tabs), frozenset(plates.crossed_flags) - fixed
    if not zones and not cards:
        return gaps
    low = attrs.evolve(gaps, low_tabs=zones, low_flags=cards)
    trial = Plates(lettering, layout(board, ways, offsets, lettering.sizes, tabs, low), low)
    return attrs.evolve(
        gaps,
        low_tabs=frozenset(each for each in zones if trial.crossed_tabs.get(each, 0) < plates.crossed_tabs[each]),
        low_flags=frozenset(each for each in cards if trial.crossed_flags.get(each, 0) < plates.crossed_flags[each]),
    )


def obstacles(lettering: Lettering, made: Layout) -> list[Box]:
    """Return what badges must not cover besides: cards with the remarks at their lower edge."""
    boxes = [made.box(card) for card in range(len(made.places))]
    for card, labels in enumerate(lettering.card_badges):
        left, _, right, bottom = made.box(card)
        if labels:
            boxes.append((left, bottom - 7, right, bottom + 6))
    return boxes
