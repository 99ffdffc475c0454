"""How is an assessment drawn?"""

from typing import Literal, cast

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing import Format, draw_pages
from dataflow_assess.drawing.picture import Picture
from dataflow_assess.drawing.scene import View, picture_of
from dataflow_assess.extensions import Annotation

ITEMS = 30
"""Data items that get a page each in a system of many pages; of more, each can be asked for by itself."""

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
    """Return the first page of the diagram of an assessment as a file's contents; a PDF holds all pages.

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
    return pages_of(assessment, form, View(lang, data, annotations, mono, paper))[0]


def pages_of(assessment: Assessment, form: str, view: View, *, items: bool = True, tables: bool = True) -> list[bytes]:
    """Return all pages of the diagram of an assessment, each as a file's contents; a PDF holds all in one file.

    Args:
        assessment: what is drawn.
        form: one of `FORMATS`.
        view: which part of it, and how; no page is returned where there is none of that number.
        items: whether single data items get a page each where one diagram is not enough.
        tables: whether pages of tables follow the diagrams.

    Raises:
        ValueError, KeyError, DrawingError, Fault: as `draw_assessment`.
    """
    if form not in FORMATS:
        msg = f"{form!r} is none of {', '.join(FORMATS)}"
        raise ValueError(msg)
    picture = picture_of(assessment, view)

    def single() -> list[Picture]:
        touched = (
            {item for arrow in picture.arrows for item in arrow.keys.items} if items and view.data is None else set()
        )
        found = [item.id for item in assessment.system.data if item.id in touched]
        return [picture_of(assessment, attrs.evolve(view, data=item)) for item in found] if len(found) <= ITEMS else []

    theme: Literal["mono", "colour"] = "mono" if view.mono else "colour"
    return draw_pages(
        picture,
        theme=theme,
        format=cast("Format", form),
        paper=view.paper,
        items=single,
        page=view.page,
        tables=tables,
    )
