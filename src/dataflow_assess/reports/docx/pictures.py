"""How is a drawing put into a document, with words for those who do not see it?"""

import io

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from dataflow_assess.reports.docx.paging import Space


def add_picture(document: Document, image: bytes, space: Space, title: str, alternative: str) -> None:
    """Add a picture on a line of its own, with its alternative text."""
    paragraph = document.add_paragraph(style="Picture")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape = paragraph.add_run().add_picture(io.BytesIO(image), width=space.width, height=space.height)
    properties = shape._inline.docPr  # noqa: SLF001 - python-docx offers no other way
    properties.set("title", title)
    properties.set("descr", alternative)
