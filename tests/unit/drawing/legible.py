"""What would keep a reader from reading a page, as the SVG's geometry tells it?"""

from collections.abc import Iterator
from itertools import combinations

from tests.unit.drawing.seen import SVG, Box, Seen, Text, box_of, distance, inside, overlap

A4 = (841.9, 595.3)
LEAST_POINTS = 6.9


def faults(seen: Seen) -> list[str]:
    """Return everything that is wrong with a page; nothing for one that can be read."""
    return [
        *_small(seen),
        *_off_the_paper(seen),
        *_texts_over_one_another(seen),
        *_texts_outside_their_box(seen),
        *_cards(seen),
        *_badges(seen),
        *_arrows(seen),
    ]


def paper(seen: Seen) -> tuple[float, float]:
    """Return the width and height of the paper in points."""
    width, height = (float((seen.root.get(side) or "").removesuffix("pt")) for side in ("width", "height"))
    return width, height


def _small(seen: Seen) -> Iterator[str]:
    least = min((text.size for text in seen.texts(seen.root)), default=LEAST_POINTS)
    if round(least * seen.scale, 1) < LEAST_POINTS:
        yield f"letters of {least * seen.scale:.2f} points"


def _off_the_paper(seen: Seen) -> Iterator[str]:
    for shape in (*seen.root.iter(f"{SVG}polygon"), *seen.root.iter(f"{SVG}ellipse")):
        if not inside(box_of(shape), seen.page):
            yield f"a shape off the paper: {box_of(shape)}"
    for text in seen.texts(seen.root):
        if not inside(text.box, seen.page):
            yield f"off the paper: {text.text}"


def _texts_over_one_another(seen: Seen) -> Iterator[str]:
    texts = sorted((text for text in seen.texts(seen.root) if text.text.strip()), key=lambda text: text.box[0])
    for index, one in enumerate(texts):
        for two in texts[index + 1 :]:
            if two.box[0] >= one.box[2]:
                break
            if overlap(_core(one), _core(two)) > 0.5:
                yield f"{one.text} over {two.text}"


def _core(text: Text) -> Box:
    """Return the box of the letters themselves; lines of a paragraph are set close."""
    left, top, right, bottom = text.box
    return left, top + text.size * 0.08, right, bottom - text.size * 0.04


def _texts_outside_their_box(seen: Seen) -> Iterator[str]:
    for kind in ("node", "flow"):
        for name, group in seen.groups(kind).items():
            frame = seen.box(group)
            yield from (f"{text.text} outside {name}" for text in seen.texts(group) if not inside(text.box, frame, 1.0))


def _cards(seen: Seen) -> Iterator[str]:
    boxes = {name: seen.box(group) for name, group in seen.groups("node").items()}
    for (one, box), (two, other) in combinations(boxes.items(), 2):
        if overlap(box, other):
            yield f"{one} over {two}"


def _badges(seen: Seen) -> Iterator[str]:
    badges = {name: seen.box(group) for name, group in seen.groups("flow").items()}
    cards = {name: seen.box(group) for name, group in seen.groups("node").items()}
    for (one, box), (two, other) in combinations(badges.items(), 2):
        if overlap(box, other) >= 0.5:
            yield f"{one} over {two}"
    for one, box in badges.items():
        yield from (f"{one} over {two}" for two, other in cards.items() if overlap(box, other) >= 0.5)
    lines = seen.lines()
    for number, disc in seen.discs().items():
        own = distance(disc, lines[number])
        if own >= 1.0:
            yield f"flow-{number} beside its line"
        yield from (
            f"flow-{number} nearer to flow-{other}"
            for other, pieces in lines.items()
            if other != number and distance(disc, pieces) <= own
        )


def _arrows(seen: Seen) -> Iterator[str]:
    frames = {name: seen.box(group) for name, group in seen.groups("node").items()}
    for number, pieces in seen.lines().items():
        for (x0, y0), (x1, y1) in pieces:
            line = min(x0, x1), min(y0, y1), max(x0, x1) + 1e-6, max(y0, y1) + 1e-6
            for name, (left, top, right, bottom) in frames.items():
                core = left + 2, top + 2, right - 2, bottom - 2
                if line[0] < core[2] and core[0] < line[2] and line[1] < core[3] and core[1] < line[3]:
                    yield f"flow-{number} runs through {name}"
