"""How does a drawing become a part of a page that holds others too?"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

_SVG: Final = "http://www.w3.org/2000/svg"
_SPOKEN: Final = (f"{{{_SVG}}}title", f"{{{_SVG}}}desc")
_POINTED: Final = ("id", "role", "class", "font-family")
_PIXELS: Final = 1.25  # a point on the screen: the smallest letters, of 7 points, are then legible
ET.register_namespace("", _SVG)


def inlined(drawing: bytes, name: str, keys: Mapping[str, str], language: str) -> Markup:
    """Return an SVG as it stands inside a page.

    Args:
        drawing: what `dataflow_assess.drawing` drew.
        name: goes before every id, so that no two drawings of a page share one.
        keys: the identifiers of machines → the keys under which the page knows them.
        language: of the words in it.
    """
    root = ET.fromstring(drawing)  # noqa: S314 - our own drawing
    for each in root.iter():
        each.attrib.pop("font-family", None)  # the page's own, which is the same
        if each.get("id"):
            each.set("id", f"{name}-{each.get('id')}")
        if each.get("data-flow"):
            each.set("data-key", f"flow-{each.get('data-flow')}")
        elif (card := each.get("data-node") or each.get("data-card")) in keys:
            each.set("data-key", keys[str(card)])
    _size(root)
    _describe(root, name, language)
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 - ElementTree escaped every text


def printed(drawing: bytes, caption: str, language: str) -> Markup:
    """Return a page drawn for paper: the same picture, without what only serves pointing and listening.

    Args:
        drawing: what `dataflow_assess.drawing` drew.
        caption: the id of what names it.
        language: of the words in it.
    """
    root = ET.fromstring(drawing)  # noqa: S314 - our own drawing
    for each in root.iter():
        for child in [child for child in each if child.tag in _SPOKEN or child.get("class") == "hit"]:
            each.remove(child)
        for name in [name for name in each.attrib if name in _POINTED or name.startswith(("data-", "aria-"))]:
            del each.attrib[name]
        each.tail = None  # line feeds between shapes
    root.set("lang", language)
    root.set("role", "img")
    root.set("aria-labelledby", caption)
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 - ElementTree escaped every text


def _size(root: ET.Element) -> None:
    """Give it the size at which it is read well; the page widens it, and scrolls where there is less room."""
    left, top, width, height = (float(each) for each in (root.get("viewBox") or "").split())
    root.set("viewBox", f"{left:g} {top:g} {width:g} {height:g}")
    root.set("width", f"{width * _PIXELS:.0f}")
    root.set("height", f"{height * _PIXELS:.0f}")


def _describe(root: ET.Element, name: str, language: str) -> None:
    """Take the tooltip off the whole drawing, which the caption names anyway; its description stays."""
    for title in [each for each in root if each.tag == f"{{{_SVG}}}title"]:
        root.remove(title)
    root.set("lang", language)
    root.set("aria-labelledby", f"caption-{name}")
    root.set("aria-describedby", f"{name}-dataflow-desc")
