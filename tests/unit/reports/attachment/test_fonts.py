"""Does a font stay as it is where its glyphs are found by their place? Fonts with identifiers: see test_pdf."""

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from dataflow_assess.reports.pdf.fonts import without_empty_outlines

NAMES = [".notdef", "A"]


def _saved(builder: FontBuilder) -> bytes:
    builder.setupHorizontalMetrics(dict.fromkeys(NAMES, (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def _begun(*, truetype: bool) -> FontBuilder:
    builder = FontBuilder(1000, isTTF=truetype)
    builder.setupGlyphOrder(NAMES)
    builder.setupCharacterMap({65: "A"})
    builder.setupNameTable({"familyName": "Test", "styleName": "Regular"})
    return builder


def test_truetype_outlines_stay() -> None:
    """They have no identifiers."""
    builder = _begun(truetype=True)
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in NAMES})
    assert without_empty_outlines(_saved(builder)) is None


def test_outlines_with_names_stay() -> None:
    """A name is no identifier either."""
    builder = _begun(truetype=False)
    builder.setupCFF("Test", {}, {name: T2CharStringPen(500, {}).getCharString() for name in NAMES}, {})
    assert without_empty_outlines(_saved(builder)) is None
