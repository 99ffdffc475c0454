"""Which of the possible arrangements is the best one, and is there room for every badge in it?"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

import attrs

from dataflow_assess.drawing.badges import Badge, badges, length
from dataflow_assess.drawing.cards import Face, face
from dataflow_assess.drawing.columns import columns
from dataflow_assess.drawing.geometry import Box, Layout, layout
from dataflow_assess.drawing.labels import Label, badge, flag, pill, zone_tab
from dataflow_assess.drawing.lanes import Lane, lanes
from dataflow_assess.drawing.metrics import Metrics
from dataflow_assess.drawing.network import Network, Pair
from dataflow_assess.drawing.order import heights
from dataflow_assess.drawing.picture import Icon, ZoneStyle
from dataflow_assess.drawing.routes import Board, Route, routes
from dataflow_assess.drawing.rows import improved, ordered
from dataflow_assess.drawing.spacing import Gaps, Size
from dataflow_assess.drawing.theme import Theme
from dataflow_assess.drawing.tracks import Offsets, half, tracks

_SHOWN: Final = 3  # letters on one arrow; the table names the rest
_ORDERED: Final = 40  # choices of columns that dot is asked about
_IMPROVED: Final = 6  # those whose rows are improved
_GROWTHS: Final = 8
_GROWTH: Final = 12.0
_TAB_STEP: Final = 4.0


@attrs.define(slots=False, frozen=True)
class Lettering:
    """All words of the diagram proper, as labels of known size.

    Attributes:
        network, theme, metrics: what they are made from.
    """

    network: Network
    theme: Theme
    metrics: Metrics

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        """Card → its lettering; all but people share one width."""
        found = [face(card, self.metrics) for card in self.network.picture.cards]
        people = [card.icon is Icon.PERSON for card in self.network.picture.cards]
        width = max((each.width for each, person in zip(found, people, strict=True) if not person), default=0)
        return tuple(
            each if person else attrs.evolve(each, width=width) for each, person in zip(found, people, strict=True)
        )

    @cached_property
    def sizes(self) -> tuple[Size, ...]:
        """Card → its least width and height in points."""
        return tuple((float(each.width), float(each.height)) for each in self.faces)

    @cached_property
    def tabs(self) -> dict[int, Label]:
        """Zone → its name."""
        zones = self.network.picture.zones
        return {zone: zone_tab(zones[zone], self.theme, self.metrics) for zone in self.network.members}

    @cached_property
    def flags(self) -> dict[str, Label]:
        """Letter → its black square, and … for those left out."""
        letters = [finding.letter for finding in self.network.picture.findings]
        return {letter: flag(letter, self.theme, self.metrics) for letter in (*letters, "…")}

    @cached_property
    def marks(self) -> dict[int, tuple[tuple[str, Label], ...]]:
        """Arrow number → what stands beside it: (state, badge or flag with its letter, label)."""
        found = {}
        for arrow in self.network.picture.arrows:
            marks = [("state", pill(arrow.state, self.network.picture.language, self.theme, self.metrics))]
            marks += [("badge", badge(text, self.theme, self.metrics)) for text in arrow.badges[:2]]
            marks += [("flag", self.flags[letter]) for letter in shown(self.network.letters.get(arrow.number, ()))]
            found[arrow.number] = tuple(marks)
        return found

    @cached_property
    def mark_labels(self) -> dict[int, list[Label]]:
        """Arrow number → the labels beside it."""
        return {number: [label for _, label in marks] for number, marks in self.marks.items()}


def shown(letters: Sequence[str]) -> list[str]:
    """Return the letters that fit on one thing, with … for the rest."""
    return list(letters) if len(letters) <= _SHOWN else [*letters[: _SHOWN - 1], "…"]


@attrs.frozen
class Plan:
    """One arrangement with everything in its place.

    Attributes:
        board, routes, offsets: the cells of the cards and the ways between them.
        gaps: the distances it was laid out with.
        layout, lanes, badges: the result, in points from the diagram's upper left corner.
    """

    board: Board
    routes: dict[Pair, Route]
    offsets: Offsets
    gaps: Gaps
    layout: Layout
    lanes: tuple[Lane, ...]
    badges: tuple[Badge, ...]

    @property
    def clash(self) -> float:
        """How much the badges cover one another, in square points."""
        return sum(badge.clash for badge in self.badges)


def plans(lettering: Lettering, room: Size) -> list[Plan]:
    """Return the arrangements worth a closer look.

    Args:
        lettering: the words.
        room: the width and height that the page leaves at scale 1, by which choices are weeded out early.
    """
    network = lettering.network
    choices = columns(network)[:_ORDERED]
    rough: dict[Board, float] = {}
    for choice, below in zip(choices, heights(network, choices, lettering.sizes), strict=True):
        lines = ordered(network, choice, below or tuple(40.0 * card for card in range(network.count)))
        board = Board(network, choice, lines)
        rough[board] = _promise(lettering, board, room)
    likely = sorted(rough, key=lambda board: -rough[board])[:_IMPROVED]
    cells = dict.fromkeys((board.columns, improved(network, board.columns, board.rows)) for board in likely)
    return [_planned(lettering, Board(network, *each)) for each in cells]


def _promise(lettering: Lettering, board: Board, room: Size) -> float:
    """Weigh the scale that a rough arrangement could reach against its bends."""
    ways = routes(board)
    gaps = _gaps(lettering, ways)
    tabs = {zone: label.width for zone, label in lettering.tabs.items()}
    made = layout(board, ways, tracks(board, ways), lettering.sizes, tabs, gaps)
    return min(1.0, room[0] / made.width, room[1] / made.height) - 0.012 * sum(len(way) - 2 for way in ways.values())


def _planned(lettering: Lettering, board: Board) -> Plan:
    ways = routes(board)
    offsets = tracks(board, ways)
    return arranged(lettering, board, ways, offsets, _gaps(lettering, ways))


def arranged(lettering: Lettering, board: Board, ways: dict[Pair, Route], offsets: Offsets, gaps: Gaps) -> Plan:
    """Return the plan with these distances, widened where badges would cover one another."""
    tabs = {zone: label.width for zone, label in lettering.tabs.items()}
    best: Plan | None = None
    for _ in range(_GROWTHS):
        made = layout(board, ways, offsets, lettering.sizes, tabs, gaps)
        lines = tuple(lanes(board.network, made, gaps.loop))
        placed = tuple(badges(lines, lettering.mark_labels, obstacles(lettering, made)))
        plan = Plan(board, ways, offsets, gaps, made, lines, placed)
        if best is None or plan.clash < best.clash:
            best = plan
        if not plan.clash:
            break
        gaps = _wider(plan)
    assert best is not None
    return best


def obstacles(lettering: Lettering, made: Layout) -> list[Box]:
    """Return what badges must not cover: cards with their letters, and the names of zones."""
    boxes = [made.box(card) for card in range(len(made.places))]
    for card, letters in lettering.network.card_letters.items():
        left, top, right, _ = made.box(card)
        width = sum(lettering.flags[letter].width + 1 for letter in shown(letters))
        boxes.append((max(left, right + 4 - width), top - 7, right + 5, top + 7))
    return boxes + [tab_box(lettering, zone, made) for zone in lettering.tabs]


def tab_box(lettering: Lettering, zone: int, made: Layout) -> Box:
    """Return where a zone's name stands: at its upper edge, as far left as no arrow runs under it."""
    label, box = lettering.tabs[zone], made.zones[zone]
    segment = lettering.network.picture.zones[zone].style is ZoneStyle.SEGMENT
    inset, drop = (4.0, 2.0) if segment else (-0.4, -0.4)
    top = box[1] + drop
    places = []
    left = box[0] + inset
    while not places or left + label.width <= box[2] - inset:
        area = (left, top, left + label.width, top + label.height)
        places.append((_crossed(made, area, lettering.network), len(places), area))
        left += _TAB_STEP
    return min(places)[2]


