"""How is the diagram of an assessment saved to a file?"""

from pathlib import Path
from typing import Literal

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.assessed import draw_assessment
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
    """Draw the diagram of an assessment into a file.

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
    form = Path(path).suffix.lower().removeprefix(".")
    shown = lang or assessment.system.language
    write_file(Path(path), draw_assessment(assessment, form, lang=shown, data=data, mono=mono, paper=paper))
