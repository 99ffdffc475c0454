"""Are the standing questions answered from the facts, and is what is open told as open?"""

from typing import Any

from dataflow_assess.assessment import Assessment
from dataflow_assess.model import Standing
from dataflow_assess.reports.inquiry import Origin, inquiries
from tests.strategies import Sketch
from tests.unit.facts.described import chain

TLS = {"encryption": "tls"}
LEAVES, ENCRYPTED, SEEN, KEPT, DELETED, PASSED_ON, FAILURE, DATES = range(8)


def _answers(number: int, *hops: dict[str, Any], **sections: Any) -> list[tuple[str, Standing]]:  # noqa: ANN401
    """Return the answers to one standing question, in Japanese, each with its standing."""
    facts = chain(*hops or ({"窓口 -> 本庁": TLS},), **sections)
    inquiry = inquiries(Assessment("記述.yaml", facts, ()))[number]
    assert inquiry.origin is Origin.STANDING
    return [(answer.text.text("ja") if answer.text else "", answer.standing) for answer in inquiry.answers]


CITY = {"窓口": {"operator": "みなと市"}, "本庁": {"operator": "みなと市"}}


def test_data_that_stays_with_one_organisation_leaves_nowhere() -> None:
    """And neither its encryption outside nor other firms are asked about."""
    assert _answers(LEAVES, nodes=CITY) == [("出ない（全ての区間が一つの組織の内にある）", Standing.STATED)]
    assert _answers(ENCRYPTED, nodes=CITY) == [("該当なし（組織の外へ出る区間なし）", Standing.STATED)]


def test_a_hop_to_somebody_not_named_may_leave() -> None:
    """That is open until they are named, or until one of several is chosen."""
    ((text, standing),) = _answers(LEAVES, nodes={"窓口": {"operator": "みなと市"}})
    assert (text, standing) == ("区間1: 窓口 → 本庁（みなと市から未記載へ）", Standing.NOT_STATED)
    firms = {"undecided": ["みなと市", "甲社"]}
    ((text, standing),) = _answers(LEAVES, nodes={"窓口": {"operator": "みなと市"}, "本庁": {"operator": firms}})
    assert (text, standing) == (
        "区間1: 窓口 → 本庁（みなと市からみなと市、甲社（いずれか未定）へ）",
        Standing.NOT_STATED,
    )


def test_a_hop_that_leaves_names_both_sides() -> None:
    """Whose the data was before, and whose it is behind the border."""
    nodes = {"窓口": {"kind": "person"}, "本庁": {"operator": "甲社"}}
    parties = {"みなと市": {}, "甲社": {"name": "株式会社甲"}}
    assert _answers(LEAVES, nodes=nodes, parties=parties) == [
        ("区間1: 窓口 → 本庁（窓口から株式会社甲へ）", Standing.STATED)
    ]


def test_hops_of_one_route_are_one_answer() -> None:
    """With all their numbers; another state or another evidence is an answer of its own."""
    nodes = {"窓口": {"operator": "みなと市"}, "本庁": {"operator": "甲社"}}
    said = [
        {"窓口 -> 本庁": {"encryption": {"value": "tls", "evidence": paper}}} for paper in ("資料1", "資料1", "資料2")
    ]
    assert _answers(LEAVES, *said, nodes=nodes) == [("区間1、2、3: 窓口 → 本庁（みなと市から甲社へ）", Standing.STATED)]
    assert [text for text, _ in _answers(ENCRYPTED, *said, nodes=nodes)] == [
        "区間1、2: 窓口 → 本庁（暗号化）",
        "区間3: 窓口 → 本庁（暗号化）",
    ]


def test_what_is_kept_is_asked_also_where_nothing_is_said_of_it() -> None:
    """A server that reads it, a service that may keep it; not where the papers say that nothing stays."""
    nodes: Sketch = {
        "窓口": {},
        "中継": {"kind": "relay"},
        "LINE": {"kind": "platform"},
        "転送": {"kind": "relay", "keeps": "nothing"},
        "本庁": {"kind": "server"},
    }
    hops = [{"窓口 -> 中継 -> LINE -> 転送 -> 本庁": TLS}]
    assert _answers(KEPT, *hops, nodes=nodes, storage=[{"本庁": {"data": ["申請"], "keep": "5年"}}]) == [
        ("本庁の申請: 5年", Standing.STATED),
        ("中継に申請が残るか否か", Standing.NOT_STATED),
        ("LINEに申請が残るか否か", Standing.NOT_STATED),
    ]


