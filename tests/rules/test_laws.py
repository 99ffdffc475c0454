"""Do the rules on segments leave no unprotected segment out, and report none that is protected?"""

from collections.abc import Iterable

from hypothesis import given, settings

from dataflow_assess.facts import Facts
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_source
from dataflow_assess.rules import Hit
from tests import oracle
from tests.strategies import Sketch, sketches, text_of

RULES = {rule.id: rule for rule in load_plugins().rules}
_OF_STATE = {
    "plaintext": "ENC-01",
    "not-stated": "ENC-02",
    "withheld": "ENC-02",
    "disagrees": "ENC-02",
    "undecided": "ENC-02",
    "to-confirm": "ENC-03",
}


def facts_of(sketch: Sketch) -> Facts:
    """Return the facts of a sketch, read from its YAML."""
    return Facts(DataFlowGraph(read_source(text_of(sketch), "記述.yaml")))


def segments(hits: Iterable[Hit], world: oracle.World) -> set[str]:
    """Return the hops that hits are about in a world, those beside the first included."""
    found = set()
    for hit in hits:
        if any(all(world[choice] == option for choice, option in case) for case in hit.when or ((),)):
            found.add(hit.element.id)
            found |= {related.subject.id for related in hit.related if related.subject is not None}
    return found


@settings(max_examples=100, deadline=None)
@given(sketches())
def test_each_segment_is_reported_for_the_state_it_is_in_and_for_no_other(sketch: Sketch) -> None:
    """Plaintext by ENC-01, a promise by ENC-03, every other unknown by ENC-02, and only where it holds."""
    facts = facts_of(sketch)
    hits = {identifier: list(RULES[identifier].check(facts)) for identifier in ("ENC-01", "ENC-02", "ENC-03")}
    personal = {item for item, said in sketch["data"].items() if said.get("personal") != "no"}
    for world in oracle.worlds(sketch):
        wanted: dict[str, set[str]] = {identifier: set() for identifier in hits}
        for way in oracle.ways(sketch):
            for item in personal.intersection(way.data):
                rule = _OF_STATE.get(oracle.state(sketch, way, item, world).protection)
                if rule is not None:
                    wanted[rule].add(way.id)
        assert {identifier: segments(found, world) for identifier, found in hits.items()} == wanted


@settings(max_examples=100, deadline=None)
@given(sketches(max_nodes=5))
def test_a_downgrade_is_a_plaintext_segment_behind_an_encrypted_one(sketch: Sketch) -> None:
    """In every case that is named, the one before is encrypted, this one is plaintext, and there is a way between."""
    ways = {way.id: way for way in oracle.ways(sketch)}
    for hit in RULES["ENC-06"].check(facts_of(sketch)):
        (related,) = hit.related
        assert related.subject is not None
        before, hop = ways[related.subject.id], ways[hit.element.id]
        assert before.flow == hop.flow
        assert hop.source in oracle.reachable([way for way in ways.values() if way.flow == hop.flow], before.target)
        for world in oracle.worlds(sketch):
            if any(all(world[choice] == option for choice, option in case) for case in hit.when or ((),)):
                pairs = [
                    (
                        oracle.state(sketch, before, item, world).protection,
                        oracle.state(sketch, hop, item, world).protection,
                    )
                    for item in set(before.data) & set(hop.data)
                ]
                assert ("encrypted", "plaintext") in pairs


@settings(max_examples=60, deadline=None)
@given(sketches(max_nodes=5))
def test_plaintext_directly_behind_an_encrypted_hop_is_always_a_downgrade(sketch: Sketch) -> None:
    """No such pair is missed in a description without anything undecided."""
    if len(oracle.worlds(sketch)) > 1:
        return
    hits = segments(RULES["ENC-06"].check(facts_of(sketch)), {})
    hops = oracle.ways(sketch)
    first = {way.flow: way.source for way in reversed(hops)}
    for before in hops:
        for hop in hops:
            begins = hop.source == first[hop.flow] and hop.index < before.index
            if hop.flow != before.flow or hop.source != before.target or begins:
                continue
            for item in set(hop.data) & set(before.data):
                states = [oracle.state(sketch, way, item, {}).protection for way in (before, hop)]
                if states == ["encrypted", "plaintext"] and sketch["data"][item].get("personal") != "no":
                    assert hop.id in hits
