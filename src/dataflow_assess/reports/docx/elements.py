"""How is an element of Word's XML made where python-docx has no words for it?"""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(name: str, **attributes: str) -> Any:  # noqa: ANN401 - an element of lxml, as python-docx has it
    """Return an element such as ``w:shd`` with attributes of the same namespace."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def shading(colour: str) -> Any:  # noqa: ANN401
    """Return the ground of a cell or run; ``colour`` is six hexadecimal digits."""
    return element("w:shd", val="clear", color="auto", fill=colour)
