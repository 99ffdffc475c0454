"""How is a diagram laid out for a window, where tables of their own stand beside it?"""

import math
from typing import Final

import attrs

from dataflow_assess.drawing.compose import diagram
from dataflow_assess.drawing.legend import Legend
from dataflow_assess.drawing.page import worth
from dataflow_assess.drawing.plan import Plan, arranged, plans
from dataflow_assess.drawing.sheet import Sheet
from dataflow_assess.drawing.signs import Lettering

WIDTH: Final = 860.0
"""Points that a window shows at a comfortable size; a diagram that needs more is scrolled."""

_ROOM: Final = (WIDTH, 600.0)
_MARGIN: Final = 4.0
_ABOVE_LEGEND: Final = 12.0
_SPREAD: Final = (42.0, 10.0)


def screen(lettering: Lettering) -> Sheet:
    """Return the diagram with its legend and nothing else, `WIDTH` points wide or as wide as it must be."""
    plan = _spread(lettering, max(plans(lettering, _ROOM, 0.0), key=_worth))
    width = max(WIDTH, plan.layout.width)
    legend = Legend(lettering, width)
    left = _MARGIN + (width - plan.layout.width) / 2
    below = _MARGIN + plan.layout.height + _ABOVE_LEGEND
    areas, items = diagram(lettering, plan, (left, _MARGIN))
    size = width + 2 * _MARGIN, below + legend.height + _MARGIN
    found = (*items, *legend.items(_MARGIN, below, legend.height))
    return Sheet(*size, 1.0, areas, found, lettering.metrics.lowered)


def _worth(plan: Plan) -> float:
    """Weigh a plan by the size it is seen at; one that is much taller than a window is hard to follow."""
    return worth(plan, min(1.0, WIDTH / plan.layout.width)) - 0.1 * max(0.0, plan.layout.height / _ROOM[1] - 1.0)


def _spread(lettering: Lettering, plan: Plan) -> Plan:
    """Use what the window has left beside the diagram for wider gaps."""
    across = min(_SPREAD[0], max(0.0, WIDTH - plan.layout.width) / max(1, plan.board.wide - 1))
    gaps = attrs.evolve(plan.gaps, spread=(math.floor(across), math.floor(min(across, _SPREAD[1]))))
    wider = arranged(lettering, plan.board, plan.routes, plan.offsets, gaps)
    return wider if wider.layout.width <= WIDTH and wider.clash <= plan.clash else plan