def _crossed(made: Layout, area: Box, network: Network) -> int:
    """Count the bundles of arrows that run through an area."""
    count = 0
    for pair, points in made.paths.items():
        wide = half(network, pair) + 3
        for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
            inside = min(x0, x1) - wide < area[2] and area[0] < max(x0, x1) + wide
            count += inside and min(y0, y1) - wide < area[3] and area[1] < max(y0, y1) + wide
    return count


def _gaps(lettering: Lettering, ways: Mapping[Pair, Route]) -> Gaps:
    loops = [arrow.number for arrows in lettering.network.loops.values() for arrow in arrows]
    widest = max((length(lettering.mark_labels[number]) for number in loops), default=0.0)
    return Gaps(channels=_for_badges(lettering, ways), loop=widest + 26)


def _for_badges(lettering: Lettering, ways: Mapping[Pair, Route]) -> dict[tuple[bool, int], float]:
    """Return how wide channels must be for the badges of arrows that go straight across."""
    needs: dict[tuple[bool, int], float] = {}
    for pair, route in ways.items():
        arrows = lettering.network.bundles[pair]
        (x0, y0), (x1, y1) = route[0], route[1]
        if len(route) == 2 and abs(x0 - x1) + abs(y0 - y1) == 2:
            line = (y0 == y1, (x0 + x1) // 2 if y0 == y1 else (y0 + y1) // 2)
            if y0 == y1:
                need = max(length(lettering.mark_labels[arrow.number]) for arrow in arrows) + 17
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
        for (x0, y0), (x1, y1) in zip(route, route[1:], strict=False):
            level = y0 == y1
            low, high = sorted((x0, x1) if level else (y0, y1))
            crossed = [line for line in range(low, high + 1) if line % 2 == 0]
            for line in crossed[:1]:
                least = plan.gaps.least(level, line)
                channels[level, line] = max(channels.get((level, line), 0.0), least + _GROWTH)
    return attrs.evolve(plan.gaps, channels=channels)
