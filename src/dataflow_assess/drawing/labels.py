"""What does each piece of lettering look like, and how large is it?"""

import math
from collections.abc import Sequence

import attrs

from dataflow_assess.drawing.lettering import clean, escaped, wrap
from dataflow_assess.drawing.metrics import Metrics
from dataflow_assess.drawing.picture import Arrow, State, Zone, ZoneStyle
from dataflow_assess.drawing.theme import Theme
from dataflow_assess.drawing.words import tag

DROP = '<FONT POINT-SIZE="3"> <BR/></FONT>'  # CJK glyphs sit too high in a cell; an empty line lowers them
GAP = '<FONT POINT-SIZE="3"> </FONT>'
DISC = 13.5  # diameter of a numbered circle, in points
MOST_RANGES = 4  # what an arrow that stands for many says of their numbers
_ZONE_WIDTH = 260


@attrs.frozen
class Label:
    """An HTML-like label whose size is known before it is drawn.

    Attributes:
        html: the label between its angle brackets.
        width, height: in points; Graphviz draws it no larger.
    """

    html: str
    width: float
    height: float


def font(text: str, size: int, colour: str, bold: bool = False) -> str:
    """Return escaped lettering of one line; ``text`` is data."""
    inner = escaped(text)
    return f'<FONT POINT-SIZE="{size}" COLOR="{colour}">{f"<B>{inner}</B>" if bold else inner}</FONT>'


def paragraph(lines: list[str], size: int, colour: str, bold: bool = False, left: bool = False) -> str:
    """Return lowered lettering of several lines; an empty one is a narrow gap."""
    ending = '<BR ALIGN="LEFT"/>' if left else "<BR/>"
    body = ending.join(font(line, size, colour, bold) if line else GAP for line in lines)
    return DROP + body + (ending if left and len(lines) > 1 else "")


def cell(inner: str, width: float, height: float, **attributes: object) -> str:
    """Return a table cell of at least that size in points."""
    extra = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<TD WIDTH="{math.ceil(width)}" HEIGHT="{math.ceil(height)}"{extra}>{inner}</TD>'


def table(rows: list[str], **attributes: object) -> str:
    """Return a table of rows; borders, spacing and padding are 0 unless given."""
    settings = {"BORDER": 0, "CELLBORDER": 0, "CELLSPACING": 0, "CELLPADDING": 0} | attributes
    named = " ".join(f'{name}="{value}"' for name, value in settings.items())
    return f"<TABLE {named}>{''.join(f'<TR>{row}</TR>' for row in rows)}</TABLE>"


def plain(text: str, size: int, colour: str, metrics: Metrics, bold: bool = False) -> Label:
    """Return one line of lettering without a frame."""
    width = math.ceil(metrics.width(text, size, bold)) + 1
    height = metrics.height(size, drop=1)
    return Label(table([cell(paragraph([text], size, colour, bold), width, height)]), width, height)


def pill(state: State, language: str, theme: Theme, metrics: Metrics) -> Label:
    """Return the framed word that says how a datum travels; plaintext is reversed."""
    colour, text = theme.states[state], tag(state, language)
    reverse = state is State.PLAINTEXT
    return _framed(text, theme.white if reverse else colour, colour if reverse else theme.white, colour, metrics)


def badge(text: str, theme: Theme, metrics: Metrics, most: float = 60) -> Label:
    """Return a plugin's remark, at most about ``most`` points wide: grey ground, thin frame."""
    shown = wrap(clean(text), most, metrics, 7, most=1)[0]
    return _framed(shown, theme.ink, theme.shade, theme.rule, metrics, bold=False)


def _framed(text: str, colour: str, ground: str, frame: str, metrics: Metrics, bold: bool = True) -> Label:
    width = math.ceil(metrics.width(text, 7, bold)) + 2
    height = metrics.height(7, drop=1)
    inner = cell(paragraph([text], 7, colour, bold), width, height)
    return Label(table([inner], BORDER=1, COLOR=frame, BGCOLOR=ground), width + 2, height + 2)


def flag(letters: str, theme: Theme, metrics: Metrics) -> Label:
    """Return the reversed square of one finding or several."""
    width = max(10, math.ceil(metrics.width(letters, 8, bold=True)) + 3)
    height = metrics.height(8, drop=1) + 1
    inner = cell(paragraph([letters], 8, theme.white, bold=True), width, height, BGCOLOR=theme.ink)
    return Label(table([inner]), width, height)


def zone_tab(zone: Zone, theme: Theme, metrics: Metrics) -> Label:
    """Return a zone's name: reversed for zones answered for, framed outside, plain for segments."""
    segment, outside = zone.style is ZoneStyle.SEGMENT, zone.style is ZoneStyle.OUTSIDE
    size = 8 if segment else 9
    text = wrap(clean(zone.label), _ZONE_WIDTH, metrics, size, bold=True, most=1)[0]
    width = math.ceil(metrics.width(text, size, bold=True)) + (0 if segment else 5)
    height = metrics.height(size, drop=1) + (0 if segment else 3)
    colour = theme.sub if segment else theme.ink if outside else theme.white
    inner = cell(paragraph([text], size, colour, bold=True), width, height)
    if segment:
        return Label(table([inner], BGCOLOR=theme.white), width, height)
    frame = 1 if outside else 0
    ground = theme.white if outside else theme.band
    return Label(table([inner], BORDER=frame, COLOR=theme.ink, BGCOLOR=ground), width + 2 * frame, height + 2 * frame)


def number(arrow: Arrow, colour: str) -> str:
    """Return what stands in the numbered circle of an arrow."""
    text = ranges(arrow.numbers, MOST_RANGES)
    return paragraph([text], 9 if len(text) < 3 else 7, colour, bold=True)


def ranges(numbers: Sequence[int], most: int) -> str:
    """Return numbers as ``1-3,7``; beyond ``most`` parts … and how many they are."""
    parts: list[list[int]] = []
    for each in numbers:
        if parts and parts[-1][-1] + 1 == each:
            parts[-1].append(each)
        else:
            parts.append([each])
    words = [f"{part[0]}-{part[-1]}" if len(part) > 2 else ",".join(map(str, part)) for part in parts]
    return ",".join(words) if len(words) <= most else f"{','.join(words[:most])},…({len(numbers)})"
