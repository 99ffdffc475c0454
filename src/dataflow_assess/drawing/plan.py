"""Which of the possible arrangements is the best one, and is there room for every badge in it?"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

import attrs

from dataflow_assess.drawing.badges import Badge, badges, length
from dataflow_assess.drawing.columns import Columns, columns
from dataflow_assess.drawing.geometry import Box, Layout, layout
from dataflow_assess.drawing.lanes import Lane, lanes
from dataflow_assess.drawing.network import Pair
from dataflow_assess.drawing.order import heights
from dataflow_assess.drawing.plates import Plates, obstacles, turned
from dataflow_assess.drawing.routes import Board, Route, routes
from dataflow_assess.drawing.rows import cost, improved, ordered
from dataflow_assess.drawing.signs import Lettering
from dataflow_assess.drawing.spacing import Gaps, Size
from dataflow_assess.drawing.tracks import Offsets, tracks

_ORDERED: Final = 40  # choices of columns that dot is asked about
_ROUTED: Final = 5000  # cards times pairs that are routed to compare them
_QUICK: Final = 10  # the same, when little is sought
_FEW: Final = 8  # cards whose order can be improved from any beginning
_IMPROVED: Final = 6  # choices whose rows are improved
_HOPE: Final = 0.8  # rows may still get better, and a smaller scale leaves the diagram relatively more room
_GROWTHS: Final = 8
_GROWTH: Final = 12.0


@attrs.frozen
class Plan:
    """One arrangement with everything in its place.

    Attributes:
        board, routes, offsets: the cells of the cards and the ways between them.
        gaps: the distances it was laid out with.
        tabs: zone → where its name stands.
        flags: card → where its letters stand.
        layout, lanes, badges: the result, in points from the diagram's upper left corner.
    """

    board: Board
    routes: dict[Pair, Route]
    offsets: Offsets
    gaps: Gaps
    layout: Layout
    lanes: tuple[Lane, ...]
    badges: tuple[Badge, ...]
    tabs: dict[int, Box]
    flags: dict[int, Box]

    @property
    def clash(self) -> float:
        """How much the badges cover one another, in square points."""
        return sum(badge.clash for badge in self.badges)


def plans(lettering: Lettering, room: Size, least: float, sought: int | None = None) -> list[Plan]:
    """Return the arrangements worth a closer look.

    Args:
        lettering: the words.
        room: the width and height that the page leaves for the diagram at scale 1; choices are weeded out by it.
        least: the smallest scale that is of use; none is returned when all would surely be smaller.
        sought: how many are worked out; None for as many as a picture of its size bears.
    """
    network = lettering.network
    choices = columns(network)[: _ORDERED if sought is None else _QUICK]
    boards = [
        Board(network, choice, ordered(network, choice, below or tuple(40.0 * card for card in range(network.count))))
        for choice, below in zip(choices, _heights(lettering, choices, quick=sought is not None), strict=True)
    ]
    effort = 1 + network.count * len(network.bundles)
    scales = {board: _bare_scale(lettering, board, room) for board in boards}
    boards = [board for board in boards if scales[board] >= least * _HOPE]
    boards = sorted(
        boards, key=lambda board: 0.01 * cost(network, board.columns, board.rows) - min(1.0, scales[board])
    )[: max(3, _ROUTED // effort if sought is None else 0)]
    boards = sorted(boards, key=lambda board: -_worth(lettering, board, room))
    likely = boards[: sought or min(_IMPROVED, max(2, _ROUTED // effort))]
    cells = dict.fromkeys((board.columns, improved(network, board.columns, board.rows)) for board in likely)
    return [_planned(lettering, Board(network, *each)) for each in cells]


def _heights(lettering: Lettering, choices: list[Columns], *, quick: bool) -> list[tuple[float, ...] | None]:
    """Ask dot for the order inside the columns, except of small pictures that are one of many."""
    if quick and lettering.network.count <= _FEW:
        return [None] * len(choices)
    return heights(lettering.network, choices, lettering.sizes)


def _bare_scale(lettering: Lettering, board: Board, room: Size) -> float:
    """Return the scale that an arrangement could reach if it had no arrows."""
    tabs = {zone: label.width for zone, label in lettering.tabs.items()}
    made = layout(board, {}, {}, lettering.sizes, tabs, Gaps(columns=55.0, flags=_flags(lettering)))
    return min(room[0] / made.width, room[1] / made.height)


def _worth(lettering: Lettering, board: Board, room: Size) -> float:
    """Weigh the scale that an arrangement could reach with its arrows against their bends."""
    ways = routes(board)
    tabs = {zone: label.width for zone, label in lettering.tabs.items()}
    made = layout(board, ways, tracks(board, ways), lettering.sizes, tabs, _gaps(lettering, ways))
    return min(1.0, room[0] / made.width, room[1] / made.height) - 0.012 * sum(len(way) - 2 for way in ways.values())


def _planned(lettering: Lettering, board: Board) -> Plan:
    ways = routes(board)
    offsets = tracks(board, ways)
    gaps = turned(lettering, board, ways, offsets, _gaps(lettering, ways))
    return arranged(lettering, board, ways, offsets, gaps)


def arranged(lettering: Lettering, board: Board, ways: dict[Pair, Route], offsets: Offsets, gaps: Gaps) -> Plan:
    """Return the plan with these distances, widened where badges would cover one another."""
    tabs = {zone: label.width for zone, label in lettering.tabs.items()}
    best: Plan | None = None
    for _ in range(_GROWTHS):
        made = layout(board, ways, offsets, lettering.sizes, tabs, gaps)
        lines = tuple(lanes(board.network, made, gaps.loop))
        plates = Plates(lettering, made, gaps)
        placed = tuple(
            badges(lines, lettering.discs, lettering.mark_labels, [*obstacles(lettering, made), *plates.boxes])
        )
        plan = Plan(board, ways, offsets, gaps, made, lines, placed, plates.tabs, plates.flags)
        if best is None or plan.clash < best.clash:
            best = plan
        if not plan.clash:
            break
        gaps = _wider(plan)
    assert best is not None
    return best


def _gaps(lettering: Lettering, ways: Mapping[Pair, Route]) -> Gaps:
    loops = [arrow.number for arrows in lettering.network.loops.values() for arrow in arrows]
    widest = max((_length(lettering, number) for number in loops), default=0.0)
    return Gaps(channels=_for_badges(lettering, ways), loop=widest + 26, flags=_flags(lettering))


def _length(lettering: Lettering, number: int) -> float:
    return length(lettering.discs[number], lettering.mark_labels[number])


def _flags(lettering: Lettering) -> dict[int, float]:
    return {card: label.height for card, label in lettering.card_flags.items()}


def _for_badges(lettering: Lettering, ways: Mapping[Pair, Route]) -> dict[tuple[bool, int], float]:
    """Return how wide channels must be for the badges of arrows that go straight across."""
    needs: dict[tuple[bool, int], float] = {}
    for pair, route in ways.items():
        arrows = lettering.network.bundles[pair]
        (x0, y0), (x1, y1) = route[0], route[1]
        if len(route) == 2 and abs(x0 - x1) + abs(y0 - y1) == 2:
            line = (y0 == y1, (x0 + x1) // 2 if y0 == y1 else (y0 + y1) // 2)
            if y0 == y1:
                need = max(_length(lettering, arrow.number) for arrow in arrows) + 17
            else:
                need = 30.0 + 15 * max(0, len(arrows) - 2)
            needs[line] = max(needs.get(line, 0.0), need)
    return needs


def _wider(plan: Plan) -> Gaps:
    """Return gaps with more room in the channels that clashing arrows cross."""
    channels = dict(plan.gaps.channels)
    for each in plan.badges:
        pair = plan.board.network.ends[each.lane.arrow.number]
        route = plan.routes.get(pair) or plan.routes.get((pair[1], pair[0]))
        if not each.clash or route is None:
            continue
        for (x0, y0), (x1, y1) in pairwise(route):
            level = y0 == y1
            low, high = sorted((x0, x1) if level else (y0, y1))
            crossed = [line for line in range(low, high + 1) if line % 2 == 0]
            for line in crossed[:1]:
                least = plan.gaps.least(level, line)
                channels[level, line] = max(channels.get((level, line), 0.0), least + _GROWTH)
    return attrs.evolve(plan.gaps, channels=channels)
