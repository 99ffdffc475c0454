"""At which points of the page do cards, zones and the middles of arrows lie?"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs

from dataflow_assess.drawing.network import Pair
from dataflow_assess.drawing.routes import Board, Route
from dataflow_assess.drawing.spacing import Axis, Gaps, Size, axis, grown, place, widen_for_tabs, zone_needs
from dataflow_assess.drawing.tracks import Offsets, path, stretches

Box = tuple[float, float, float, float]  # left, top, right, bottom
Place = tuple[float, float]

_SPARE: Final = 9.0


@attrs.frozen
class Layout:
    """A finished arrangement, in points from its own upper left corner.

    Attributes:
        width, height: of everything.
        sizes: card → width and height; places: card → its middle.
        zones: zone → its rectangle.
        paths: pair → the middle of its arrows, a polyline of level and upright parts.
    """

    width: float
    height: float
    sizes: tuple[Size, ...]
    places: tuple[Place, ...]
    zones: dict[int, Box]
    paths: dict[Pair, list[Place]]

    def box(self, card: int) -> Box:
        """Return the rectangle of a card."""
        (x, y), (width, height) = self.places[card], self.sizes[card]
        return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def layout(
    board: Board,
    routes: Mapping[Pair, Route],
    offsets: Offsets,
    faces: Sequence[Size],
    tabs: Mapping[int, float],
    gaps: Gaps,
) -> Layout:
    """Return the arrangement of a board.

    Args:
        board, routes, offsets: cells of the cards, and ways of the arrows between them.
        faces: card → the least size its lettering needs.
        tabs: zone → the width its name needs.
        gaps: the least distances.
    """
    parts = stretches(board, routes)
    sizes = grown(board, parts, offsets, faces, gaps.loop)
    needs = {zone: zone_needs(board, zone, gaps.low_tabs) for zone in board.extents}
    widen_for_tabs(board, sizes, tabs, needs, gaps)
    across = axis(board, True, sizes, parts, offsets, needs, gaps)
    down = axis(board, False, sizes, parts, offsets, needs, gaps)
    _share(board, needs, across, down)
    place(across, True, parts, offsets, gaps)
    place(down, False, parts, offsets, gaps)
    places = tuple(
        (across.at[2 * board.columns[card] + 1], down.at[2 * board.rows[card] + 1]) for card in range(len(sizes))
    )
    paths = {
        pair: path(
            pair,
            route,
            offsets,
            lambda vertical, line: (across if vertical else down).at[line],
            lambda point, vertical: sizes[board.cells[point]][1 if vertical else 0] / 2,
        )
        for pair, route in routes.items()
    }
    made = Layout(across.total, down.total, sizes, places, _zones(board, needs, across, down), paths)
    return attrs.evolve(made, zones=_levelled(board, made))


def _share(board: Board, needs: dict[int, list[float]], across: Axis, down: Axis) -> None:
    """Let outermost zones of one column or row share their edges."""
    for zone in board.network.children.get(None, ()):
        left, right, top, bottom = board.extents[zone]
        needs[zone] = [across.pad_before[left], across.pad_after[right], down.pad_before[top], down.pad_after[bottom]]


def _zones(board: Board, needs: Mapping[int, Sequence[float]], across: Axis, down: Axis) -> dict[int, Box]:
    boxes = {}
    for zone, (left, right, top, bottom) in board.extents.items():
        need = needs[zone]
        boxes[zone] = (
            across.at[2 * left + 1] - across.before[left] - need[0],
            down.at[2 * top + 1] - down.before[top] - need[2],
            across.at[2 * right + 1] + across.after[right] + need[1],
            down.at[2 * bottom + 1] + down.after[bottom] + need[3],
        )
    return boxes


def _levelled(board: Board, made: Layout) -> dict[int, Box]:
    """Lengthen outermost zones down to the end of a neighbour, where nothing lies in between."""
    zones = dict(made.zones)
    outermost = board.network.children.get(None, ())
    for zone in outermost:
        left, top, right, bottom = zones[zone]
        ends = {zones[each][3] for each in outermost if abs(zones[each][1] - top) < 1 and zones[each][3] > bottom + 1}
        for end in sorted(ends, reverse=True):
            area = (left - _SPARE, bottom, right + _SPARE, end + _SPARE)
            others = [zones[each] for each in outermost if each != zone]
            if not any(_meet(area, box) for box in (*others, *_things(board, made, zone))):
                zones[zone] = (left, top, right, end)
                break
    return zones


def _things(board: Board, made: Layout, zone: int) -> list[Box]:
    """Return the boxes of cards and arrows that have no business in a zone."""
    inside = set(board.network.members[zone])
    boxes = [made.box(card) for card in range(len(made.places)) if card not in inside]
    for pair, points in made.paths.items():
        if not inside & set(pair):
            for (x0, y0), (x1, y1) in pairwise(points):
                boxes.append((min(x0, x1) - 9, min(y0, y1) - 9, max(x0, x1) + 9, max(y0, y1) + 9))
    return boxes


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
