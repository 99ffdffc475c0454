"""Do the relays agree with brute force, and is what opens them told apart?"""

import pytest
from hypothesis import given

from dataflow_assess.facts import Facts, Opening, Relay
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.reading import read_source
from tests import oracle
from tests.examples import examples
from tests.strategies import Sketch, sketches, text_of


def relays_of(sketch: Sketch) -> list[Relay]:
    """Return the relays of a sketch."""
    return Facts(DataFlowGraph(read_source(text_of(sketch), "記述.yaml"))).relays


@examples(120)
@given(sketches())
def test_relays_agree_with_brute_force_in_every_world(sketch: Sketch) -> None:
    """The nodes, how they open, the data, and the combinations of choices are those of the oracle."""
    expected = oracle.stations(sketch)
    found = {(relay.node.id, relay.opening.value): relay for relay in relays_of(sketch)}
    assert set(found) == set(expected)
    for key, relay in found.items():
        assert set(relay.data) == expected[key].data
        holds = tuple(
            any(all(world[choice] == option for choice, option in case) for case in relay.when or ((),))
            for world in oracle.worlds(sketch)
        )
        assert holds == expected[key].worlds


def _chain(node: Sketch, arrives: str = "tls", leaves: str = "tls") -> Sketch:
    return {
        "format": 1,
        "system": {"title": "みなと市の照会", "controller": "みなと市"},
        "parties": {"みなと市": {}},
        "nodes": {"窓口": {}, "中継": node, "本庁": {}},
        "data": {"照会": {}},
        "flows": {
            "送信": {
                "data": ["照会"],
                "hops": [{"窓口 -> 中継": {"encryption": arrives}}, {"中継 -> 本庁": {"encryption": leaves}}],
            }
        },
    }


def openings(sketch: Sketch) -> list[Opening]:
    """Return how the relays of a sketch open what passes them."""
    return [relay.opening for relay in relays_of(sketch)]


@pytest.mark.parametrize(
    ("node", "opening"),
    [
        ({"kind": "relay"}, Opening.OPENS),
        ({"kind": "relay", "opens": "false"}, Opening.PASSES),
        ({"kind": "firewall"}, Opening.PASSES),
        ({"kind": "firewall", "opens": "true"}, Opening.OPENS),
        ({"kind": "usb"}, Opening.PASSES),
        ({"kind": "server"}, Opening.NOT_STATED),
        ({"kind": "relay", "opens": "to-confirm"}, Opening.TO_CONFIRM),
        ({"kind": "relay", "opens": {"withheld": "安全のため"}}, Opening.NOT_STATED),
        ({}, Opening.NOT_STATED),
    ],
)
def test_what_is_stated_of_a_node_comes_before_its_kind(node: Sketch, opening: Opening) -> None:
    """Stated, then of its kind, else not stated; a medium hands on what it is given."""
    assert openings(_chain(node)) == [opening]


def test_plaintext_behind_a_node_proves_that_it_opens() -> None:
    """Whatever the papers say of the node, what leaves it in plaintext was opened there."""
    assert openings(_chain({"opens": "false"}, leaves="none")) == [Opening.OPENS]


def test_a_proof_holds_only_in_its_case() -> None:
    """Where the next hop may be in plaintext, the node opens in that case; in the other it is what is stated."""
    sketch = _chain({"kind": "server"})
    sketch["flows"]["送信"]["hops"][1] = {
        "中継 -> 本庁": {"encryption": {"undecided": ["none", "tls"], "choice": "回線"}}
    }
    opens, silent = relays_of(sketch)
    assert (opens.opening, opens.when) == (Opening.OPENS, ((("回線", 0),),))
    assert (silent.opening, silent.when) == (Opening.NOT_STATED, ((("回線", 1),),))


def test_the_end_of_a_seal_proves_that_a_node_opens() -> None:
    """A payload sealed up to a node and sent on from there is opened there; one sealed past it is not."""
    sketch = _chain({"kind": "server"}, arrives="none")
    sketch["flows"]["送信"]["sealed"] = [{"窓口 -> 中継": {}}]
    assert openings(sketch) == [Opening.OPENS]
    sketch["flows"]["送信"]["sealed"] = [{"窓口 -> 本庁": {}}]
    assert openings(sketch) == []


def test_a_node_where_the_way_ends_is_no_relay() -> None:
    """Nothing travels on, it travels back to where it came from, or it goes on as paper."""
    sketch = _chain({})
    sketch["flows"]["送信"]["hops"][1:] = []
    assert openings(sketch) == []
    sketch["flows"]["送信"]["hops"].append({"中継 -> 窓口": {"encryption": "tls"}})
    assert openings(sketch) == []
    sketch["flows"]["送信"]["hops"][1:] = [{"中継 -> 本庁": {"medium": "paper"}}]
    assert openings(sketch) == []


def test_plaintext_and_public_data_make_no_relay() -> None:
    """What arrives open is not opened, and what is no personal data does not matter."""
    assert openings(_chain({}, arrives="none")) == []
    sketch = _chain({})
    sketch["data"]["照会"] = {"personal": "no"}
    assert openings(sketch) == []


def test_a_relay_holds_only_in_the_cases_in_which_data_arrives_encrypted_and_goes_on() -> None:
    """Both ends of its way may be undecided, also by one and the same choice."""
    sketch = _chain({"kind": "relay"})
    into, out = sketch["flows"]["送信"]["hops"]
    into["窓口 -> 中継"] = {"encryption": {"undecided": ["tls", "none"], "choice": "回線"}}
    (relay,) = relays_of(sketch)
    assert relay.when == ((("回線", 0),),)
    out["中継 -> 本庁"] = {"undecided": [{"medium": "post"}, {"encryption": "tls"}], "choice": "回線"}
    assert openings(sketch) == []
