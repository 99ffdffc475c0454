"""Where on its line does the number of each arrow stand, with the words beside it?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs

from dataflow_assess.drawing.geometry import Box, Place
from dataflow_assess.drawing.labels import DISC, Label
from dataflow_assess.drawing.lanes import Lane

_STEP: Final = 5.0
_TAIL: Final = 6.0  # line that should show before the badge
_HEAD: Final = 12.0  # and after it, with the arrow head
_HIT: Final = 10.0


@attrs.frozen
class Badge:
    """A numbered circle with its row of words.

    Attributes:
        lane: the arrow's line.
        disc: the middle of the circle, which lies on the line.
        mirrored: the words stand to the left of the circle.
        box: everything it covers.
        clash: how much of it lies over other badges, cards or names (0: none), in square points.
    """

    lane: Lane
    disc: Place
    mirrored: bool
    box: Box
    clash: float


def length(disc: float, marks: Sequence[Label]) -> float:
    """Return the width of a badge with a circle of that width and these words."""
    return disc + sum(1 + mark.width for mark in marks)


def badges(
    lanes: Sequence[Lane], discs: Mapping[int, float], marks: Mapping[int, Sequence[Label]], taken: Iterable[Box]
) -> list[Badge]:
    """Return a place for every badge; arrows with the least room are served first.

    Args:
        lanes: the lines of all arrows.
        discs: arrow number → the width of its circle.
        marks: arrow number → the words that stand beside its number.
        taken: cards and names that must not be covered.
    """
    boxes = list(taken)
    strokes = {lane.arrow.number: list(_strokes(lane)) for lane in lanes}
    found = []
    for lane in sorted(lanes, key=lambda each: (_room(each), each.arrow.number)):
        disc = discs[lane.arrow.number]
        width = length(disc, marks[lane.arrow.number])
        others = [box for number, parts in strokes.items() if number != lane.arrow.number for box in parts]
        near = [box for box in boxes if _meet(box, _reach(lane, width))]
        crossing = [box for box in others if _meet(box, _reach(lane, width))]
        best = min(
            (
                _judged(lane, place, mirrored, box, near, crossing, cost)
                for place, mirrored, box, cost in _choices(lane, width, disc)
            ),
            key=lambda each: each[0],
        )[1]
        boxes.append(best.box)
        found.append(best)
    return sorted(found, key=lambda badge: badge.lane.arrow.number)


def _room(lane: Lane) -> float:
    return max(abs(x1 - x0) + abs(y1 - y0) for (x0, y0), (x1, y1) in pairwise(lane.points))


def _strokes(lane: Lane) -> Iterator[Box]:
    for (x0, y0), (x1, y1) in pairwise(lane.points):
        yield min(x0, x1) - 2, min(y0, y1) - 2, max(x0, x1) + 2, max(y0, y1) + 2


def _reach(lane: Lane, width: float) -> Box:
    xs, ys = zip(*lane.points, strict=True)
    return min(xs) - width, min(ys) - DISC, max(xs) + width, max(ys) + DISC


def _choices(lane: Lane, width: float, disc: float) -> Iterator[tuple[Place, bool, Box, float]]:
    """Yield places along the line, with what each costs for its own sake."""
    half, wide = DISC / 2, disc / 2
    last = len(lane.points) - 2
    for index, ((x0, y0), (x1, y1)) in enumerate(pairwise(lane.points)):
        level, span = abs(y0 - y1) < 1e-6, abs(x1 - x0) + abs(y1 - y0)
        before, after = (_TAIL if index == 0 else 2.0), (_HEAD if index == last else 2.0)
        covered = width if level else DISC
        free = span - covered - before - after
        count = max(0, int(free / 2 / _STEP))
        middle = ((before + covered / 2) + (span - after - covered / 2)) / 2
        for step in range(-count, count + 1):
            part = (middle + step * _STEP) / span if span else 0.0
            x, y = x0 + (x1 - x0) * part, y0 + (y1 - y0) * part
            cost = abs(step) * 0.8 + (0.0 if level else 6.0) + max(0.0, -free) * 3
            if level:
                box = (x - width / 2, y - half, x + width / 2, y + half)
                yield (box[0] + wide, y), False, box, cost
            else:
                yield (x, y), False, (x - wide, y - half, x - wide + width, y + half), cost
                yield (x, y), True, (x + wide - width, y - half, x + wide, y + half), cost + 1


def _judged(
    lane: Lane, disc: Place, mirrored: bool, box: Box, boxes: Sequence[Box], strokes: Sequence[Box], cost: float
) -> tuple[float, Badge]:
    clash = sum(_overlap(box, other, 1.0) for other in boxes)
    crossed = sum(15 + 0.5 * _overlap(box, other, 0.0) for other in strokes if _meet(box, other))
    return cost + _HIT * clash + crossed, Badge(lane, disc, mirrored, box, clash)


def _overlap(one: Box, two: Box, margin: float) -> float:
    wide = min(one[2], two[2]) - max(one[0], two[0]) + margin
    high = min(one[3], two[3]) - max(one[1], two[1]) + margin
    return wide * high if wide > 0 and high > 0 else 0.0


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
