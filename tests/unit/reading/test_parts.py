"""Are retention, deletion, maintenance and the council read in their short and in their long form?"""

from pathlib import Path

import pytest

from dataflow_assess.model import Standing, Storage
from tests.unit.reading.told import BEGINNING, read, told


def storage(folder: Path, keys: str) -> Storage:
    """Return the one storage of a description."""
    return read(folder, f"{BEGINNING}storage:\n  - サーバ: {{data: 氏名, {keys}}}\n").storage[0]


def test_a_plain_period_is_the_retention_itself(tmp_path: Path) -> None:
    """Only its length is stated then."""
    keep = storage(tmp_path, "keep: 5年").keep
    assert keep.period.value is not None
    assert (keep.period.value.kind, keep.period.value.days, keep.start.standing) == (
        "duration",
        1825.0,
        Standing.NOT_STATED,
    )
    assert (keep.id, keep.place.column) == ("サーバ.keep", 27)


def test_a_retention_has_a_start_a_basis_and_bounds(tmp_path: Path) -> None:
    """Evidence belongs to the whole."""
    bounds = "minimum: 4時間, needed: 1週間, extension: 確認する"
    keys = f"{{value: 5年, from: 卒園, basis: 仕様書, {bounds}, evidence: 資料2, note: 注}}"
    keep = storage(tmp_path, f"keep: {keys}").keep
    assert [str(keep.period.value), keep.start.value, keep.basis.value] == ["5年", "卒園", "仕様書"]
    assert (str(keep.minimum.value), str(keep.needed.value)) == ("4時間", "1週間")
    assert keep.extension.standing is Standing.TO_CONFIRM
    assert (keep.evidence, keep.note, keep.period.evidence) == (("資料2",), "注", ("資料2",))


def test_a_retention_without_a_length_may_have_the_rest(tmp_path: Path) -> None:
    """Its length is not stated then."""
    keep = storage(tmp_path, "keep: {from: 卒園, evidence: 資料2}").keep
    assert keep.period.is_silent
    assert (keep.start.value, keep.evidence) == ("卒園", ("資料2",))


@pytest.mark.parametrize("value", ["確認する", "{to-confirm: 期間, by: 市民課}", "{value: 確認する, by: 市民課}"])
def test_a_retention_may_be_unknown(tmp_path: Path, value: str) -> None:
    """Its length is what is to be confirmed."""
    keep = storage(tmp_path, f"keep: {value}").keep
    assert keep.period.standing is Standing.TO_CONFIRM
    assert keep.basis.is_silent


def test_a_retention_may_have_alternatives(tmp_path: Path) -> None:
    """They are those of its length."""
    keep = storage(tmp_path, "keep: {undecided: [1年, 5年], from: 卒園}").keep
    assert [str(option.value) for option in keep.period.alternatives] == ["1年", "5年"]
    assert (keep.period.choice, keep.start.value) == ("サーバ.keep", "卒園")


def test_a_plain_deletion_is_its_time(tmp_path: Path) -> None:
    """Who does it is not stated then."""
    delete = storage(tmp_path, "delete: 発行後").delete
    assert (delete.when.value, delete.by.standing) == ("発行後", Standing.NOT_STATED)


def test_a_deletion_is_done_by_a_party_or_a_node(tmp_path: Path) -> None:
    """`by` of a deletion is who deletes; it must be declared."""
    delete = storage(tmp_path, "delete: {by: サーバ, when: 発行後, how: 上書き, verify: 証明書, basis: 仕様書}").delete
    assert (delete.by.value, delete.when.value, delete.how.value, delete.verify.value, delete.basis.value) == (
        "サーバ",
        "発行後",
        "上書き",
        "証明書",
        "仕様書",
    )
    short = storage(tmp_path, "delete: {value: 発行後, by: 会社}").delete
    assert (short.when.value, short.by.value) == ("発行後", "会社")


def test_a_deletion_that_is_unknown_is_unknown_in_every_part(tmp_path: Path) -> None:
    """`by` is who answers then; what is stated beside it stands."""
    delete = storage(tmp_path, "delete: {to-confirm: 消去の方法, by: 市民課, verify: 証明書}").delete
    assert {said.standing for said in (delete.when, delete.by, delete.how, delete.basis)} == {Standing.TO_CONFIRM}
    assert (delete.how.text, delete.how.by, delete.verify.value) == ("消去の方法", "市民課", "証明書")
    assert storage(tmp_path, "delete: 非公開").delete.by.standing is Standing.WITHHELD


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("keep: [1年]", ["33: found a list — expected a single value; alternatives are written {undecided: [A, B]}"]),
        (
            "keep: {value: 1年, withheld: a}",
            ["33: value (値), withheld (非公開) exclude one another — keep one of them"],
        ),
        ("keep: {valeu: 1年}", ["34: the key “valeu” is not allowed here — did you mean “value”?"]),
        ("keep: {value: 1年, form: a}", ["45: the key “form” is not allowed here — did you mean “from”?"]),
        (
            "delete: {by: 誰か}",
            ["40: “誰か” is not declared in parties (当事者), nodes (機器) — declare it there, or correct the name"],
        ),
        ("delete: {choice: a, when: b}", ["44: found “a” — expected “undecided” beside the name of a choice"]),
    ],
)
def test_a_part_that_cannot_be_meant_is_refused(tmp_path: Path, keys: str, expected: list[str]) -> None:
    """Columns are those of the part that is wrong."""
    lines = told(tmp_path, f"{BEGINNING}storage: [サーバ: {{data: 氏名, {keys}}}]\n")
    assert [line.removeprefix("9:") for line in lines] == expected


def test_maintainers_are_names_or_more(tmp_path: Path) -> None:
    """A name alone says that somebody maintains it, and nothing about how."""
    text = BEGINNING.replace("端末: ", "端末: {maintainers: [会社, {会社: {remote: yes, network: vpn}}]}")
    first, second = read(tmp_path, text).nodes[0].maintainers
    assert (first.id, first.party, first.remote.standing) == ("端末.会社", "会社", Standing.NOT_STATED)
    assert (second.id, second.remote.value, str(second.network.value)) == ("端末.会社#2", True, "vpn")


def test_a_council_is_part_of_the_system(tmp_path: Path) -> None:
    """Its keys may be undecided like those of any element."""
    text = BEGINNING.replace(
        "市}", "市, council: {name: 審議会, kind: 諮問, date: {undecided: [2016-06, 2016-07]}}}", 1
    )
    council = read(tmp_path, text).overview.council
    assert (council.name, str(council.kind), council.id) == ("審議会", "consultation", "system.council")
    assert [str(option.value and option.value.iso) for option in council.date.alternatives] == ["2016-06", "2016-07"]


def test_a_storage_that_cannot_be_read_keeps_its_defaults(tmp_path: Path) -> None:
    """A part that is refused leaves nothing behind that later checks could stumble over."""
    lines = told(tmp_path, f"{BEGINNING}storage: [サーバ: {{data: 氏, keep: {{undecided: [x, [y]]}}}}]\n")
    assert [line.partition(": ")[0] for line in lines] == ["9:23", "9:48"]
