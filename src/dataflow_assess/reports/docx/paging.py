"""On which pages does a document stand: A4 portrait with page numbers, and landscape pages for drawings?"""

import struct
from typing import Any

import attrs
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Emu, Length, Mm
from docx.text.paragraph import Paragraph

from dataflow_assess.reports.docx.elements import element

_INCH = 914400
_DPI = 200
"""In which drawings come."""
_EDGE = Mm(6.5)
"""The margin of a landscape page: what printers need, as a drawing has margins of its own."""
_PAPERS = ((Mm(297), Mm(210)), (Mm(420), Mm(297)))


@attrs.frozen
class Space:
    """Room for a picture, in EMU."""

    width: Length
    height: Length


class Paging:
    """The sections of one document, the last of which is the one written to."""

    def __init__(self, document: Document, source: str) -> None:
        self.document, self.source = document, source
        self._portrait(document.sections[-1])

    def landscape(self, image: bytes) -> Space:
        """Go on on a landscape page, A4 or A3 as the drawing was made for; return the room on it."""
        self._break()
        section = self.document.sections[-1]
        wide, high = (Emu(int(side / _DPI * _INCH)) for side in struct.unpack(">II", image[16:24]))
        slack = Mm(3)
        fitting = [paper for paper in _PAPERS if wide <= paper[0] + slack and high <= paper[1] + slack]
        width, height = (fitting or _PAPERS)[0 if fitting else -1]
        section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, width, height
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _EDGE
        section.header_distance = section.footer_distance = Mm(2)
        section.footer.is_linked_to_previous = False
        _emptied(section.footer.paragraphs[0])
        # A line of the paragraph is a little higher than the picture in it.
        room_width, room_height = width - 2 * _EDGE, height - 2 * _EDGE - Mm(6)
        scale = min(room_width / wide, room_height / high)
        return Space(Emu(int(wide * scale)), Emu(int(high * scale)))

    def portrait(self) -> None:
        """Go on on a portrait page."""
        self._break()
        self._portrait(self.document.sections[-1])

    def _break(self) -> None:
        """Begin a section; its mark goes to the paragraph before, for one of its own might fall on an empty page."""
        before = self.document.paragraphs[-1] if self._ends_with_paragraph() else None
        self.document.add_section()
        mark = self.document.paragraphs[-1]
        if before is not None:
            ended: Any = mark._p  # noqa: SLF001 - python-docx offers no other way
            before._p.get_or_add_pPr().append(ended.pPr.find(qn("w:sectPr")))  # noqa: SLF001
            ended.getparent().remove(ended)

    def _ends_with_paragraph(self) -> bool:
        body = self.document.element.body
        return len(body) > 1 and body[-2].tag == qn("w:p")

    def _portrait(self, section: Section) -> None:
        section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(17)
        section.top_margin, section.bottom_margin = Mm(18), Mm(20)
        section.header_distance, section.footer_distance = Mm(9), Mm(9)
        section.footer.is_linked_to_previous = False
        line = _emptied(section.footer.paragraphs[0])
        line.style = "Footer"
        line.add_run(f"{self.source}\t")
        _field(line, "PAGE")
        line.add_run(" / ")
        _field(line, "NUMPAGES")


def _emptied(paragraph: Paragraph) -> Paragraph:
    element: Any = paragraph._p  # noqa: SLF001
    for run in element.findall(qn("w:r")):
        element.remove(run)
    return paragraph


def _field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word fills in."""
    field, run, text = element("w:fldSimple", instr=code), element("w:r"), element("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001
