"""What does WeasyPrint lay out: the contents as a page of HTML, built as a tree, so that no text can become markup?"""

import base64
import re
from collections.abc import Iterable
from importlib.resources import files
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from dataflow_assess.assessment import Assessment
from dataflow_assess.model import Standing
from dataflow_assess.reports.attachment.contents import (
    Block,
    Cell,
    Contents,
    Figure,
    Line,
    Listing,
    Paragraph,
    Ref,
    Row,
    Section,
    Table,
)
from dataflow_assess.reports.attachment.figures import alternative_of, papers
from dataflow_assess.reports.attachment.telling import evidence_of

_WORD = re.compile(r"([（(「『〔\[]*(?:[ァ-ヺー]{2,9}|[A-Za-z0-9][A-Za-z0-9./-]{1,13})[）)」』〕\]、。，．,.:：；・]*)")
"""A word of katakana or Latin letters with the brackets and stops that must stay with it."""
_SHORT = 12
_WIDTH = 58.0
"""Characters of a table that stand side by side on a page."""


def page(contents: Contents, assessment: Assessment, lang: str) -> str:
    """Return the page, which needs nothing but itself."""
    return "<!DOCTYPE html>" + tostring(_Page(contents, assessment, lang).tree(), encoding="unicode", method="html")


class _Page:
    """One page in the making; references become links where what they name has a row."""

    def __init__(self, contents: Contents, assessment: Assessment, lang: str) -> None:
        self.contents, self.assessment, self.lang = contents, assessment, lang
        self.targets = set(_anchors(contents))
        self.figures: list[str] = []

    def tree(self) -> Element:
        html = Element("html", lang=self.lang)
        head = SubElement(html, "head")
        SubElement(head, "meta", charset="utf-8")
        SubElement(head, "title").text = self.contents.title
        for name, text in (("author", self.contents.author), ("generator", "dataflow-assess")):
            SubElement(head, "meta", name=name, content=text)
        style = SubElement(head, "style")
        body = SubElement(html, "body")
        SubElement(body, "div", {"class": "source"}).text = self.contents.source
        header = SubElement(body, "header")
        SubElement(header, "p", {"class": "subtitle"}).text = self.contents.subtitle
        SubElement(header, "h1").text = self.contents.title
        SubElement(header, "p", {"class": "by"}).text = self.contents.imprint
        for section in self.contents.sections:
            self._section(body, section, 2)
        style.text = files(__package__).joinpath("page.css").read_text(encoding="utf-8") + "\n".join(self.figures)
        return html

    def _section(self, parent: Element, section: Section, depth: int) -> None:
        inside = SubElement(parent, "section", id=f"section-{section.name}")
        SubElement(inside, f"h{depth}").text = f"{section.number}　{section.title}"
        for block in section.blocks:
            self._block(inside, block)
        for part in section.parts:
            self._section(inside, part, depth + 1)

    def _block(self, parent: Element, block: Block) -> None:
        match block:
            case Paragraph():
                self._line(SubElement(parent, "p", {"class": "remark" if block.remark else "text"}), block.line)
            case Listing():
                listed = SubElement(parent, "ul")
                for line in block.lines:
                    self._line(SubElement(listed, "li"), line)
            case Table():
                self._table(parent, block)
            case Figure():
                self._figure(parent, block)

    def _figure(self, parent: Element, figure: Figure) -> None:
        """Add each drawing on a page of its own size: what it says is measured for that."""
        SubElement(parent, "p", {"class": "caption"}).text = figure.caption
        SubElement(parent, "p", {"class": "remark"}).text = figure.alternative
        pages = papers(figure, self.assessment, self.lang)
        for number, svg in enumerate(pages, start=1):
            width, height = (fromstring(svg).attrib[side] for side in ("width", "height"))  # noqa: S314 - our own
            name = f"figure-{len(self.figures) + 1}"
            alone = "margin: 0; @bottom-left { content: none } @bottom-right { content: none }"
            self.figures.append(f"@page {name} {{ size: {width} {height}; {alone} }} .{name} {{ page: {name} }}")
            sheet = SubElement(parent, "div", {"class": f"sheet {name}"})
            source = "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")
            style = f"width: {width}; height: {height}"
            words = alternative_of(figure, number, len(pages), self.lang)
            SubElement(sheet, "img", src=source, alt=words, style=style)

    def _table(self, parent: Element, table: Table) -> None:
        if table.caption:
            SubElement(parent, "p", {"class": "caption"}).text = table.caption
        drawn_table = SubElement(parent, "table", {"class": f"table-{table.name.rstrip('-0123456789')}"})
        total = sum(column.width for column in table.columns)
        group = SubElement(drawn_table, "colgroup")
        for column in table.columns:
            SubElement(group, "col", style=f"width: {100 * column.width / total:.2f}%")
        head = SubElement(SubElement(drawn_table, "thead"), "tr")
        for column in table.columns:
            SubElement(head, "th", scope="col").text = column.head
        body = SubElement(drawn_table, "tbody")
        for row in table.rows:
            self._row(body, table, row)

    def _row(self, body: Element, table: Table, row: Row) -> None:
        drawn_row = SubElement(body, "tr")
        anchor = _anchor(table, row)
        if anchor is not None:
            drawn_row.set("id", f"{anchor.kind}-{anchor.id}")
        for index, cell in enumerate(row.cells):
            heads = table.heads and index == 0
            inside = SubElement(drawn_row, "th", scope="row") if heads else SubElement(drawn_row, "td")
            inside.set("class", f"column-{table.columns[index].key}" if table.columns[index].key.isascii() else "")
            self._cell(inside, cell, _WIDTH * table.columns[index].width / sum(each.width for each in table.columns))

    def _cell(self, parent: Element, cell: Cell, width: float) -> None:
        for line in cell.lines:
            self._line(SubElement(parent, "div"), line, width - 1)

    def _line(self, parent: Element, line: Line, room: float = _WIDTH) -> None:
        if line.state is not None:
            parent.set("class", f"state {line.state.value}")
        elif line.standing is not Standing.STATED:
            parent.set("class", f"{parent.get('class', '')} open".strip())
        linked = [ref for ref in line.refs if ref in self.targets]
        if linked and line.text == ", ".join(ref.id for ref in line.refs):
            for index, ref in enumerate(linked):
                link = SubElement(parent, "a", href=f"#{ref.kind}-{ref.id}")
                link.text, link.tail = ref.id, ", " if index + 1 < len(linked) else ""
        else:
            _words(SubElement(parent, "span"), line.text, room)
        if line.evidence:
            evidence = SubElement(parent, "span", {"class": "evidence"})
            evidence.text = evidence_of(line, self.lang)
            if len(evidence.text) < min(room, _SHORT):
                evidence.set("class", "evidence word")


def _words(parent: Element, text: str, room: float) -> None:
    """Add a text whose words of katakana or Latin letters are kept on one line, as a typesetter would.

    Args:
        parent: where the text goes.
        text: the text.
        room: how many characters a line has; a longer word may be broken.
    """
    parent.text, last = "", None
    for index, part in enumerate(_WORD.split(text)):
        if index % 2 and len(part) < room:
            last = SubElement(parent, "span", {"class": "word"})
            last.text = part
        elif last is None:
            parent.text = (parent.text or "") + part
        else:
            last.tail = (last.tail or "") + part


def _anchors(contents: Contents) -> Iterable[Ref]:
    """Yield what has a row of its own to link to."""
    for table in (block for block in contents.blocks() if isinstance(block, Table)):
        yield from (anchor for row in table.rows if (anchor := _anchor(table, row)) is not None)


def _anchor(table: Table, row: Row) -> Ref | None:
    kind = {"segments": "flow", "findings": "finding"}.get(table.name)
    return row.about[0] if kind and row.about and row.about[0].kind == kind else None
