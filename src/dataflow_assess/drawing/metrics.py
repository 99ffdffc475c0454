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


@attrs.frozen
class Metrics:
    """Measured advances and line heights.

    Attributes:
        advances: width in em of (character, bold).
        stretch: how much wider text of a size is set than its em would say (small sizes are hinted).
        lines: height in points of one line of a size.
    """

    advances: dict[tuple[str, bool], float]
    stretch: dict[int, float]
    lines: dict[int, float]

    def width(self, text: str, size: int, bold: bool = False) -> float:
        """Return an upper bound of the width of ``text`` in points."""
        em = sum(self.advances.get((character, bold), 1.0) for character in text)
        return em * size * self.stretch[size]

    def height(self, size: int, count: int = 1, drop: int = 0) -> int:
        """Return the height of ``count`` lines below a spacer of ``drop`` points, in whole points."""
        return math.ceil(count * self.lines[size] + (self.lines[3] if drop else 0))


def measure(texts: Iterable[str]) -> Metrics:
    """Return the metrics of every character of ``texts`` from one run of Graphviz.

    Raises:
        DrawingError: when Graphviz cannot run or the font has no Japanese.
    """
    characters = sorted(set("".join(texts)) | set("…0123456789 "))
    labels = {f"s{size}": f'<FONT POINT-SIZE="{size}">{_PROBE}</FONT>' for size in SIZES}
    labels["probe"] = f'<FONT POINT-SIZE="{_BASE}">{_PROBE}</FONT>'
    labels["weight"] = f'<FONT POINT-SIZE="{_BASE}"><B>{_PROBE}</B></FONT>'
    # A space alone has no width in a label, so every character is measured between two bars.
    labels["bars0"], labels["bars1"] = _bars(""), _bars("", bold=True)
    for index, character in enumerate(characters):
        labels[f"r{index}"] = _bars(escaped(character))
        labels[f"b{index}"] = _bars(escaped(character), bold=True)
    sizes = _sizes(labels)
    require_japanese(sizes["probe"][0] / _BASE)
    advances = {}
    for index, character in enumerate(characters):
        for bold, letter in ((False, "r"), (True, "b")):
            wide = sizes[f"{letter}{index}"][0] - sizes[f"bars{int(bold)}"][0]
            advances[character, bold] = max(wide, 0.0) / _BASE
    stretch = {size: max(1.0, sizes[f"s{size}"][0] / len(_PROBE) / size) for size in SIZES}
    return Metrics(advances, stretch, {size: sizes[f"s{size}"][1] for size in SIZES})


def _bars(inner: str, bold: bool = False) -> str:
    text = f"|{inner}|"
    return f'<FONT POINT-SIZE="{_BASE}">{f"<B>{text}</B>" if bold else text}</FONT>'


def _sizes(labels: dict[str, str]) -> dict[str, tuple[float, float]]:
    nodes = "\n".join(f"{name}[label=<{label}>];" for name, label in labels.items())
    source = f'graph{{node[shape=plain,margin=0,fontname="{FONT}"]\n{nodes}}}'
    objects = json.loads(engine.run("dot", "json0", source))["objects"]
    return {each["name"]: (float(each["width"]) * 72, float(each["height"]) * 72) for each in objects}
