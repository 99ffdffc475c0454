"""Which borders does a hop cross, certainly or possibly, and does brute force say the same?"""

from typing import Any

import pytest
from hypothesis import given

from dataflow_assess.facts import Border, Facts
from tests import oracle, seeing
from tests.examples import examples
from tests.strategies import Sketch, inhabited
from tests.unit.facts.described import chain, facts_of

SIDES = {"organisation": Border.ORGANISATION, "tier": Border.TIER, "country": Border.COUNTRY}


def borders(facts: Facts) -> dict[Border, bool]:
    """Return the borders crossed, each with whether it is certain."""
    return {crossing.border: crossing.certain for crossing in facts.crossings}


def _side(sketch: Sketch, node: str, what: str, world: oracle.World) -> object:
    """Return what is known of one side in one world; None where the papers leave it open."""
    body, zones = sketch["nodes"][node], sketch["zones"]
    if what == "organisation" and (body.get("kind") == "person" or "party" in body):
        return body.get("party", node)
    key, holders = ("operator", [body]) if what == "organisation" else (what, [])
    around = seeing._around(sketch, body.get("in"))
    said = next(
        (each[key] for each in (*holders, *(zones[z] for z in around)) if each.get(key, "not-stated") != "not-stated"),
        None,
    )
    ((value, certain), *_) = seeing.meant(said, world)
    return value if certain and value not in (None, "to-confirm", "undecided", "withheld") else None


def _one_place(sketch: Sketch, ends: tuple[str, str], what: str) -> bool:
    """Tell whether both ends take what is said from the very same zone."""
    key = "operator" if what == "organisation" else what
    found = []
    for end in ends:
        body = sketch["nodes"][end]
        own = what == "organisation" and body.get(key, "not-stated") != "not-stated"
        around = seeing._around(sketch, body.get("in"))
        zone = next((z for z in around if sketch["zones"][z].get(key, "not-stated") != "not-stated"), None)
        found.append(end if own else zone)
    people = what == "organisation" and any(sketch["nodes"][end].get("kind") == "person" for end in ends)
    return found[0] is not None and found[0] == found[1] and not people


def _silent(sketch: Sketch, node: str, what: str) -> bool:
    zones = (sketch["zones"][zone] for zone in seeing._around(sketch, sketch["nodes"][node].get("in")))
    return all(zone.get(what, "not-stated") == "not-stated" for zone in zones)


@examples(120)
@given(inhabited())
def test_sides_agree_with_brute_force(sketch: Sketch) -> None:
    """Certain when they differ in every world, possible where the papers leave it open, none when never."""
    found = {(crossing.hop.id, crossing.border): crossing.certain for crossing in facts_of(sketch).crossings}
    for way in oracle.ways(sketch):
        for what, border in SIDES.items():
            ends = way.source, way.target
            differ = set()
            for world in oracle.worlds(sketch):
                first, second = (_side(sketch, end, what, world) for end in ends)
                differ.add(None if first is None or second is None else first != second)
            expected = True if differ == {True} else None if differ == {False} else False
            both_silent = what != "organisation" and all(_silent(sketch, end, what) for end in ends)
            if both_silent or _one_place(sketch, ends, what):
                expected = None
            assert found.get((way.id, border)) is expected, (way.id, what)


ENDS = {"窓口": {"in": "庁舎"}, "本庁": {"in": "センター"}}


def _between(hop: dict[str, Any], here: dict[str, Any], there: dict[str, Any], **zones: dict[str, Any]) -> Facts:
    return chain({"窓口 -> 本庁": hop}, nodes=ENDS, zones={"庁舎": here, "センター": there, **zones})


def test_a_hop_between_two_operators_leaves_the_organisation() -> None:
    """Within one it does not."""
    assert borders(_between({}, {"operator": "みなと市"}, {"operator": "甲社"})) == {Border.ORGANISATION: True}
    assert borders(_between({}, {"operator": "みなと市"}, {"operator": "みなと市"})) == {}


@pytest.mark.parametrize("there", [{}, {"operator": "to-confirm"}, {"operator": {"undecided": ["みなと市", "甲社"]}}])
def test_an_operator_who_is_not_named_may_be_another(there: dict[str, Any]) -> None:
    """The crossing is possible, not certain, and both sides are kept as they are said."""
    (crossing,) = _between({}, {"operator": "みなと市"}, there).crossings
    assert (crossing.border, crossing.certain) == (Border.ORGANISATION, False)
    assert crossing.before.value == "みなと市"
    assert crossing.after.value is None


