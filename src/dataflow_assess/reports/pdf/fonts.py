"""How small can the fonts in a PDF be? As small as the characters used.

WeasyPrint keeps a slot for every glyph of the original font. In a Japanese font these are 60,000 empty outlines, which
weigh more than the outlines in use. A font keyed by character identifiers (CID) finds its glyphs by these, so the
empty ones can go and the text still points to the right ones.
"""

import io
from typing import Any


def shrink(document: object, pdf: Any) -> None:  # noqa: ANN401, ARG001 - WeasyPrint's finisher
    """Replace every font of ``pdf`` (a ``pydyf.PDF``) that has empty outlines by one without."""
    for stream in pdf.objects:
        extra = getattr(stream, "extra", {})
        if extra.get("Subtype") == "/OpenType":
            small = without_empty_outlines(stream.stream[0])
            if small is not None:
                stream.stream, extra["Subtype"] = [small], "/CIDFontType0C"


def without_empty_outlines(font: bytes) -> bytes | None:
    """Return the outlines of an OpenType font that are not empty, as a CFF font; None where it has no CID keys."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    opened = TTFont(io.BytesIO(font))
    if "CFF " not in opened:
        return None
    outlines = opened["CFF "].cff.topDictIndex[0]
    if not hasattr(outlines, "ROS"):
        return None
    index = outlines.CharStrings.charStringsIndex
    used = [glyph for glyph in range(len(index)) if glyph == 0 or len(index[glyph].bytecode) > 1]
    for table in [tag for tag in opened.keys() if tag not in ("GlyphOrder", "CFF ", "maxp", "head")]:  # noqa: SIM118 - no mapping
        del opened[table]
    options = subset.Options(notdef_outline=True, hinting=False, drop_tables=[], name_IDs=[], recalc_bounds=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(gids=used)
    subsetter.subset(opened)
    written: bytes = opened["CFF "].compile(opened)
    return written
