"""How does a picture become an image?

The engine works on Graphviz and knows nothing of descriptions, graphs or findings: its input is a `Picture`.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from dataflow_assess.drawing.faults import DrawingError
from dataflow_assess.drawing.picture import (
    Arrow,
    Card,
    Finding,
    Icon,
    Keys,
    Note,
    Picture,
    Row,
    State,
    TitleBlock,
    Zone,
    ZoneStyle,
)

if TYPE_CHECKING:
    from dataflow_assess.drawing.page import Paper
    from dataflow_assess.drawing.theme import ThemeName

__all__ = [
    "Arrow",
    "Card",
    "DrawingError",
    "Finding",
    "Format",
    "Icon",
    "Keys",
    "Note",
    "Picture",
    "Row",
    "State",
    "TitleBlock",
    "Zone",
    "ZoneStyle",
    "draw",
    "draw_pages",
]

Format = Literal["svg", "png", "pdf", "dot"]


def draw(
    picture: Picture,
    *,
    theme: "ThemeName" = "colour",
    format: "Format" = "svg",  # noqa: A002 - the word that every image library uses
    paper: "Paper | Literal['screen']" = "A4",
) -> bytes:
    """Return the first page of a picture as a file's content; a PDF holds all pages.

    Args:
        picture: what to show.
        theme: "colour", or "mono" for black and white; both carry the same words and lines.
        format: "svg", "png" (200 dpi), "pdf", or "dot", the source that ``neato -n2`` draws.
        paper: "A4" or "A3", landscape; a picture that would not be legible on it gets the next larger
            paper, and beyond A3 a page as large as it needs. "screen" is the diagram with its legend alone.

    Raises:
        DrawingError: when Graphviz or the Japanese font is missing, or Graphviz fails.
    """
    return draw_pages(picture, theme=theme, format=format, paper=paper)[0]


def draw_pages(
    picture: Picture,
    *,
    theme: "ThemeName" = "colour",
    format: "Format" = "svg",  # noqa: A002 - as above
    paper: "Paper | Literal['screen']" = "A4",
    items: Callable[[], Sequence[Picture]] = tuple,
    page: int | None = None,
    tables: bool = True,
) -> list[bytes]:
    """Return all pages of a picture, each as a file's content; a PDF holds all of them in one file.

    A picture that would not be legible on one page gets an overview and a page for each zone; what has no place
    beside a diagram follows on pages of its own.

    Args:
        picture, theme, format, paper: as for `draw`.
        items: makes the pictures of single data items, which get a page each where one diagram is not enough.
        page: the number of the only page that is wanted, from 1; none is returned where there are fewer.
        tables: whether pages of tables follow; without them, a page tells that a paper has the rest in its own tables.

    Raises:
        DrawingError: as `draw`.
    """
    # The engine is loaded when something is drawn, so that commands that draw nothing start quickly.
    from dataflow_assess.drawing.render import render

    return render(picture, theme, format, paper, items, page, tables=tables)
