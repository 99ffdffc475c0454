"""How do several assessments read side by side: one line a description, and the total?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from rich.cells import cell_len, set_cell_size

from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Severity
from dataflow_assess.messages import message
from dataflow_assess.reports.excerpt import WIDTH, visible
from dataflow_assess.wording import SEVERITIES

USUAL = "description.yaml"
"""The name of a file that says nothing which its folder does not say."""

_GAP = "  "
_LEAST = 12
"""Fewest cells in which a title is still worth showing."""


def side_by_side(assessments: Sequence[Assessment], lang: str) -> Iterator[str]:
    """Yield a heading, a line for each description with its counts, and the total; columns stand straight.

    Full-width characters count as two cells. Waived findings have a column where there are any.
    """
    yield message("All {count} descriptions:", count=len(assessments)).text(lang)
    found = [Counter(assessment.summary()) for assessment in assessments]
    total = sum(found, Counter[str]())
    heads = {severity.value: SEVERITIES[severity].text(lang) for severity in Severity}
    heads |= {"pass": message("in order").text(lang)}
    if total["waived"]:
        heads["waived"] = message("waived").text(lang)
    names = [_name(assessment) for assessment in assessments]
    last = message("total").text(lang)
    first = max(map(cell_len, (*names, last)))
    widths = {key: max(cell_len(head), len(str(total[key]))) for key, head in heads.items()}
    left = WIDTH - first - sum(len(_GAP) + width for width in widths.values()) - 2 * len(_GAP)

    def line(name: str, cells: dict[str, str], title: str = "") -> str:
        numbers = (_right(cells[key], width) for key, width in widths.items())
        shown = _cut(title, left) if left >= _LEAST else ""
        return _GAP + _GAP.join((set_cell_size(name, first), *numbers, shown)).rstrip()

    yield line("", heads)
    for assessment, name, counted in zip(assessments, names, found, strict=True):
        cells = {key: str(counted[key]) for key in heads}
        yield line(name, cells, visible(assessment.system.overview.title))
    yield line(last, {key: str(total[key]) for key in heads})


def _name(assessment: Assessment) -> str:
    """Return the file as the user named it, or its folder where the file has the usual name."""
    path = PurePosixPath(visible(assessment.path))
    return path.parent.as_posix() if path.name == USUAL and path.parent.name else path.as_posix()


def _right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text


def _cut(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"
