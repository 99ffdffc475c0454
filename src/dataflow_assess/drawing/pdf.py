"""How do pages from Graphviz become one small PDF with a title, a language and no date?"""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import StreamObject


def joined(pages: Sequence[bytes], title: str, language: str) -> bytes:
    """Return one file of all pages, without the time of day, which Cairo writes."""
    # Loaded when a PDF is written: nothing else needs it.
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    writer = PdfWriter()
    for page in pages:
        for each in PdfReader(io.BytesIO(page)).pages:
            writer.add_page(each)
    _slim(writer)
    writer.metadata = {"/Title": title, "/Producer": "dataflow-assess"}
    writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(value=True)})
    writer.root_object[NameObject("/ViewerPreferences")] = shown
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _slim(writer: "PdfWriter") -> None:
    """Take out of the fonts what no letter on the page needs.

    Cairo embeds the letters used, but with all subroutines of a font that has tens of thousands of characters.
    """
    from pypdf.generic import DictionaryObject

    # pypdf offers no other way to all objects of a file, nor to put one in the place of another.
    for each in cast("list[object]", list(writer._objects)):  # noqa: SLF001
        if isinstance(each, DictionaryObject) and "/FontFile3" in each:
            font = cast("StreamObject", each["/FontFile3"])
            font.set_data(_without_subroutines(font.get_data()))
            writer._replace_object(each.raw_get("/FontFile3"), font.flate_encode())  # noqa: SLF001


def _without_subroutines(font: bytes) -> bytes:
    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(font), _Bare())
    fonts.desubroutinize()
    written = io.BytesIO()
    fonts.compile(written, _Bare())
    return written.getvalue()


class _Bare:
    """What fontTools asks of the file around a font, which a PDF does not have."""

    recalcBBoxes = False  # noqa: N815 - its name
    lazy = False
