"""By which contracts does a party answer to the controller, where does that break, and what lacks on the way?"""

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dataflow_assess.facts import Custody, Facts
from dataflow_assess.model import Standing
from dataflow_assess.vocabulary import standard_vocabulary
from tests.examples import examples
from tests.strategies import PARTIES, Sketch, inhabited
from tests.unit.facts.described import chain, facts_of

TLS = {"encryption": "tls"}
FIRMS = {name: {"kind": "company"} for name in ("甲社", "乙社", "丙社", "丁社")}
REQUIRED = tuple(term.en for term in standard_vocabulary().terms("clause") if term.has("required"))


def _bound(*contracts: object, nodes: object = None, **sections: Any) -> Facts:  # noqa: ANN401 - what YAML holds
    """Return the facts of a city whose item goes to a server of 丙社."""
    nodes = nodes or {"窓口": {"operator": "みなと市"}, "本庁": {"operator": "丙社"}}
    parties = {"みなと市": {"kind": "municipality"}, **FIRMS}
    return chain({"窓口 -> 本庁": TLS}, nodes=nodes, parties=parties, contracts=list(contracts), **sections)


def _certified(*certifications: object, **sections: Any) -> Custody:  # noqa: ANN401 - what YAML holds
    contracts = ("みなと市 -> 甲社", "甲社 -> 丙社")
    return _bound(*contracts, certifications=list(certifications), **sections).custody["丙社"]


@st.composite
def _contracted(draw: st.DrawFn) -> Sketch:
    """Return an inhabited description with contracts between any of its parties."""
    sketch = draw(inhabited())
    pairs = st.lists(st.sampled_from(PARTIES), min_size=2, max_size=2, unique=True)
    arrows = {" -> ".join(pair) for pair in draw(st.lists(pairs, max_size=5))}
    return sketch | {"contracts": sorted(arrows)}


