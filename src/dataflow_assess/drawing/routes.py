"""Which way do the arrows of a pair go between cards, in channels and through empty cells?"""

import heapq
from collections import defaultdict
from functools import cached_property
from itertools import pairwise
from typing import Final

import attrs

from dataflow_assess.drawing.columns import Columns
from dataflow_assess.drawing.network import Network, Pair
from dataflow_assess.drawing.rows import Rows

# Points of the routing grid: odd numbers are columns and rows of cards, even ones the channels between them.
Point = tuple[int, int]
Route = tuple[Point, ...]

_STEPS: Final = ((1, 0), (-1, 0), (0, 1), (0, -1))
_BEND, _FOREIGN, _TAKEN, _CROSS, _SIDE, _THROUGH, _LEVEL = 2.5, 2.0, 1.5, 0.75, 1.2, 0.4, 0.9


@attrs.define(slots=False, frozen=True, eq=False)
class Board:
    """Cards on a grid of columns and rows.

    Attributes:
        network: who is joined to whom.
        columns, rows: the cell of every card, counted from 0.
    """

    network: Network
    columns: Columns
    rows: Rows

    @cached_property
    def wide(self) -> int:
        """The number of columns."""
        return max(self.columns) + 1

    @cached_property
    def deep(self) -> int:
        """The number of rows."""
        return max(self.rows) + 1

    @cached_property
    def cells(self) -> dict[Point, int]:
        """Grid point → the card on it."""
        return {self.point(card): card for card in range(self.network.count)}

    @cached_property
    def extents(self) -> dict[int, tuple[int, int, int, int]]:
        """Zone → first and last column, first and last row."""
        return {
            zone: (
                min(self.columns[card] for card in cards),
                max(self.columns[card] for card in cards),
                min(self.rows[card] for card in cards),
                max(self.rows[card] for card in cards),
            )
            for zone, cards in self.network.members.items()
        }

    @cached_property
    def covered(self) -> dict[Point, frozenset[int]]:
        """Grid point → zones that lie over it."""
        found: dict[Point, set[int]] = defaultdict(set)
        for zone, (left, right, top, bottom) in self.extents.items():
            for x in range(2 * left + 1, 2 * right + 2):
                for y in range(2 * top + 1, 2 * bottom + 2):
                    found[x, y].add(zone)
        return {point: frozenset(zones) for point, zones in found.items()}

    def point(self, card: int) -> Point:
        """Return the grid point of a card."""
        return 2 * self.columns[card] + 1, 2 * self.rows[card] + 1


@attrs.define
class _Traffic:
    """What earlier routes have taken."""

    steps: dict[tuple[Point, Point], int] = attrs.Factory(lambda: defaultdict(int))
    along: dict[tuple[Point, bool], int] = attrs.Factory(lambda: defaultdict(int))
    sides: dict[tuple[int, Point], int] = attrs.Factory(lambda: defaultdict(int))


def routes(board: Board) -> dict[Pair, Route]:
    """Return the corners of the way of every pair, from card to card; never through another card."""
    traffic = _Traffic()
    found = {}
    for pair in sorted(board.network.bundles, key=lambda each: (_distance(board, each), each)):
        way = _search(board, pair, traffic)
        _take(board, pair, way, traffic)
        found[pair] = _corners(way)
    return {pair: found[pair] for pair in board.network.bundles}


def _distance(board: Board, pair: Pair) -> int:
    (left, top), (right, bottom) = map(board.point, pair)
    return abs(left - right) + abs(top - bottom)


def _search(board: Board, pair: Pair, traffic: _Traffic) -> list[Point]:
    """A* over (point, direction of travel)."""
    start, goal = map(board.point, pair)
    own = set(board.network.zones[pair[0]]) | set(board.network.zones[pair[1]])
    heap: list[tuple[float, float, Point, Point]] = [(0.0, 0.0, start, (0, 0))]
    best: dict[tuple[Point, Point], float] = {(start, (0, 0)): 0.0}
    came: dict[tuple[Point, Point], tuple[Point, Point]] = {}
    while heap:
        _, cost, here, heading = heapq.heappop(heap)
        if here == goal:
            return _traced(came, (here, heading))
        if cost > best[here, heading] + 1e-9:
            continue
        for step in _STEPS:
            there = here[0] + step[0], here[1] + step[1]
            if not _free(board, here, there, step, start, goal) or (heading[0] == -step[0] and heading[1] == -step[1]):
                continue
            price = cost + _price(board, pair, own, here, there, heading, traffic)
            if price < best.get((there, step), float("inf")) - 1e-9:
                best[there, step] = price
                came[there, step] = here, heading
                guess = abs(there[0] - goal[0]) + abs(there[1] - goal[1])
                heapq.heappush(heap, (price + guess, price, there, step))
    raise AssertionError("the outermost channels join all cards")


def _free(board: Board, here: Point, there: Point, step: Point, start: Point, goal: Point) -> bool:
    if not (0 <= there[0] <= 2 * board.wide and 0 <= there[1] <= 2 * board.deep):
        return False
    if there in board.cells and there != goal:
        return False
    # The lower side of a card with loops is theirs alone.
    if here == start and step == (0, 1) and board.cells[here] in board.network.loops:
        return False
    return not (there == goal and step == (0, -1) and board.cells[goal] in board.network.loops)


def _price(
    board: Board, pair: Pair, own: set[int], here: Point, there: Point, heading: Point, traffic: _Traffic
) -> float:
    step = there[0] - here[0], there[1] - here[1]
    price = 1.0
    if here not in board.cells and there not in board.cells:
        price += traffic.steps[min(here, there), max(here, there)] * _TAKEN
    if heading not in ((0, 0), step):
        price += _BEND
    if board.covered.get(there, frozenset()) - own:
        price += _FOREIGN
    if there[0] % 2 and there[1] % 2:
        price += _THROUGH
    if step[0] and there[1] % 2 == 0:  # a channel between rows costs height, of which a landscape page has little
        price += _LEVEL
    price += _CROSS * traffic.along[there, step[0] == 0]
    for card, side in ((board.cells.get(here), step), (board.cells.get(there), (-step[0], -step[1]))):
        if card in pair:
            price += _SIDE * traffic.sides[card, side] + (0.6 if side[0] == 0 else 0.0)
    return price


def _traced(came: dict[tuple[Point, Point], tuple[Point, Point]], last: tuple[Point, Point]) -> list[Point]:
    way = [last[0]]
    while last in came:
        last = came[last]
        way.append(last[0])
    return way[::-1]


def _take(board: Board, pair: Pair, way: list[Point], traffic: _Traffic) -> None:
    for here, there in pairwise(way):
        traffic.steps[min(here, there), max(here, there)] += 1
        for point in (here, there):
            if point not in board.cells:
                traffic.along[point, here[0] != there[0]] += 1
    for card, near, at in ((pair[0], way[1], way[0]), (pair[1], way[-2], way[-1])):
        traffic.sides[card, (near[0] - at[0], near[1] - at[1])] += 1


def _corners(way: list[Point]) -> Route:
    kept = [way[0]]
    for before, here, after in zip(way, way[1:], way[2:], strict=False):
        if (before[0] == here[0]) != (here[0] == after[0]):
            kept.append(here)
    return (*kept, way[-1])
