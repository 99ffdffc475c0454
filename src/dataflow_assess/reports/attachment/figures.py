"""構成図: which diagram stands in an attachment, and how is it drawn in a format?"""

from typing import Literal

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.assessed import draw_assessment
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


def drawn(
    figure: Figure,
    assessment: Assessment,
    form: str,
    lang: str,
    *,
    mono: bool = False,
    paper: Literal["A4", "screen"] = "A4",
) -> bytes:
    """Return a figure as "svg", "png" (200 dpi) or "pdf", on paper or for a window.

    Raises:
        DrawingError: Graphviz or a Japanese font is missing, or Graphviz failed.
    """
    shown = assessment if figure.findings else attrs.evolve(assessment, findings=())
    return draw_assessment(
        shown, form, lang=lang, data=figure.data, mono=mono, paper=paper, annotations=figure.annotations
    )


def papers(figure: Figure, assessment: Assessment, lang: str) -> list[bytes]:
    """Return the pages of a figure on A4 as SVG, some of which may hold tables only.

    Raises:
        DrawingError: as `drawn`.
    """
    return [drawn(figure, assessment, "svg", lang)]
