"""How does a table become one of Word's: a repeated header row, whole rows, columns as wide as told?"""

from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from dataflow_assess.reports.attachment.contents import Cell, Table
from dataflow_assess.reports.docx.elements import element, shading
from dataflow_assess.reports.docx.styles import BAND, WHITE
from dataflow_assess.reports.docx.texts import write_line

_WIDTH = Mm(176)
_LONG = 1200
"""Characters from which on a row may break: it might not fit a page."""
_MARGINS = (("top", 30), ("left", 70), ("bottom", 30), ("right", 70))  # twentieths of a point


def add_table(document: Document, table: Table, lang: str) -> None:
    """Add a table of the full width, and a little room after it."""
    drawn = document.add_table(rows=1 + len(table.rows), cols=len(table.columns))
    drawn.style, drawn.alignment, drawn.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    _named(drawn, table.caption)
    rows = list(drawn.rows)
    _mark(rows[0], "w:tblHeader")
    _mark(rows[0], "w:cantSplit")
    for cell, column in zip(rows[0].cells, table.columns, strict=True):
        cell._tc.get_or_add_tcPr().append(shading(str(BAND)))  # noqa: SLF001 - python-docx offers no other way
        head = _first(cell)
        head.paragraph_format.keep_with_next = True
        run = head.add_run(column.head)
        run.bold, run.font.color.rgb = True, WHITE
    for word_row, row in zip(rows[1:], table.rows, strict=True):
        if sum(len(line.text) for cell in row.cells for line in cell.lines) < _LONG:
            _mark(word_row, "w:cantSplit")
        for word_cell, cell in zip(word_row.cells, row.cells, strict=True):
            _fill(word_cell, cell, lang)
    _widths(drawn, [column.width for column in table.columns])
    after = document.add_paragraph(style="Picture")
    after.paragraph_format.space_after = Pt(4)


def _fill(word_cell: _Cell, cell: Cell, lang: str) -> None:
    paragraph = _first(word_cell)
    for index, line in enumerate(cell.lines):
        if index:
            paragraph = word_cell.add_paragraph(style="Table Text")
        write_line(paragraph, line, lang)


def _first(cell: _Cell) -> Any:  # noqa: ANN401 - a paragraph of python-docx
    paragraph = cell.paragraphs[0]
    paragraph.style = "Table Text"
    return paragraph


def _widths(drawn: WordTable, shares: list[int]) -> None:
    total = sum(shares)
    widths = [Emu(int(_WIDTH * share / total)) for share in shares]
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    for row in drawn.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(element(name))  # noqa: SLF001


def _named(drawn: WordTable, caption: str) -> None:
    """Give the table its name for those who do not see it, and its inner margins."""
    properties: Any = drawn._tbl.tblPr  # noqa: SLF001
    margins = element("w:tblCellMar")
    for side, width in _MARGINS:
        margins.append(element(f"w:{side}", w=str(width), type="dxa"))
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        look.addprevious(margins)
    else:
        properties.append(margins)
    if caption:
        properties.append(element("w:tblCaption", val=caption))
