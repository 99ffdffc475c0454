"""What do independent choices cost? Work is counted in calls of the product's functions, never in time."""

import sys
from pathlib import Path
from types import FrameType

import pytest

import dataflow_assess
from dataflow_assess.assessing import assess
from dataflow_assess.facts import Facts
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.loading import load_plugins
from dataflow_assess.model import System
from dataflow_assess.reading import read_source
from tests.strategies import Sketch, text_of

PACKAGE = str(Path(dataflow_assess.__file__).parent)
HOPS = 10


def _undecided(one: object, other: object, choice: str) -> object:
    return {"undecided": [one, other], "choice": choice}


def _apart(choices: int) -> Sketch:
    """Return ten hops between eleven machines, of which the first few are undecided each for itself."""
    nodes = {f"機器{n}": {"kind": "relay", "operator": "みなと市"} for n in range(HOPS + 1)}
    hops = [
        {f"機器{n} -> 機器{n + 1}": {"encryption": _undecided("tls", "none", f"方式{n}") if n < choices else "tls"}}
        for n in range(HOPS)
    ]
    return {"nodes": nodes, "flows": {"送信": {"data": ["申請"], "hops": hops}}}


def _operators(choices: int) -> Sketch:
    """Return ten hops between machines of which it is undecided who runs them."""
    sketch = _apart(0)
    for number in range(choices):
        sketch["nodes"][f"機器{number}"]["operator"] = _undecided("甲社", "乙社", f"業者{number}")
    return sketch


def _meeting(choices: int) -> Sketch:
    """Return ten hops under ten seals each of which may or may not be there: all of them matter on every hop."""
    sketch = _apart(0)
    for entry in sketch["flows"]["送信"]["hops"]:
        for body in entry.values():
            body["encryption"] = "none"
    sketch["flows"]["送信"]["sealed"] = [
        {"機器0 -> 機器10": {"encryption": _undecided("pgp", "none", f"封緘{n}") if n < choices else "none"}}
        for n in range(HOPS)
    ]
    return sketch


def _system(sketch: Sketch) -> System:
    parties = {"みなと市": {"kind": "municipality"}, "甲社": {"kind": "company"}, "乙社": {"kind": "company"}}
    overview = {"title": "みなと市の申請", "controller": "みなと市"}
    data: Sketch = {"申請": {}}
    return read_source(
        text_of({"format": 1, "system": overview, "parties": parties, "data": data, **sketch}), "記述.yaml"
    )


def _work(system: System) -> int:
    """Return how many functions of the core are called for all facts and all rules."""
    plugins, calls = load_plugins(), 0
    facts = [
        name for name in vars(Facts) if name[0] != "_" and name not in ("graph", "system", "protection", "weakest")
    ]

    def counted(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event == "call" and frame.f_code.co_filename.startswith(PACKAGE)

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        assess(system, plugins)
        known = Facts(DataFlowGraph(system))
        for name in facts:
            getattr(known, name)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("sketch", [_apart, _operators, _meeting])
def test_ten_independent_choices_cost_no_thousand_assessments(sketch: object) -> None:
    """Nor a hundred: an assessment with ten two-way choices takes less than six times one with none."""
    assert callable(sketch)
    none, ten = (_work(_system(sketch(count))) for count in (0, 10))
    assert ten < 6 * none


@pytest.mark.parametrize("sketch", [_apart, _operators])
def test_each_further_choice_costs_about_as_much_as_the_one_before(sketch: object) -> None:
    """Choices that do not meet add up."""
    assert callable(sketch)
    none, five, ten = (_work(_system(sketch(count))) for count in (0, 5, 10))
    assert ten - none < 3 * (five - none)
