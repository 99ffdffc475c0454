"""Does data come from somewhere and get somewhere, and is every question answered?"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dataflow_assess.facts import Break, Facts
from tests import oracle
from tests.examples import examples
from tests.strategies import Sketch, sketches
from tests.unit.facts.described import chain, facts_of

SERVERS = {name: {"kind": "server"} for name in ("受付", "中継", "本庁")}
_BEGINNERS = {None, "terminal", "kiosk", "camera", "sensor", "person", "paper", "usb"}


def breaks(facts: Facts) -> list[tuple[Break, str, str]]:
    """Return each break with its node and item."""
    return [(each.kind, each.node.id, each.data) for each in facts.continuity]


@st.composite
def _derived(draw: st.DrawFn) -> Sketch:
    """Return sketches in which items may derive from others."""
    sketch = draw(sketches(max_nodes=4))
    items = list(sketch["data"])
    for later, item in enumerate(items):
        if later and draw(st.booleans()):
            sketch["data"][item]["from"] = [items[later - 1]]
    return sketch


@examples(120)
@given(_derived())
def test_appearing_and_ending_agree_with_brute_force(sketch: Sketch) -> None:
    """For each node and item: does anything bring it, hold it or make it there, and does anything become of it?"""
    touched = oracle.ways(sketch)
    stored = {(node, item) for entry in sketch["storage"] for node, body in entry.items() for item in body["data"]}
    came = {(way.target, item) for way in touched for item in way.data} | stored
    went = {(way.source, item) for way in touched for item in way.data} | stored
    parents = {item: body.get("from", []) for item, body in sketch["data"].items()}
    expected = set()
    for node, item in came | went:
        free = sketch["nodes"][node].get("kind") in _BEGINNERS
        sends = any(way.source == node and item in way.data for way in touched)
        gets = any(way.target == node and item in way.data for way in touched)
        if sends and not free and (node, item) not in came and not any((node, each) in came for each in parents[item]):
            expected.add((Break.APPEARS, node, item))
        children = {each for each in parents if item in _ancestors(parents, each)}
        if gets and not free and not any((node, each) in went for each in {item, *children}):
            expected.add((Break.ENDS, node, item))
    assert set(breaks(facts_of(sketch))) == expected


def _ancestors(parents: dict[str, list[str]], item: str) -> set[str]:
    return {found for each in parents[item] for found in {each, *_ancestors(parents, each)}}


def test_data_that_a_machine_sends_without_having_got_it_comes_from_nowhere() -> None:
    """The description lacks where it is kept or who enters it."""
    assert breaks(chain({"受付 -> 本庁": {}}, nodes=SERVERS))[0] == (Break.APPEARS, "受付", "申請")
    kept = [{"受付": {"data": ["申請"]}}, {"本庁": {"data": ["申請"]}}]
    assert breaks(chain({"受付 -> 本庁": {}}, nodes=SERVERS, storage=kept)) == []


@pytest.mark.parametrize("kind", ["terminal", "kiosk", "camera", "sensor", "person", "paper", "usb"])
def test_data_begins_and_ends_where_people_paper_cameras_and_terminals_are(kind: str) -> None:
    """Nobody has to say where it comes from there, nor what becomes of it."""
    facts = chain({"窓口 -> 受付 -> 出口": {}}, nodes={**SERVERS, "窓口": {"kind": kind}, "出口": {"kind": kind}})
    assert breaks(facts) == []


def test_what_is_made_of_other_data_does_not_come_from_nowhere() -> None:
    """If what it is made of is there."""
    data = {"申請": {"from": ["台帳"]}, "台帳": {}}
    kept = [{"本庁": {"data": ["申請"]}}]
    here, elsewhere = [{"受付": {"data": ["台帳"]}}], [{"中継": {"data": ["台帳"]}}]
    assert breaks(chain({"受付 -> 本庁": {}}, nodes=SERVERS, data=data, storage=kept + here)) == []
    found = breaks(chain({"受付 -> 本庁": {}}, nodes=SERVERS, data=data, storage=kept + elsewhere))
    assert found == [(Break.APPEARS, "受付", "申請")]


def test_data_that_gets_to_a_machine_where_nothing_happens_to_it_ends_nowhere() -> None:
    """Unless it is kept, sent on, made into something, or the papers say that nothing stays."""
    nodes = {"窓口": {"kind": "terminal"}, **SERVERS}
    hop: Sketch = {"窓口 -> 本庁": {}}
    assert breaks(chain(hop, nodes=nodes)) == [(Break.ENDS, "本庁", "申請")]
    assert breaks(chain(hop, nodes=nodes | {"本庁": {"kind": "server", "keeps": "nothing"}})) == []
    assert breaks(chain(hop, nodes=nodes, storage=[{"本庁": {"data": ["申請"]}}])) == []
    made = {"申請": {}, "証明書": {"from": ["申請"]}}
    assert breaks(chain(hop, nodes=nodes, data=made, storage=[{"本庁": {"data": ["証明書"]}}])) == []


def test_each_break_is_told_once() -> None:
    """However many hops lead there."""
    nodes = {"窓口": {"kind": "terminal"}, **SERVERS}
    assert len(breaks(chain({"窓口 -> 本庁": {}}, {"窓口 -> 本庁": {}}, nodes=nodes))) == 1


def _exchange(first: dict[str, Any], answer: list[object] | None = None) -> Facts:
    data: Sketch = {"安否": {}, "回答": {}}
    flows = {"照会": {"data": ["安否"], "hops": ["本部 -> 中継 -> 住民"], **first}}
    if answer:
        flows["返信"] = {"data": ["回答"], "hops": answer}
    nodes = {name: {"kind": "terminal"} for name in ("本部", "中継", "住民", "別室")}
    return chain(nodes=nodes, data=data, flows=flows)


def test_an_exchange_that_needs_a_reply_and_has_none_is_found() -> None:
    """A question whether people are safe, without a way to answer (安否確認)."""
    (found,) = _exchange({"exchange": "two-way"}).continuity
    assert (found.kind, found.node.id, found.data, found.hop.label) == (Break.NO_REPLY, "住民", "", "中継 → 住民")


@pytest.mark.parametrize("exchange", [{}, {"exchange": "one-way"}, {"exchange": "to-confirm"}])
def test_a_flow_that_is_not_said_to_go_both_ways_needs_no_reply(exchange: dict[str, str]) -> None:
    """Silence asks for nothing here."""
    assert breaks(_exchange(exchange)) == []


def test_a_reply_may_be_named_or_be_itself_the_answer() -> None:
    """The answer to a two-way exchange needs no answer of its own; one still to be confirmed is not missing."""
    back: list[object] = ["住民 -> 中継 -> 本部"]
    assert breaks(_exchange({"exchange": "two-way", "reply": "返信"}, back)) == []
    assert breaks(_exchange({"exchange": "two-way", "reply": "to-confirm"}, back)) == []


@pytest.mark.parametrize("answer", [["別室 -> 本部"], ["住民 -> 別室"], ["中継 -> 本部"]])
def test_a_reply_that_does_not_lead_back_is_found(answer: list[object]) -> None:
    """It begins where the question ends, and ends where that began."""
    assert breaks(_exchange({"reply": "返信"}, answer)) == [(Break.REPLY_ELSEWHERE, "住民", "")]


def test_one_of_several_ends_that_answers_is_enough() -> None:
    """A question that goes to two places is answered from either."""
    first = {"hops": ["本部 -> 住民", "本部 -> 別室"], "reply": "返信"}
    assert breaks(_exchange(first, ["住民 -> 本部", "住民 -> 中継"])) == []
