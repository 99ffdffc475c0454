"""Which areas, lines and labels does the diagram proper consist of?"""

from collections.abc import Iterator

from dataflow_assess.drawing.cards import BAND, card_label
from dataflow_assess.drawing.geometry import Place
from dataflow_assess.drawing.icons import icon
from dataflow_assess.drawing.labels import DISC, number
from dataflow_assess.drawing.legend import ZONE_LINES
from dataflow_assess.drawing.picture import State, ZoneStyle
from dataflow_assess.drawing.plan import Plan
from dataflow_assess.drawing.sheet import Area, Item, Lettered, Shape, Stroke
from dataflow_assess.drawing.signs import Lettering


def diagram(lettering: Lettering, plan: Plan, origin: Place) -> tuple[tuple[Area, ...], tuple[Item, ...]]:
    """Return the zones and everything else of a plan whose upper left corner is at ``origin``."""
    items = [
        *_cards(lettering, plan, origin),
        *_tabs(lettering, plan, origin),
        *_lines(plan, origin),
        *_badges(lettering, plan, origin),
        *_letters(lettering, plan, origin),
    ]
    return tuple(_areas(lettering, plan, origin)), tuple(items)


def _areas(lettering: Lettering, plan: Plan, origin: Place) -> Iterator[Area]:
    theme, zones = lettering.theme, lettering.network.picture.zones
    for zone, (left, top, right, bottom) in plan.layout.zones.items():
        style = zones[zone].style
        segment = style is ZoneStyle.SEGMENT
        box = left + origin[0], top + origin[1], right + origin[0], bottom + origin[1]
        lines = ZONE_LINES[style is not ZoneStyle.OUTSIDE]
        colour, pen = (theme.rule, 0.8) if segment else (theme.ink, 1.8)
        yield Area(zone, box, lines, theme.tints[style], colour, pen)


def _cards(lettering: Lettering, plan: Plan, origin: Place) -> Iterator[Item]:
    theme = lettering.theme
    for card, face in enumerate(lettering.faces):
        (x, y), (width, height) = plan.layout.places[card], plan.layout.sizes[card]
        x, y = x + origin[0], y + origin[1]
        yield Lettered("node", card_label(face, width, height, theme, lettering.metrics), x, y, card)
        which = lettering.network.picture.cards[card].icon
        yield from icon(which, x - width / 2 + 1 + BAND / 2, y, theme.band, theme.white, card)


def _tabs(lettering: Lettering, plan: Plan, origin: Place) -> Iterator[Item]:
    for zone, label in lettering.tabs.items():
        left, top, _, _ = plan.tabs[zone]
        yield Lettered("tab", label, left + label.width / 2 + origin[0], top + label.height / 2 + origin[1], zone)


def _lines(plan: Plan, origin: Place) -> Iterator[Item]:
    for lane in plan.lanes:
        points = tuple((x + origin[0], y + origin[1]) for x, y in lane.points)
        yield Stroke.along(lane.arrow.state, points, lane.arrow.number)


def _badges(lettering: Lettering, plan: Plan, origin: Place) -> Iterator[Item]:
    theme = lettering.theme
    for each in plan.badges:
        arrow = each.lane.arrow
        x, y = each.disc[0] + origin[0], each.disc[1] + origin[1]
        disc = lettering.discs[arrow.number]
        colour, reverse = theme.states[arrow.state], arrow.state is State.PLAINTEXT
        yield Shape(
            "number",
            x,
            y,
            disc,
            DISC,
            "box" if disc > DISC else "circle",
            style="rounded,filled" if disc > DISC else "filled",
            fill=colour if reverse else theme.white,
            colour=colour,
            pen=1.2,
            text=number(arrow, theme.white if reverse else theme.ink),
            of=arrow.number,
        )
        marks = lettering.marks[arrow.number]
        if each.mirrored:  # the words stand to the left, the last of them next to the circle
            marks = (*marks[1:], marks[0])
            left = x - disc / 2 - sum(label.width + 1 for _, label in marks)
        else:
            left = x + disc / 2 + 1
        for kind, label in marks:
            yield Lettered(kind, label, left + label.width / 2, y, arrow.number)
            left += label.width + 1


def _letters(lettering: Lettering, plan: Plan, origin: Place) -> Iterator[Item]:
    for card in range(lettering.network.count):
        if card in plan.flags:
            label, (x, y, _, _) = lettering.card_flags[card], plan.flags[card]
            yield Lettered("card-flag", label, x + label.width / 2 + origin[0], y + label.height / 2 + origin[1], card)
        left, _, _, bottom = plan.layout.box(card)
        x = left + BAND + origin[0]
        for label in lettering.card_badges[card]:
            yield Lettered("card-badge", label, x + label.width / 2, bottom - 1 + origin[1], card)
            x += label.width + 2
