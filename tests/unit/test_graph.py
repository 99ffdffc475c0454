"""Does the graph answer in the domain's words what the description says?"""

import pytest

from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.reading import read_source

TEXT = """
format: 1
system: {title: 就学援助の申請, controller: A市}
parties: {A市: {kind: municipality}, 甲社: {kind: company}}
zones:
  市役所: {kind: office, operator: A市}
  庁内LAN: {kind: lan, in: 市役所}
  データセンター: {kind: data-centre}
nodes:
  保護者: {kind: person}
  学校端末: {kind: terminal, in: 庁内LAN}
  申請サーバ: {kind: server, in: データセンター, operator: 甲社}
  台帳: {kind: server, in: 庁内LAN, operator: {to-confirm: 運用者}}
data: {申請書: {}, 世帯情報: {}, 様式: {personal: no}}
flows:
  決定: {data: 世帯情報, hops: [申請サーバ -> 学校端末]}
  申請:
    data: [申請書, 様式]
    hops:
      - 保護者 -> 学校端末: {medium: paper}
      - 学校端末 -> 申請サーバ -> 台帳
      - 申請サーバ -> 台帳: {data: 様式}
      - 台帳 -> 申請サーバ
    reply: 決定
  統計: {data: 様式, hops: [学校端末 -> 台帳], reply: 決定}
storage:
  - 台帳: {data: [申請書, 様式]}
  - 学校端末: {data: 様式}
"""


@pytest.fixture(scope="module")
def graph() -> DataFlowGraph:
    """Return the graph of the description above."""
    return DataFlowGraph(read_source(TEXT, "申請.yaml"))


def test_elements_are_found_by_their_identifiers(graph: DataFlowGraph) -> None:
    """Each kind of element has its own name space; an unknown one is a KeyError."""
    assert graph.node("台帳").id == graph.system.nodes[-1].id
    assert graph.zone("庁内LAN").parent == "市役所"
    assert graph.party("甲社").id == "甲社"
    assert not graph.item("様式").personal
    assert graph.flow("申請").reply.value == "決定"
    with pytest.raises(KeyError):
        graph.node("甲社")


def test_hops_are_numbered_in_order_of_travel_with_the_reply_behind_the_request(graph: DataFlowGraph) -> None:
    """The reply is written first here, and still comes last; flows that are no reply come in the order written."""
    assert [flow.id for flow in graph.flows_in_order_of_travel()] == ["申請", "決定", "統計"]
    assert graph.numbers["申請: 保護者 → 学校端末"] == 1
    assert graph.numbers["決定: 申請サーバ → 学校端末"] == 6
    assert sorted(graph.numbers.values()) == list(range(1, 8))


def test_flows_that_answer_one_another_are_each_travelled_once() -> None:
    """A ring of replies has no beginning, so the order written decides."""
    text = TEXT.replace("hops: [申請サーバ -> 学校端末]}", "reply: 申請, hops: [申請サーバ -> 学校端末]}")
    ring = DataFlowGraph(read_source(text, "申請.yaml"))
    assert [flow.id for flow in ring.flows_in_order_of_travel()] == ["統計", "決定", "申請"]


def test_a_request_and_its_reply_are_one_exchange(graph: DataFlowGraph) -> None:
    """A reply that two requests share belongs to the first of them."""
    assert graph.exchanges == {"申請": "申請", "決定": "申請", "統計": "統計"}


def test_hops_are_found_from_either_end(graph: DataFlowGraph) -> None:
    """Parallel hops count each, and only in their direction."""
    assert [hop.id for hop in graph.hops_from("申請サーバ")] == [
        "決定: 申請サーバ → 学校端末",
        "申請: 申請サーバ → 台帳",
        "申請: 申請サーバ → 台帳#2",
    ]
    assert [hop.source for hop in graph.hops_into("台帳")] == ["申請サーバ", "申請サーバ", "学校端末"]
    assert [hop.id for hop in graph.hops_between("申請サーバ", "台帳")] == [
        "申請: 申請サーバ → 台帳",
        "申請: 申請サーバ → 台帳#2",
    ]
    assert graph.hops_between("台帳", "保護者") == []


def test_a_hop_carries_its_own_data_or_that_of_its_flow(graph: DataFlowGraph) -> None:
    """And it carries personal data when one of its items is."""
    first, second = graph.hops_between("申請サーバ", "台帳")
    assert graph.data_on(first) == ("申請書", "様式")
    assert graph.data_on(second) == ("様式",)
    assert graph.carries_personal_data(first)
    assert not graph.carries_personal_data(second)
    ledger, terminal = graph.system.storage
    assert graph.holds_personal_data(ledger)
    assert not graph.holds_personal_data(terminal)


def test_a_node_stands_in_its_zones_and_in_a_place(graph: DataFlowGraph) -> None:
    """A LAN is no place; the building around it is."""
    assert [zone.id for zone in graph.zones_around("庁内LAN")] == ["庁内LAN", "市役所"]
    assert graph.zones_around(None) == ()
    place = graph.place_of("台帳")
    assert place is not None
    assert place.id == "市役所"
    assert graph.place_of("保護者") is None


def test_the_operator_is_stated_for_the_node_or_for_a_zone_around_it(graph: DataFlowGraph) -> None:
    """What is said of the node comes first, also when it is only promised; silence everywhere stays silence."""
    assert graph.operator_of(graph.node("申請サーバ")).value == "甲社"
    assert graph.operator_of(graph.node("学校端末")).value == "A市"
    assert graph.operator_of(graph.node("台帳")).standing.value == "to-confirm"
    assert graph.operator_of(graph.node("保護者")).is_silent


def _onward(graph: DataFlowGraph, *identifiers: str) -> list[str]:
    hops = {hop.id: hop for hop in graph.hops()}
    return [hop.label for hop in graph.onward([hops[identifier] for identifier in identifiers])]


def test_what_arrives_goes_on_over_the_hops_of_its_flow_but_not_back(graph: DataFlowGraph) -> None:
    """Back is no onward way, unless something arrived from elsewhere as well."""
    assert _onward(graph, "申請: 学校端末 → 申請サーバ") == ["申請サーバ → 台帳", "申請サーバ → 台帳"]
    assert _onward(graph, "申請: 申請サーバ → 台帳") == []
    assert _onward(graph, "申請: 学校端末 → 申請サーバ", "申請: 台帳 → 申請サーバ") == ["申請サーバ → 台帳"] * 2


def test_where_a_flow_begins_only_later_hops_go_on() -> None:
    """A round trip does not start again with what it brought back; a way on from the beginning is one."""
    text = TEXT.replace(
        "    hops:\n      - 保護者 -> 学校端末: {medium: paper}\n",
        "    hops:\n      - 台帳 -> 学校端末\n      - 申請サーバ -> 台帳\n      - 台帳 -> 保護者\n",
    )
    graph = DataFlowGraph(read_source(text, "申請.yaml"))
    assert _onward(graph, "申請: 申請サーバ → 台帳") == ["台帳 → 保護者"]
