"""Where does an item rest, and what outlives the deletion of its original?"""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dataflow_assess.facts import Ending, Facts
from tests.examples import examples
from tests.strategies import ABSENT, Said, Sketch
from tests.unit.facts.described import chain, facts_of

PERIODS = ("7日", "14日", "2週間", "1年", "無期限", "不要になり次第", "返還まで", "to-confirm", "not-stated")
_DAYS = {"7日": 7, "14日": 14, "2週間": 14, "1年": 365}
_period = st.sampled_from(PERIODS)
_keeps: st.SearchStrategy[Said] = st.one_of(
    st.just(ABSENT),
    _period,
    _period,
    st.builds(lambda one, other: {"undecided": [one, other]}, _period, _period),
    st.builds(
        lambda one, other: {"value": one, "also": [{"value": other, "evidence": "資料2"}]},
        st.sampled_from(PERIODS[:6]),
        st.sampled_from(PERIODS[:6]),
    ),
    st.builds(
        lambda value, start: {"value": value, "from": start},
        st.sampled_from(PERIODS[:5]),
        st.sampled_from(["卒園", "取得"]),
    ),
)
_FORMS = ("original", "copy", "derived", "temporary", "cache", "log", "backup", "paper", ABSENT)


@st.composite
def _stores(draw: st.DrawFn) -> Sketch:
    """Return a city with stores of an item, of one that derives from it, and of one that has nothing to do with it."""
    storage = [
        {
            f"庫{number}": {
                "data": [draw(st.sampled_from(["申請", "集計", "広報"]))],
                **{
                    key: value
                    for key, value in {"form": draw(st.sampled_from(_FORMS)), "keep": draw(_keeps)}.items()
                    if value
                },
                **({"delete": {"when": "処理の後すぐ"}} if draw(st.booleans()) else {}),
            }
        }
        for number in range(draw(st.integers(0, 4)))
    ]
    return {
        "format": 1,
        "system": {"title": "みなと市の保存", "controller": "みなと市"},
        "parties": {"みなと市": {}},
        "nodes": {"窓口": {}, "本庁": {}, **{f"庫{number}": {} for number in range(len(storage))}},
        "data": {"申請": {}, "集計": {"from": ["申請"]}, "広報": {}},
        "flows": {"送信": {"data": ["申請"], "hops": ["窓口 -> 本庁"]}},
        "storage": storage,
    }


def _weighed(said: Said, body: dict[str, Any]) -> tuple[int, float]:
    """Return how long one reading of a period lets a copy live: 0 none, 1 days, 2 unknown, 3 without end."""
    if isinstance(said, dict) and "from" in said:
        return _weighed(said["value"], body)
    if isinstance(said, dict) and "value" in said:
        values = {said["value"], *(other["value"] for other in said["also"])}
        return _weighed(values.pop(), body) if len(values) == 1 else (2, 0)
    if said in (ABSENT, "not-stated"):
        return (0, 0) if body.get("form") in ("temporary", "cache") and "delete" in body else (2, 0)
    if said == "無期限":
        return 3, 0
    return (1, _DAYS[said]) if said in _DAYS else (2, 0)


def _alike(said: Said, originals: list[Said]) -> float:
    """Return for how long every original is kept from the event from which a copy counts too; 0 where not all are."""
    starts = [isinstance(each, dict) and "from" in each and each["from"] for each in originals]
    if not isinstance(said, dict) or set(starts) != {said.get("from")} or "from" not in said:
        return 0
    return min((_DAYS.get(each["value"], 0) for each in originals), default=0)


def _expected(sketch: Sketch) -> tuple[int, float]:
    kept = [body for entry in sketch["storage"] for body in entry.values() if body["data"] != ["広報"]]
    worst = (0 if kept else 2), 0.0
    for entry in sketch["storage"]:
        (body,) = entry.values()
        said = body.get("keep")
        options = [
            _weighed(each, body)
            for each in (said["undecided"] if isinstance(said, dict) and "undecided" in said else [said])
        ]
        found = max(options)
        originals = [
            each.get("keep")
            for stored in sketch["storage"]
            for each in stored.values()
            if each["data"] == ["申請"] and each.get("form") == "original"
        ]
        if found[0] == 1:
            days = found[1] - _alike(said, originals)
            found = (1, days) if days > 0 else (0, 0)
        if found[0] == 3 and min(options)[0] != 3:
            found = 2, 0
        is_original = body["data"] == ["申請"] and body.get("form") == "original"
        if body["data"] != ["広報"] and (found[0] == 3 or not is_original):
            worst = max(worst, found)
    return worst