def _ways(sketch: Sketch, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield every chain of contracts that begins with ``path`` and names nobody twice."""
    yield path
    for arrow in sketch["contracts"]:
        source, target = arrow.split(" -> ")
        if source == path[-1] and target not in path:
            yield from _ways(sketch, (*path, target))


@examples(60)
@given(_contracted())
def test_the_chain_is_the_shortest_of_all_chains(sketch: Sketch) -> None:
    """Found by walking every one; whoever sees data and has none is unbound."""
    facts = facts_of(sketch)
    holders = {seer.id for seer, _ in facts.visibility if seer.kind == "party"} - {"みなと市"}
    assert set(facts.custody) == holders
    for party, custody in facts.custody.items():
        depths = [len(way) - 1 for way in _ways(sketch, ("みなと市",)) if way[-1] == party]
        assert custody.depth == min(depths, default=0)
        assert custody.is_bound is bool(depths)
        ends = ["みなと市", *(link.contract.target for link in custody.chain)]
        assert [link.contract.source for link in custody.chain] == ends[:-1]
        assert not custody.is_bound or ends[-1] == party


def test_a_chain_may_be_three_deep_with_the_consent_at_each_step() -> None:
    """The city's own contract needs none; what the papers say of the others is kept as they say it."""
    second = {"甲社 -> 乙社": {"kind": "subcontracting", "consent": {"value": "given", "evidence": "資料3"}}}
    found = _bound("みなと市 -> 甲社", second, {"乙社 -> 丙社": {"consent": "to-confirm"}}).custody["丙社"]
    assert [(link.contract.target, link.depth) for link in found.chain] == [("甲社", 1), ("乙社", 2), ("丙社", 3)]
    given_, open_ = found.chain[1].consent, found.chain[2].consent
    assert given_.value is not None
    assert (given_.value.en, given_.evidence) == ("given", ("資料3",))
    assert (open_.standing, found.chain[0].consent.standing) == (Standing.TO_CONFIRM, Standing.NOT_STATED)
    assert (found.data, found.handed_by) == (("申請",), ())


def test_the_shortest_of_several_chains_counts() -> None:
    """A direct contract stands beside a subcontract."""
    found = _bound("みなと市 -> 甲社", "甲社 -> 丙社", "みなと市 -> 丙社").custody["丙社"]
    assert [link.contract.id for link in found.chain] == ["みなと市 → 丙社"]


def test_where_the_chain_breaks_those_who_hand_the_data_over_are_named() -> None:
    """They are the ones who lack a contract; one in the wrong direction is none."""
    found = _bound("みなと市 -> 甲社", "丙社 -> 甲社").custody["丙社"]
    assert (found.is_bound, found.depth, found.handed_by) == (False, 0, ("みなと市",))


def test_who_maintains_or_carries_is_handed_data_by_whom_it_works_for() -> None:
    """The operator of the machine, and the sender on the network: neither of them receives a hop."""
    zones = {"回線": {"kind": "leased-line", "operator": "乙社"}}
    nodes = {"窓口": {"operator": "みなと市"}, "本庁": {"operator": "丙社", "maintainers": ["甲社"]}}
    hop = {"窓口 -> 本庁": {"network": "回線", **TLS}}
    parties = {"みなと市": {"kind": "municipality"}, **FIRMS}
    found = chain(hop, nodes=nodes, zones=zones, parties=parties).custody
    assert (found["甲社"].handed_by, found["乙社"].handed_by) == (("丙社",), ("みなと市",))


def test_the_controller_and_individuals_need_no_contract() -> None:
    """Whose the data is, and who answers for it."""
    parties = {"みなと市": {"kind": "municipality"}, "住民": {"kind": "individual"}}
    nodes = {"端末": {"operator": "住民"}, "本庁": {"operator": "みなと市"}}
    assert chain({"端末 -> 本庁": TLS}, nodes=nodes, parties=parties).custody == {}


def test_who_sees_only_ciphertext_is_in_custody_too() -> None:
    """Encrypted personal data is personal data."""
    zones = {"回線": {"kind": "leased-line", "operator": "甲社"}}
    facts = chain({"窓口 -> 本庁": {"network": "回線", **TLS}}, zones=zones)
    assert facts.custody["甲社"].data == ("申請",)


def test_missing_clauses_are_told_of_each_contract_that_lists_its_own() -> None:
    """The required ones that it lacks; of a contract whose clauses are not listed, nothing is known."""
    listed = {"みなと市 -> 甲社": {"clauses": ["confidentiality", "目的外利用禁止"]}}
    found = _bound(listed, "甲社 -> 丙社").custody["丙社"]
    missing = found.missing_clauses
    lacks = missing["みなと市 → 甲社"]
    assert lacks is not None
    assert tuple(clause.en for clause in lacks) == tuple(
        each for each in REQUIRED if each not in ("confidentiality", "no-other-use")
    )
    assert missing["甲社 → 丙社"] is None
    complete = _bound({"みなと市 -> 丙社": {"clauses": list(REQUIRED)}}).custody["丙社"]
    assert complete.missing_clauses == {"みなと市 → 丙社": ()}


def test_clauses_still_asked_or_disputed_are_not_known() -> None:
    """Neither is a list that lacks them."""
    for said in ("to-confirm", {"value": ["liability"], "also": [{"value": ["care"], "evidence": "資料2"}]}):
        found = _bound({"みなと市 -> 丙社": {"clauses": said}}).custody["丙社"]
        assert found.missing_clauses == {"みなと市 → 丙社": None}


def test_a_certificate_counts_for_who_holds_it() -> None:
    """And for nobody else where its scope speaks of others."""
    found = _certified({"ISO27001": {"holder": "丙社"}}, {"ISMAP": {"holder": "丁社", "scope": "別のサービス"}})
    assert [each.scheme for each in found.certifications] == ["ISO27001"]
    assert found.certified_elsewhere == ()


def test_a_certificate_whose_scope_names_the_party_or_what_it_runs_sits_elsewhere() -> None:
    """By name or alias of the party, or by node, product or zone at which it handles the data; in any spelling."""
    nodes = {
        "窓口": {"operator": "みなと市"},
        "本庁": {"operator": "丙社", "product": "ＢＯＯＫ-1", "in": "西センター"},
    }
    zones = {"西センター": {"kind": "data-centre"}}
    for scope in ("丙社のサービス", "本庁の運用", "book-1 (クラウド)", "西センターの設備"):
        found = _certified({"ISMAP": {"holder": "丁社", "scope": scope}}, nodes=nodes, zones=zones)
        assert [each.scheme for each in found.certified_elsewhere] == ["ISMAP"], scope


def test_a_certificate_first_said_to_be_the_partys_own_sits_elsewhere() -> None:
    """Corrected in the session, or said differently in another paper."""
    corrected = {"value": "丁社", "corrects": [{"value": "丙社", "evidence": "答弁"}]}
    assert _certified({"ISMAP": {"holder": corrected, "scope": "丁社のサービス"}}).certified_elsewhere
    disputed = {"value": "丁社", "also": [{"value": "丙社", "evidence": "資料2"}]}
    found = _certified({"ISMAP": {"holder": disputed}})
    assert (found.certifications, len(found.certified_elsewhere)) == ((), 1)


def test_a_certificate_without_scope_of_somebody_on_the_chain_sits_elsewhere() -> None:
    """The contractor has one, and the subcontractor that has the data has not; with one of its own it is no matter."""
    of_contractor = {"ISO27001": {"holder": "甲社"}}
    assert [each.holder.value for each in _certified(of_contractor).certified_elsewhere] == ["甲社"]
    assert _certified(of_contractor, {"iso27001": {"holder": "丙社"}}).certified_elsewhere == ()
    assert _certified({"ISO27001": {"holder": "丁社"}}).certified_elsewhere == ()
