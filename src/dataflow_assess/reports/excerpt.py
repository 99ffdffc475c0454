"""How is a line of the description shown, with the place marked under it?"""

import unicodedata
from collections.abc import Sequence

from rich.cells import cell_len, chop_cells

from dataflow_assess.errors import Place

WIDTH = 96
"""Cells of a terminal that a quoted line may take; a wide character takes two."""


FORMATTING = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode's categories of characters that act on a terminal instead of standing in it."""


def visible(text: str) -> str:
    """Return ``text`` on one line, with control and formatting characters replaced by blanks.

    Labels are data: nothing in a description can move the cursor, colour the terminal or turn the reading order.
    """
    return "".join(" " if unicodedata.category(char) in FORMATTING else char for char in text)


def excerpt(lines: Sequence[str], place: Place) -> list[str]:
    """Return the quoted line with its number, and a line that marks the place; empty when there is no such line.

    Args:
        lines: all lines of the file, which the caller splits once for all its places.
        place: what is marked.
    """
    if not 1 <= place.line <= len(lines):
        return []
    line = lines[place.line - 1]
    start = min(place.column - 1, len(line))
    end = min(place.end_column - 1, len(line)) if place.end_line == place.line else len(line)
    before, marked = visible(line[:start]), visible(line[start : max(end, start + 1)])
    before, cut = _tail(before, WIDTH // 2)
    shown = _head(before + marked + visible(line[max(end, start + 1) :]), WIDTH)
    width = max(1, min(cell_len(marked.rstrip()), cell_len(shown) - cell_len(before)))
    gutter = len(str(place.line))
    mark = " " * cell_len(before) + "^" * width
    return [f"{'':{gutter}} |", f"{place.line} | {cut}{shown}", f"{'':{gutter}} | {' ' * len(cut)}{mark}"]


def _tail(text: str, cells: int) -> tuple[str, str]:
    """Return the end of ``text`` that fits, and the sign that something was cut."""
    if cell_len(text) <= cells:
        return text, ""
    kept = text
    while cell_len(kept) > cells:
        kept = kept[max(1, (cell_len(kept) - cells) // 2) :]
    return kept, "..."


def _head(text: str, cells: int) -> str:
    if cell_len(text) <= cells:
        return text
    return chop_cells(text, cells - 3)[0] + "..."
