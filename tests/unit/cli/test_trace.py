"""Does ``trace`` answer where a data item goes?"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.running import KONBINI, refused, run


def _traced(*arguments: str | Path) -> dict[str, Any]:
    result = run("trace", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def _lines(*arguments: str | Path, lang: str = "ja") -> list[str]:
    result = run("trace", *arguments, "--lang", lang)
    assert result.exit_code == 0, result.output
    return [line.strip() for line in result.stdout.splitlines()]


def test_the_certificate_of_nishitokyo_reads_like_the_answer_the_council_wanted() -> None:
    """Each hop numbered as in the diagram: who opens it, who could read it, where it rests and until when."""
    lines = _lines(KONBINI, "--data", "証明書")
    assert lines[0] == "証明書 (PDF)の経路"
    for expected in (
        "戸籍、住民記録、税情報から作られる",
        "起点 証明発行サーバ: 読める — 西東京市（運用者）",
        "10. 証明発行サーバ → ファイアウォール　［平文、根拠: 答弁］",
        "回線上: 読める — 地方公共団体情報システム機構（回線の運用者）、NTT東日本（回線の運用者）",
        "広域交付サーバ（復号する、根拠: 答弁）: 読める — 地方公共団体情報システム機構（運用者）",
        "コンビニ本部（復号するか否かは不明）: 不明 — コンビニ事業者（運用者）",
        "マルチコピー機（復号する）: 読める — コンビニ事業者（運用者・保守者・たまたま見え得る人）",
        "- 証明書 (PDF) — 一時；消去の時期 発行後；保存期間、消去の担当、消去の方法、消去の確認方法は未記載",
    ):
        assert expected in lines
    numbers = [int(line.split(".")[0]) for line in lines if line.split(".")[0].isdigit()]
    assert numbers == [10, 11, 12, 13, 14, 15, 16, 18]


def test_the_numbers_are_those_of_the_diagram(tmp_path: Path) -> None:
    """The picture of the same item shows each of them on the same segment."""
    picture = tmp_path / "konbini.svg"
    assert run("draw", KONBINI, "-o", picture, "--data", "証明書").exit_code == 0
    drawn = picture.read_text(encoding="utf-8")
    for hop in _traced(KONBINI, "--data", "証明書")["hops"]:
        assert f">{hop['number']}<" in drawn


def test_english_says_the_same() -> None:
    """Names stay as in the papers."""
    lines = _lines(KONBINI, "--data", "証明書", lang="en")
    assert "13. LGWANサービス提供設備 → 広域交付サーバ  [encrypted, evidence: 答弁]" in lines
    assert "at コンビニ本部 (whether it decrypts is open): unknown — コンビニ事業者 (operator)" in lines


def test_json_holds_every_hop_with_who_sees_it_and_every_rest() -> None:
    """Words are identifiers, the same in either language."""
    found = _traced(KONBINI, "--data", "証明書")
    assert found == json.loads(run("trace", KONBINI, "--data", "証明書", "--format", "json", "--lang", "en").stdout)
    hop = next(each for each in found["hops"] if each["number"] == 13)
    assert (hop["from"], hop["to"], hop["protection"], hop["evidence"]) == (
        "LGWANサービス提供設備", "広域交付サーバ", "encrypted", ["答弁"],
    )  # fmt: skip
    assert [(seer["id"], seer["roles"], seer["level"], seer["at"]) for seer in hop["seers"]] == [
        ("J-LIS", ["network-operator"], "ciphertext", "network"),
        ("J-LIS", ["operator"], "plaintext", "広域交付サーバ"),
    ]
    (rest,) = found["rests"]
    assert (rest["node"], rest["form"], rest["keep"]["standing"]) == ("マルチコピー機", "temporary", "not-stated")
    assert rest["delete"]["when"] == {"standing": "stated", "value": "発行後"}
    assert found["staying_not_stated"] == ["証明発行サーバ", "LGWANサービス提供設備", "コンビニ本部"]
    assert found["ending"] == {"kind": "with-original", "days": None, "because": None}


def test_from_and_to_leave_only_what_lies_between() -> None:
    """What leads to a node, what leads on from one, and what does both."""

    def numbers(*arguments: str) -> list[int]:
        return [hop["number"] for hop in _traced(KONBINI, "--data", "証明書", *arguments)["hops"]]

    assert numbers("--to", "転送サーバ") == [10, 11]
    assert numbers("--from", "コンビニ本部") == [15, 16, 18]
    assert numbers("--from", "転送サーバ", "--to", "コンビニ本部") == [12, 13, 14]
    assert numbers("--from", "申請者") == []


def test_a_way_that_no_segment_carries_is_said_to_be_none() -> None:
    """And where the item rests is told all the same."""
    lines = _lines(KONBINI, "--data", "発行ログ")
    assert "これを運ぶ区間の記載なし" in lines
    assert "不明（マルチコピー機の発行ログがいつまで残るかが定まっていないため）" in lines


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--data", "証明証"], "「証明書」ではありませんか"),
        (["--data", "証明書", "--from", "転送サーバー"], "「転送サーバ」ではありませんか"),
        (["--data", "証明書", "--to", "マルチコピ機"], "「マルチコピー機」ではありませんか"),
        (["--data", "zzz"], "戸籍、住民記録"),
    ],
)
def test_an_unknown_item_or_node_is_refused_with_the_nearest(arguments: list[str], told: str) -> None:
    """Or with all there are, where none is near; nothing is printed."""
    lines = refused("trace", KONBINI, *arguments, "--lang", "ja")
    assert arguments[-1] in lines[0]
    assert told in "".join(lines)


DELETION = ("time of deletion", "who deletes", "how it is deleted", "how deletion is verified")
BRANCHES = """\
format: 1
system: {title: Choice of a line, controller: City, language: en}
parties: {City: {kind: municipality}, Carrier: {kind: company}}
zones: {Line: {kind: leased-line, operator: Carrier}}
nodes:
  Desk: {kind: terminal, operator: City}
  Post: {kind: platform}
  Archive: {kind: server, keeps: nothing, operator: {undecided: [City, Carrier], choice: who}}
