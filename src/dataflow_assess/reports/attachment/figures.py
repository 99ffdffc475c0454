"""構成図: which diagram stands in an attachment, and how is it drawn in a format?"""

from typing import Literal

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.assessed import pages_of
from dataflow_assess.drawing.scene import View
from dataflow_assess.messages import Message, message
from dataflow_assess.reports.attachment.contents import Block, Figure, Paragraph
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.reports.attachment.telling import silence


def figures(making: Making) -> tuple[Block, ...]:
    """Return the diagram, or where there is nothing to draw a paragraph that says so."""
    caption = message(
        "Figure: {title}. The numbers are those of the table of segments, the letters those of the points.",
        title=making.system.overview.title,
    )
    return _figures(making, caption, findings=True)


def figures_of_form(making: Making) -> tuple[Block, ...]:
    """Return the diagram as a form asks for it: without points raised, its numbers those of the remarks below."""
    caption = message("Figure: {title}. The numbers are those of the remarks.", title=making.system.overview.title)
    return _figures(making, caption, findings=False)


def _figures(making: Making, caption: Message, *, findings: bool) -> tuple[Block, ...]:
    if not making.system.nodes:
        return (Paragraph(silence(making.lang, message("not stated in the papers"))),)
    alternative = making.text(_alternative(making, findings=findings))
    return (Figure("diagram", making.text(caption), alternative, None, making.annotations, findings),)


def _alternative(making: Making, *, findings: bool) -> Message:
    given = {
        "title": making.system.overview.title,
        "nodes": len(making.system.nodes),
        "hops": len(making.graph.numbers),
    }
    if findings:
        return message(
            "Diagram of the data flows of {title}: {nodes} machines, people and media, {hops} segments. The table of "
            "segments says the same in words.",
            **given,
        )
    return message(
        "Diagram of the data flows of {title}: {nodes} machines, people and media, {hops} segments. The remarks say "
        "the same in words.",
        **given,
    )


def drawn(figure: Figure, assessment: Assessment, lang: str) -> bytes:
    """Return the whole figure as an SVG for a window: the diagram with its legend, without heading and tables.

    Raises:
        DrawingError: Graphviz or a Japanese font is missing, or Graphviz failed.
    """
    return pages_of(_shown(figure, assessment), "svg", _view(figure, lang, "screen"))[0]


def papers(
    figure: Figure, assessment: Assessment, lang: str, form: Literal["svg", "png"] = "svg", *, items: bool = True
) -> list[bytes]:
    """Return the pages of a figure that hold a diagram, landscape on A4 or where need be A3; a PNG has 200 dpi.

    No pages of tables follow: an attachment has these tables itself. Where one page is not enough, the pages of single
    data items are left out unless ``items``.

    Raises:
        DrawingError: as `drawn`.
    """
    return pages_of(_shown(figure, assessment), form, _view(figure, lang, "A4"), items=items, tables=False)


def alternative_of(figure: Figure, number: int, count: int, lang: str) -> str:
    """Return the words for the page ``number`` of ``count`` pages of a figure, for those who do not see it."""
    if count == 1:
        return figure.alternative
    return message("{text} ({number} of {count})", text=figure.alternative, number=number, count=count).text(lang)


def _shown(figure: Figure, assessment: Assessment) -> Assessment:
    return assessment if figure.findings else attrs.evolve(assessment, findings=())


def _view(figure: Figure, lang: str, paper: Literal["A4", "screen"]) -> View:
    return View(lang, figure.data, figure.annotations, paper=paper)
