"""Is an attachment in Word's format a document that Word can use: headings, tables, picture, fonts, page numbers?"""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from PIL import Image

from dataflow_assess.drawing.lettering import clean
from dataflow_assess.reports.attachment.build import contents_of
from dataflow_assess.reports.attachment.contents import Contents, Table
from dataflow_assess.reports.docx import render
from tests.unit.reports.attachment.hostile import LABELS, SEVERAL, described
from tests.unit.reports.attachment.made import EMPTY, KONBINI, ROOT, assessed, gallery


@pytest.fixture(scope="module")
def contents() -> Contents:
    """Return the contents about issuing certificates at convenience stores."""
    return contents_of(gallery(KONBINI), "ja")


@pytest.fixture(scope="module")
def written(contents: Contents) -> bytes:
    """Return the document's bytes."""
    return render(contents, gallery(KONBINI), "ja")


@pytest.fixture(scope="module")
def paper(written: bytes) -> Document:
    """Return the document, opened again."""
    return docx.Document(io.BytesIO(written))


def test_headings_are_headings(paper: Document, contents: Contents) -> None:
    """Word's navigation pane and screen readers find them."""
    found = [
        (paragraph.style.name, paragraph.text)
        for paragraph in paper.paragraphs
        if paragraph.style is not None and str(paragraph.style.name).startswith("Heading")
    ]
    expected = [
        (f"Heading {each.number.count('.') + 1}", f"{each.number}　{each.title}") for each in contents.every_section()
    ]
    assert found == expected


def test_tables_repeat_their_header_and_keep_rows_whole(paper: Document, contents: Contents) -> None:
    """All rows are there, and a page never begins in the middle of one."""
    tables = [block for block in contents.blocks() if isinstance(block, Table)]
    assert [len(table.rows) - 1 for table in paper.tables] == [len(table.rows) for table in tables]
    for table, told in zip(paper.tables, tables, strict=True):
        properties: list[Any] = [row._tr.trPr for row in table.rows]
        first = table.rows[0]
        assert [cell.text for cell in first.cells] == [column.head for column in told.columns]
        assert properties[0].find(qn("w:tblHeader")) is not None
        assert all(each.find(qn("w:cantSplit")) is not None for each in properties)


def test_statements_are_followed_by_their_evidence(paper: Document) -> None:
    """As in every format."""
    segments = paper.tables[1]
    assert segments.rows[2].cells[3].text == "暗号化〔答弁〕"
    assert segments.rows[14].cells[3].text == "暗号化〔資料2-3 7頁・9頁〕"


def test_diagrams_have_landscape_pages_and_words_for_those_who_do_not_see_them(paper: Document) -> None:
    """The pages before and after are A4 portrait."""
    sections = [_measured(section) for section in paper.sections]
    assert sections[0] == sections[-1] == (WD_ORIENT.PORTRAIT, 210 - 2 * 17, 297 - 18 - 20)
    assert {turned for turned, *_ in sections[1:-1]} == {WD_ORIENT.LANDSCAPE}
    assert len(paper.inline_shapes) == len(sections) - 2
    for picture, (_, across, down) in zip(paper.inline_shapes, sections[1:-1], strict=True):
        assert picture.width <= Mm(across)
        assert picture.height <= Mm(down)
    picture = paper.inline_shapes[0]
    described_as = picture._inline.docPr.get("descr")
    assert described_as is not None
    counted = "（1／" in described_as
    assert counted is (len(paper.inline_shapes) > 1)
    assert described_as.startswith("「証明書等のコンビニエンスストアでの交付」のデータフロー図。")


def test_pictures_are_small_and_keep_their_colours(written: bytes) -> None:
    """A paper goes by mail, and its red is the red of the tables."""
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        pictures = [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]
    assert pictures
    for each in pictures:
        assert len(each) < 200_000
        with Image.open(io.BytesIO(each)) as image:
            painted = {colour for _, colour in image.convert("RGB").getcolors(256) or ()}
        assert {(0xFF, 0xFF, 0xFF), (0xB3, 0x00, 0x1B), (0x0B, 0x4F, 0x9E), (0x7A, 0x4B, 0x00)} <= painted


def _measured(section: Any) -> tuple[WD_ORIENT, int, int]:  # noqa: ANN401 - its measures may be None for the checker
    """Return how a section lies, and the millimetres between its margins."""
    across = section.page_width - section.left_margin - section.right_margin
    down = section.page_height - section.top_margin - section.bottom_margin
    return section.orientation, round(across / Mm(1)), round(down / Mm(1))


def test_every_style_names_an_east_asian_font(paper: Document) -> None:
    """Otherwise Word takes one of another country's."""
    for style in paper.styles:
        if style.name in ("Normal", "Title", "Heading 1", "Heading 2", "Table Text", "Caption", "Remark"):
            fonts = style.element.rPr.find(qn("w:rFonts"))
            assert fonts.get(qn("w:eastAsia")) == "BIZ UDPゴシック"
            assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_title_language_and_page_numbers_are_set(paper: Document, written: bytes) -> None:
    """Readers and archives ask for them."""
    assert paper.core_properties.title == "証明書等のコンビニエンスストアでの交付"
    assert paper.core_properties.language == "ja"
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        styles = archive.read("word/styles.xml").decode()
        footers = [archive.read(name).decode() for name in archive.namelist() if "footer" in name]
    assert 'w:val="en-GB" w:eastAsia="ja-JP"' in styles
    assert any("PAGE" in footer and "NUMPAGES" in footer for footer in footers)


def test_a_document_without_a_diagram_has_one_section() -> None:
    """Nothing to draw, nothing to turn the page for."""
    assessment = assessed(EMPTY)
    paper = docx.Document(io.BytesIO(render(contents_of(assessment, "en"), assessment, "en")))
    assert len(paper.sections) == 1
    assert "not stated in the papers" in [paragraph.text for paragraph in paper.paragraphs]


@pytest.mark.parametrize("labels", [tuple(LABELS.values()), SEVERAL], ids=["every kind", "long"])
def test_labels_are_text_whatever_they_hold(labels: tuple[str, ...]) -> None:
    """Every part is XML that can be read, and a label stands in it as it is, less what no document can hold."""
    assessment = assessed(described(*labels))
    written = render(contents_of(assessment, "ja"), assessment, "ja")
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))  # noqa: S314 - we wrote it
    paper = docx.Document(io.BytesIO(written))
    texts = [paragraph.text for paragraph in paper.paragraphs]
    texts += [
        paragraph.text
        for table in paper.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
    ]
    for label in labels:
        assert any(clean(label) in text for text in texts), label
    assert paper.core_properties.title == clean(labels[0])[:255]


def test_the_same_description_gives_the_same_bytes(tmp_path: Path) -> None:
    """In another process, at another time, with other hashes."""
    text = described("同じ").encode("utf-8")
    (tmp_path / "description.yaml").write_bytes(text)
    for name, seed in (("a.docx", "1"), ("b.docx", "2")):
        command = [sys.executable, "-m", "dataflow_assess", "report", "description.yaml", "-o", name]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "1" else "UTC"}
        subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        parts = [archive.read(name) for name in archive.namelist()]
    assert [folder for folder in (ROOT, tmp_path) if any(str(folder).encode() in part for part in parts)] == []