def test_whichever_vendor_is_chosen_the_organisation_is_left() -> None:
    """Between two candidates that are both others, the crossing is certain; within the vendor's own there is none."""
    vendors = {"operator": {"undecided": ["甲社", "乙社"]}}
    assert borders(_between({}, {"operator": "みなと市"}, vendors)) == {Border.ORGANISATION: True}
    one_place = {"窓口": {"in": "センター"}, "本庁": {"in": "センター"}}
    assert borders(chain({"窓口 -> 本庁": {}}, nodes=one_place, zones={"センター": vendors})) == {}


def test_persons_belong_to_their_party_or_stand_for_themselves() -> None:
    """An applicant is outside the city, a clerk is not."""
    nodes = {
        "窓口": {"operator": "みなと市"},
        "職員": {"kind": "person", "party": "みなと市"},
        "申請者": {"kind": "person"},
    }
    facts = chain({"職員 -> 窓口": {}}, {"窓口 -> 申請者": {}}, nodes=nodes)
    assert [crossing.hop.label for crossing in facts.crossings] == ["窓口 → 申請者"]


def test_tiers_and_countries_are_crossed_where_papers_name_them() -> None:
    """Silence on both sides is no crossing; silence on one side leaves it open."""
    here = {"operator": "みなと市", "tier": "my-number", "country": "日本"}
    there = {"operator": "みなと市", "tier": "internet", "country": "米国"}
    assert borders(_between({}, here, there)) == {Border.TIER: True, Border.COUNTRY: True}
    assert borders(_between({}, here, {"operator": "みなと市"})) == {Border.TIER: False, Border.COUNTRY: False}
    assert borders(_between({}, {"operator": "みなと市"}, {"operator": "みなと市"})) == {}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("internet", {Border.OPEN_NETWORK: True}),
        ("leased-line", {Border.CLOSED_NETWORK: True}),
        ("vpn", {}),
        ("LGWAN", {Border.CLOSED_NETWORK: True}),
        ("回線", {Border.CLOSED_NETWORK: True}),
        ({"undecided": ["internet", "leased-line"]}, {Border.OPEN_NETWORK: False, Border.CLOSED_NETWORK: False}),
        ({"value": "internet", "also": ["回線"]}, {Border.OPEN_NETWORK: False, Border.CLOSED_NETWORK: False}),
        ("to-confirm", {}),
    ],
)
def test_networks_are_open_or_closed_by_their_kind(said: object, found: dict[Border, bool]) -> None:
    """A word, a zone, or candidates of which each is possible."""
    city = {"operator": "みなと市"}
    assert borders(_between({"network": said}, city, city, 回線={"kind": "ip-vpn", **city})) == found


@pytest.mark.parametrize(
    ("closed", "found"),
    [
        ("yes", {Border.CLOSED_NETWORK: True}),
        ("no", {Border.OPEN_NETWORK: True}),
        ("to-confirm", {Border.OPEN_NETWORK: False, Border.CLOSED_NETWORK: False}),
    ],
)
def test_what_is_said_of_a_network_comes_before_its_kind(closed: str, found: dict[Border, bool]) -> None:
    """A leased line that is said not to be closed is not; where that is asked, both are possible."""
    city = {"operator": "みなと市"}
    line = {"kind": "leased-line", "closed": closed, **city}
    assert borders(_between({"network": "回線"}, city, city, 回線=line)) == found


@pytest.mark.parametrize("medium", ["paper", "usb", "manual-entry", "post", "screen"])
def test_paper_hand_entry_and_media_bridge_an_air_gap(medium: str) -> None:
    """And cross no network, whatever lies between."""
    city = {"operator": "みなと市"}
    assert borders(_between({"medium": medium, "network": "internet"}, city, city)) == {Border.AIR_GAP: True}


def test_a_medium_that_is_not_settled_may_bridge_an_air_gap() -> None:
    """Candidates all by hand are certain; e-mail or a stick, and a question still open, are not."""
    city = {"operator": "みなと市"}

    def found(medium: object) -> dict[Border, bool]:
        return borders(_between({"medium": medium}, city, city))

    assert found({"undecided": ["usb", "post"]}) == {Border.AIR_GAP: True}
    assert found({"undecided": ["usb", "e-mail"]}) == found("to-confirm") == {Border.AIR_GAP: False}
    assert found("e-mail") == {}


def test_a_medium_as_a_node_bridges_an_air_gap_on_both_sides() -> None:
    """What is written to a stick is carried, also where no hop says so."""
    nodes = {name: {"operator": "みなと市"} for name in ("窓口", "本庁")} | {
        "媒体": {"kind": "usb", "operator": "みなと市"}
    }
    facts = chain({"窓口 -> 媒体": {}}, {"媒体 -> 本庁": {}}, nodes=nodes)
    assert [(each.hop.label, each.border) for each in facts.crossings] == [
        ("窓口 → 媒体", Border.AIR_GAP),
        ("媒体 → 本庁", Border.AIR_GAP),
    ]
