"""Which arrangement, at which scale, with which tables, on which paper?"""

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Literal

import attrs

from dataflow_assess.drawing.cards import TIGHT
from dataflow_assess.drawing.compose import diagram
from dataflow_assess.drawing.frame import Frame, Share
from dataflow_assess.drawing.plan import Plan, arranged, plans
from dataflow_assess.drawing.sheet import Sheet
from dataflow_assess.drawing.signs import Lettering

Paper = Literal["A4", "A3"]

MM: Final = 72 / 25.4
PAPERS: Final = {"A4": (297 * MM, 210 * MM), "A3": (420 * MM, 297 * MM)}
MARGIN: Final = (9 * MM, 8 * MM)
SMALLEST: Final = 7  # points of the smallest letters, before scaling
LEAST_SCALE: Final = 0.99  # they are printed with 6.9
_ENLARGED: Final = 1.4  # what A4 holds legibly is on A3 so much larger
_MOST_SCALE: Final = 1.15  # on A4; larger letters only look clumsy
_FEW: Final = 6  # findings that stand beside a diagram, if there are so many
_LARGER: Final = 1.4  # how much larger than A3 a free page is taken to be at first
_FEWER: Final = 2  # letters at an arrow where room is short
_MANY: Final = 30  # flows whose table has no place beside a diagram
_SOUGHT: Final = 2  # arrangements that are worked out for one page of many
_COLUMN_SPREAD: Final = 42.0
_ROW_SPREAD: Final = 16.0


@attrs.frozen(eq=False)
class Fit:
    """A plan on a page.

    Attributes:
        lettering, plan: what is drawn.
        share: what of the tables stands with it.
        scale: printed size divided by drawn size.
        paper: width and height in points.
        frames: what was set already, for fits of the same picture set the same tables again and again.
    """

    lettering: Lettering
    plan: Plan
    share: Share
    scale: float
    paper: tuple[float, float]
    frames: dict[tuple[float, Share], Frame] = attrs.Factory(dict)

    @property
    def room(self) -> tuple[float, float]:
        """The width and height between the margins, before scaling."""
        return room(self.paper, self.scale)

    @property
    def frame(self) -> Frame:
        """What stands around the plan."""
        key = self.room[0], self.share
        if key not in self.frames:
            self.frames[key] = Frame(self.lettering, *key)
        return self.frames[key]

    @property
    def fits(self) -> bool:
        """Tell whether everything has its place between the margins."""
        width, height = self.room
        if self.plan.layout.width > width:
            return False
        frame = self.frame
        return frame.least <= width and frame.top + self.plan.layout.height + frame.bottom <= height

    @property
    def complete(self) -> bool:
        """Tell whether all tables stand on the page in full."""
        picture, share = self.lettering.network.picture, self.share
        return (
            (share.flows or not picture.arrows)
            and share.findings == len(picture.findings)
            and (share.notes or not picture.notes)
            and not self.frame.short
        )

    def referring(self, page: int) -> "Fit":
        """Return the same with the number of the page on which the rest follows, or 0; see `Share`."""
        if self.share.elsewhere is None:
            return self
        return attrs.evolve(self, share=attrs.evolve(self.share, elsewhere=page))

    def sheet(self, foot: str) -> Sheet:
        """Return the page, with those words at its foot."""
        left, top = MARGIN[0] / self.scale, MARGIN[1] / self.scale
        page = self.paper[0] / self.scale, self.paper[1] / self.scale
        made, frame = self.plan.layout, self.frame
        free = self.room[1] - frame.top - frame.bottom - made.height
        x, y = left + max(0.0, (self.room[0] - made.width) / 2), top + frame.top + max(0.0, free / 2)
        areas, items = diagram(self.lettering, self.plan, (x, y))
        found = (*items, *frame.items(left, top, page[1] - top, foot))
        return Sheet(*page, self.scale, areas, found, self.lettering.metrics.lowered)


def quickly(lettering: Lettering, paper: Paper, elsewhere: int) -> Fit | None:
    """Return what `fitted` does, less thoroughly sought: for one page of many."""
    least = Share(flows=False, elsewhere=elsewhere)
    with_flows = [Share(elsewhere=elsewhere)] if len(lettering.network.picture.arrows) <= _MANY else []
    return _fitted(lettering, PAPERS[paper], (*with_flows, least), LEAST_SCALE, _SOUGHT)


def fitted(lettering: Lettering, paper: Paper, elsewhere: int) -> Fit | None:
    """Return the picture on a page of that size, or None where it would not be legible.

    As much as possible of the tables stands with the diagram; what does not is told to follow on page ``elsewhere``.
    Before the table of flows has to go, cards are set narrower.
    """
    narrow = attrs.evolve(lettering, body=TIGHT, letters=_FEWER)
    enlarged = [_ENLARGED] if paper == "A3" else []
    for scale in (*enlarged, LEAST_SCALE):
        for share in (Share(elsewhere=elsewhere), Share(flows=False, elsewhere=elsewhere)):
            for each in (lettering, narrow):
                found = _fitted(each, PAPERS[paper], (share,), scale)
                if found is not None:
                    return found
    return None


