"""Does the exposure of every item on every hop agree with brute force, and does it obey its laws?"""

import copy

from hypothesis import given
from hypothesis import strategies as st

from dataflow_assess.facts import Exposure, Facts, Outcome, Protection
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.reading import read_source
from tests import oracle
from tests.examples import examples
from tests.strategies import Sketch, sketches, text_of

_HARM = {"encrypted": 0, "not-electronic": 0, "plaintext": 2}
"""How bad a state is; every way of being unknown lies between."""


def facts_of(sketch: Sketch) -> Facts:
    """Return the facts of a sketch, read from its YAML."""
    return Facts(DataFlowGraph(read_source(text_of(sketch), "記述.yaml")))


def in_world(exposure: Exposure, world: oracle.World) -> Outcome:
    """Return the one outcome that holds when all choices are made."""
    (found,) = [o for o in exposure.outcomes if all(world[choice] == option for choice, option in o.when)]
    return found


def harm(outcome: Outcome) -> int:
    """Return how bad a state is."""
    return _HARM.get(outcome.protection.value, 1)


@examples(150)
@given(sketches())
def test_exposure_agrees_with_brute_force_in_every_world(sketch: Sketch) -> None:
    """For each combination of all choices there is exactly one outcome, and it is the right one."""
    exposure = facts_of(sketch).exposure
    expected = {(way.id, item) for way in oracle.ways(sketch) for item in way.data}
    assert set(exposure) == expected
    for way in oracle.ways(sketch):
        for item in way.data:
            for world in oracle.worlds(sketch):
                found = in_world(exposure[way.id, item], world)
                state = oracle.State(found.protection.value, found.sealed, found.sealed_past)
                assert state == oracle.state(sketch, way, item, world), (way.id, item, world)


@examples(60)
@given(sketches(), st.data())
def test_encrypting_a_hop_never_makes_anything_worse(sketch: Sketch, data: st.DataObject) -> None:
    """TLS on one hop leaves every state as good as it was, or better."""
    changed = copy.deepcopy(sketch)
    flow = data.draw(st.sampled_from(sorted(changed["flows"])))
    entry = data.draw(st.sampled_from(changed["flows"][flow]["hops"]))
    (body,) = entry.values()
    for option in body.get("undecided", [body]):
        option["encryption"] = "tls"
    _assert_no_worse(sketch, changed)


@examples(60)
@given(sketches(), st.data())
def test_sealing_a_payload_never_makes_anything_worse(sketch: Sketch, data: st.DataObject) -> None:
    """A further seal leaves every state as good as it was, or better."""
    changed = copy.deepcopy(sketch)
    flow = data.draw(st.sampled_from(sorted(changed["flows"])))
    ends = data.draw(st.lists(st.sampled_from(sorted(changed["nodes"])), min_size=2, max_size=2, unique=True))
    changed["flows"][flow]["sealed"].append({" -> ".join(ends): {"encryption": "pgp"}})
    _assert_no_worse(sketch, changed)


def _assert_no_worse(sketch: Sketch, changed: Sketch) -> None:
    before, after = facts_of(sketch).exposure, facts_of(changed).exposure
    for key, exposure in before.items():
        for world in oracle.worlds(sketch):
            assert harm(in_world(after[key], world)) <= harm(in_world(exposure, world)), key


@examples(80)
@given(sketches(), st.sampled_from(["none", "tls"]), st.data())
def test_a_statement_in_place_of_an_unknown_never_contradicts_what_was_certain(
    sketch: Sketch, word: str, data: st.DataObject
) -> None:
    """What was certain while a hop's encryption was unknown stays as it was, whatever is stated."""
    unknown = [
        (flow, index)
        for flow in sketch["flows"]
        for index, entry in enumerate(sketch["flows"][flow]["hops"])
        for body in entry.values()
        if "undecided" not in body and _is_unknown(body.get("encryption"))
    ]
    if not unknown:
        return
    changed = copy.deepcopy(sketch)
    flow, index = data.draw(st.sampled_from(unknown))
    (body,) = changed["flows"][flow]["hops"][index].values()
    body["encryption"] = word
    before, after = facts_of(sketch).exposure, facts_of(changed).exposure
    for key, exposure in before.items():
        if exposure.protection.is_known:
            assert after[key].protection is exposure.protection


def _is_unknown(said: object) -> bool:
    """Tell whether nothing is stated; alternatives are left to the next law."""
    if isinstance(said, dict):
        return not {"value", "undecided"} & said.keys()
    return said not in ("none", "stated", "tls", "ipsec")


@examples(60)
@given(sketches(), st.integers(0, 1))
def test_deciding_a_choice_keeps_just_the_outcomes_that_go_with_it(sketch: Sketch, option: int) -> None:
    """Once every choice is made, each state is the one foretold for it."""
    decided = _decide(copy.deepcopy(sketch), option)
    before, after = facts_of(sketch).exposure, facts_of(decided).exposure
    world = dict.fromkeys(("回線の選定", "業者の選定", "方式の選定"), option)
    for key, exposure in before.items():
        assert after[key].protection is in_world(exposure, world).protection


def _decide(value: object, option: int) -> Sketch:
    if isinstance(value, dict):
        options = value.get("undecided")
        if isinstance(options, list):
            rest = {key: inner for key, inner in value.items() if key not in ("undecided", "choice")}
            chosen = _decide(options[option], option)
            return {**rest, **chosen} if "encryption" in chosen else chosen
        return {key: _decide(inner, option) for key, inner in value.items()}
    if isinstance(value, list):
        return [_decide(inner, option) for inner in value]  # type: ignore[return-value]
    return value  # type: ignore[return-value]


@examples(30)
@given(sketches())
def test_no_other_personal_item_on_a_hop_is_weaker(sketch: Sketch) -> None:
    """Plaintext wins over unknown, unknown over encrypted."""
    facts = facts_of(sketch)
    for (hop_id, item), exposure in facts.exposure.items():
        if facts.graph.item(item).personal:
            assert _harm_of(exposure.protection) <= _harm_of(facts.protection(hop_id))


def _harm_of(protection: Protection) -> int:
    return _HARM.get(protection.value, 1)