def test_encryption_is_answered_for_the_hops_that_leave() -> None:
    """Unknown states are open, in the way in which they are unknown."""
    nodes = {"窓口": {"operator": "みなと市"}, "本庁": {"operator": "甲社"}}
    assert _answers(ENCRYPTED, nodes=nodes) == [("区間1: 窓口 → 本庁（暗号化）", Standing.STATED)]
    asked = {"窓口 -> 本庁": {"encryption": {"to-confirm": "有無", "by": "情報課"}}}
    assert _answers(ENCRYPTED, asked, nodes=nodes) == [("区間1: 窓口 → 本庁（確認中）", Standing.TO_CONFIRM)]
    assert _answers(ENCRYPTED, asked, nodes=nodes, sealed=["窓口 -> 本庁"]) == [
        ("区間1: 窓口 → 本庁（暗号化）", Standing.STATED)
    ]


def test_who_can_see_it_names_candidates_and_those_nobody_names() -> None:
    """Certain readers first, then candidates, then what is not known."""
    nodes = {
        "窓口": {"operator": "みなと市"},
        "本庁": {"operator": {"undecided": ["甲社", "乙社"]}},
        "支所": {"tenants": ["甲社"]},
    }
    assert _answers(SEEN, {"窓口 -> 本庁": TLS}, {"窓口 -> 支所": TLS}, nodes=nodes) == [
        ("みなと市は申請を読める", Standing.STATED),
        ("支所の運用者（未記載）は申請を読める", Standing.NOT_STATED),
        ("甲社は、選択肢によっては申請を読める", Standing.UNDECIDED),
        ("乙社は、選択肢によっては申請を読める", Standing.UNDECIDED),
    ]


def test_deletion_is_answered_only_when_all_of_it_is() -> None:
    """Who, when, how and how that is verified."""
    whole = {"by": "甲社", "when": "年度末", "how": "上書き", "verify": "証明書"}
    stored = {"data": ["申請"], "keep": "5年"}
    assert _answers(DELETED, storage=[{"本庁": stored | {"delete": whole}}])[0][1] is Standing.STATED
    del whole["verify"]
    ((text, standing),) = _answers(DELETED, storage=[{"本庁": stored | {"delete": whole}}])
    assert standing is Standing.NOT_STATED
    assert text.endswith("消去の確認方法は未記載")


def test_every_link_of_a_chain_is_asked_for_its_consent_once() -> None:
    """Also a link whose party sees nothing itself; who has no contract is named."""
    parties: Sketch = {"みなと市": {}, "甲社": {}, "乙社": {}, "丙社": {}, "丁社": {}}
    contracts = ["みなと市 -> 甲社", {"甲社 -> 乙社": {"consent": "given"}}, "乙社 -> 丙社"]
    nodes = {"窓口": {"operator": "丙社", "maintainers": ["丁社"]}, "本庁": {"operator": "丙社"}}
    assert _answers(PASSED_ON, nodes=nodes, parties=parties, contracts=contracts) == [
        ("乙社に再委託（みなと市 → 甲社、甲社 → 乙社）。許諾: 許諾", Standing.STATED),
        ("丙社への再委託の許諾（みなと市 → 甲社、甲社 → 乙社、乙社 → 丙社）", Standing.NOT_STATED),
        ("丁社がどの契約に基づき個人情報を扱うか", Standing.NOT_STATED),
    ]


def test_work_that_is_not_passed_on_is_said_to_be_so() -> None:
    """Where every firm has its own contract, and where there is none; where somebody is not named, it is open."""
    nodes = {"窓口": {"operator": "みなと市"}, "本庁": {"operator": "甲社"}}
    assert _answers(PASSED_ON, nodes=nodes, contracts=["みなと市 -> 甲社"]) == [
        ("再委託なし（関係する事業者は、いずれも実施機関と直接契約している）", Standing.STATED)
    ]
    assert _answers(PASSED_ON, nodes=CITY) == [
        ("再委託なし（記述の上では、ほかの事業者は個人情報を扱わない）", Standing.STATED)
    ]
    assert _answers(PASSED_ON) == []


def test_second_sites_and_remote_erasure_answer_what_happens_on_failure() -> None:
    """With what was done after an incident and the measures that speak of it; what is still asked is open."""
    zones = {"センター": {"mirror": "西の拠点"}}
    nodes = {"端末": {"kind": "terminal", "remote-wipe": "to-confirm"}}
    measures = [{"text": "施錠する", "evidence": "資料1"}, {"text": "毎日バックアップを取る"}]
    incidents = [{"text": "誤送信", "remedy": "宛先を二人で確かめる"}, {"text": "盗難"}]
    assert _answers(FAILURE, zones=zones, nodes=nodes, measures=measures, incidents=incidents) == [
        ("センター: 予備の拠点 西の拠点", Standing.STATED),
        ("端末: 遠隔消去 確認中", Standing.TO_CONFIRM),
        ("「誤送信」の後の対応: 宛先を二人で確かめる", Standing.STATED),
        ("毎日バックアップを取る", Standing.STATED),
    ]
