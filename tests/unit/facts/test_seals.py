"""Is a hop covered by a seal only where nothing unsealed can be on it?"""

from hypothesis import given
from hypothesis import strategies as st

from dataflow_assess.facts.seals import covering_seals
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.reading import read_source
from tests.examples import examples
from tests.strategies import Sketch, text_of

NODES = ("窓口", "受付", "中継", "本庁", "書庫", "支所")


def _sketch(arrows: list[str], sealed: str, data: dict[str, list[str]] | None = None) -> Sketch:
    hops = [{arrow: {"data": data[arrow]} if data and arrow in data else {}} for arrow in arrows]
    return {
        "format": 1,
        "system": {"title": "A市の申請", "controller": "A市"},
        "parties": {"A市": {}},
        "nodes": {node: {} for node in NODES},
        "data": {"申請": {}, "添付": {}},
        "flows": {"送信": {"data": ["申請"], "hops": hops, "sealed": [sealed]}},
    }


def covered(sketch: Sketch, item: str = "申請") -> list[str]:
    """Return the hops on which a seal covers the item."""
    graph = DataFlowGraph(read_source(text_of(sketch), "記述.yaml"))
    (flow,) = graph.system.flows
    seals = covering_seals(flow, graph)
    return [hop.label for hop in flow.hops if (hop.id, item) in seals]


def test_a_seal_holds_from_the_node_that_seals_to_the_node_that_opens() -> None:
    """Not before, not after."""
    sketch = _sketch(["窓口 -> 受付 -> 中継 -> 本庁 -> 書庫"], "受付 -> 本庁")
    assert covered(sketch) == ["受付 → 中継", "中継 → 本庁"]


def test_a_side_way_that_joins_unsealed_ends_the_certainty() -> None:
    """From the node where unsealed data can join, the payload is no longer certain to be sealed."""
    sketch = _sketch(["窓口 -> 受付 -> 中継 -> 本庁", "支所 -> 中継"], "窓口 -> 本庁")
    assert covered(sketch) == ["窓口 → 受付", "受付 → 中継"]


def test_a_side_way_that_starts_behind_the_seal_stays_covered() -> None:
    """A branch carries what the node before it has, which is sealed."""
    sketch = _sketch(["窓口 -> 受付 -> 本庁", "受付 -> 書庫"], "窓口 -> 本庁")
    assert covered(sketch) == ["窓口 → 受付", "受付 → 本庁", "受付 → 書庫"]


def test_a_ring_sends_opened_data_round_again() -> None:
    """What the opener sends on may come round to every hop but the sealer's own."""
    sketch = _sketch(["窓口 -> 受付 -> 中継 -> 受付"], "窓口 -> 中継")
    assert covered(sketch) == ["窓口 → 受付"]


def test_another_item_on_the_same_node_does_not_break_a_seal() -> None:
    """Items are followed one by one: an unsealed attachment that joins leaves the application sealed."""
    sketch = _sketch(
        ["窓口 -> 中継", "支所 -> 中継", "中継 -> 本庁"],
        "窓口 -> 本庁",
        {"支所 -> 中継": ["添付"], "中継 -> 本庁": ["申請", "添付"]},
    )
    assert covered(sketch) == ["窓口 → 中継", "中継 → 本庁"]
    assert covered(sketch, "添付") == []


def test_a_seal_of_one_item_leaves_the_others_open() -> None:
    """``data`` of a seal limits it."""
    sketch = _sketch(["窓口 -> 本庁"], "窓口 -> 本庁", {"窓口 -> 本庁": ["申請", "添付"]})
    sketch["flows"]["送信"]["sealed"] = [{"窓口 -> 本庁": {"data": ["添付"]}}]
    assert covered(sketch) == []
    assert covered(sketch, "添付") == ["窓口 → 本庁"]


def test_a_seal_by_a_node_off_the_way_covers_nothing() -> None:
    """Nothing was sealed, so nothing is covered."""
    assert covered(_sketch(["窓口 -> 受付 -> 本庁"], "書庫 -> 本庁")) == []


_two_nodes = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda ends: ends[0] != ends[1])
several_ends = st.lists(_two_nodes, min_size=1, max_size=6)


@examples(80)
@given(several_ends)
def test_the_order_in_which_branches_are_written_does_not_matter(ends: list[tuple[str, str]]) -> None:
    """Only the first hop says where the data begins; the others may stand in any order."""
    arrows = [f"{source} -> {target}" for source, target in ends]
    there = covered(_sketch(arrows, "受付 -> 本庁"))
    back = covered(_sketch([arrows[0], *reversed(arrows[1:])], "受付 -> 本庁"))
    assert sorted(there) == sorted(back)


@examples(80)
@given(several_ends)
def test_a_further_way_into_the_flow_never_covers_more(ends: list[tuple[str, str]]) -> None:
    """Another unsealed beginning can only take certainty away; a ring that no beginning leads to has none to lose."""
    arrows = [f"{source} -> {target}" for source, target in ends]
    before = covered(_sketch(arrows, "受付 -> 本庁"))
    after = covered(_sketch([*arrows, "支所 -> 中継"], "受付 -> 本庁"))
    begins = {ends[0][0], *(source for source, _ in ends if source not in {target for _, target in ends})}
    for _ in ends:
        begins |= {target for source, target in ends if source in begins}
    if "支所" not in {node for pair in ends for node in pair} and all(source in begins for source, _ in ends):
        assert set(after) <= set(before)
