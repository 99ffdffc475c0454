"""In which form is an item in hand, and does brute force say the same?"""

import pytest
from hypothesis import given

from dataflow_assess.facts import Facts, Level, most
from tests import oracle, seeing
from tests.examples import examples
from tests.strategies import Sketch, inhabited
from tests.unit.facts.described import chain, facts_of

TLS, PLAIN = {"encryption": "tls"}, {"encryption": "none"}


def level(facts: Facts, node: str, item: str = "申請") -> Level:
    """Return the most that a node has of an item."""
    held = facts.handling.get((node, item), ())
    return most(((hand.level, hand.when) for hand in held), facts.system.choices)


@examples(100)
@given(inhabited())
def test_what_is_in_hand_agrees_with_brute_force_in_every_world(sketch: Sketch) -> None:
    """The same nodes have the same items, and in each world the most that they have is the same."""
    found = facts_of(sketch).handling
    expected = {
        (node, item): [seeing.forms(sketch, node, item, world) for world in oracle.worlds(sketch)]
        for node in sketch["nodes"]
        for item in sketch["data"]
    }
    assert set(found) == {key for key, by_world in expected.items() if any(by_world)}
    for key, held in found.items():
        for world, forms in zip(oracle.worlds(sketch), expected[key], strict=True):
            here = [hand.level.value for hand in held if all(world[name] == option for name, option in hand.when)]
            assert seeing.most(here) == seeing.most(forms), (key, world)


def test_an_item_is_in_plaintext_where_it_begins_and_where_it_ends() -> None:
    """Who makes a thing and whom it is for can read it, however well it travels."""
    facts = chain({"窓口 -> 本庁": TLS})
    assert level(facts, "窓口") is level(facts, "本庁") is Level.PLAINTEXT


@pytest.mark.parametrize(
    ("relay", "expected"),
    [
        ({"kind": "relay"}, Level.PLAINTEXT),
        ({"kind": "relay", "opens": "no"}, Level.CIPHERTEXT),
        ({"kind": "firewall"}, Level.CIPHERTEXT),
        ({"kind": "server"}, Level.UNKNOWN),
        ({"kind": "relay", "opens": "to-confirm"}, Level.UNKNOWN),
    ],
)
def test_a_node_on_the_way_has_what_it_opens(relay: dict[str, str], expected: Level) -> None:
    """By statement, else by kind; where neither says, it stays unknown."""
    assert level(chain({"窓口 -> 中継": TLS}, {"中継 -> 本庁": TLS}, nodes={"中継": relay}), "中継") is expected


def test_a_sealed_payload_is_ciphertext_on_the_way_and_plaintext_where_the_seal_ends() -> None:
    """Even at a relay that opens the channel, and over a channel in plaintext."""
    facts = chain({"窓口 -> 中継 -> 本庁": PLAIN}, sealed=["窓口 -> 本庁"], nodes={"中継": {"kind": "relay"}})
    assert level(facts, "中継") is Level.CIPHERTEXT
    assert level(facts, "本庁") is Level.PLAINTEXT


def test_what_leaves_readable_was_read() -> None:
    """Whatever is said of the node: plaintext on one way out, or a print, proves it."""
    passing = {"中継": {"kind": "relay", "opens": "no"}}
    both = ({"窓口 -> 中継": TLS}, {"中継 -> 本庁": TLS})
    assert level(chain(*both, {"中継 -> 支所": PLAIN}, nodes=passing), "中継") is Level.PLAINTEXT
    assert level(chain(*both, {"中継 -> 書庫": {"medium": "paper"}}, nodes=passing), "中継") is Level.PLAINTEXT


def test_what_leaves_readable_under_one_option_was_read_under_that_option() -> None:
    """The undecided way out leaves undecided what the node can read."""
    out = {"encryption": {"undecided": ["tls", "none"], "choice": "方式"}}
    facts = chain({"窓口 -> 中継": TLS}, {"中継 -> 本庁": out}, nodes={"中継": {"kind": "firewall"}})
    assert level(facts, "中継") is Level.UNDECIDED
    assert (Level.PLAINTEXT, (("方式", 1),)) in [(hand.level, hand.when) for hand in facts.handling["中継", "申請"]]


def test_a_way_that_ends_does_not_open_what_the_node_is_said_to_leave_closed() -> None:
    """A store for sealed boxes, an encrypted stick, and a question still open."""
    assert level(chain({"窓口 -> 保管庫": TLS}, nodes={"保管庫": {"opens": "no"}}), "保管庫") is Level.CIPHERTEXT
    assert (
        level(chain({"窓口 -> 媒体": {}}, nodes={"媒体": {"kind": "usb", "encryption": "aes"}}), "媒体")
        is Level.CIPHERTEXT
    )
    assert level(chain({"窓口 -> 本庁": TLS}, nodes={"本庁": {"opens": "to-confirm"}}), "本庁") is Level.UNKNOWN


def test_a_stick_of_which_nothing_is_said_is_unknown_and_paper_is_always_readable() -> None:
    """Also where the item only rests there, or begins there."""
    assert level(chain({"窓口 -> 媒体": {}}, nodes={"媒体": {"kind": "usb"}}), "媒体") is Level.UNKNOWN
    assert (
        level(chain({"媒体 -> 本庁": {}}, nodes={"媒体": {"kind": "usb", "encryption": "aes"}}), "媒体")
        is Level.CIPHERTEXT
    )
    assert level(chain({"窓口 -> 帳票": TLS}, nodes={"帳票": {"kind": "paper"}}), "帳票") is Level.PLAINTEXT
    resting = {"nodes": {"棚": {"kind": "paper"}, "媒体": {"kind": "sd-card"}}}
    storage = [{"棚": {"data": ["申請"]}}, {"媒体": {"data": ["申請"], "at-rest": "aes"}}]
    facts = chain({"窓口 -> 本庁": TLS}, storage=storage, **resting)
    assert (level(facts, "棚"), level(facts, "媒体")) == (Level.PLAINTEXT, Level.CIPHERTEXT)


def test_who_only_got_it_sealed_does_not_begin_it_by_sending_it_back() -> None:
    """A store that got a sealed box in one flow and returns it in another never had the contents."""
    out = {"data": ["申請"], "hops": ["本庁 -> 保管庫 -> 支所"], "sealed": ["本庁 -> 支所"]}
    back = {"data": ["申請"], "hops": [{"保管庫 -> 本庁": TLS}]}
    nodes: Sketch = {"本庁": {}, "保管庫": {}, "支所": {}}
    facts = chain(nodes=nodes, flows={"預け入れ": out, "引き出し": back})
    assert level(facts, "保管庫") is Level.CIPHERTEXT
    assert level(facts, "本庁") is Level.PLAINTEXT


def test_nodes_stand_in_the_order_of_travel() -> None:
    """So that a report can follow an item from node to node."""
    facts = chain({"窓口 -> 受付": TLS}, {"受付 -> 本庁": TLS})
    assert [node for node, _ in facts.handling] == ["窓口", "受付", "本庁"]
