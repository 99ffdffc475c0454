"""How do the tests of the facts get from a few lines to facts?"""

from typing import Any

from dataflow_assess.facts import Facts
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.reading import read_source
from tests.strategies import Sketch, text_of

BASE: Sketch = {
    "format": 1,
    "system": {"title": "みなと市の施設予約", "controller": "みなと市"},
    "parties": {"みなと市": {"kind": "municipality"}, "甲社": {"kind": "company"}, "乙社": {"kind": "company"}},
    "data": {"申請": {}},
}


def facts_of(sketch: Sketch) -> Facts:
    """Return the facts of a sketch, read from its YAML."""
    return Facts(DataFlowGraph(read_source(text_of(sketch), "記述.yaml")))


def chain(*hops: dict[str, Any], sealed: object = (), **sections: Any) -> Facts:  # noqa: ANN401 - what YAML holds
    """Return the facts of a city whose item 申請 travels one flow 送信 over ``hops``; sections replace the standard."""
    ends = dict.fromkeys(end for hop in hops for arrow in hop for end in arrow.split(" -> "))
    flow = {"data": ["申請"], "hops": list(hops), "sealed": list(sealed)}  # type: ignore[call-overload]
    nodes = {end: sections.get("nodes", {}).get(end, {}) for end in ends} | sections.pop("nodes", {})
    sketch = {**BASE, "nodes": nodes, "flows": {"送信": flow}, **sections}
    return facts_of(sketch)