@examples(150)
@given(_stores())
def test_the_ending_agrees_with_the_worst_of_all_copies(sketch: Sketch) -> None:
    """Of the item and of what derives from it; of the original itself only when it is kept for ever."""
    found = facts_of(sketch).residence["申請"]
    order = (Ending.WITH_ORIGINAL, Ending.AFTER, Ending.UNKNOWN, Ending.NEVER)
    assert (order.index(found.ending), found.days or 0) == _expected(sketch)
    assert (found.because is None) is (found.ending is Ending.WITH_ORIGINAL or not found.rests)
    assert found.has_original is any(
        body["data"] == ["申請"] and body.get("form") == "original"
        for entry in sketch["storage"]
        for body in entry.values()
    )
    stored = [entry for entry in sketch["storage"] for body in entry.values() if body["data"] != ["広報"]]
    assert {rest.node.id for rest in found.rests} == {node for entry in stored for node in entry}


@examples(60)
@given(_stores(), st.sampled_from(["7日", "無期限"]))
def test_stating_a_period_never_contradicts_what_was_certain(sketch: Sketch, period: str) -> None:
    """For ever stays for ever, and a bound in days is not broken, when what was silent or undecided is stated.

    Of the original nothing is stated, since the bound counts from its deletion, nor where the deletion tells the end.
    """
    before = facts_of(sketch).residence["申請"]
    for entry in sketch["storage"]:
        (body,) = entry.values()
        said = body.get("keep")
        if body.get("form") == "original" or "delete" in body:
            continue
        if said in ("to-confirm", "not-stated", ABSENT):
            body["keep"] = period
        elif isinstance(said, dict) and "undecided" in said:
            body["keep"] = said["undecided"][0]
    after = facts_of(sketch).residence["申請"]
    if before.ending is Ending.NEVER:
        assert after.ending is Ending.NEVER
    if before.ending is Ending.AFTER:
        assert after.ending in (Ending.AFTER, Ending.WITH_ORIGINAL)
        assert (after.days or 0) <= (before.days or 0)


def _stored(*storage: dict[str, Any], **nodes: dict[str, Any]) -> Facts:
    places = {name: nodes.get(name, {}) for entry in storage for name in entry}
    return chain({"窓口 -> 本庁": {}}, nodes={"窓口": {}, "本庁": {}, **places, **nodes}, storage=list(storage))


ORIGINAL = {"本庁": {"data": ["申請"], "form": "original", "keep": "5年"}}


@pytest.mark.parametrize(
    ("copy", "ending", "days"),
    [
        ({"form": "backup", "keep": "14日"}, Ending.AFTER, 14),
        ({"form": "copy", "keep": "無期限"}, Ending.NEVER, None),
        ({"form": "log", "keep": "無期限"}, Ending.NEVER, None),
        ({"form": "copy"}, Ending.UNKNOWN, None),
        ({"form": "copy", "keep": "不要になり次第"}, Ending.UNKNOWN, None),
        ({"form": "paper", "keep": "返還まで"}, Ending.UNKNOWN, None),
        ({"form": "temporary", "delete": {"when": "送信後すぐ"}}, Ending.WITH_ORIGINAL, None),
        ({"form": "cache", "delete": {"when": "送信後すぐ"}}, Ending.WITH_ORIGINAL, None),
        ({"form": "copy", "delete": {"when": "契約終了時"}}, Ending.UNKNOWN, None),
        ({"form": "backup", "keep": {"undecided": ["14日", "30日"]}}, Ending.AFTER, 30),
        ({"form": "backup", "keep": {"undecided": ["14日", "無期限"]}}, Ending.UNKNOWN, None),
        ({"form": "backup", "keep": {"value": "無期限", "also": [{"value": "1年"}]}}, Ending.UNKNOWN, None),
    ],
)
def test_the_last_copy_is_gone_relative_to_the_original(
    copy: dict[str, Any], ending: Ending, days: float | None
) -> None:
    """Days after it, never, or unknown because of the copy that leaves it open."""
    found = _stored(ORIGINAL, {"予備": {"data": ["申請"], **copy}}).residence["申請"]
    assert (found.ending, found.days) == (ending, days)
    assert [rest.node.id for rest in found.rests] == ["本庁", "予備"]
    if found.because is not None:
        assert found.because.node.id == "予備"


def test_an_original_kept_for_ever_never_goes() -> None:
    """Then nothing needs to outlive it."""
    found = _stored({"本庁": {"data": ["申請"], "form": "original", "keep": "無期限"}}).residence["申請"]
    assert (found.ending, found.because and found.because.is_original) == (Ending.NEVER, True)


