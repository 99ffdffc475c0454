"""Is an attachment in PDF one that can be read, searched, read aloud and sent by mail?"""

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest
from fontTools.cffLib import CFFFontSet
from pypdf.generic import NameObject

from dataflow_assess.drawing.lettering import clean
from dataflow_assess.reports.attachment.build import contents_of
from dataflow_assess.reports.attachment.contents import Contents
from dataflow_assess.reports.pdf import render
from tests.unit.reports.attachment.hostile import LABELS, SEVERAL, described
from tests.unit.reports.attachment.made import EMPTY, KONBINI, assessed, gallery

MOST = 500_000
"""Bytes that a council's secretary can send by mail with the other papers."""


@pytest.fixture(scope="module")
def contents() -> Contents:
    """Return the contents about issuing certificates at convenience stores."""
    return contents_of(gallery(KONBINI), "ja")


@pytest.fixture(scope="module")
def written(contents: Contents) -> bytes:
    """Return the file's bytes."""
    return render(contents, gallery(KONBINI), "ja")


@pytest.fixture(scope="module")
def paper(written: bytes) -> pypdf.PdfReader:
    """Return the file, opened again."""
    return pypdf.PdfReader(io.BytesIO(written))


def _text(paper: pypdf.PdfReader) -> str:
    """Return the text of all pages without blanks and line ends, which a search ignores too."""
    for page in paper.pages:
        resources: Any = page["/Resources"]
        for font in (each.get_object() for each in resources["/Font"].values()):
            # WeasyPrint leaves out signs that no font has by a table of its own; pypdf cannot read it, and need not.
            if not isinstance(font.get("/Encoding"), str):
                font[NameObject("/Encoding")] = NameObject("/Identity-H")
    return "".join("".join(page.extract_text().split()) for page in paper.pages)


def _fonts(paper: pypdf.PdfReader) -> dict[str, Any]:
    found = {}
    for page in paper.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            of = font.get_object()
            found[of["/BaseFont"]] = of["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
    return found


def test_japanese_can_be_searched(paper: pypdf.PdfReader, contents: Contents) -> None:
    """Every heading, and words from the tables and from the diagram."""
    text = _text(paper)
    for section in contents.every_section():
        assert section.title in text
    assert "マルチコピー機における証明書(PDF)の消去（消去者、方法）が未記載" in text
    diagrams = [page for page in paper.pages if page.mediabox.width > page.mediabox.height]
    assert "広域交付サーバ" in "".join("".join(page.extract_text().split()) for page in diagrams)


def test_fonts_are_embedded_and_hold_only_what_is_used(paper: pypdf.PdfReader, written: bytes) -> None:
    """A printer without Japanese fonts prints it, and it stays small."""
    fonts = _fonts(paper)
    assert len(fonts) >= 2
    for name, descriptor in fonts.items():
        assert name[7] == "+"
        assert "/FontFile3" in descriptor
        assert len(descriptor["/FontFile3"].get_data()) < 200_000
    assert len(written) < MOST


def test_every_character_has_its_outline(paper: pypdf.PdfReader) -> None:
    """What was left out of a font is empty: only blanks have none."""
    for page in paper.pages[:3]:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            of = font.get_object()
            descriptor = of["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            outlines = CFFFontSet()
            outlines.decompile(io.BytesIO(descriptor["/FontFile3"].get_data()), None)
            kept = {int(name[3:]) for name in outlines.topDictIndex[0].charset if name.startswith("cid")}
            pairs = re.findall(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>", of["/ToUnicode"].get_data())
            told = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
            assert len(told) > 100
            assert [text for code, text in told.items() if code and code not in kept and text.strip()] == []


def test_title_language_and_structure_are_set(paper: pypdf.PdfReader) -> None:
    """What a screen reader needs to begin, and to know tables and headings."""
    root: Any = paper.trailer["/Root"]
    assert paper.metadata is not None
    assert paper.metadata.title == "証明書等のコンビニエンスストアでの交付"
    assert root["/Lang"] == "ja"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    kinds = _kinds(root["/StructTreeRoot"])
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/Figure"} <= kinds


def _kinds(element: Any) -> set[str]:  # noqa: ANN401 - any object of a PDF
    """Return the kinds of structure below an element."""
    waiting, found = [element], set()
    while waiting:
        at = waiting.pop()
        at = at.get_object() if hasattr(at, "get_object") else at
        if isinstance(at, dict):
            found.add(str(at.get("/S", "")))
            below = at.get("/K", ())
            waiting += below if isinstance(below, list) else [below]
    return found


def test_headings_are_bookmarks(paper: pypdf.PdfReader, contents: Contents) -> None:
    """A long paper is found one's way in by them."""
    titles = [entry.title for entry in paper.outline if not isinstance(entry, list)]
    assert titles == [f"{each.number}　{each.title}" for each in contents.sections]


def test_pages_are_a4_and_diagrams_have_their_own(paper: pypdf.PdfReader) -> None:
    """Portrait for text, landscape for the diagrams, which come one after the other."""
    boxes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in paper.pages]
    assert {(round(min(box)), round(max(box))) for box in boxes} <= {(595, 841), (595, 842)}
    wide = [index for index, (width, height) in enumerate(boxes) if width > height]
    assert wide == list(range(1, 1 + len(wide)))


def test_pages_are_numbered(paper: pypdf.PdfReader) -> None:
    """So that a member can name one."""
    assert f"{len(paper.pages)} / {len(paper.pages)}" in paper.pages[-1].extract_text()


def test_a_paper_without_a_diagram_is_written() -> None:
    """Nothing to draw is no failure."""
    assessment = assessed(EMPTY)
    paper = pypdf.PdfReader(io.BytesIO(render(contents_of(assessment, "en"), assessment, "en")))
    assert "notstatedinthepapers" in _text(paper)


SIGNS = tuple(label for label in LABELS.values() if label.isascii() and label.isprintable())
"""What pypdf reads back: it takes the letters of a font that also holds emoji for others."""


@pytest.mark.parametrize("labels", [tuple(LABELS.values()), SIGNS, SEVERAL], ids=["every kind", "signs", "long"])
def test_labels_are_text_whatever_they_hold(labels: tuple[str, ...]) -> None:
    """Markup is written out, nothing is fetched, and no page is lost."""
    assessment = assessed(described(*labels))
    paper = pypdf.PdfReader(io.BytesIO(render(contents_of(assessment, "ja"), assessment, "ja")))
    assert paper.metadata is not None
    assert paper.metadata.title == clean(labels[0])
    text = _text(paper)
    assert "附帯意見への対応" in text
    for label in SIGNS if labels == SIGNS else ():
        assert "".join(clean(label).split()) in text


def test_the_same_description_gives_the_same_bytes(tmp_path: Path) -> None:
    """In another process, at another time, with other hashes."""
    (tmp_path / "description.yaml").write_text(described("同じ"), encoding="utf-8")
    for name, seed in (("a.pdf", "1"), ("b.pdf", "2")):
        command = [sys.executable, "-m", "dataflow_assess", "report", "description.yaml", "-o", name]
        subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
