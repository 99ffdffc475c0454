"""How is each icon drawn with Graphviz's own shapes? (Not every build of it can load SVG images.)"""

from collections.abc import Iterator

from dataflow_assess.drawing.picture import Icon
from dataflow_assess.drawing.sheet import Shape

# (x, y, width, height, form, pen, solid?) around the middle of the icon, in points.
_Part = tuple[float, float, float, float, str, float, bool]

_PARTS: dict[Icon, tuple[_Part, ...]] = {
    Icon.SERVER: tuple(
        part
        for y in (-4.2, 0.0, 4.2)
        for part in ((0, y, 11, 3.6, "box", 0.75, False), (-3.4, y, 1.3, 1.3, "circle", 0.1, True))
    ),
    Icon.DATABASE: ((0, 0, 9, 12.5, "cylinder", 0.9, False),),
    Icon.FIREWALL: (
        (0, 0, 11.5, 10.5, "box", 0.75, False),
        (-2, -3.5, 7.5, 3.5, "box", 0.6, False),
        (3.75, -3.5, 4, 3.5, "box", 0.6, False),
        (-3.75, 0, 4, 3.5, "box", 0.6, False),
        (2, 0, 7.5, 3.5, "box", 0.6, False),
        (-2, 3.5, 7.5, 3.5, "box", 0.6, False),
        (3.75, 3.5, 4, 3.5, "box", 0.6, False),
    ),
    Icon.RELAY: (
        (0, 0, 11.5, 6, "box", 0.75, False),
        (-3, 0, 1.6, 1.6, "circle", 0.1, True),
        (0, 0, 1.6, 1.6, "circle", 0.1, True),
        (3, 0, 1.6, 1.6, "circle", 0.1, True),
        (-3.5, -4.6, 1, 4, "box", 0.1, True),
        (3.5, -4.6, 1, 4, "box", 0.1, True),
    ),
    Icon.TERMINAL: (
        (0, -1.2, 12, 8.4, "box", 0.9, False),
        (0, 4, 2, 2.2, "box", 0.1, True),
        (0, 5.4, 7, 1.2, "box", 0.1, True),
    ),
    Icon.CLOUD: (
        (-3, 1, 6, 5, "ellipse", 0.1, True),
        (0, -1.5, 7, 7, "ellipse", 0.1, True),
        (3, 1, 6, 5, "ellipse", 0.1, True),
        (0, 2.2, 8, 2.6, "box", 0.1, True),
    ),
    Icon.PERSON: ((0, -3.6, 5.2, 5.2, "circle", 0.1, True), (0, 3.4, 10, 6, "trapezium", 0.1, True)),
    Icon.PAPER: (
        (0, 0, 9, 12, "note", 0.8, False),
        (0, -0.6, 5, 0.8, "box", 0.1, True),
        (0, 1.6, 5, 0.8, "box", 0.1, True),
        (0, 3.8, 5, 0.8, "box", 0.1, True),
    ),
    Icon.MEDIA: (
        (0, 1.6, 7, 9, "box", 0.8, False),
        (0, -4.6, 4.4, 3.4, "box", 0.8, False),
        (0, 3.4, 3, 2, "box", 0.1, True),
    ),
    Icon.ELSEWHERE: ((0, 0, 12, 9, "rarrow", 0.8, False),),
}


def icon(
    which: Icon, x: float, y: float, ground: str, ink: str, of: int | None = None, size: float = 1.0
) -> Iterator[Shape]:
    """Yield the shapes of an icon with its middle at (x, y), in ``ink`` on ``ground``; ``size`` 1 is 12 points wide."""
    for dx, dy, width, height, form, pen, solid in _PARTS[which]:
        yield Shape(
            "icon",
            x + dx * size,
            y + dy * size,
            width * size,
            height * size,
            form,
            fill=ink if solid else ground,
            colour=ink,
            pen=pen,
            of=of,
        )
