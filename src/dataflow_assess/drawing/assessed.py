"""How is an assessment drawn?"""

from typing import Literal, cast

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing import Format, draw
from dataflow_assess.drawing.scene import View, picture_of
from dataflow_assess.extensions import Annotation

FORMATS = ("svg", "png", "pdf", "dot")
"""The formats of a diagram, which are also the suffixes of its files."""


def draw_assessment(
    assessment: Assessment,
    form: str,
    *,
    lang: str,
    data: str | None = None,
    mono: bool = False,
    paper: Literal["A4", "A3", "screen"] = "A4",
    annotations: tuple[Annotation, ...] = (),
) -> bytes:
    """Return the diagram of an assessment as a file's contents.

    Args:
        assessment: what is drawn.
        form: one of `FORMATS`.
        lang: "ja" or "en".
        data: identifier of the only data item to show, or None for all; numbers stay the same.
        mono: draw for black-and-white printing.
        paper: the smallest paper, landscape, or "screen" for the diagram and its legend without heading and tables.
        annotations: badges that plugins want.

    Raises:
        ValueError: ``form`` is none of `FORMATS`.
        KeyError: ``data`` is no data item of the system.
        DrawingError: Graphviz or a Japanese font is missing, or Graphviz failed.
        Fault: there is nothing to show.
    """
    if form not in FORMATS:
        msg = f"{form!r} is none of {', '.join(FORMATS)}"
        raise ValueError(msg)
    picture = picture_of(assessment, View(lang, data, annotations))
    return draw(picture, theme="mono" if mono else "colour", format=cast("Format", form), paper=paper)
