"""Is what the engine draws legible: nothing over anything else, everything where it belongs?"""

from collections.abc import Callable
from itertools import combinations

import pytest

from dataflow_assess.drawing import draw
from tests.unit.drawing.pictures import CROWDED, HUGE, TOPOLOGIES
from tests.unit.drawing.seen import SVG, Seen, box_of, distance, inside, overlap

Drawn = Callable[[str], Seen]
every_topology = pytest.mark.parametrize("name", TOPOLOGIES)


@every_topology
def test_no_text_leaves_its_card(drawn: Drawn, name: str) -> None:
    """Lettering stays inside the frame of the card it belongs to."""
    seen = drawn(name)
    for group in seen.groups("node").values():
        frame = seen.box(group)
        for text in seen.texts(group):
            assert inside(text.box, frame), text


@every_topology
def test_cards_do_not_overlap(drawn: Drawn, name: str) -> None:
    """No card covers another one."""
    seen = drawn(name)
    boxes = [seen.box(group) for group in seen.groups("node").values()]
    assert all(overlap(one, two) == 0 for one, two in combinations(boxes, 2))


@every_topology
def test_badges_overlap_neither_each_other_nor_a_card(drawn: Drawn, name: str) -> None:
    """Numbers and words of every arrow can be read in full."""
    seen = drawn(name)
    badges = {number: seen.box(group) for number, group in seen.groups("flow").items()}
    for (one, box), (two, other) in combinations(badges.items(), 2):
        assert overlap(box, other) < 0.5, (one, two)
    for number, box in badges.items():
        for card, group in seen.groups("node").items():
            assert overlap(box, seen.box(group)) < 0.5, (number, card)


@every_topology
def test_the_number_of_an_arrow_stands_on_its_own_line(drawn: Drawn, name: str) -> None:
    """The circle is centred on the line it numbers, so no reader can take it for another arrow's."""
    seen = drawn(name)
    lines = seen.lines()
    for number, disc in seen.discs().items():
        own = distance(disc, lines[number])
        assert own < 1.0, number
        others = [distance(disc, pieces) for other, pieces in lines.items() if other != number]
        assert all(own < other for other in others), number


@every_topology
def test_no_arrow_runs_through_a_card(drawn: Drawn, name: str) -> None:
    """Lines go round the cards they do not end on, and touch the two they do end on at the edge only."""
    seen = drawn(name)
    frames = [seen.box(group) for group in seen.groups("node").values()]
    for number, pieces in seen.lines().items():
        for (x0, y0), (x1, y1) in pieces:
            line = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
            for left, top, right, bottom in frames:
                core = left + 2, top + 2, right - 2, bottom - 2
                assert not (
                    line[0] < core[2] and core[0] < line[2] + 1e-6 and line[1] < core[3] and core[1] < line[3] + 1e-6
                ), number


@every_topology
def test_a_zone_holds_its_own_cards_and_no_other(drawn: Drawn, name: str) -> None:
    """The rectangle of a zone is true: a card is inside it exactly when the description says so."""
    seen, picture = drawn(name), TOPOLOGIES[name]
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


@every_topology
def test_everything_lies_on_the_paper(drawn: Drawn, name: str) -> None:
    """No shape and no text is cut off by the edge of the page."""
    seen = drawn(name)
    for shape in (*seen.root.iter(f"{SVG}polygon"), *seen.root.iter(f"{SVG}ellipse")):
        assert inside(box_of(shape), seen.page)
    for text in seen.texts(seen.root):
        assert inside(text.box, seen.page), text


@every_topology
def test_the_smallest_letters_are_legible(drawn: Drawn, name: str) -> None:
    """Nothing is printed smaller than 6.3 points, however large the paper must become for that."""
    seen = drawn(name)
    assert min(text.size for text in seen.texts(seen.root)) * seen.scale >= 6.29


def test_a_system_of_seventeen_arrows_fits_an_a4_page(drawn: Drawn) -> None:
    """The picture that councils are usually given needs one A4 page, with letters of 6.6 points at least."""
    seen = drawn("store")
    assert seen.root.get("width") == "842pt"
    assert seen.root.get("height") == "595pt"
    assert min(text.size for text in seen.texts(seen.root)) * seen.scale >= 6.6


def test_a_crowded_picture_gets_a_larger_page() -> None:
    """Rather than shrink the letters, the engine takes A3."""
    seen = Seen(draw(CROWDED).decode())
    assert round(float((seen.root.get("width") or "").removesuffix("pt"))) in {1190, 1191}


def test_a_picture_too_large_for_a3_gets_the_page_it_needs() -> None:
    """Correct and legible comes before a paper size; splitting the picture is for whoever made it."""
    seen = Seen(draw(HUGE).decode())
    assert float((seen.root.get("width") or "").removesuffix("pt")) > 1191
    assert min(text.size for text in seen.texts(seen.root)) * seen.scale >= 6.29
    assert len(seen.groups("flow")) == len(HUGE.arrows)
