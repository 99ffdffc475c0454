"""Which line does each single arrow follow?"""

import math
from collections.abc import Sequence
from itertools import pairwise

import attrs

from dataflow_assess.drawing.geometry import Layout, Place
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.picture import Arrow
from dataflow_assess.drawing.spacing import LOOP_DEPTH
from dataflow_assess.drawing.tracks import PITCH

_ROUND = 6.0
_HEAD = 6.5


@attrs.frozen
class Lane:
    """An arrow's line.

    Attributes:
        arrow: what it stands for.
        points: level and upright parts from the source's edge to the target's.
    """

    arrow: Arrow
    points: tuple[Place, ...]


def lanes(network: Network, layout: Layout, loop: float) -> list[Lane]:
    """Return the lines of all arrows by number.

    The arrows of a pair run side by side, each keeping left; loops hang below their card, the first ``loop`` wide.
    """
    found = []
    for pair, arrows in network.bundles.items():
        middle = layout.paths[pair]
        for index, arrow in enumerate(arrows):
            points = _beside(middle, ((len(arrows) - 1) / 2 - index) * PITCH)
            along = network.ends[arrow.number] == pair
            found.append(Lane(arrow, tuple(points if along else points[::-1])))
    for card, arrows in network.loops.items():
        _, _, _, bottom = layout.box(card)
        x = layout.places[card][0]
        for index, arrow in enumerate(arrows):
            half, deep = loop / 2 + LOOP_DEPTH * index, bottom + LOOP_DEPTH * (index + 1)
            found.append(Lane(arrow, ((x - half, bottom), (x - half, deep), (x + half, deep), (x + half, bottom))))
    return sorted(found, key=lambda lane: lane.arrow.number)


def _beside(points: Sequence[Place], distance: float) -> list[Place]:
    """Return the polyline moved ``distance`` to the left of its direction (y points down)."""
    moved = []
    for (x0, y0), (x1, y1) in pairwise(points):
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        dx, dy = (y1 - y0) / length * distance, -(x1 - x0) / length * distance
        moved.append(((x0 + dx, y0 + dy), (x1 + dx, y1 + dy)))
    line = [moved[0][0]]
    for (before, corner), (after, _) in pairwise(moved):
        level = abs(before[1] - corner[1]) < 1e-6
        line.append((after[0], corner[1]) if level else (corner[0], after[1]))
    return [*line, moved[-1][1]]


def curve(points: Sequence[Place]) -> tuple[list[Place], Place]:
    """Return Bézier points with round corners that end just before the arrow head, and the tip of the head."""
    tip = points[-1]
    line = [*points[:-1], _towards(tip, points[-2], _HEAD)]
    here = line[0]
    drawn = [here]
    for corner, after in pairwise(line[1:]):
        before_length, after_length = math.dist(here, corner), math.dist(corner, after)
        radius = min(_ROUND, before_length * 0.9, after_length / 2)
        start, end = _towards(corner, here, radius), _towards(corner, after, radius)
        drawn += _straight(here, start)
        drawn += [_between(start, corner, 0.56), _between(end, corner, 0.56), end]
        here = end
    return drawn + _straight(here, line[-1]), tip


def _between(one: Place, two: Place, part: float) -> Place:
    return one[0] + (two[0] - one[0]) * part, one[1] + (two[1] - one[1]) * part


def _towards(start: Place, goal: Place, distance: float) -> Place:
    length = math.dist(start, goal)
    return _between(start, goal, min(1.0, distance / length) if length else 0.0)


def _straight(start: Place, end: Place) -> list[Place]:
    return [_between(start, end, 1 / 3), _between(start, end, 2 / 3), end]
