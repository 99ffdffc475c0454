"""How wide and high is text in the very font that Graphviz will draw with?"""

import json
import math
from collections.abc import Iterable
from typing import Final

import attrs

from dataflow_assess.drawing import engine
from dataflow_assess.drawing.fonts import FONT, require_japanese
from dataflow_assess.drawing.lettering import escaped

SIZES: Final = (3, 7, 8, 9, 10, 17)
_BASE: Final = 100
_PROBE: Final = "漢字漢字"
_TIMES: Final = 8  # a character is measured this often in a row, for widths are given in whole points
_ROOMY: Final = 1.25  # em from line to line, from which on text stands in the middle
_ROUNDING: Final = 0.75  # Graphviz takes whole points for a line
# Characters that the font surely has and that are as wide at every size: symbols, kana, kanji, full-width forms.
_EVEN: Final = (("\u2190", "\u33ff"), ("\u4e00", "\u9fff"), ("\uff01", "\uff9f"))


@attrs.frozen
class Metrics:
    """Measured advances and line heights.

    Attributes:
        advances: width in em of (character, bold).
        exact: width in points of (character, bold, size), where hinting makes it uneven.
        stretch: how much wider text of a size is set than its em would say.
        lines: height in points of one line of a size.
        known: (size, bold) → width in points of each character asked for so far.
    """

    advances: dict[tuple[str, bool], float]
    exact: dict[tuple[str, bool, int], float]
    stretch: dict[int, float]
    lines: dict[int, float]
    known: dict[tuple[int, bool], dict[str, float]] = attrs.field(factory=dict, eq=False, repr=False)

    def width(self, text: str, size: int, bold: bool = False) -> float:
        """Return an upper bound of the width of ``text`` in points."""
        known = self.known.setdefault((size, bold), {})
        try:
            return _ROUNDING + sum(map(known.__getitem__, text))
        except KeyError:
            even = size * self.stretch[size]
            for each in text:
                known[each] = self.exact.get((each, bold, size)) or self.advances.get((each, bold), 1.0) * even
            return _ROUNDING + sum(map(known.__getitem__, text))

    def height(self, size: int, count: int = 1, drop: int = 0) -> int:
        """Return the height of ``count`` lines below a spacer of ``drop`` points, in whole points."""
        return math.ceil(count * self.lines[size] + (self.lines[3] if drop and self.lowered else 0))

    @property
    def lowered(self) -> bool:
        """Tell whether text must be lowered: engines that set lines close set CJK glyphs too high in them."""
        return self.lines[10] < 10 * _ROOMY


def measure(texts: Iterable[str]) -> Metrics:
    """Return the metrics of every character of ``texts`` from one run of Graphviz.

    Raises:
        DrawingError: when Graphviz cannot run or the font has no Japanese.
    """
    characters = sorted(set("".join(texts)) | set("…0123456789 "))
    labels = {f"size-{size}": _set(_PROBE, size, bold=False) for size in SIZES}
    labels["probe"] = _set(_PROBE, _BASE, bold=False)
    for bold in (False, True):
        for index, character in enumerate(["", *characters]):
            for size in _sizes_of(character):
                labels[_key(index, bold, size)] = _set(f"|{character * _TIMES}|", size, bold)
    sizes = _sizes(labels)
    require_japanese(sizes["probe"][0] / _BASE)
    advances, exact = {}, {}
    for bold in (False, True):
        for index, character in enumerate(characters, 1):
            for size in _sizes_of(character):
                wide = sizes[_key(index, bold, size)][0] - sizes[_key(0, bold, size)][0]
                if size == _BASE:
                    advances[character, bold] = max(wide, 0.0) / _TIMES / _BASE
                else:
                    exact[character, bold, size] = max(wide + 0.5, 0.0) / _TIMES
    stretch = {size: max(1.0, sizes[f"size-{size}"][0] / len(_PROBE) / size) for size in SIZES}
    return Metrics(advances, exact, stretch, {size: sizes[f"size-{size}"][1] for size in SIZES})


def _sizes_of(character: str) -> tuple[int, ...]:
    """Return the sizes at which a character must be measured; the empty one stands for the bars around it."""
    even = any(first <= character <= last for first, last in _EVEN)
    return (_BASE,) if even and character else (_BASE, *SIZES[1:])


def _key(index: int, bold: bool, size: int) -> str:
    return f"{'b' if bold else 'r'}-{index}-{size}"


def _set(text: str, size: int, bold: bool) -> str:
    """Return lettering; a space alone would have no width, so what is measured stands between two bars."""
    inner = escaped(text)
    return f'<FONT POINT-SIZE="{size}">{f"<B>{inner}</B>" if bold else inner}</FONT>'


def _sizes(labels: dict[str, str]) -> dict[str, tuple[float, float]]:
    nodes = "\n".join(f'"{name}"[label=<{label}>];' for name, label in labels.items())
    source = f'graph{{node[shape=plain,margin=0,fontname="{FONT}"]\n{nodes}}}'
    objects = json.loads(engine.run("dot", "json0", source))["objects"]
    return {each["name"]: (float(each["width"]) * 72, float(each["height"]) * 72) for each in objects}
