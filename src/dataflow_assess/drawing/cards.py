"""What does a card look like, and how large must it be?"""

import math
import re
from collections.abc import Sequence
from typing import Final

import attrs

from dataflow_assess.drawing.labels import DROP, Label, cell, font, paragraph, table
from dataflow_assess.drawing.lettering import balanced, clean, cut
from dataflow_assess.drawing.metrics import Metrics
from dataflow_assess.drawing.picture import Card, Icon
from dataflow_assess.drawing.theme import Theme

BAND: Final = 17  # width of the icon's band
BODY: Final = 84  # widest lettering on a card
TIGHT: Final = 72  # the same where the page would not hold the diagram otherwise
_LEAST: Final = 60
_HEIGHT: Final = 42
_PAD: Final = 5
_FOOT: Final = 8


@attrs.frozen
class Face:
    """The lettering of a card, in lines, before its size is settled.

    Attributes:
        name: lines of (text, size in points).
        plain: lines of ordinary statements.
        shaded: lines of statements on grey; an empty one is a narrow gap.
        foot: room for badges at the lower edge, in points.
        width, height: the least size of the whole card in points.
    """

    name: tuple[tuple[str, int], ...]
    plain: tuple[str, ...]
    shaded: tuple[str, ...]
    foot: int
    width: int
    height: int


def face(card: Card, metrics: Metrics, most: float = BODY) -> Face:
    """Return the lettering of ``card`` broken into lines of at most ``most`` points."""
    name = _name(clean(card.label), metrics, most)
    plain = _joined([clean(row.text) for row in card.rows if not row.shaded], metrics, most)
    shaded = _apart([clean(row.text) for row in card.rows if row.shaded], metrics, most)
    widths = [metrics.width(text, size, bold=True) for text, size in name]
    widths += [metrics.width(text, 7) for text in (*plain, *shaded)]
    least = 0 if card.icon is Icon.PERSON else _LEAST
    body = max(least, math.ceil(max(widths)) + _PAD)
    foot = _FOOT if card.badges else 0
    height = sum(_heights(name, plain, shaded, metrics)) + foot + 2
    return Face(tuple(name), tuple(plain), tuple(shaded), foot, BAND + body + 2, max(_HEIGHT, height))


def card_label(face: Face, width: float, height: float, theme: Theme, metrics: Metrics) -> Label:
    """Return the card at ``width`` by ``height`` points, both at least those of the face."""
    _, plain, shaded = _heights(face.name, face.plain, face.shaded, metrics)
    top = "TOP" if face.foot else "MIDDLE"  # badges cover the last points of the lowest row
    shaded += face.foot if shaded else 0
    plain += face.foot if plain and not shaded else 0
    body, inside = math.ceil(width) - BAND - 2, math.ceil(height) - 2
    rows = sum(1 for each in (1, plain, shaded) if each)
    name = DROP + "<BR/>".join(font(text, size, theme.ink, bold=True) for text, size in face.name)
    band = cell("", BAND, inside, ROWSPAN=rows, BGCOLOR=theme.band)
    lines = [band + cell(name, body, inside - plain - shaded, BGCOLOR=theme.white)]
    if plain:
        lines.append(cell(paragraph(list(face.plain), 7, theme.sub), body, plain, BGCOLOR=theme.white, VALIGN=top))
    if shaded:
        lines.append(cell(paragraph(list(face.shaded), 7, theme.ink), body, shaded, BGCOLOR=theme.shade, VALIGN=top))
    html = table(lines, BORDER=1, COLOR=theme.ink, BGCOLOR=theme.band)
    return Label(html, math.ceil(width), math.ceil(height))


def _heights(
    name: Sequence[tuple[str, int]], plain: Sequence[str], shaded: Sequence[str], metrics: Metrics
) -> tuple[int, int, int]:
    top = metrics.height(3) + sum(metrics.height(size) for _, size in name) + 3
    return (
        top,
        metrics.height(7, len(plain), drop=1) + 2 if plain else 0,
        metrics.height(7, len(shaded) - shaded.count(""), drop=1) + shaded.count("") * metrics.height(3) + 2
        if shaded
        else 0,
    )


def _name(text: str, metrics: Metrics, most: float) -> list[tuple[str, int]]:
    if metrics.width(text, 10, bold=True) <= most:
        return [(text, 10)]
    aside = re.fullmatch(r"(.+?)\s*([（(][^（(]*[）)])", text)
    main, extra = aside.groups() if aside else (text, "")
    lines = balanced(main, most, metrics, 10, bold=True, most=3)
    small = balanced(extra, most, metrics, 8, bold=True, most=2) if extra else []
    return [(line, 10) for line in lines] + [(line, 8) for line in small]


def _apart(statements: list[str], metrics: Metrics, most: float) -> list[str]:
    """Set each statement on lines of its own, with a narrow empty line between two."""
    lines: list[str] = []
    for statement in statements:
        lines += ([""] if lines else []) + balanced(statement, most, metrics, 7, most=4)
    return lines


def _joined(statements: list[str], metrics: Metrics, most: float) -> list[str]:
    """Set statements one after the other as long as they fit on a line."""
    lines: list[str] = []
    for statement in statements:
        together = f"{lines[-1]} {statement}" if lines else statement
        if lines and metrics.width(together, 7) <= most:
            lines[-1] = together
        else:
            lines += balanced(statement, most, metrics, 7, most=3)
    return cut(lines, 6, most, metrics, 7)
