"""How far does an item get, and what is lost with a node or a party?"""

from hypothesis import given

from dataflow_assess.facts import Level
from tests import oracle, seeing
from tests.examples import examples
from tests.strategies import Sketch, inhabited
from tests.unit.facts.described import chain, facts_of

TLS, PLAIN = {"encryption": "tls"}, {"encryption": "none"}


@examples(60)
@given(inhabited())
def test_reach_agrees_with_brute_force(sketch: Sketch) -> None:
    """An item gets to the ends of its hops and to its stores, in any world; lost is what is not surely ciphertext."""
    found = facts_of(sketch).reach
    every = oracle.worlds(sketch)
    for item in sketch["data"]:
        touched = {end for way in oracle.ways(sketch) if item in way.data for end in (way.source, way.target)}
        touched |= {node for entry in sketch["storage"] for node, body in entry.items() if item in body["data"]}
        assert set(found.nodes_of.get(item, ())) == touched
        for node in sketch["nodes"]:
            level = seeing.overall([seeing.most(seeing.forms(sketch, node, item, world)) for world in every])
            lost = found.lost_at_node.get(node, {}).get(item)
            assert (lost.value if lost else None) == (level if level not in ("ciphertext", "nothing") else None)


@examples(40)
@given(inhabited())
def test_what_is_lost_with_a_party_is_what_it_sees(sketch: Sketch) -> None:
    """In plaintext, or possibly so; ciphertext is not lost, but its holder still belongs to the reach of the item."""
    facts = facts_of(sketch)
    seen = {(seer.id, item): each.level for (seer, item), each in facts.visibility.items() if seer.kind == "party"}
    assert {(party, item) for item, parties in facts.reach.parties_of.items() for party in parties} == set(seen)
    lost = {(party, item): level for party, items in facts.reach.lost_at_party.items() for item, level in items.items()}
    assert lost == {key: level for key, level in seen.items() if level is not Level.CIPHERTEXT}


def test_an_item_reaches_every_node_and_party_on_its_way() -> None:
    """In the order of travel, over any number of hops and flows."""
    nodes = {"受付": {"operator": "甲社"}, "本庁": {"operator": "みなと市"}}
    flows = {
        "転送": {"data": ["申請"], "hops": ["受付 -> 本庁"], "reply": "送信"},
        "送信": {"data": ["申請"], "hops": ["本庁 -> 支所"]},
    }
    facts = chain(nodes={**nodes, "支所": {"operator": "乙社"}}, flows=flows)
    assert facts.reach.nodes_of == {"申請": ("受付", "本庁", "支所")}
    assert facts.reach.parties_of == {"申請": ("甲社", "みなと市", "乙社")}


def test_a_compromised_relay_loses_what_it_opens_and_keeps_what_is_sealed() -> None:
    """The party that runs it loses the same, and what crosses its network in plaintext."""
    nodes = {"中継": {"kind": "relay", "operator": "甲社"}}
    hops = ({"窓口 -> 中継": TLS}, {"中継 -> 本庁": TLS})
    opened = chain(*hops, nodes=nodes).reach
    assert opened.lost_at_node["中継"] == opened.lost_at_party["甲社"] == {"申請": Level.PLAINTEXT}
    sealed = chain(*hops, nodes=nodes, sealed=["窓口 -> 本庁"]).reach
    assert "中継" not in sealed.lost_at_node
    assert "甲社" not in sealed.lost_at_party
    network = {"回線": {"kind": "leased-line", "operator": "乙社"}}
    crossing = chain({"窓口 -> 本庁": {"network": "回線", **PLAIN}}, zones=network).reach
    assert crossing.lost_at_party["乙社"] == {"申請": Level.PLAINTEXT}


def test_what_may_be_lost_is_told_as_unknown_or_undecided() -> None:
    """A server of which it is not said whether it opens; a channel not yet chosen."""
    facts = chain({"窓口 -> 中継": TLS}, {"中継 -> 本庁": TLS}, nodes={"中継": {"kind": "server"}})
    assert facts.reach.lost_at_node["中継"] == {"申請": Level.UNKNOWN}
    undecided = {"encryption": {"undecided": ["tls", "none"]}}
    facts = chain({"窓口 -> 中継": undecided}, {"中継 -> 本庁": TLS}, nodes={"中継": {"kind": "firewall"}})
    assert facts.reach.lost_at_node["中継"] == {"申請": Level.UNDECIDED}
