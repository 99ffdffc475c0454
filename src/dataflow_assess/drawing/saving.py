"""How is the diagram of an assessment saved to a file?"""

from itertools import count, takewhile
from pathlib import Path
from typing import Literal

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.assessed import pages_of
from dataflow_assess.drawing.scene import View
from dataflow_assess.files import write_file


def draw(
    assessment: Assessment,
    path: Path | str,
    *,
    lang: str | None = None,
    data: str | None = None,
    mono: bool = False,
    paper: Literal["A4", "A3"] = "A4",
) -> None:
    """Draw the diagram of an assessment into a file, and its further pages into numbered files beside it.

    ``konbini.svg`` is followed by ``konbini-2.svg`` and so on; a PDF holds all pages.

    Args:
        assessment: what `dataflow_assess.assess` returned.
        path: the file; its suffix decides: ``.svg``, ``.png``, ``.pdf`` or ``.dot``.
        lang: "ja" or "en"; the description's language when None.
        data: identifier of the only data item to show, or None for all; flow numbers stay the same.
        mono: draw for black-and-white printing.
        paper: the smallest paper, landscape.

    Raises:
        ValueError: the suffix is no format of a diagram.
        KeyError: ``data`` is no data item of the system.
        DrawingError: Graphviz or a Japanese font is missing, or Graphviz failed.
        Fault: there is nothing to show, or the file cannot be written; one that was there is left as it was.
    """
    view = View(lang or assessment.system.language, data, mono=mono, paper=paper)
    for place, drawn in draw_files(assessment, Path(path), view):
        write_file(place, drawn)


def draw_files(assessment: Assessment, path: Path, view: View) -> list[tuple[Path, bytes]]:
    """Return the files that `draw` writes, with their contents.

    Args:
        assessment, path: as for `draw`.
        view: which part of the system, and how.

    Raises:
        ValueError, KeyError, DrawingError, Fault: as `draw`.
    """
    pages = pages_of(assessment, path.suffix.lower().removeprefix("."), view)
    return [(_page(path, number), drawn) for number, drawn in enumerate(pages, start=1)]


def left_over(path: Path, pages: int) -> list[Path]:
    """Return the files beside a diagram of so many pages that an earlier, longer one seems to have left.

    They are named only, never removed: somebody may have made them.
    """
    numbered = (_page(path, number) for number in count(pages + 1))
    return list(takewhile(Path.exists, numbered))


def _page(path: Path, number: int) -> Path:
    return path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
