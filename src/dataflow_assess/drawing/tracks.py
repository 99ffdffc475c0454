"""How far from the middle of its channel does each stretch of a route run?"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
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
        for index, (here, there) in enumerate(zip(route, route[1:], strict=False)):
            vertical = here[0] == there[0]
            along, across = (1, 0) if vertical else (0, 1)
            low, high = sorted((here[along], there[along]))
            on_card = {here[along]: index == 0, there[along]: index == len(route) - 2}
            before = route[index - 1] if index else here
            after = route[index + 2] if index + 2 < len(route) else there
            leaning = _sign(before[across] - here[across]) + _sign(after[across] - there[across])
            found.append(
                Stretch(
                    pair, index, (vertical, here[across]), low, high, (on_card[low], on_card[high]),
                    half(board.network, pair), leaning,
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
        for part in sorted(lines[line], key=lambda each: (-sum(each.cards), each.low - each.high, each.pair, each.index)):
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
    beside = [(offsets[each.pair, each.index], each.half + part.half + APART) for each in placed if conflict(part, each)]
    choices = {0.0}
    for offset, distance in beside:
        choices |= {offset - distance, offset + distance}
    free = [choice for choice in choices if all(abs(choice - offset) >= distance - 1e-6 for offset, distance in beside)]
    return min(free, key=lambda each: (abs(each) + (PITCH if each * part.leaning < 0 else 0), each))


def _untangle(routes: Mapping[Pair, Route], lines: Mapping[Line, Sequence[Stretch]], offsets: Offsets) -> None:
    """Exchange neighbouring tracks, or turn a whole line round, while that undoes crossings."""
    crossings = _crossings(routes, offsets)
    for _ in range(_ROUNDS):
        before = crossings
        for parts in lines.values():
            for first, one in enumerate(parts):
                for two in parts[first + 1 :]:
                    if one.half == two.half and conflict(one, two):
                        crossings = _try_exchange(routes, offsets, (one, two), crossings)
            if len(parts) > 1:
                crossings = _try_mirror(routes, offsets, parts, crossings)
        if crossings == before or not crossings:
            return


def _try_exchange(
    routes: Mapping[Pair, Route], offsets: Offsets, parts: tuple[Stretch, Stretch], crossings: int
) -> int:
    one, two = ((each.pair, each.index) for each in parts)
    offsets[one], offsets[two] = offsets[two], offsets[one]
    fewer = _crossings(routes, offsets)
    if fewer < crossings:
        return fewer
    offsets[one], offsets[two] = offsets[two], offsets[one]
    return crossings


def _try_mirror(routes: Mapping[Pair, Route], offsets: Offsets, parts: Sequence[Stretch], crossings: int) -> int:
    keys = [(each.pair, each.index) for each in parts]
    for key in keys:
        offsets[key] = -offsets[key]
    fewer = _crossings(routes, offsets)
    if fewer < crossings:
        return fewer
    for key in keys:
        offsets[key] = -offsets[key]
    return crossings


def _crossings(routes: Mapping[Pair, Route], offsets: Offsets) -> int:
    level: list[tuple[float, float, float, Pair]] = []
    upright: list[tuple[float, float, float, Pair]] = []
    for pair, route in routes.items():
        points = path(pair, route, offsets, _abstract, _abstract_edge)
        for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
            if y0 == y1:
                level.append((y0, min(x0, x1), max(x0, x1), pair))
            else:
                upright.append((x0, min(y0, y1), max(y0, y1), pair))
    return sum(
        1
        for y, left, right, one in level
        for x, top, bottom, two in upright
        if one != two and left < x < right and top < y < bottom
    )


def _abstract(vertical: bool, line: int) -> float:
    return line * _FAR


def _abstract_edge(card: Point, vertical: bool) -> float:
    return _EDGE


def path(pair: Pair, route: Route, offsets: Offsets, where: Where, edge: Edge) -> list[tuple[float, float]]:
    """Return the middle of a bundle as a polyline from card edge to card edge.

    Args:
        pair, route, offsets: the bundle, its corners on the grid, and the offsets of its stretches.
        where: (is the line vertical, its grid number) → its coordinate.
        edge: (grid point of a card, is the way vertical) → half the size of that card along the way.
    """
    crosswise = [
        where(here[0] == there[0], here[0] if here[0] == there[0] else here[1]) + offsets[pair, index]
        for index, (here, there) in enumerate(zip(route, route[1:], strict=False))
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
