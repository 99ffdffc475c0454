"""The pictures of the gallery: which of them show what is printed no more, and how are they drawn anew?

Their bytes depend on the version of Graphviz; the words in them do not.
"""

import hashlib
import re
from pathlib import Path
from xml.etree import ElementTree as ET

from docs.generate.gallery_page import PICTURE, Case, pages

from dataflow_assess import draw
from dataflow_assess.drawing.scene import View, picture_of

_SVG = "{http://www.w3.org/2000/svg}"


def stale(found: list[Case]) -> list[Case]:
    """Return the systems whose picture lacks, is of another description, or lacks a finding."""
    return [case for case in found if not _is_current(case)]


def draw_anew(case: Case) -> None:
    """Draw a system, all pages of it."""
    for path in pages(case.folder):
        path.unlink()
    draw(case.assessment, case.folder / PICTURE)


def missing_words(case: Case) -> list[str]:
    """Return the title and the findings that stand on no page of a system's picture, neither in short nor in full."""
    shown = "".join(_words(path) for path in pages(case.folder))
    picture = picture_of(case.assessment, View(case.assessment.system.language))
    found = [] if _plain(picture.title) in shown else [picture.title]
    for finding in picture.findings:
        lacking = [words for words in (finding.details or (finding.message,)) if _plain(words) not in shown]
        if _plain(finding.message) not in shown:
            found.extend(lacking)
    return found


def _is_current(case: Case) -> bool:
    path = case.folder / PICTURE
    digest = hashlib.sha256(case.assessment.system.text.encode("utf-8")).hexdigest()[:16]
    return path.exists() and digest in path.read_text(encoding="utf-8") and not missing_words(case)


def _words(path: Path) -> str:
    texts = ET.parse(path).getroot().iter(f"{_SVG}text")  # noqa: S314 - our own file
    return _plain("".join("".join(text.itertext()) for text in texts))


def _plain(words: str) -> str:
    return re.sub(r"\s", "", words)