def test_copies_that_count_from_the_same_event_outlive_the_original_only_by_the_difference() -> None:
    """Seven years from leaving nursery against five; what counts from elsewhere counts in full."""
    original = {"本庁": {"data": ["申請"], "form": "original", "keep": {"value": "5年", "from": "卒園"}}}

    def ending(years: int, start: str) -> tuple[Ending, float | None]:
        keep = {"value": f"{years}年", "from": start}
        found = _stored(original, {"予備": {"data": ["申請"], "form": "copy", "keep": keep}}).residence["申請"]
        return found.ending, found.days

    assert ending(7, "卒園") == (Ending.AFTER, 730)
    assert ending(5, "卒園") == (Ending.WITH_ORIGINAL, None)
    assert ending(7, "取得") == (Ending.AFTER, 7 * 365)


def test_what_derives_from_an_item_outlives_it_too() -> None:
    """A statistic made of applications keeps something of them, its own original included."""
    facts = chain(
        {"窓口 -> 本庁": {}},
        data={"申請": {}, "集計": {"from": ["申請"]}},
        storage=[ORIGINAL, {"窓口": {"data": ["集計"], "form": "original", "keep": "10年"}}],
    )
    found = facts.residence["申請"]
    assert (found.ending, found.days, found.because and found.because.item) == (Ending.AFTER, 3650, "集計")
    assert facts.residence["集計"].ending is Ending.WITH_ORIGINAL


@pytest.mark.parametrize("kind", ["platform", "saas", "paper", "usb", "sd-card", "tape"])
def test_what_gets_to_a_platform_a_service_or_a_medium_may_stay_there(kind: str) -> None:
    """Unless the papers say otherwise: nobody at the city deletes it (LINE), or somebody has to destroy it."""

    def ending(**said: object) -> Ending:
        hops: tuple[Sketch, ...] = ({"窓口 -> 届け先": {}}, {"届け先 -> 本庁": {}})
        return chain(*hops, nodes={"届け先": {"kind": kind, **said}}, storage=[ORIGINAL]).residence["申請"].ending

    assert ending() is ending(keeps="to-confirm") is Ending.UNKNOWN
    assert ending(keeps="nothing") is ending(keeps="transient") is Ending.WITH_ORIGINAL


def test_a_residue_names_the_place_and_no_storage() -> None:
    """So that a report can say that nothing is said; an ordinary server on the way leaves none."""
    nodes = {"LINE": {"kind": "platform"}, "中継": {"kind": "server"}}
    facts = chain({"窓口 -> LINE": {}}, {"LINE -> 中継": {}}, {"中継 -> 本庁": {}}, nodes=nodes)
    ((rest,), because) = facts.residence["申請"].rests, facts.residence["申請"].because
    assert (rest.node.id, rest.storage) == ("LINE", None)
    assert because is rest


def test_a_machine_that_reads_an_item_and_of_which_nothing_is_said_is_named() -> None:
    """Not where the papers say that nothing stays, what only passes closed, what is kept there anyway, or people."""
    readers = {"中継": {"kind": "relay"}, "サーバ": {"kind": "server"}, "複合機": {"kind": "kiosk"}}
    others = {
        "壁": {"kind": "firewall"},
        "端末": {"kind": "terminal"},
        "職員": {"kind": "person"},
        "転送": {"kind": "relay", "keeps": "nothing"},
        "保管庫": {"kind": "server", "opens": "no"},
        "本庁": {"kind": "server"},
    }
    nodes = readers | others
    names = list(nodes)
    hops = [{f"{one} -> {other}": {"encryption": "tls"}} for one, other in pairwise(names)]
    facts = chain(*hops, nodes=nodes, storage=[ORIGINAL])
    assert [node.id for node in facts.residence["申請"].unsaid] == ["中継", "サーバ", "複合機"]
    asked = nodes | {"転送": {"kind": "relay", "keeps": "to-confirm"}}
    assert "転送" in [node.id for node in chain(*hops, nodes=asked, storage=[ORIGINAL]).residence["申請"].unsaid]


def test_papers_that_say_nothing_is_kept_are_contradicted_by_a_log() -> None:
    """Both statements stay visible."""
    log = {"予備": {"data": ["申請"], "form": "log"}}
    facts = _stored(ORIGINAL, log, 予備={"keeps": "nothing"})
    assert [rest.contradicts for rest in facts.residence["申請"].rests] == [False, True]


def test_where_no_place_is_named_the_ending_is_unknown() -> None:
    """Silence on every place is not the promise that nothing is left."""
    found = chain({"窓口 -> 本庁": {}}).residence["申請"]
    assert (found.rests, found.ending, found.because) == ((), Ending.UNKNOWN, None)
