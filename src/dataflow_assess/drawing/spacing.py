"""How much room do cards, zones and channels need, and where do the grid lines come to lie?"""

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.picture import ZoneStyle
from dataflow_assess.drawing.routes import Board, Point
from dataflow_assess.drawing.tracks import Offsets, Stretch

Size = tuple[float, float]

_PAD: Final = {True: 7.0, False: 9.0}  # inside a zone's border; True for segments
_HEAD: Final = {True: 19.0, False: 25.0}  # room for its name
_BETWEEN: Final = 10.0  # between the borders of two zones
_CLEAR: Final = 8.0  # between an arrow and a zone's border
_LANES: Final = 14.0  # what a card is longer than the arrows on its side
LOOP_DEPTH: Final = 17.0  # what each loop below a card takes


@attrs.frozen
class Gaps:
    """The least distances between cards.

    Attributes:
        columns, rows: between any two neighbouring columns or rows, in points.
        channels: (vertical?, grid number) → what this channel needs at least.
        spread: what every column gap and row gap gets on top, to fill the page.
        loop: the width of the innermost loop of a card.
        flags: card → what its letters take above it, or below it.
        low_flags: the cards whose letters stand below, because arrows come in from above.
        low_tabs: the zones whose names stand at the lower edge, for the same reason.
    """

    columns: float = 30.0
    rows: float = 13.0
    channels: Mapping[tuple[bool, int], float] = attrs.Factory(dict)
    spread: tuple[float, float] = (0.0, 0.0)
    loop: float = 0.0
    flags: Mapping[int, float] = attrs.Factory(dict)
    low_flags: frozenset[int] = frozenset()
    low_tabs: frozenset[int] = frozenset()

    def least(self, vertical: bool, line: int) -> float:
        """Return the least width of a channel."""
        return max(self.columns if vertical else self.rows, self.channels.get((vertical, line), 0.0))


@attrs.define
class Axis:
    """One direction: what lies around its grid lines, and where they are.

    Attributes:
        before, after: column or row → what its cards take on either side of their middle.
        pad_before, pad_after: column or row → what the zones need that begin or end there.
        at: grid number → coordinate, once placed.
        total: the length of the axis, once placed.
    """

    before: list[float]
    after: list[float]
    pad_before: list[float]
    pad_after: list[float]
    at: list[float] = attrs.Factory(list)
    total: float = 0.0


def grown(
    board: Board, parts: Sequence[Stretch], offsets: Offsets, faces: Sequence[Size], loop: float
) -> tuple[Size, ...]:
    """Make cards long enough for the arrows that end on their sides."""
    sizes = [list(face) for face in faces]
    for card, loops in board.network.loops.items():
        sizes[card][0] = max(sizes[card][0], loop + 20 + 2 * LOOP_DEPTH * (len(loops) - 1))
    for part in parts:
        for on_card, along in zip(part.cards, (part.low, part.high), strict=True):
            if on_card:
                point: Point = (part.line[1], along) if part.line[0] else (along, part.line[1])
                need = 2 * (abs(offsets[part.pair, part.index]) + part.half) + _LANES
                side = sizes[board.cells[point]]
                side[0 if part.line[0] else 1] = max(side[0 if part.line[0] else 1], need)
    return tuple((width, height) for width, height in sizes)


def zone_needs(board: Board, zone: int, low_tabs: frozenset[int]) -> list[float]:
    """Return the room that a zone takes around its cards: left, right, top, bottom.

    Args:
        low_tabs: the zones whose names stand at their lower edge.
    """
    extent = board.extents[zone]
    segment = board.network.picture.zones[zone].style is ZoneStyle.SEGMENT
    upright = (_PAD[segment], _HEAD[segment]) if zone in low_tabs else (_HEAD[segment], _PAD[segment])
    needs = [_PAD[segment], _PAD[segment], *upright]
    for side in range(4):
        inner = [
            zone_needs(board, child, low_tabs)[side]
            for child in board.network.children.get(zone, ())
            if board.extents[child][side] == extent[side]
        ]
        needs[side] += max(inner, default=0.0)
    return needs


