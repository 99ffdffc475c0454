"""Is a large system split into pages that can be read, and that together show all of it?"""

import json

import pytest
from benchmarks.generate import realistic
from benchmarks.shapes import SHAPES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dataflow_assess.assessing import assess, load_bytes
from dataflow_assess.drawing import Picture, draw_pages
from dataflow_assess.drawing.assessed import pages_of
from dataflow_assess.drawing.grouping import CARDS, Group, groups, halved
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.scene import View, picture_of
from dataflow_assess.drawing.splitting import ARROWS, by_style, collapsed, overview, part
from dataflow_assess.loading import load_plugins
from tests.unit.drawing.legible import A4, faults, paper
from tests.unit.drawing.pictures import CROWDED, HUB, HUGE, SILENT, chance
from tests.unit.drawing.seen import SVG, Seen

LARGE = pytest.mark.parametrize("picture", [CROWDED, HUGE, HUB, SILENT], ids=lambda picture: str(picture.title))


def _pages(picture: Picture) -> list[Seen]:
    return [Seen(page.decode()) for page in draw_pages(picture)]


def _numbers(page: Seen) -> set[int]:
    """Return the numbers of all flows that the arrows of a page stand for."""
    found = page.groups("flow").values()
    also = (number for group in found for number in json.loads(group.get("data-also") or "[]"))
    return {int(group.get("data-flow") or 0) for group in found} | set(also)


@LARGE
def test_every_card_is_on_exactly_one_page(picture: Picture) -> None:
    """Pages divide a system: nothing is drawn in full twice, nothing is lost, and none has too many cards."""
    found = [card for group in groups(Network(picture)) for card in group.cards]
    assert sorted(found) == list(range(len(picture.cards)))
    assert all(len(group.cards) <= CARDS for group in groups(Network(picture)))


@LARGE
def test_all_pages_together_show_every_flow(picture: Picture) -> None:
    """A flow is on the page of each of its ends, under the number it has everywhere."""
    network = Network(picture)
    found = groups(network)
    pages = {index: index + 2 for index in range(len(found))}
    shown = {
        number
        for index in range(len(found))
        for arrow in part(network, found, index, pages).arrows
        for number in arrow.numbers
    }
    assert shown == {arrow.number for arrow in picture.arrows}


@LARGE
def test_a_stub_names_the_page_on_which_the_other_end_stands(picture: Picture) -> None:
    """Who follows an arrow off a page knows where to look."""
    network = Network(picture)
    found = groups(network)
    pages = {index: index + 2 for index in range(len(found))}
    for index in range(len(found)):
        stubs = [card for card in part(network, found, index, pages).cards if card.id.startswith("stub-")]
        for stub in stubs:
            (row,) = stub.rows
            place = int(stub.id.removeprefix("stub-"))
            assert row.text == f"図：{1 if place < 0 else pages[place]}頁"


@LARGE
def test_overviews_keep_numbers_findings_and_the_gravest_state(picture: Picture) -> None:
    """What is drawn as one stands for all of it, and nothing grave is hidden by it."""
    network = Network(picture)
    found = groups(network)
    pages = {index: index + 2 for index in range(len(found))}
    states = {arrow.number: arrow.state for arrow in picture.arrows}
    for made in (overview(picture), collapsed(network, found, pages), by_style(network, found, pages)):
        assert [each.letter for each in made.findings] == [each.letter for each in picture.findings]
        for arrow in made.arrows:
            assert arrow.state in {states[number] for number in arrow.numbers}
            if "plaintext" in {states[number] for number in arrow.numbers}:
                assert arrow.state == "plaintext"
    assert {number for arrow in overview(picture).arrows for number in arrow.numbers} == set(states)


@LARGE
@pytest.mark.no_cover
def test_every_page_of_a_large_picture_can_be_read(picture: Picture) -> None:
    """Overview, zones and tables alike; the whole table of flows is on one of the last pages."""
    pages = _pages(picture)
    assert len(pages) > 1
    assert not [fault for page in pages for fault in faults(page)]
    titles = {page.root.get("aria-labelledby") for page in pages}
    assert titles == {"dataflow-title dataflow-desc"}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10_000), cards=st.integers(1, 14), arrows=st.integers(0, 22))
def test_every_page_of_any_system_can_be_read(seed: int, cards: int, arrows: int) -> None:
    """Any nesting of zones, any arrows, loops and islands, in any state."""
    assert not [fault for page in _pages(chance(seed, cards, arrows)) for fault in faults(page)]


@pytest.mark.no_cover
@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "deep zones"])
def test_every_page_of_a_shape_that_is_hard_on_layouts_can_be_read(shape: str) -> None:
    """Hubs, chains, meshes and parallel lines, from the generators of the benchmarks."""
    plugins = load_plugins()
    assessment = assess(load_bytes(SHAPES[shape](24).encode(), "shape.yaml", plugins), plugins)
    for page in pages_of(assessment, "svg", View("ja")):
        assert not faults(Seen(page.decode()))


@pytest.mark.no_cover
def test_a_system_of_many_sections_gets_an_overview_and_a_list_of_pages() -> None:
    """The first page fits a glance; the last ones hold every flow and say what stands where."""
    plugins = load_plugins()
    assessment = assess(load_bytes(realistic(40).encode(), "town.yaml", plugins), plugins)
    pages = [Seen(page.decode()) for page in pages_of(assessment, "svg", View("ja"))]
    assert len(pages[0].groups("node")) <= CARDS
    assert len(pages[0].groups("flow")) <= 2 * ARROWS
    ids = {each.get("id") for page in pages for each in page.root.iter(f"{SVG}g")}
    assert {"contents", "table", "findings"} <= ids
    drawn = set().union(*(_numbers(page) for page in pages))
    assert drawn == set(assessment.graph.numbers.values())
    assert len(picture_of(assessment, View("ja")).arrows) == len(drawn)


@pytest.mark.no_cover
def test_a_zone_that_is_too_crowded_for_a_page_is_divided_among_two() -> None:
    """All pages stay A4; each card still has one page of its own, and the halves are named as such."""
    plugins = load_plugins()
    assessment = assess(load_bytes(realistic(30).encode(), "town.yaml", plugins), plugins)
    pages = [Seen(page.decode()) for page in pages_of(assessment, "svg", View("ja"))]
    assert all(side <= most * 1.01 for page in pages for side, most in zip(paper(page), A4, strict=True))
    words = {text.text for page in pages for text in page.texts(page.root)}
    assert {"区域の図：庁舎1（1／2）", "区域の図：庁舎1（2／2）"} <= words


def test_the_halves_of_a_group_hold_its_cards_once() -> None:
    """In their order, none empty."""
    for count in range(2, 9):
        first, second = halved(Group("庁舎", tuple(range(count)), 0))
        assert first.cards + second.cards == tuple(range(count))
        assert first.cards
        assert (first.zone, second.zone) == (0, 0)


@pytest.mark.no_cover
def test_one_page_can_be_asked_for() -> None:
    """The same page as among all of them, and none where there is none of that number."""
    pages = draw_pages(HUB)
    assert draw_pages(HUB, page=2) == [pages[1]]
    assert draw_pages(HUB, page=len(pages) + 1) == []
