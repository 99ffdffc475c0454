"""Is the diagram for a window the same diagram, without the paper's tables?"""

from itertools import combinations

import pytest

from dataflow_assess.drawing import draw
from dataflow_assess.drawing.network import Network
from tests.unit.drawing.pictures import CROWDED, TOPOLOGIES
from tests.unit.drawing.seen import Seen, overlap


@pytest.fixture(scope="module")
def crowded() -> Seen:
    """Return the crowded picture as a window shows it."""
    return Seen(draw(CROWDED, paper="screen").decode())


def test_a_window_shows_every_arrow_card_and_zone(crowded: Seen) -> None:
    """Nothing of the diagram proper is lost, and ids are those of the paper."""
    flows = {f"flow-{arrow.number}" for arrow in CROWDED.arrows}
    assert set(crowded.groups("flow")) == flows
    assert len(crowded.groups("flowline")) == len(flows)
    assert set(crowded.groups("node")) == {f"node-{index}" for index in range(len(CROWDED.cards))}
    assert set(crowded.groups("zone")) == {f"zone-{index}" for index in Network(CROWDED).members}


def test_a_window_shows_no_table_and_no_heading(crowded: Seen) -> None:
    """Tables, title and foot stand beside the diagram, where they can be read aloud and searched."""
    ids = {each.get("id") for each in crowded.root.iter()}
    assert not ids & {"title", "titleblock", "table-1", "table-2", "findings", "notes", "footer"}


def test_badges_in_a_window_stay_apart(crowded: Seen) -> None:
    """Numbers and words of every arrow can be read in full."""
    boxes = [crowded.box(group) for group in crowded.groups("flow").values()]
    assert all(overlap(one, two) < 0.5 for one, two in combinations(boxes, 2))


@pytest.mark.parametrize("name", ["store", "alone", "loops", "nested"])
def test_small_diagrams_share_one_width(name: str) -> None:
    """Letters have the same size in every window that needs no scrolling."""
    seen = Seen(draw(TOPOLOGIES[name], paper="screen").decode())
    left, _, right, _ = seen.page
    assert right - left == pytest.approx(868)
