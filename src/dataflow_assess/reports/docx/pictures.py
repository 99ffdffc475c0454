"""How is a drawing put into a document, with words for those who do not see it?"""

import io

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from PIL import Image

from dataflow_assess.reports.docx.paging import Space

_COLOURS = 128
"""What a drawing has of them, shades at the edges of letters among them; with 64, state colours would change."""


def add_picture(document: Document, image: bytes, space: Space, title: str, alternative: str) -> None:
    """Add a picture on a line of its own, with its alternative text."""
    paragraph = document.add_paragraph(style="Picture")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape = paragraph.add_run().add_picture(_smaller(image), width=space.width, height=space.height)
    properties = shape._inline.docPr  # noqa: SLF001 - python-docx offers no other way
    properties.set("title", title)
    properties.set("descr", alternative)


def _smaller(image: bytes) -> io.BytesIO:
    """Return a PNG with a palette, a third as large, in which every plain colour is as it was."""
    found = io.BytesIO()
    with Image.open(io.BytesIO(image)) as drawn:
        flat = drawn.convert("RGB").quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    flat.save(found, "PNG", optimize=True)
    found.seek(0)
    return found