def widen_for_tabs(
    board: Board, sizes: Sequence[Size], tabs: Mapping[int, float], needs: dict[int, list[float]], gaps: Gaps
) -> None:
    """Give zones that are narrower than their names more room on the right."""
    widest = [
        max((sizes[card][0] for card in range(len(sizes)) if board.columns[card] == column), default=0.0)
        for column in range(board.wide)
    ]
    for zone in sorted(board.extents, key=lambda each: -_depth(board, each)):
        left, right = board.extents[zone][:2]
        inside = sum(widest[left : right + 1]) + gaps.columns * (right - left)
        lack = tabs[zone] + 8 - inside - needs[zone][0] - needs[zone][1]
        outer: int | None = zone
        while lack > 0 and outer is not None and board.extents[outer][1] == right:
            needs[outer][1] += lack
            outer = _parent(board, outer)


def _depth(board: Board, zone: int) -> int:
    chain = board.network.zones[board.network.members[zone][0]]
    return len(chain) - chain.index(zone)


def _parent(board: Board, zone: int) -> int | None:
    chain = board.network.zones[board.network.members[zone][0]]
    place = chain.index(zone)
    return chain[place + 1] if place + 1 < len(chain) else None


def axis(
    board: Board,
    vertical: bool,
    sizes: Sequence[Size],
    parts: Sequence[Stretch],
    offsets: Offsets,
    needs: Mapping[int, Sequence[float]],
    gaps: Gaps,
) -> Axis:
    """Return the columns (``vertical`` lines) or rows with the room that they need."""
    cells = board.columns if vertical else board.rows
    count = board.wide if vertical else board.deep
    found = Axis([5.0] * count, [5.0] * count, [0.0] * count, [0.0] * count)
    for card, cell in enumerate(cells):
        side = sizes[card][0 if vertical else 1] / 2
        found.before[cell] = max(
            found.before[cell], side + (0.0 if vertical or card in gaps.low_flags else gaps.flags.get(card, 0.0))
        )
        below = 0.0 if vertical else _below(board.network, card)
        below += gaps.flags.get(card, 0.0) if not vertical and card in gaps.low_flags else 0.0
        found.after[cell] = max(found.after[cell], side + below)
    for part in parts:
        if part.line[0] == vertical and part.line[1] % 2:
            cell, offset = part.line[1] // 2, offsets[part.pair, part.index]
            found.before[cell] = max(found.before[cell], part.half - offset + 4)
            found.after[cell] = max(found.after[cell], part.half + offset + 4)
    first, last = (0, 1) if vertical else (2, 3)
    for zone, extent in board.extents.items():
        low, high = extent[first], extent[last]
        found.pad_before[low] = max(found.pad_before[low], needs[zone][first])
        found.pad_after[high] = max(found.pad_after[high], needs[zone][last])
    return found


def _below(network: Network, card: int) -> float:
    loops = len(network.loops.get(card, ()))
    return 12 + LOOP_DEPTH * loops if loops else 0.0


def place(found: Axis, vertical: bool, parts: Sequence[Stretch], offsets: Offsets, gaps: Gaps) -> None:
    """Give every grid line of the axis its coordinate, wide enough for the arrows in each channel."""
    count = len(found.before)
    here = 0.0
    for channel in range(count + 1):
        left = found.pad_after[channel - 1] if channel else 0.0
        right = found.pad_before[channel] if channel < count else 0.0
        low, high = _taken(parts, offsets, (vertical, 2 * channel))
        tracks = low + high + 2 * _CLEAR if low + high > 0 else 0.0
        inner = 0 < channel < count
        middle = max(tracks, _BETWEEN if inner and (left or right) else 0.0)
        width = left + right + middle
        if inner:
            width = max(width, gaps.least(vertical, 2 * channel)) + gaps.spread[0 if vertical else 1]
        slack = width - left - right - low - high
        found.at.append(here + left + slack / 2 + low)
        here += width
        if channel < count:
            found.at.append(here + found.before[channel])
            here += found.before[channel] + found.after[channel]
    found.total = here


def _taken(parts: Sequence[Stretch], offsets: Offsets, line: tuple[bool, int]) -> tuple[float, float]:
    """Return how far arrows reach before and after the middle of a channel, with their own thickness."""
    found = [(offsets[part.pair, part.index], part.half + 3) for part in parts if part.line == line]
    if not found:
        return 0.0, 0.0
    return max(half - offset for offset, half in found), max(half + offset for offset, half in found)