data: {Report: {}, "\\e[31m=Evil": {}}
flows:
  Sending:
    data: [Report, "\\e[31m=Evil"]
    hops:
      - Desk -> Post: {network: Line, encryption: {undecided: [tls, none], choice: how}}
      - Post -> Archive: {network: internet, encryption: tls}
storage:
  - Archive: {data: Report, form: log, keep: 10年}
"""


@pytest.fixture
def branches(tmp_path: Path) -> Path:
    """Return a description with an undecided channel, an undecided operator, a residue and a contradiction."""
    path = tmp_path / "branches.yaml"
    path.write_text(BRANCHES, encoding="utf-8")
    return path


def test_what_is_undecided_is_told_option_by_option(branches: Path) -> None:
    """Of the channel, of who sees, and of who will run it; and who runs what nobody is named for."""
    lines = _lines(branches, "--data", "Report", lang="en")
    for expected in (
        "1. Desk → Post  [undecided]",
        "with tls: encrypted",
        "with none: plaintext",
        "on the network: undecided — Carrier (network operator)",
        "at Post, which decrypts it under some of the alternatives: undecided — operator of Post (not stated)",
        "on the network: ciphertext only — operator of internet (not stated)",
        "at Archive, which decrypts it: undecided — City (operator), Carrier (operator)",
    ):
        assert expected in lines
    outcomes = _traced(branches, "--data", "Report")["hops"][0]["outcomes"]
    assert [each["when"] for each in outcomes] == [
        [{"choice": "how", "option": "tls"}],
        [{"choice": "how", "option": "none"}],
    ]


def test_rests_are_grouped_by_node_with_residue_and_contradiction(branches: Path) -> None:
    """What stays at a service of others, and a log where the papers say that nothing is kept."""
    lines = _lines(branches, "--data", "Report", lang="en")
    at = lines.index("Where it rests")
    assert lines[at + 1 : at + 6] == [
        "Archive",
        "! the papers also say that nothing is kept here",
        f"- Report — log; period of retention: 10年; not stated: {', '.join(DELETION)}",
        "Post",
        "- Report — whether it stays here is not stated",
    ]
    assert lines[-1] == "Unknown, because it is not stated whether Report stays at Post"


def test_labels_cannot_act_on_a_terminal(branches: Path) -> None:
    """Control characters of a name are blanks."""
    result = run("trace", branches, "--data", "\x1b[31m=Evil", "--lang", "en")
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    assert result.stdout.startswith("The way of  [31m=Evil")


def test_the_answer_goes_to_a_file_as_it_would_to_the_screen(tmp_path: Path) -> None:
    """UTF-8, byte for byte."""
    file = tmp_path / "way.txt"
    assert run("trace", KONBINI, "--data", "証明書", "-o", file).stdout == ""
    assert file.read_text(encoding="utf-8") == run("trace", KONBINI, "--data", "証明書").stdout
