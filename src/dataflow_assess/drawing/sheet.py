"""What exactly stands on the page, and where?"""

import attrs

from dataflow_assess.drawing.geometry import Box, Place
from dataflow_assess.drawing.labels import Label
from dataflow_assess.drawing.lanes import curve
from dataflow_assess.drawing.picture import State

# Coordinates are points from the upper left corner of the sheet, before it is scaled to the paper.


@attrs.frozen
class Lettered:
    """A label with its middle at (x, y); ``of`` names the card or arrow it belongs to."""

    kind: str
    label: Label
    x: float
    y: float
    of: int | None = None


@attrs.frozen
class Shape:
    """A box, disc or other primitive of Graphviz with its middle at (x, y), perhaps with a number in it."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    form: str = "box"
    style: str = "filled"
    fill: str = "#FFFFFF"
    colour: str = "#000000"
    pen: float = 1.0
    text: str = ""
    of: int | None = None


@attrs.frozen
class Area:
    """A zone's rectangle."""

    zone: int
    box: Box
    style: str
    fill: str
    colour: str
    pen: float


@attrs.frozen
class Stroke:
    """An arrow's line as Bézier points up to the head, and the tip of the head."""

    state: State
    points: tuple[Place, ...]
    tip: Place
    of: int | None = None

    @classmethod
    def along(cls, state: State, points: tuple[Place, ...], of: int | None = None) -> "Stroke":
        """Return the stroke of a polyline."""
        bent, tip = curve(points)
        return cls(state, tuple(bent), tip, of)


Item = Lettered | Shape | Stroke


@attrs.frozen
class Sheet:
    """A finished page.

    Attributes:
        width, height: of the sheet, in points before scaling.
        scale: printed size divided by the size on the sheet.
        areas: zones, outer ones first.
        items: everything else, in the order in which it is drawn.
        lowered: whether text must be lowered; see `Metrics.lowered`.
    """

    width: float
    height: float
    scale: float
    areas: tuple[Area, ...]
    items: tuple[Item, ...]
    lowered: bool = True
