"""Which arrangement, at which scale, on which paper?"""

import math
from itertools import pairwise
from typing import Final, Literal

import attrs

from dataflow_assess.drawing.compose import diagram
from dataflow_assess.drawing.frame import Frame
from dataflow_assess.drawing.plan import Plan, arranged, plans
from dataflow_assess.drawing.sheet import Sheet
from dataflow_assess.drawing.signs import Lettering

Paper = Literal["A4", "A3"]

_MM: Final = 72 / 25.4
_PAPERS: Final = {"A4": (297 * _MM, 210 * _MM), "A3": (420 * _MM, 297 * _MM)}
_MARGIN: Final = (9 * _MM, 8 * _MM)
_LEAST_SCALE: Final = 0.9  # below it the smallest letters are under 6.3 points
_FREE_SCALE: Final = 0.99
_MOST_SCALE: Final = 1.15  # on A4; larger letters only look clumsy
_LARGER: Final = 1.4  # how much larger than A3 a free page is taken to be at first
_COLUMN_SPREAD: Final = 42.0
_ROW_SPREAD: Final = 16.0


@attrs.frozen
class _Fit:
    """A plan on a page: the scale, and the width and height of the paper in points."""

    plan: Plan
    scale: float
    paper: tuple[float, float]

    @property
    def room(self) -> tuple[float, float]:
        """The width and height between the margins, before scaling."""
        return _room(self.paper, self.scale)


def sheet(lettering: Lettering, paper: Paper) -> Sheet:
    """Return the page of a picture: on ``paper`` or, where it would not be legible there, on a larger one."""
    frames: dict[float, Frame] = {}
    fit: _Fit | None = None
    for name in ("A4", "A3") if paper == "A4" else ("A3",):
        fit = fit or _best(
            lettering, plans(lettering, _left(lettering, _PAPERS[name], frames), _LEAST_SCALE), _PAPERS[name], frames
        )
    if fit is None:
        width, height = _left(lettering, _PAPERS["A3"], frames)
        fit = _free(lettering, plans(lettering, (width * _LARGER, height * _LARGER), 0.0))
    fit = _spread(lettering, fit, frames)
    return _composed(lettering, fit, _frame(lettering, fit.room[0], frames))


def _room(paper: tuple[float, float], scale: float) -> tuple[float, float]:
    return (paper[0] - 2 * _MARGIN[0]) / scale, (paper[1] - 2 * _MARGIN[1]) / scale


def _left(lettering: Lettering, paper: tuple[float, float], frames: dict[float, Frame]) -> tuple[float, float]:
    """Return the width and height that a paper leaves for the diagram at scale 1."""
    width, height = _room(paper, 1.0)
    frame = _frame(lettering, width, frames)
    return width, max(height - frame.top - frame.bottom, height / 3)


def _frame(lettering: Lettering, width: float, frames: dict[float, Frame]) -> Frame:
    if width not in frames:
        frames[width] = Frame(lettering, width)
    return frames[width]


def _best(
    lettering: Lettering, found: list[Plan], paper: tuple[float, float], frames: dict[float, Frame]
) -> _Fit | None:
    """Return the plan that is clearest at its largest scale, unless all would be too small."""
    fits = []
    for plan in found:
        scale = _largest(lettering, plan, paper, frames)
        if scale is not None:
            fits.append(_Fit(plan, scale, paper))
    return max(fits, key=lambda fit: worth(fit.plan, fit.scale), default=None)


def _largest(lettering: Lettering, plan: Plan, paper: tuple[float, float], frames: dict[float, Frame]) -> float | None:
    """Return the largest scale in hundredths at which everything fits the paper."""
    low, high = round(_LEAST_SCALE * 100), math.floor(_MOST_SCALE * 100 * paper[0] / _PAPERS["A4"][0])
    if not _fits(lettering, plan, paper, low / 100, frames):
        return None
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(lettering, plan, paper, middle / 100, frames):
            low = middle
        else:
            high = middle - 1
    return low / 100