def _fitted(
    lettering: Lettering, size: tuple[float, float], least: tuple[Share, ...], scale: float, sought: int | None = None
) -> Fit | None:
    """Return the clearest plan with as much beside it as there is room for, ``least`` being the least to try."""
    width, height = room(size, 1.0)
    frame = Frame(lettering, width, least[0])
    found = plans(lettering, (width, max(height - frame.top - frame.bottom, height / 3)), scale, sought)
    frames: dict[tuple[float, Share], Frame] = {}
    shares = (each for one in least for each in (_shares(lettering, one) if sought is None else (one,)))
    for share in shares:
        fits = [fit for plan in found if (fit := _largest(Fit(lettering, plan, share, scale, size, frames)))]
        if fits:
            best = max(fits, key=lambda fit: worth(fit.plan, fit.scale))
            return _spread(_settled(_filled(best)))
    return None


def free(lettering: Lettering, elsewhere: int) -> Fit:
    """Return the picture on a page as large as it needs, at about full scale, without much of a search."""
    width, height = room(PAPERS["A3"], 1.0)
    share = Share(elsewhere=elsewhere)
    fits = []
    for plan in plans(lettering, (width * _LARGER, height * _LARGER), 0.0, _SOUGHT):
        least = Frame(lettering, 1000.0, share).least
        wide = max(plan.layout.width, least, room(PAPERS["A3"], LEAST_SCALE)[0])
        frame = Frame(lettering, wide, share)
        deep = frame.top + plan.layout.height + frame.bottom
        size = wide * LEAST_SCALE + 2 * MARGIN[0], max(deep * LEAST_SCALE + 2 * MARGIN[1], PAPERS["A3"][1])
        fits.append(Fit(lettering, plan, share, LEAST_SCALE, size))
    best = max(fits, key=lambda fit: worth(fit.plan, PAPERS["A3"][0] / max(fit.paper[0], fit.paper[1] * math.sqrt(2))))
    return _spread(_settled(_filled(best)))


def room(paper: tuple[float, float], scale: float) -> tuple[float, float]:
    """Return the width and height between the margins of a paper, in points before scaling."""
    return (paper[0] - 2 * MARGIN[0]) / scale, (paper[1] - 2 * MARGIN[1]) / scale


def worth(plan: Plan, scale: float) -> float:
    """Weigh the size of a plan at a scale against bends, crossings and badges without a place of their own."""
    bends = sum(len(route) - 2 for route in plan.routes.values())
    larger = min(scale, 1.0) + max(0.0, scale - 1.0) * 0.3
    return larger - 0.012 * bends - 0.03 * _crossings(plan) - (0.3 if plan.clash else 0.0)


def _shares(lettering: Lettering, least: Share) -> Iterator[Share]:
    """Yield what could stand beside the diagram, the most complete first."""
    findings = len(lettering.network.picture.findings)
    if least.flows:
        yield attrs.evolve(least, findings=findings, notes=bool(lettering.network.picture.notes), lines=None)
        yield attrs.evolve(least, findings=findings, lines=None)
    yield attrs.evolve(least, findings=findings)
    yield attrs.evolve(least, findings=min(findings, _FEW))
    yield least


def _largest(least: Fit) -> Fit | None:
    """Return the fit at the largest scale in hundredths at which everything has its place, from the least one on."""
    if not least.fits:
        return None
    picture = least.lettering.network.picture
    most = least.paper[0] / PAPERS["A4"][0] * (_MOST_SCALE if least.share.findings == len(picture.findings) else 1.0)
    low, high, best = round(least.scale * 100), math.floor(most * 100), least
    while low < high:
        middle = (low + high + 1) // 2
        trial = attrs.evolve(least, scale=middle / 100)
        if trial.fits:
            low, best = middle, trial
        else:
            high = middle - 1
    return best


def _filled(fit: Fit) -> Fit:
    """Return the fit with as many findings as there is room for."""
    low, high, best = fit.share.findings, len(fit.lettering.network.picture.findings), fit
    while low < high:
        middle = (low + high + 1) // 2
        trial = attrs.evolve(fit, share=attrs.evolve(fit.share, findings=middle))
        if trial.fits:
            low, best = middle, trial
        else:
            high = middle - 1
    return best


def _settled(fit: Fit) -> Fit:
    """Return the fit without a word about further pages where there are none."""
    return attrs.evolve(fit, share=attrs.evolve(fit.share, elsewhere=None)) if fit.complete else fit


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


def _spread(fit: Fit) -> Fit:
    """Use what the page has left for wider gaps."""
    plan, (width, height), frame = fit.plan, fit.room, fit.frame
    left = width - plan.layout.width
    deep = height - frame.top - frame.bottom - plan.layout.height
    across = min(_COLUMN_SPREAD, max(0.0, left / max(1, plan.board.wide - 1)))
    down = min(_ROW_SPREAD, max(0.0, deep / max(1, plan.board.deep - 1)))
    for part in (1.0, 0.6):
        gaps = attrs.evolve(plan.gaps, spread=(math.floor(across * part), math.floor(down * part)))
        wider = arranged(fit.lettering, plan.board, plan.routes, plan.offsets, gaps)
        fitting = wider.layout.width <= width and frame.top + wider.layout.height + frame.bottom <= height
        if fitting and wider.clash <= plan.clash:
            return attrs.evolve(fit, plan=wider)
    return fit
