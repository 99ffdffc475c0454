"""Is what the engine draws legible: nothing over anything else, everything where it belongs?"""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from dataflow_assess.drawing import Finding, Note, Picture, draw, draw_pages
from tests.unit.drawing.legible import A4, faults, paper
from tests.unit.drawing.pictures import TOPOLOGIES, box
from tests.unit.drawing.seen import SVG, Seen, box_of, inside, overlap

Drawn = Callable[[str], Seen]
Pages = Callable[[str], tuple[Seen, ...]]
every_topology = pytest.mark.parametrize("name", TOPOLOGIES)


@every_topology
def test_every_page_can_be_read(pages: Pages, name: str) -> None:
    """On no page of any shape of system is there a text that is small, covered, cut off, or at the wrong arrow."""
    for page in pages(name):
        assert not faults(page)


@every_topology
def test_every_page_is_an_a4_page_or_says_which_paper_it_wants(pages: Pages, name: str) -> None:
    """What would not be legible on A4 is split rather than shrunk; what cannot be split is told at the foot."""
    for page in pages(name):
        larger = any(side > each * 1.01 for side, each in zip(paper(page), A4, strict=True))
        told = any("A3" in text.text for text in page.texts(page.root))
        assert told is larger


@every_topology
def test_findings_are_called_further_ones_only_beside_some(drawn: Drawn, name: str) -> None:
    """Where none stands with the diagram, all of them follow."""
    seen = drawn(name)
    words = [text.text for text in seen.texts(seen.root)]
    listed = "指摘事項" in words
    assert any("残る指摘" in word for word in words) <= listed
    assert not listed or not any(re.search("(^|・)指摘[0-9]+件", word) for word in words)


@every_topology
def test_a_zone_holds_its_own_cards_and_no_other(drawn: Drawn, name: str) -> None:
    """The rectangle of a zone is true: a card is inside it exactly when the description says so."""
    seen, picture = drawn(name), TOPOLOGIES[name]
    if len(seen.groups("node")) < len(picture.cards):
        pytest.skip("too large for one page; the pages of the zones are tested where they are made")
    parents = {zone.id: zone.parent for zone in picture.zones}
    rectangles = {
        group.get("data-zone", ""): box_of(next(group.iter(f"{SVG}polygon"))) for group in seen.groups("zone").values()
    }
    for index, card in enumerate(picture.cards):
        box = seen.box(seen.groups("node")[f"node-{index}"])
        around = set()
        zone = card.zone
        while zone is not None:
            around.add(zone)
            zone = parents[zone]
        for other, rectangle in rectangles.items():
            assert inside(box, rectangle) if other in around else overlap(box, rectangle) == 0, (card.id, other)


@pytest.mark.no_cover
def test_tables_are_set_smaller_where_that_spares_a_page() -> None:
    """But for a few rows too many they are larger than the letters of a diagram."""

    def sizes(count: int) -> tuple[int, float]:
        findings = tuple(Finding(chr(65 + index), "重大", "甲", f"指摘{index}" * 30) for index in range(count))
        notes = tuple(Note(f"機器{index}", "端末") for index in range(30))
        pages = [
            Seen(page.decode()) for page in draw_pages(Picture("表", (box("甲"),), findings=findings, notes=notes))
        ]
        *_, last = pages
        return len(pages), last.scale

    found = [sizes(count) for count in range(1, 26, 3)]
    assert {scale for _, scale in found} >= {1.12, 1.0}
    assert all(before <= after for (before, _), (after, _) in pairwise(found))


def test_a_picture_can_be_asked_for_on_a3() -> None:
    """The larger paper is taken when it is asked for, and its letters are larger, too."""
    seen = Seen(draw(TOPOLOGIES["store"], paper="A3").decode())
    assert round(paper(seen)[0]) in {1190, 1191}
    assert min(text.size for text in seen.texts(seen.root)) * seen.scale >= 9.8
