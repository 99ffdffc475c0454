"""Who sees which item in which role, case by case?"""

import pytest

from dataflow_assess.facts import Facts, Level, Role, Seer
from dataflow_assess.model import Standing
from tests.strategies import Sketch
from tests.unit.facts.described import chain

TLS, PLAIN = {"encryption": "tls"}, {"encryption": "none"}
VENDORS = {"undecided": ["甲社", "乙社"], "choice": "業者"}


def party(name: str) -> Seer:
    """Return the seer that a party is."""
    return Seer("party", name)


def level(facts: Facts, seer: Seer, item: str = "申請") -> Level:
    """Return the most that somebody sees of an item."""
    found = facts.visibility.get((seer, item))
    return found.level if found else Level.NOTHING


def roles(facts: Facts, seer: Seer) -> set[Role]:
    """Return in which roles somebody sees anything."""
    return {sight.role for (who, _), seen in facts.visibility.items() if who == seer for sight in seen.sights}


def test_the_operator_of_a_node_that_opens_the_channel_reads_it() -> None:
    """And the operator of one that only passes a sealed payload sees ciphertext."""
    relay = {"kind": "relay", "operator": "甲社"}
    hops = ({"窓口 -> 中継": TLS}, {"中継 -> 本庁": TLS})
    assert level(chain(*hops, nodes={"中継": relay}), party("甲社")) is Level.PLAINTEXT
    assert level(chain(*hops, nodes={"中継": relay}, sealed=["窓口 -> 本庁"]), party("甲社")) is Level.CIPHERTEXT


def test_the_operator_of_the_zone_stands_for_a_node_that_names_none() -> None:
    """Zones are nested; the innermost that says counts."""
    zones = {"データセンター": {"operator": "甲社"}, "区画": {"in": "データセンター"}}
    facts = chain({"窓口 -> 本庁": TLS}, zones=zones, nodes={"本庁": {"in": "区画"}})
    assert level(facts, party("甲社")) is Level.PLAINTEXT


@pytest.mark.parametrize(
    ("hop", "expected"),
    [
        (PLAIN, Level.PLAINTEXT),
        (TLS, Level.CIPHERTEXT),
        ({}, Level.UNKNOWN),
        ({"medium": "paper"}, Level.NOTHING),
        ({"medium": "usb", **PLAIN}, Level.NOTHING),
        ({"encryption": {"undecided": ["tls", "none"]}}, Level.UNDECIDED),
        ({"medium": {"undecided": ["usb", "e-mail"]}, **PLAIN}, Level.UNDECIDED),
    ],
)
def test_the_operator_of_a_network_sees_what_crosses_it_as_it_is_protected(hop: Sketch, expected: Level) -> None:
    """What is carried by hand does not cross it."""
    facts = chain(
        {"窓口 -> 本庁": {"network": "回線", **hop}}, zones={"回線": {"kind": "leased-line", "operator": "甲社"}}
    )
    assert level(facts, party("甲社")) is expected
    assert roles(facts, party("甲社")) <= {Role.NETWORK}


def test_a_network_between_candidates_is_undecided_for_each() -> None:
    """Neither carrier is dropped because the other may be chosen; for a word nobody is named, and that is shown."""
    zones = {"回線A": {"operator": "甲社"}, "回線B": {"operator": "乙社"}}
    facts = chain({"窓口 -> 本庁": {"network": {"undecided": ["回線A", "回線B"]}, **PLAIN}}, zones=zones)
    assert level(facts, party("甲社")) is level(facts, party("乙社")) is Level.UNDECIDED
    facts = chain({"窓口 -> 本庁": {"network": "internet", **PLAIN}})
    assert level(facts, Seer("network", "internet", Standing.NOT_STATED)) is Level.PLAINTEXT
    assert not [seer for seer, _ in chain({"窓口 -> 本庁": {"network": "lan"}}).visibility if seer.kind == "network"]


def test_maintainers_read_what_the_node_reads_from_afar_or_on_site() -> None:
    """Their role tells from where; where that is not stated, nothing is made of it."""
    maintainers = [{"甲社": {"remote": "yes"}}, {"乙社": {}}]
    facts = chain({"窓口 -> 本庁": TLS}, nodes={"本庁": {"maintainers": maintainers}})
    assert (roles(facts, party("甲社")), roles(facts, party("乙社"))) == ({Role.REMOTE_MAINTAINER}, {Role.MAINTAINER})
    assert level(facts, party("甲社")) is level(facts, party("乙社")) is Level.PLAINTEXT


