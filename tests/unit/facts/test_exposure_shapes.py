"""Does each shape of a statement, of a seal and of a medium come to the state that it means?"""

import pytest
from hypothesis import given

from dataflow_assess.facts import Exposure, Facts, Outcome, Protection
from dataflow_assess.facts.alternatives import LIMIT
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.reading import read_source
from tests.examples import examples
from tests.strategies import ABSENT, Sketch, protections, text_of


def facts_of(sketch: Sketch) -> Facts:
    """Return the facts of a sketch, read from its YAML."""
    return Facts(DataFlowGraph(read_source(text_of(sketch), "記述.yaml")))


def _sketch(hop: object = ABSENT, seals: object = (), nodes: object = ABSENT, **keys: object) -> Sketch:
    body = {} if hop is ABSENT else {"encryption": hop}
    return {
        "format": 1,
        "system": {"title": "A市の申請受付", "controller": "A市"},
        "parties": {"A市": {}},
        "nodes": nodes or {"窓口": {}, "受付": {}, "台帳": {}},
        "data": {"申請書": {}, "広報": {"personal": "no"}},
        "flows": {"申請": {"data": ["申請書"], "hops": [{"窓口 -> 受付 -> 台帳": {**body, **keys}}], "sealed": seals}},
    }


def _first(sketch: Sketch) -> Exposure:
    return facts_of(sketch).exposure["申請: 窓口 → 受付", "申請書"]


@pytest.mark.parametrize(
    ("said", "protection"),
    [
        ("none", Protection.PLAINTEXT),
        ("TLS 1.3", Protection.ENCRYPTED),
        (ABSENT, Protection.NOT_STATED),
        ("to-confirm", Protection.TO_CONFIRM),
        ("undecided", Protection.UNDECIDED),
        ({"withheld": "安全のため"}, Protection.WITHHELD),
        ({"value": "tls", "also": ["none"]}, Protection.DISAGREES),
        ({"value": "tls", "also": ["ipsec"]}, Protection.ENCRYPTED),
        ({"undecided": ["tls", "ipsec"]}, Protection.ENCRYPTED),
        ({"undecided": ["tls", "none"]}, Protection.UNDECIDED),
    ],
)
def test_each_shape_of_a_statement_is_a_state_of_its_own(said: object, protection: Protection) -> None:
    """The way in which something is unknown is kept; two methods of encryption do not disagree."""
    assert _first(_sketch(said)).protection is protection


def test_a_closed_network_is_no_encryption() -> None:
    """A leased line without a word on encryption is not stated, and with "none" it is plaintext."""
    assert _first(_sketch(network="leased-line")).protection is Protection.NOT_STATED
    assert _first(_sketch("none", network="leased-line")).protection is Protection.PLAINTEXT


def test_what_is_undecided_is_answered_for_each_option() -> None:
    """The cases name the choice and the option; a choice that changes nothing is not named."""
    exposure = _first(_sketch({"undecided": ["tls", "none"], "choice": "方式"}, medium={"undecided": ["usb", "fax"]}))
    assert exposure.when(Protection.PLAINTEXT) == ((("方式", 1),),)
    assert exposure.when(Protection.ENCRYPTED) == ((("方式", 0),),)
    assert exposure.when(Protection.NOT_STATED) == ()
    assert _first(_sketch("none")).when(Protection.PLAINTEXT) == ((),)


def test_the_statement_that_decides_is_kept() -> None:
    """The promise of a seal outweighs the plaintext of its channel, so it is what an answer must settle."""
    exposure = _first(_sketch("none", [{"窓口 -> 台帳": {"encryption": {"to-confirm": "封緘", "by": "総務課"}}}]))
    assert exposure.protection is Protection.TO_CONFIRM
    assert exposure.statement.by == "総務課"


def test_an_arrow_under_sealed_is_itself_the_statement() -> None:
    """A seal of which no method is said is there; one said to be not stated is unknown."""
    assert _first(_sketch("none", [{"窓口 -> 台帳": {}}])).sealed
    silent = {"窓口 -> 台帳": {"encryption": {"not-stated": "方式の記載なし"}}}
    assert _first(_sketch("none", [silent])).protection is Protection.NOT_STATED


def test_a_seal_covers_the_hop_to_its_end_but_not_the_node_there() -> None:
    """At its end the payload is opened, so the node sees it; on the way it does not."""
    exposure = facts_of(_sketch("tls", [{"窓口 -> 台帳": {}}])).exposure
    there = exposure["申請: 受付 → 台帳", "申請書"].outcomes[0]
    assert exposure["申請: 窓口 → 受付", "申請書"].outcomes[0].sealed_past
    assert there.sealed
    assert not there.sealed_past


def test_an_encrypted_medium_protects_what_it_carries() -> None:
    """Data written to an encrypted USB stick is not in plaintext, and what is said of its rest counts as well."""
    nodes = {"窓口": {}, "受付": {"kind": "usb", "encryption": "aes"}, "台帳": {}}
    assert _first(_sketch(medium="usb", nodes=nodes)).protection is Protection.ENCRYPTED
    nodes["受付"] = {"kind": "usb"}
    sketch = _sketch(medium="usb", nodes=nodes)
    sketch["storage"] = [{"受付": {"data": ["申請書"], "at-rest": "to-confirm"}}, {"台帳": {"data": ["申請書"]}}]
    assert _first(sketch).protection is Protection.TO_CONFIRM


def test_too_many_choices_on_one_hop_are_left_undecided_instead_of_multiplied() -> None:
    """Twenty independent seals would be a million combinations; the state is then simply undecided."""
    seals = [
        {"窓口 -> 台帳": {"encryption": {"undecided": ["to-confirm", "none"], "choice": f"封緘{n}"}}} for n in range(20)
    ]
    assert 2 ** len(seals) > LIMIT
    exposure = _first(_sketch("none", seals))
    assert exposure.outcomes == (Outcome(Protection.UNDECIDED),)


def test_the_weakest_personal_item_stands_for_a_hop() -> None:
    """Public data in plaintext beside sealed personal data does not make the hop plaintext."""
    sketch = _sketch("none", [{"窓口 -> 台帳": {"data": ["申請書"]}}])
    sketch["flows"]["申請"]["data"] = ["広報", "申請書"]
    facts = facts_of(sketch)
    assert facts.protection("申請: 窓口 → 受付") is Protection.ENCRYPTED
    sketch["flows"]["申請"]["data"] = ["広報"]
    assert facts_of(sketch).protection("申請: 窓口 → 受付") is Protection.PLAINTEXT


@examples(30)
@given(protections)
def test_every_shape_of_a_statement_can_be_read(said: object) -> None:
    """What the strategies build is valid, so that the other tests test facts and not the reader."""
    assert facts_of(_sketch(said)).exposure
