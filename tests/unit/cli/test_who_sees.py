"""Does ``who-sees`` tell who sees which item, also in a spreadsheet?"""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.running import GALLERY, KONBINI, refused, run

HOSTILE = """\
format: 1
system: {title: 表計算, controller: 市}
parties:
  市: {kind: municipality}
  '=HYPERLINK("http://x")': {}
  "+1": {}
  "-1": {}
  "@SUM": {}
  "＝1": {}
  "\\t=1": {}
nodes:
  窓口: {operator: '=HYPERLINK("http://x")', maintainers: ["+1", "-1", "@SUM", "＝1", "\\t=1"]}
  台帳: {operator: 市}
data: {'=cmd|calc, "x"': {}, 申請: {}}
flows:
  送信: {data: ['=cmd|calc, "x"', 申請], hops: [窓口 -> 台帳: {encryption: tls}]}
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return a description whose names a spreadsheet would compute."""
    path = tmp_path / "hostile.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


def _seen(*arguments: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("who-sees", *arguments, "--format", "json").stdout)
    return found


def _rows(*arguments: str | Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(run("who-sees", *arguments, "--format", "csv").stdout.removeprefix("\ufeff"))))


def test_the_table_has_a_row_a_seer_and_a_column_an_item() -> None:
    """In the order of the description, in the words of the language."""
    lines = run("who-sees", KONBINI).stdout.splitlines()
    assert [line.split()[0] for line in lines[2:]] == [
        "西東京市", "NTT東日本", "地方公共団体情報システム機構", "コンビニ事業者", "申請者",
    ]  # fmt: skip
    assert lines[3].split() == ["NTT東日本", "不明", "不明", "不明", "読める", "読める", "見えない"]


def test_english_says_the_same(small: Path) -> None:
    """Names stay as in the papers."""
    assert run("who-sees", small, "--lang", "en").stdout.splitlines() == [
        "Who                                Report",
        "---------------------------------  --------------",
        "City                               sees plaintext",
        "operator of internet (not stated)  sees plaintext",
    ]


def test_a_table_too_wide_for_a_terminal_is_a_list() -> None:
    """Seer by seer, those who see most first; what they do not see at all is left out."""
    wide = "diagrams/odawara/water-desk/description.yaml"
    lines = run("who-sees", wide).stdout.splitlines()
    at = lines.index("データセンター事業者")
    assert lines[at + 1].startswith("  不明 — 申込内容")
    assert not any("見えない" in line for line in lines)


def test_every_format_says_the_same() -> None:
    """Of each seer and item."""
    found = _seen(KONBINI)
    rows = _rows(KONBINI)
    words = {
        "plaintext": "読める",
        "unknown": "不明",
        "ciphertext": "暗号文のみ",
        "nothing": "見えない",
        "undecided": "未定",
    }
    assert rows[0][1:] == [item["name"] for item in found["data"]]
    assert rows[1:] == [[seer["name"], *(words[item["level"]] for item in seer["sees"])] for seer in found["seers"]]


def test_json_tells_every_way_in_which_an_item_is_seen() -> None:
    """Role, level, place and network; nobody who is not named is dropped."""
    seer = next(each for each in _seen(KONBINI)["seers"] if each["id"] == "コンビニ事業者")
    certificate = next(item for item in seer["sees"] if item["data"] == "証明書")
    at_kiosk = {(way["role"], way["level"]) for way in certificate["ways"] if way["at"] == "マルチコピー機"}
    assert at_kiosk == {("operator", "plaintext"), ("maintainer", "plaintext"), ("bystander", "plaintext")}
    assert {way["zone"] for way in certificate["ways"] if way["role"] == "network-operator"} == {"コンビニ店舗"}
    unnamed = [
        each["name"]
        for each in _seen("diagrams/odawara/water-desk/description.yaml")["seers"]
        if each["kind"] != "party"
    ]
    assert "使用者の端末の運用者（未記載）" in unnamed


def test_a_spreadsheet_opens_the_csv_as_utf_8_and_computes_nothing(hostile: Path) -> None:
    """A byte order mark for Excel, and an apostrophe before what it would take for a formula."""
    raw = run("who-sees", hostile, "--format", "csv").stdout_bytes
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 8
    cells = [cell for row in _rows(hostile) for cell in row]
    assert not [cell for cell in cells if cell.lstrip()[:1] in "=+-@＝＋－＠" and cell]
    assert '\'=cmd|calc, "x"' in cells
    assert {'\'=HYPERLINK("http://x")', "'+1", "'-1", "'@SUM", "'＝1"} <= set(cells)


def test_a_csv_file_has_the_byte_order_mark_once(hostile: Path, tmp_path: Path) -> None:
    """Also when it is written rather than printed."""
    file = tmp_path / "who.csv"
    assert run("who-sees", hostile, "--format", "csv", "-o", file).exit_code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert file.read_bytes().count(b"\xef\xbb\xbf") == 1


def test_a_description_in_which_nobody_sees_anything_is_an_empty_table(tmp_path: Path) -> None:
    """There is a heading, and no row."""
    file = tmp_path / "empty.yaml"
    file.write_text("format: 1\nsystem: {title: 空, controller: 市}\nparties: {市: {}}\n", encoding="utf-8")
    assert run("who-sees", file).stdout.splitlines() == ["見る者", "------"]
    assert _seen(file)["seers"] == []


@pytest.mark.parametrize("path", GALLERY)
def test_every_case_of_the_gallery_is_answered(path: str) -> None:
    """As a table, as JSON and as CSV, in both languages."""
    for form in ("text", "json", "csv"):
        for lang in ("ja", "en"):
            assert run("who-sees", path, "--format", form, "--lang", lang).exit_code == 0


def test_a_description_that_cannot_be_read_is_refused() -> None:
    """With a message and status 2."""
    assert refused("who-sees", "nowhere.yaml")
