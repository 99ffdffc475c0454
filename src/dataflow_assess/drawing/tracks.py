"""How far from the middle of its channel does each stretch of a route run?"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs

from dataflow_assess.drawing.network import Network, Pair
from dataflow_assess.drawing.routes import Board, Point, Route

PITCH: Final = 17.0  # points between the arrows of a pair
APART: Final = 15.0  # points between the outermost arrows of different pairs
_FAR: Final = 1000.0  # abstract distance of grid lines, larger than any offset
_EDGE: Final = 300.0  # abstract half size of a card
_ROUNDS: Final = 3

Line = tuple[bool, int]  # (is it vertical, the grid number)
_Straight = tuple[float, float, float]  # where it runs, from, to
Where = Callable[[bool, int], float]
Edge = Callable[[Point, bool], float]


@attrs.frozen
class Stretch:
    """One straight part of a route.

    Attributes:
        pair, index: whose part, and which one, counted from its first card.
        line: the grid line it runs on.
        low, high: the grid numbers it spans along that line.
        cards: which of its two ends, low and high, lie on a card.
        half: half the width of the bundle in points.
        leaning: to which side it turns, negative for left or up.
    """

    pair: Pair
    index: int
    line: Line
    low: int
    high: int
    cards: tuple[bool, bool]
    half: float
    leaning: int


Offsets = dict[tuple[Pair, int], float]


def half(network: Network, pair: Pair) -> float:
    """Return half the width in points of the arrows of a pair, from the middle of the first to that of the last."""
    return PITCH * (len(network.bundles[pair]) - 1) / 2


def stretches(board: Board, routes: Mapping[Pair, Route]) -> list[Stretch]:
    """Return the straight parts of all routes."""
    found = []
    for pair, route in routes.items():
        for index, (here, there) in enumerate(pairwise(route)):
            vertical = here[0] == there[0]
            along, across = (1, 0) if vertical else (0, 1)
            low, high = sorted((here[along], there[along]))
            on_card = {here[along]: index == 0, there[along]: index == len(route) - 2}
            before = route[index - 1] if index else here
            after = route[index + 2] if index + 2 < len(route) else there
            leaning = _sign(before[across] - here[across]) + _sign(after[across] - there[across])
            found.append(
                Stretch(
                    pair,
                    index,
                    (vertical, here[across]),
                    low,
                    high,
                    (on_card[low], on_card[high]),
                    half(board.network, pair),
                    leaning,
                )
            )
    return found


def tracks(board: Board, routes: Mapping[Pair, Route]) -> Offsets:
    """Return the offset in points of every stretch from the middle of its grid line; right and down are positive."""
    parts = stretches(board, routes)
    lines: dict[Line, list[Stretch]] = defaultdict(list)
    for part in parts:
        lines[part.line].append(part)
    offsets: Offsets = {}
    for line in sorted(lines):
        placed: list[Stretch] = []
        for part in sorted(
            lines[line], key=lambda each: (-sum(each.cards), each.low - each.high, each.pair, each.index)
        ):
            offsets[part.pair, part.index] = _nearest(part, placed, offsets)
            placed.append(part)
    _untangle(routes, lines, offsets)
    return offsets


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def conflict(one: Stretch, two: Stretch) -> bool:
    """Tell whether two stretches of a line lie side by side; two that end on opposite sides of a card do not."""
    if one.low > two.low or (one.low == two.low and one.high > two.high):
        one, two = two, one
    if one.high == two.low:
        return not (one.cards[1] and two.cards[0])
    return two.low < one.high


def _nearest(part: Stretch, placed: Sequence[Stretch], offsets: Offsets) -> float:
    """Return the free offset nearest to the middle, rather on the side to which the stretch turns."""
    beside = [
        (offsets[each.pair, each.index], each.half + part.half + APART) for each in placed if conflict(part, each)
    ]
    choices = {0.0}
    for offset, distance in beside:
        choices |= {offset - distance, offset + distance}
    free = [choice for choice in choices if all(abs(choice - offset) >= distance - 1e-6 for offset, distance in beside)]
    return min(free, key=lambda each: (abs(each) + (PITCH if each * part.leaning < 0 else 0), each))


class _Tangle:
    """Counts crossings on an abstract page, where grid lines are far apart, before any size is known."""

    def __init__(self, routes: Mapping[Pair, Route], offsets: Offsets) -> None:
        self.routes, self.offsets = routes, offsets
        self.parts: dict[Pair, tuple[list[_Straight], list[_Straight]]] = {}
        for pair in routes:
            self.draw(pair)

    def draw(self, pair: Pair) -> None:
        """Follow a route anew after its offsets have changed."""
        points = path(pair, self.routes[pair], self.offsets, lambda _, line: line * _FAR, lambda *_: _EDGE)
        level, upright = [], []
        for (x0, y0), (x1, y1) in pairwise(points):
            if y0 == y1:
                level.append((y0, min(x0, x1), max(x0, x1)))
            else:
                upright.append((x0, min(y0, y1), max(y0, y1)))
        self.parts[pair] = level, upright

    def crossings(self, among: frozenset[Pair]) -> int:
        """Count the crossings in which at least one of the given pairs takes part."""
        count = 0
        for one in among:
            level, upright = self.parts[one]
            for two, (other_level, other_upright) in self.parts.items():
                if two != one and (two not in among or one < two):
                    count += _cross(level, other_upright) + _cross(other_level, upright)
        return count

    def better(self, changed: Mapping[tuple[Pair, int], float]) -> bool:
        """Take over changed offsets if that undoes crossings, and tell whether it did."""
        among = frozenset(pair for pair, _ in changed)
        kept = {key: self.offsets[key] for key in changed}
        drawn = {pair: self.parts[pair] for pair in among}
        before = self.crossings(among)
        if not before:
            return False
        self.offsets.update(changed)
        for pair in among:
            self.draw(pair)
        if self.crossings(among) < before:
            return True
        self.offsets.update(kept)
        self.parts.update(drawn)
        return False


def _untangle(routes: Mapping[Pair, Route], lines: Mapping[Line, Sequence[Stretch]], offsets: Offsets) -> None:
    """Exchange neighbouring tracks, or turn a whole line round, while that undoes crossings."""
    tangle = _Tangle(routes, offsets)
    for _ in range(_ROUNDS):
        changed = False
        for parts in lines.values():
            for first, one in enumerate(parts):
                for two in parts[first + 1 :]:
                    if one.half == two.half and conflict(one, two):
                        keys = (one.pair, one.index), (two.pair, two.index)
                        changed |= tangle.better({keys[0]: offsets[keys[1]], keys[1]: offsets[keys[0]]})
            if len(parts) > 1:
                changed |= tangle.better({(each.pair, each.index): -offsets[each.pair, each.index] for each in parts})
        if not changed:
            return


def _cross(level: Sequence[_Straight], upright: Sequence[_Straight]) -> int:
    return sum(1 for y, left, right in level for x, top, bottom in upright if left < x < right and top < y < bottom)


def path(pair: Pair, route: Route, offsets: Offsets, where: Where, edge: Edge) -> list[tuple[float, float]]:
    """Return the middle of a bundle as a polyline from card edge to card edge.

    Args:
        pair, route, offsets: the bundle, its corners on the grid, and the offsets of its stretches.
        where: (is the line vertical, its grid number) → its coordinate.
        edge: (grid point of a card, is the way vertical) → half the size of that card along the way.
    """
    crosswise = [
        where(here[0] == there[0], here[0] if here[0] == there[0] else here[1]) + offsets[pair, index]
        for index, (here, there) in enumerate(pairwise(route))
    ]
    points = [_end(route[0], route[1], crosswise[0], where, edge)]
    for index in range(1, len(route) - 1):
        vertical = route[index][0] == route[index + 1][0]
        before, after = crosswise[index - 1], crosswise[index]
        points.append((after, before) if vertical else (before, after))
    return [*points, _end(route[-1], route[-2], crosswise[-1], where, edge)]


def _end(card: Point, near: Point, crosswise: float, where: Where, edge: Edge) -> tuple[float, float]:
    vertical = card[0] == near[0]
    if vertical:
        return crosswise, where(False, card[1]) + edge(card, True) * (1 if near[1] > card[1] else -1)
    return where(True, card[0]) + edge(card, False) * (1 if near[0] > card[0] else -1), crosswise
