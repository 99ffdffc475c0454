"""Is the way of an item what leads from one node to another, and are those who see it gathered?"""

from itertools import pairwise

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from dataflow_assess.assessment import Assessment
from dataflow_assess.facts import Ending, Facts, Level, Residence, Role, Seer
from dataflow_assess.model import Standing
from dataflow_assess.reports.trace_text import ending
from dataflow_assess.reports.tracing import onlookers, seer_name, trace
from tests.unit.facts.described import chain

NODES = ("窓口", "受付", "中継", "本庁", "書庫")


def assessed(facts: Facts) -> Assessment:
    """Return the assessment of facts, without rules."""
    return Assessment("記述.yaml", facts, ())


@st.composite
def _arrows(draw: st.DrawFn) -> list[tuple[str, str]]:
    pair = st.lists(st.sampled_from(NODES), min_size=2, max_size=2, unique=True)
    return [(source, target) for source, target in draw(st.lists(pair, min_size=1, max_size=6))]


def _walks(arrows: list[tuple[str, str]], walk: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return every walk that uses no arrow twice."""
    found = {walk}
    for source, target in arrows:
        if source == walk[-1] and (source, target) not in pairwise(walk):
            found |= _walks(arrows, (*walk, target))
    return found


@settings(max_examples=60, deadline=None)
@given(_arrows(), st.sampled_from(NODES), st.sampled_from(NODES))
def test_what_lies_between_two_nodes_is_what_walks_between_them_use(
    arrows: list[tuple[str, str]], start: str, end: str
) -> None:
    """Each hop that the item can take from the one to the other, found by walking all ways."""
    facts = chain(*({f"{source} -> {target}": {}} for source, target in arrows), nodes={node: {} for node in NODES})
    found = {(hop.source, hop.target) for hop in trace(assessed(facts), "申請", start, end).hops}
    walks = _walks(arrows, (start,))
    before = {walk[-1] for walk in walks}
    expected = {
        (source, target)
        for source, target in arrows
        if source in before and any(walk[-1] == end for walk in _walks(arrows, (target,)))
    }
    assert found == expected


def test_hops_stand_in_the_order_of_their_numbers_and_the_way_begins_where_none_leads() -> None:
    """In a circle it begins with its first hop."""
    facts = chain({"窓口 -> 受付": {}}, {"受付 -> 本庁": {}}, {"書庫 -> 本庁": {}})
    way = trace(assessed(facts), "申請")
    assert [facts.graph.numbers[hop.id] for hop in way.hops] == [1, 2, 3]
    assert way.beginnings == ("窓口", "書庫")
    assert trace(assessed(chain({"窓口 -> 受付": {}}, {"受付 -> 窓口": {}})), "申請").beginnings == ("窓口",)


def test_each_who_sees_is_gathered_with_all_roles_and_the_most_that_is_seen() -> None:
    """Those who see most stand first."""
    firms = {"operator": "甲社", "maintainers": ["甲社"], "tenants": ["乙社"]}
    facts = chain({"窓口 -> 本庁": {"encryption": "tls"}}, nodes={"本庁": firms})
    seen = onlookers(assessed(facts), trace(assessed(facts), "申請").at_node["本庁"])
    assert [(each.seer.id, each.roles, each.level) for each in seen] == [
        ("甲社", (Role.OPERATOR, Role.MAINTAINER), Level.PLAINTEXT),
        ("乙社", (Role.TENANT,), Level.UNKNOWN),
    ]


def test_who_is_not_named_is_called_by_what_they_run() -> None:
    """A machine or a zone by its name, a network by its kind."""
    facts = chain(
        {"窓口 -> 本庁": {}}, nodes={"本庁": {"name": "本庁舎"}}, zones={"回線": {"name": "県の回線"}}
    )  # fmt: skip

    def name(kind: str, identifier: str, standing: Standing = Standing.STATED) -> str:
        return seer_name(assessed(facts), Seer(kind, identifier, standing)).text("ja")

    assert name("unnamed", "本庁", Standing.WITHHELD) == "本庁舎の運用者（非公開）"
    assert name("unnamed", "回線", Standing.NOT_STATED) == "県の回線の運用者（未記載）"
    assert name("network", "internet", Standing.NOT_STATED) == "インターネットの運用者（未記載）"
    assert (name("party", "甲社"), name("person", "窓口")) == ("甲社", "窓口")


def test_every_ending_is_a_sentence_of_its_own() -> None:
    """Days after, never, with the original, and unknown for each reason."""
    original = {"本庁": {"data": ["申請"], "form": "original"}}

    def told(*copies: object, kind: str = "server") -> str:
        nodes = {"予備": {"kind": kind}}
        facts = chain({"窓口 -> 予備": {}}, {"予備 -> 本庁": {}}, nodes=nodes, storage=list(copies))
        return ending(assessed(facts), facts.residence["申請"]).text("ja")

    def copy(**said: str) -> object:
        return {"予備": {"data": ["申請"], "form": "backup", **said}}

    assert told() == "不明（保存場所の記載なし）"
    assert told(original, kind="paper") == "不明（予備に申請が残るか否かが未記載のため）"
    assert told(original, kind="firewall") == "正本と同時（正本の消去後に残るものの記載なし）"
    assert told(original) == "正本と同時（正本の消去後に残るものの記載なし）。ただし、予備に残るか否かは未記載"
    assert told(copy(keep="6年")) == "正本の記載なし（最も長く残るのは予備の申請で、6年保存）"
    assert told(original, copy(keep="1年")) == "遅くとも正本の消去の1年後（予備の申請による）"
    assert told(original, copy(keep="1日")) == "遅くとも正本の消去の1日後（予備の申請による）"
    assert told(copy(form="cache", delete="送信後")) == "正本の記載なし（一時的に保存するものは記載のとおり消去される）"
    assert told(original, copy(keep="14日")) == "遅くとも正本の消去の14日後（予備の申請による）"
    assert told(original, copy(keep="無期限")) == "なくならない（予備の申請が期限なく保存されるため）"
    assert told(original, copy()) == "不明（予備の申請がいつまで残るかが定まっていないため）"
    assert told(original, kind="platform") == "不明（予備に申請が残るか否かが未記載のため）"


def test_an_ending_is_told_from_the_fact_alone() -> None:
    """A residence with other days reads with those days."""
    stored = [{"窓口": {"data": ["申請"], "form": "original"}}, {"本庁": {"data": ["申請"], "keep": "14日"}}]
    facts = chain({"窓口 -> 本庁": {}}, storage=stored)
    residence: Residence = attrs.evolve(facts.residence["申請"], days=0.5)
    assert residence.ending is Ending.AFTER
    assert "0.5 days" in ending(assessed(facts), residence).text("en")
