"""How does an attachment become a Word document, with real headings, tables that may break, and a landscape diagram?"""

from docx import Document
from docx.document import Document as Paper

from dataflow_assess.assessment import Assessment
from dataflow_assess.reports.attachment.contents import (
    Block,
    Contents,
    Figure,
    Listing,
    Paragraph,
    Section,
    Table,
)
from dataflow_assess.reports.attachment.figures import alternative_of, papers
from dataflow_assess.reports.docx.packing import packed
from dataflow_assess.reports.docx.paging import Paging
from dataflow_assess.reports.docx.pictures import add_picture
from dataflow_assess.reports.docx.styles import apply_styles
from dataflow_assess.reports.docx.tables import add_table
from dataflow_assess.reports.docx.texts import write_line

_MOST = 255
"""Characters that a property of a document holds."""


def render(contents: Contents, assessment: Assessment, lang: str) -> bytes:
    """Return the attachment as a Word document.

    Raises:
        DrawingError: Graphviz or a Japanese font is missing, or Graphviz failed.
    """
    return packed(_Writing(contents, assessment, lang).document())


class _Writing:
    """One document in the making."""

    def __init__(self, contents: Contents, assessment: Assessment, lang: str) -> None:
        self.contents, self.assessment, self.lang = contents, assessment, lang
        self.paper: Paper = Document()
        apply_styles(self.paper)
        self.paging = Paging(self.paper, contents.source)

    def document(self) -> Paper:
        """Write everything and return the document."""
        contents, properties = self.contents, self.paper.core_properties
        properties.title, properties.subject = contents.title[:_MOST], contents.subtitle[:_MOST]
        properties.author, properties.comments = contents.author[:_MOST], contents.source[:_MOST]
        properties.language, properties.keywords = contents.language, ""
        self.paper.add_paragraph(contents.subtitle, style="Subtitle")
        self.paper.add_paragraph(contents.title, style="Title")
        self.paper.add_paragraph(contents.imprint, style="Author")
        for section in contents.sections:
            self._section(section, 1)
        return self.paper

    def _section(self, section: Section, depth: int) -> None:
        self.paper.add_heading(f"{section.number}　{section.title}", depth)
        for block in section.blocks:
            self._block(block)
        for part in section.parts:
            self._section(part, depth + 1)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                write_line(self.paper.add_paragraph(style="Remark" if block.remark else None), block.line, self.lang)
            case Listing():
                for line in block.lines:
                    write_line(self.paper.add_paragraph(style="List Bullet"), line, self.lang)
            case Table():
                if block.caption:
                    self.paper.add_paragraph(block.caption, style="Caption")
                add_table(self.paper, block, self.lang)
            case Figure():
                self._figure(block)

    def _figure(self, figure: Figure) -> None:
        """Add the drawing on landscape pages of its own, its caption before it."""
        self.paper.add_paragraph(figure.caption, style="Caption")
        self.paper.add_paragraph(figure.alternative, style="Remark")
        pages = papers(figure, self.assessment, self.lang, "png")
        for number, image in enumerate(pages, start=1):
            space = self.paging.landscape(image)
            add_picture(self.paper, image, space, figure.caption, alternative_of(figure, number, len(pages), self.lang))
        self.paging.portrait()
