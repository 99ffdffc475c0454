"""What an SVG really shows: boxes, lines and texts in points on paper."""

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

import attrs

from dataflow_assess.drawing.metrics import Metrics, measure

Box = tuple[float, float, float, float]
Place = tuple[float, float]
SVG = "{http://www.w3.org/2000/svg}"


@attrs.frozen
class Text:
    """A line of text as it is drawn: its box and the size of its letters."""

    text: str
    box: Box
    size: float


@attrs.define(slots=False)
class Seen:
    """An SVG of the engine, read back."""

    written: str

    @cached_property
    def root(self) -> ET.Element:
        """The svg element."""
        return ET.fromstring(self.written)  # noqa: S314 - the engine wrote it just now

    @cached_property
    def scale(self) -> float:
        """Printed size divided by drawn size."""
        transform = next(each for each in self.root if each.tag == f"{SVG}g").get("transform") or ""
        found = re.search(r"scale\(([\d.]+)", transform)
        return float(found[1]) if found else 1.0

    @cached_property
    def page(self) -> Box:
        """The paper in drawn points."""
        ground = self.root.find(f".//{SVG}g[@id='layer-page']/{SVG}polygon")
        assert ground is not None
        return box_of(ground)

    @cached_property
    def metrics(self) -> Metrics:
        """The real widths of all characters."""
        return measure(each.text or "" for each in self.root.iter(f"{SVG}text"))

    def groups(self, name: str) -> dict[str, ET.Element]:
        """Return the groups whose id starts with a name and a hyphen."""
        found = (each for each in self.root.iter(f"{SVG}g"))
        return {each.get("id", ""): each for each in found if re.fullmatch(rf"{name}-\d+", each.get("id", ""))}

    def box(self, group: ET.Element) -> Box:
        """Return what the shapes of a group cover."""
        kinds = {f"{SVG}{kind}" for kind in ("polygon", "ellipse", "path")}
        boxes = [box_of(each) for each in group.iter() if each.tag in kinds]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    def texts(self, group: ET.Element) -> Iterator[Text]:
        """Yield the texts of a group with the width that the font gives them."""
        for each in group.iter(f"{SVG}text"):
            size, words = float(each.get("font-size", "14")), each.text or ""
            bold = each.get("font-weight") == "bold"
            width = sum(self.metrics.advances[character, bold] for character in words) * size
            x, y = float(each.get("x", "0")), float(each.get("y", "0"))
            left = {"middle": x - width / 2, "end": x - width}.get(each.get("text-anchor", "start"), x)
            yield Text(words, (left, y - size * 0.88, left + width, y + size * 0.12), size)

    def lines(self) -> dict[int, list[tuple[Place, Place]]]:
        """Return the middle of every arrow, in short straight pieces."""
        found = {}
        for group in self.groups("flowline").values():
            path = next(each for each in group if each.get("class") == "hit")
            found[int(group.get("data-flow", "0"))] = list(pairwise(_flattened(path.get("d", ""))))
        return found

    def discs(self) -> dict[int, Place]:
        """Return the middle of every numbered circle or oval."""
        found = {}
        for group in self.groups("flow").values():
            disc = next(each for each in group.iter() if each.tag in (f"{SVG}ellipse", f"{SVG}path"))
            left, top, right, bottom = box_of(disc)
            found[int(group.get("data-flow", "0"))] = (left + right) / 2, (top + bottom) / 2
        return found


def box_of(shape: ET.Element) -> Box:
    """Return the box of a polygon, a rounded rectangle or an ellipse."""
    if shape.tag == f"{SVG}ellipse":
        x, y, wide, high = (float(shape.get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
        return x - wide, y - high, x + wide, y + high
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", shape.get("points") or shape.get("d") or "")]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def overlap(one: Box, two: Box) -> float:
    """Return how deep two boxes lie in one another, at least 0."""
    return max(0.0, min(min(one[2], two[2]) - max(one[0], two[0]), min(one[3], two[3]) - max(one[1], two[1])))


def inside(inner: Box, outer: Box, slack: float = 0.6) -> bool:
    """Tell whether a box lies in another one."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def distance(place: Place, pieces: list[tuple[Place, Place]]) -> float:
    """Return the distance from a place to the nearest piece of a line."""
    return min(_to_piece(place, *piece) for piece in pieces)


def _to_piece(place: Place, start: Place, end: Place) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    part = ((place[0] - start[0]) * dx + (place[1] - start[1]) * dy) / length if length else 0.0
    part = max(0.0, min(1.0, part))
    return math.dist(place, (start[0] + part * dx, start[1] + part * dy))


def _flattened(path: str) -> list[Place]:
    values = [float(each) for each in re.findall(r"-?[\d.]+", path)]
    points = list(zip(values[::2], values[1::2], strict=True))
    # The curves differ from the straight way between their ends only by their rounded corners.
    return points[::3]
