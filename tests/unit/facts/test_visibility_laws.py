"""Does visibility agree with brute force, and does it obey its laws?"""

import copy
from collections import defaultdict
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from dataflow_assess.facts import Level, Sight, Visibility
from tests import oracle, seeing
from tests.examples import examples
from tests.strategies import Sketch, inhabited
from tests.unit.facts.described import facts_of


def _in(world: oracle.World, sight: Sight) -> bool:
    return all(world[choice] == option for choice, option in sight.when)


@examples(120)
@given(inhabited())
def test_visibility_agrees_with_brute_force_in_every_world(sketch: Sketch) -> None:
    """Who, what, in which role, where, at which level: for each combination of all choices, and overall."""
    found = facts_of(sketch).visibility
    overall: dict[tuple[seeing.Who, str], list[str]] = defaultdict(list)
    expected = [seeing.looks(sketch, world) for world in oracle.worlds(sketch)]
    for world, looks in zip(oracle.worlds(sketch), expected, strict=True):
        assert _best(_shown(found.values(), world)) == _best(looks), world
    for who, item in {(look.who, look.item) for looks in expected for look in looks}:
        overall[who, item] = [
            seeing.most([look.level for look in looks if (look.who, look.item) == (who, item)]) for looks in expected
        ]
    shown = {
        ((seer.kind, seer.id, seer.standing.value), item): seen.level.value for (seer, item), seen in found.items()
    }
    assert shown == {key: seeing.overall(by_world) for key, by_world in overall.items()}


def _shown(visibilities: Iterable[Visibility], world: oracle.World) -> set[seeing.Look]:
    return {
        seeing.Look(
            (sight.seer.kind, sight.seer.id, sight.seer.standing.value),
            sight.role.value,
            sight.element.id,
            seen.data,
            sight.level.value,
        )
        for seen in visibilities
        for sight in seen.sights
        if _in(world, sight)
    }


def _best(looks: set[seeing.Look]) -> dict[tuple[object, ...], str]:
    found: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for look in looks:
        found[look.who, look.role, look.at.partition("#")[0], look.item].append(look.level)
    return {key: seeing.most(levels) for key, levels in found.items()}


def _rises(before: Sketch, after: Sketch) -> set[tuple[object, ...]]:
    """Return who sees more, where and of what, after a change, in any world."""
    first, second = facts_of(before).visibility.values(), facts_of(after).visibility.values()
    rank, found = seeing.ORDER.index, set[tuple[object, ...]]()
    for world in oracle.worlds(before):
        old, new = _best(_shown(first, world)), _best(_shown(second, world))
        found |= {key for key, seen in new.items() if rank(seen) < rank(old.get(key, "nothing"))}
    return found


@examples(40)
@given(inhabited(), st.data())
def test_encrypting_a_hop_never_shows_anybody_more(sketch: Sketch, data: st.DataObject) -> None:
    """In no world, at no place."""
    changed = copy.deepcopy(sketch)
    flow = data.draw(st.sampled_from(sorted(changed["flows"])))
    (body,) = data.draw(st.sampled_from(changed["flows"][flow]["hops"])).values()
    for option in body.get("undecided", [body]):
        option["encryption"] = "tls"
    assert _rises(sketch, changed) == set()


@examples(40)
@given(inhabited(), st.data())
def test_removing_a_hop_shows_nobody_more_than_follows_from_a_way_that_now_begins_or_ends(
    sketch: Sketch, data: st.DataObject
) -> None:
    """Where no seal depends on it: at any node but those of the hop, and on every network, nobody sees more."""
    flow = data.draw(st.sampled_from(sorted(sketch["flows"])))
    sketch["flows"][flow]["sealed"] = []
    sketch["flows"][flow]["hops"].append({" -> ".join(list(sketch["nodes"])[:2]): {}})
    changed = copy.deepcopy(sketch)
    hops = changed["flows"][flow]["hops"]
    (arrow,) = hops.pop(data.draw(st.integers(0, len(hops) - 1)))
    ends = set(arrow.split(" -> "))
    for item in sketch["data"]:
        ends.update([way.source for way in oracle.ways(changed) if way.flow == flow and item in way.data][:1])
    assert {at for _, _, at, _ in _rises(sketch, changed)} <= ends


@examples(50)
@given(inhabited(), st.sampled_from(["none", "tls"]), st.data())
def test_a_statement_in_place_of_an_unknown_never_contradicts_what_was_certain(
    sketch: Sketch, word: str, data: st.DataObject
) -> None:
    """Who certainly read an item still does; who certainly saw ciphertext only does not come to read it."""
    flow = data.draw(st.sampled_from(sorted(sketch["flows"])))
    hops = sketch["flows"][flow]["hops"]
    index = data.draw(st.integers(0, len(hops) - 1))
    (arrow,) = hops[index]
    hops[index][arrow] = {key: hops[index][arrow][key] for key in ("medium", "data") if key in hops[index][arrow]}
    changed = copy.deepcopy(sketch)
    changed["flows"][flow]["hops"][index][arrow]["encryption"] = word
    before, after = facts_of(sketch).visibility, facts_of(changed).visibility
    for key, seen in before.items():
        if seen.level is Level.PLAINTEXT:
            assert after[key].level is Level.PLAINTEXT, key
        elif seen.level is Level.CIPHERTEXT:
            assert after[key].level is Level.CIPHERTEXT, key