def test_whether_a_tenant_reads_is_unknown_until_the_papers_tell_how_they_are_kept_apart() -> None:
    """Then it sees nothing."""
    shared = {"tenants": ["甲社"]}
    assert level(chain({"窓口 -> 本庁": TLS}, nodes={"本庁": shared}), party("甲社")) is Level.UNKNOWN
    apart = shared | {"separation": "論理分離"}
    assert level(chain({"窓口 -> 本庁": TLS}, nodes={"本庁": apart}), party("甲社")) is Level.NOTHING


def test_a_bystander_reads_what_stands_on_paper() -> None:
    """Also one who is a person of the description: then their party, or they themselves, see it."""
    clerk = {"kind": "person", "party": "乙社"}
    printer = {"kind": "kiosk", "bystanders": ["甲社", "店員", "通行人"]}
    facts = chain(
        {"窓口 -> 印刷機": TLS}, {"印刷機 -> 帳票": {"medium": "paper"}},
        nodes={"印刷機": printer, "店員": clerk, "通行人": {"kind": "person"}},
    )  # fmt: skip
    for seer in (party("甲社"), party("乙社"), Seer("person", "通行人")):
        assert (level(facts, seer), roles(facts, seer)) == (Level.PLAINTEXT, {Role.BYSTANDER})


def test_a_person_sees_for_the_party_that_they_belong_to() -> None:
    """Or for themselves, where the papers name none."""
    facts = chain(
        {"窓口 -> 申請者": {"medium": "paper"}},
        nodes={"窓口": {"kind": "person", "party": "甲社"}, "申請者": {"kind": "person"}},
    )
    assert level(facts, party("甲社")) is level(facts, Seer("person", "申請者")) is Level.PLAINTEXT


def test_every_candidate_of_an_undecided_vendor_is_undecided_not_absent() -> None:
    """Of a machine, of a zone; a candidate under every option is certain."""
    facts = chain({"窓口 -> 本庁": TLS}, nodes={"本庁": {"operator": VENDORS}})
    assert level(facts, party("甲社")) is level(facts, party("乙社")) is Level.UNDECIDED
    certain = {"undecided": ["甲社", "甲社"], "choice": "業者"}
    assert level(chain({"窓口 -> 本庁": TLS}, nodes={"本庁": {"operator": certain}}), party("甲社")) is Level.PLAINTEXT


def test_options_that_exclude_one_another_are_not_combined() -> None:
    """The vendor who comes with encryption does not see the plaintext that comes with the other one."""
    zones = {"回線": {"kind": "leased-line", "operator": VENDORS}}
    hop = {"network": "回線", "encryption": {"undecided": ["tls", "none"], "choice": "業者"}}
    facts = chain({"窓口 -> 本庁": hop}, zones=zones)
    assert (level(facts, party("甲社")), level(facts, party("乙社"))) == (Level.CIPHERTEXT, Level.UNDECIDED)


def test_plaintext_under_every_option_in_turn_is_certain() -> None:
    """One hop is in plaintext under the first option, the other under the second: the carrier always reads it."""
    zones = {"回線": {"kind": "leased-line", "operator": "甲社"}}
    first = {"network": "回線", "encryption": {"undecided": ["none", "tls"], "choice": "方式"}}
    second = {"network": "回線", "encryption": {"undecided": ["tls", "none"], "choice": "方式"}}
    assert (
        level(chain({"窓口 -> 受付": first}, {"受付 -> 本庁": second}, zones=zones), party("甲社")) is Level.PLAINTEXT
    )
    assert level(chain({"窓口 -> 受付": first}, {"受付 -> 本庁": first}, zones=zones), party("甲社")) is Level.UNDECIDED


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        (None, Standing.NOT_STATED),
        ("to-confirm", Standing.TO_CONFIRM),
        ("undecided", Standing.UNDECIDED),
        ({"withheld": "安全のため"}, Standing.WITHHELD),
    ],
)
def test_an_operator_who_is_not_named_is_not_dropped(said: object, standing: Standing) -> None:
    """Somebody runs it; the table says that it is not said who."""
    node = {} if said is None else {"operator": said}
    assert (
        level(chain({"窓口 -> 本庁": TLS}, nodes={"本庁": node}), Seer("unnamed", "本庁", standing)) is Level.PLAINTEXT
    )


def test_where_papers_disagree_on_the_operator_nobody_is_certain_and_nobody_is_dropped() -> None:
    """Each of those named may be the one who reads it."""
    said = {"value": "甲社", "also": [{"value": "乙社", "evidence": "資料2"}]}
    facts = chain({"窓口 -> 本庁": TLS}, nodes={"本庁": {"operator": said}})
    assert level(facts, party("甲社")) is level(facts, party("乙社")) is Level.UNKNOWN
