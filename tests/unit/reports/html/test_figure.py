"""Do drawings keep their picture, and lose what only one of them may have, when they become parts of a page?"""

import re
from functools import cache

from dataflow_assess.drawing.assessed import draw_assessment
from dataflow_assess.reports.html.figure import inlined, printed
from tests.unit.reports.attachment.made import KONBINI, gallery

NODES = {"転送サーバ": "node-9"}


@cache
def drawn(paper: str = "screen") -> bytes:
    """Return the drawing of a real case."""
    assessment = gallery(KONBINI)
    if paper == "screen":
        return draw_assessment(assessment, "svg", lang="ja", paper="screen")
    return draw_assessment(assessment, "svg", lang="ja")


def texts(svg: str) -> list[str]:
    """Return the words that are drawn."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def test_ids_get_the_name_of_their_drawing() -> None:
    """Two drawings on one page share no id."""
    ids = re.findall(r' id="([^"]*)"', inlined(drawn(), "whole", NODES, "ja"))
    assert ids
    assert all(each.startswith("whole-") for each in ids)


def test_arrows_and_known_machines_get_the_keys_of_the_page() -> None:
    """Each arrow twice, its line and its number; the machine once, and once for each letter on it."""
    keys = re.findall(r' data-key="([^"]*)"', inlined(drawn(), "whole", NODES, "ja"))
    assert [keys.count(f"flow-{number}") for number in range(1, 19)] == [2] * 18
    assert "node-9" in keys
    assert not [key for key in keys if key.startswith("node-") and key != "node-9"]


def test_what_is_printed_is_the_same_picture_without_handles() -> None:
    """Every word is there; ids, labels, tooltips and broad unseen lines are not."""
    original = drawn("A4").decode()
    paper = printed(original.encode(), "caption", "ja")
    assert texts(paper) == texts(original)
    assert not re.search(r' (id|data-[a-z]+|aria-label)="|<title|<desc|class="hit"', paper)
    assert 'aria-labelledby="caption"' in paper
