"""Does a finding show one connected way that proves it?"""

from collections.abc import Iterable
from itertools import pairwise

import pytest

from dataflow_assess.facts import Facts
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Hop
from dataflow_assess.proof import path
from dataflow_assess.reading import read_source

TEXT = """
format: 1
system: {title: 健診の予約, controller: B町}
parties: {B町: {}}
nodes: {始: {}, 終: {}}
data: {予約: {}}
flows:
  予約: {data: 予約, hops: [始 -> 終: {encryption: TLS}, 終 -> 始]}
"""


@pytest.fixture
def facts() -> Facts:
    """Return the facts of the description above."""
    return Facts(DataFlowGraph(read_source(TEXT, "予約.yaml")))


def test_a_path_shows_the_hop_before_and_marks_the_hops(facts: Facts) -> None:
    """Each step says how it is protected."""
    first, second = facts.system.flows[0].hops
    steps = path(facts, [second])
    assert [(step.source, step.target, step.protection, step.marked) for step in steps] == [
        ("始", "終", "encrypted", False),
        ("終", "始", "not-stated", True),
    ]
    assert steps[0].hop == first.id
    assert path(facts, []) == ()


def _long(count: int) -> Facts:
    nodes = ", ".join(f"局{number}: {{}}" for number in range(count + 1))
    chain = " -> ".join(f"局{number}" for number in range(count + 1))
    text = TEXT.replace("nodes: {始: {}, 終: {}}", f"nodes: {{始: {{}}, 終: {{}}, {nodes}}}")
    return Facts(DataFlowGraph(read_source(text.replace("[始 -> 終:", f"[{chain}, 始 -> 終:"), "予約.yaml")))


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ([0], range(2)),
        ([50], range(49, 52)),
        ([50, 54], range(49, 56)),
        ([99], range(98, 100)),
        (range(100), range(30)),
    ],
)
def test_a_path_is_the_way_over_the_marked_hops_with_one_beside_it(marked: Iterable[int], shown: range) -> None:
    """It is connected, and cut where it would be longer than the limit."""
    facts = _long(100)
    hops = facts.system.flows[0].hops
    steps = path(facts, [hops[index] for index in marked])
    assert [step.hop for step in steps] == [hops[index].id for index in shown]
    assert [step.hop for step in steps if step.marked] == [hops[index].id for index in marked if index in shown]
    assert all(before.target == after.source for before, after in pairwise(steps))


def test_a_path_branches_nowhere_and_leaves_out_what_it_does_not_lead_to() -> None:
    """Of two ways in, the first is shown; a hop is led to over the others of its flow, or directly from another's."""
    nodes = ", ".join(f"{name}: {{}}" for name in "甲乙丙丁戊")
    text = TEXT.replace("nodes: {始: {}, 終: {}}", f"nodes: {{始: {{}}, 終: {{}}, {nodes}}}")
    text = text.replace("[始 -> 終:", "[甲 -> 丙: {}, 乙 -> 丙: {}, 丙 -> 丁: {}, 丁 -> 戊: {}, 始 -> 終:")
    facts = Facts(DataFlowGraph(read_source(text, "予約.yaml")))
    one, other, _, last, there, back = facts.system.flows[0].hops

    def shown(*hops: Hop) -> str:
        steps = path(facts, hops)
        return "".join((steps[0].source, *(step.target for step in steps)))

    assert shown(one, other) == "甲丙"
    assert shown(one, other, last) == "甲丙丁戊"
    assert shown(other, last) == "乙丙丁戊"
    assert shown(last, one) == "丙丁戊"
    assert shown(there, back) == "始終始"
    assert shown(back, there) == "終始終"


def test_a_way_through_a_hub_is_looked_for_only_so_far() -> None:
    """A finding costs little even where a flow leaves one node on a thousand hops."""
    spokes = ", ".join(f"局{number}: {{}}" for number in range(1001))
    hops = ", ".join(f"始 -> 局{number}: {{}}" for number in range(1001))
    text = TEXT.replace("nodes: {始: {}, 終: {}}", f"nodes: {{始: {{}}, 終: {{}}, {spokes}}}")
    text = text.replace("[始 -> 終:", f"[終 -> 始: {{}}, {hops}, 局1000 -> 終: {{}}, 始 -> 終:")
    facts = Facts(DataFlowGraph(read_source(text, "予約.yaml")))
    flow = facts.system.flows[0].hops
    assert [step.marked for step in path(facts, [flow[0], flow[1002]])] == [True, False]