def _fits(
    lettering: Lettering, plan: Plan, paper: tuple[float, float], scale: float, frames: dict[float, Frame]
) -> bool:
    width, height = _room(paper, scale)
    if plan.layout.width > width:
        return False
    frame = _frame(lettering, width, frames)
    return frame.least <= width and frame.top + plan.layout.height + frame.bottom <= height


def worth(plan: Plan, scale: float) -> float:
    """Weigh the size of a plan at a scale against bends, crossings and badges without a place of their own."""
    bends = sum(len(route) - 2 for route in plan.routes.values())
    larger = min(scale, 1.0) + max(0.0, scale - 1.0) * 0.3
    return larger - 0.012 * bends - 0.03 * _crossings(plan) - (0.3 if plan.clash else 0.0)


def _crossings(plan: Plan) -> int:
    strokes = [(index, a, b) for index, points in enumerate(plan.layout.paths.values()) for a, b in pairwise(points)]
    level = [each for each in strokes if each[1][1] == each[2][1]]
    upright = [each for each in strokes if each[1][0] == each[2][0]]
    return sum(
        1
        for one, (x0, y), (x1, _) in level
        for two, (x, y0), (_, y1) in upright
        if one != two and min(x0, x1) < x < max(x0, x1) and min(y0, y1) < y < max(y0, y1)
    )


def _free(lettering: Lettering, found: list[Plan]) -> _Fit:
    """Return the plan on a page as large as it needs, at about full scale."""
    fits = []
    for plan in found:
        least = Frame(lettering, 1000.0).least
        width = max(plan.layout.width, least, _room(_PAPERS["A3"], _FREE_SCALE)[0])
        frame = Frame(lettering, width)
        height = frame.top + plan.layout.height + frame.bottom
        size = width * _FREE_SCALE + 2 * _MARGIN[0], max(height * _FREE_SCALE + 2 * _MARGIN[1], _PAPERS["A3"][1])
        fits.append(_Fit(plan, _FREE_SCALE, size))
    return max(fits, key=lambda fit: worth(fit.plan, _PAPERS["A3"][0] / max(fit.paper[0], fit.paper[1] * math.sqrt(2))))


def _spread(lettering: Lettering, fit: _Fit, frames: dict[float, Frame]) -> _Fit:
    """Use what the page has left for wider gaps."""
    plan, (width, height) = fit.plan, fit.room
    frame = _frame(lettering, width, frames)
    left = width - plan.layout.width
    deep = height - frame.top - frame.bottom - plan.layout.height
    across = min(_COLUMN_SPREAD, max(0.0, left / max(1, plan.board.wide - 1)))
    down = min(_ROW_SPREAD, max(0.0, deep / max(1, plan.board.deep - 1)))
    for part in (1.0, 0.6):
        gaps = attrs.evolve(plan.gaps, spread=(math.floor(across * part), math.floor(down * part)))
        wider = arranged(lettering, plan.board, plan.routes, plan.offsets, gaps)
        fitting = wider.layout.width <= width and frame.top + wider.layout.height + frame.bottom <= height
        if fitting and wider.clash <= plan.clash:
            return attrs.evolve(fit, plan=wider)
    return fit


def _composed(lettering: Lettering, fit: _Fit, frame: Frame) -> Sheet:
    left, top = _MARGIN[0] / fit.scale, _MARGIN[1] / fit.scale
    page = fit.paper[0] / fit.scale, fit.paper[1] / fit.scale
    made = fit.plan.layout
    free = fit.room[1] - frame.top - frame.bottom - made.height
    x, y = left + max(0.0, (fit.room[0] - made.width) / 2), top + frame.top + max(0.0, free / 2)
    areas, items = diagram(lettering, fit.plan, (x, y))
    return Sheet(*page, fit.scale, areas, (*items, *frame.items(left, top, page[1] - top)))
