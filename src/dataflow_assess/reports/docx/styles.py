"""Which fonts, sizes and colours has a document? All in styles, so that Word's own panes can change them."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from dataflow_assess.reports.docx.elements import element

FONT = "BIZ UDPゴシック"
"""Universal-design gothic that every Windows since 2018 has; Word takes another where it is missing."""
INK, SUB, BAND = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x3D, 0x3D, 0x3D), RGBColor(0x2F, 0x3E, 0x5C)
OPEN, PLAINTEXT, ENCRYPTED = RGBColor(0x7A, 0x4B, 0x00), RGBColor(0xB3, 0x00, 0x1B), RGBColor(0x0B, 0x4F, 0x9E)
WHITE = RGBColor(0xFF, 0xFF, 0xFF)

# name: size, space before and after in points, bold, colour, kept with the next paragraph
_STYLES: dict[str, tuple[float, float, float, bool, RGBColor, bool]] = {
    "Normal": (10, 2, 4, False, INK, False),
    "Subtitle": (11, 0, 0, False, INK, True),
    "Title": (17, 2, 4, True, INK, True),
    "Author": (10, 0, 8, False, INK, False),
    "Heading 1": (13, 14, 6, True, BAND, True),
    "Heading 2": (11, 10, 4, True, BAND, True),
    "Caption": (10, 8, 3, True, INK, True),
    "Remark": (9, 0, 4, False, SUB, True),
    "List Bullet": (10, 0, 2, False, INK, False),
    "Table Text": (8.5, 0, 0, False, INK, False),
    "Picture": (2, 0, 0, False, INK, False),
    "Footer": (8, 0, 0, False, SUB, False),
}


def apply_styles(document: Document) -> None:
    """Set every style that an attachment uses, and the languages of its letters."""
    for name, (size, before, after, bold, colour, kept) in _STYLES.items():
        style = _style(document, name)
        style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = Pt(size), bold, False, colour
        shape = style.paragraph_format
        shape.space_before, shape.space_after, shape.keep_with_next = Pt(before), Pt(after), kept
        shape.line_spacing = 1.0 if name in ("Picture", "Table Text", "Footer") else 1.15
        set_font(style.element.get_or_add_rPr())
        _without_borders(style)
    _style(document, "Author").paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    stops = _style(document, "Footer").paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Mm(176), WD_TAB_ALIGNMENT.RIGHT)
    _language(document)


def set_font(properties: Any) -> None:  # noqa: ANN401 - an element of python-docx
    """Set the font for Latin and East Asian letters alike; a theme's font would come before it."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = element("w:rFonts")
        properties.insert(0, fonts)
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), FONT)


def _style(document: Document, name: str) -> ParagraphStyle:
    styles = document.styles
    if name not in styles:
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles["Normal"]
    found = styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def _without_borders(style: ParagraphStyle) -> None:
    properties: Any = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _language(document: Document) -> None:
    """Say in which language Latin and Japanese letters are: both stand in papers of either language."""
    defaults: Any = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    set_font(defaults)
    spoken = defaults.find(qn("w:lang"))
    if spoken is None:
        spoken = element("w:lang")
        defaults.append(spoken)
    # Also in a Japanese paper: LibreOffice breaks Latin words anywhere where they are told to be Japanese.
    spoken.set(qn("w:val"), "en-GB")
    spoken.set(qn("w:eastAsia"), "ja-JP")
