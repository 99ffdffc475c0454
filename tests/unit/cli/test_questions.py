"""Does ``questions`` foresee what a council asks, with the answer or the lack of one?"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.running import GALLERY, KONBINI, refused, report, run

STANDING = [
    "個人情報はどこで組織の外へ出るのですか。",
    "そこでは暗号化されているのですか。",
    "誰が見ることができるのですか。",
    "誰が、いつまで保存するのですか。",
    "誰が消去し、誰がそれを確かめるのですか。",
    "ほかの事業者に再委託されるのですか。",
    "障害や紛失のときはどうなりますか。",
    "いつから始まり、いつ終わりますか。",
]
OWNED = """\
format: 1
system: {title: 質問の担当, controller: 市, start: 2026-04-01, end: {to-confirm: 終了日, by: 企画課, due: 2026-05-01}}
parties: {市: {kind: municipality}, "*甲社*": {kind: company}, 乙社: {kind: company}}
contracts:
  - "市 -> *甲社*": {kind: outsourcing}
  - "*甲社* -> 乙社": {kind: subcontracting, consent: {to-confirm: 許諾, by: 契約課, due: 2026-05-02}}
nodes:
  窓口: {kind: terminal, operator: 市}
  台帳: {kind: server, operator: 乙社}
data: {"<b>申請</b>": {}}
flows:
  送信: {data: ["<b>申請</b>"], hops: [窓口 -> 台帳: {encryption: {to-confirm: 暗号化, by: 情報課, due: 2026-05-03}}]}
storage:
  - 台帳: {data: ["<b>申請</b>"], keep: {value: 5年, evidence: 資料1}}
questions:
  - {ask: だれが答えるのか, answer: to-confirm, by: 総務課, due: 2026-06-30}
  - {ask: 済んだ質問か, answer: {value: 済んでいる, evidence: 答弁}}
  - {ask: まだ何もない質問か}
  - {ask: 誰の宿題か, answer: to-confirm}
"""


@pytest.fixture
def owned(tmp_path: Path) -> Path:
    """Return a description whose open matters have owners and dates."""
    path = tmp_path / "owned.yaml"
    path.write_text(OWNED, encoding="utf-8")
    return path


def _asked(*arguments: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("questions", *arguments, "--format", "json").stdout)
    return found


def _text(*arguments: str | Path, lang: str = "ja") -> str:
    result = run("questions", *arguments, "--lang", lang)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_every_standing_question_is_asked_in_the_order_of_the_members() -> None:
    """In their words."""
    asked = [each["question"] for each in _asked(KONBINI)["questions"] if each["origin"] == "standing"]
    assert asked == STANDING
    lines = _text(KONBINI).splitlines()
    assert [line for line in lines if line.startswith("  S")] == [
        f"  S{number}. {question}" for number, question in enumerate(STANDING, start=1)
    ]


@pytest.mark.parametrize("path", GALLERY)
def test_every_finding_is_among_the_questions(path: str) -> None:
    """Each once, with its rule and fingerprint; and its sentence is in the text."""
    findings = report(path, "--lang", "ja", "--fail-on", "never")["findings"]
    asked = [each["finding"]["fingerprint"] for each in _asked(path)["questions"] if each["origin"] == "finding"]
    assert sorted(asked) == sorted(finding["fingerprint"] for finding in findings)
    text = _text(path)
    assert [finding["message"] for finding in findings if finding["message"] not in text] == []


def test_the_answers_come_from_the_description_with_their_evidence() -> None:
    """Numbers as in the diagram."""
    text = _text(KONBINI)
    for line in (
        "     - 区間5: LGWANサービス提供設備 → 転送サーバ（平文）［根拠: 答弁］",
        "     - NTT東日本は発行要求、証明書 (PDF)を読める",
        "         - NTT東日本が戸籍、住民記録、税情報を読めるか否か",
        "     - 取り忘れを警報音で防ぐ［根拠: 答弁］",
    ):
        assert line in text.splitlines()


def test_each_way_of_being_open_is_said_once_a_question() -> None:
    """What is open is listed below it, instead of a line 未回答 for each."""
    lines = _text(KONBINI).splitlines()
    start = lines.index("  S4. 誰が、いつまで保存するのですか。")
    assert lines[start + 1 : start + 3] == ["     - 未回答（未記載）", "         - 戸籍サーバの戸籍の保存期間"]
    until = lines.index("  S5. 誰が消去し、誰がそれを確かめるのですか。")
    assert sum("未回答" in line for line in lines[start:until]) == 1


def test_what_is_open_has_its_owner_and_due_date(owned: Path) -> None:
    """Of a standing question, of a recorded one, and of a finding; dates in the reader's calendar."""
    text = _text(owned)
    for line in (
        "     - 未回答（確認中）［担当: 情報課］［期限: 令和8年5月3日］",
        "     - 未回答（確認中）［担当: 契約課］［期限: 令和8年5月2日］",
        "     - 未回答（確認中）［担当: 企画課］［期限: 令和8年5月1日］",
        "     - 未回答（確認中）［担当: 総務課］［期限: 令和8年6月30日］",
        "     - 開始の時期 令和8年4月1日",
        "     - 台帳の<b>申請</b>: 5年［根拠: 資料1］",
        "     - 済んでいる［根拠: 答弁］",
        "     - 未回答（確認中）［担当の記載なし］［期限の記載なし］",
    ):
        assert line in text.splitlines()
    assert "[to answer: 総務課] [by: 2026-06-30]" in _text(owned, lang="en")
    recorded = [each for each in _asked(owned)["questions"] if each["origin"] == "recorded"]
    assert recorded[0]["answers"][0] == {
        "text": None, "standing": "to-confirm", "evidence": [], "by": "総務課", "due": "2026-06-30",
    }  # fmt: skip
    assert [each["open"] for each in recorded] == [True, False, True, True]
    assert recorded[2]["answers"] == []


def test_the_number_of_open_questions_is_that_of_the_questions_printed(owned: Path) -> None:
    """Findings that lead to the same question are asked once in the text; JSON keeps each."""
    text = _text(KONBINI)
    printed = [line for line in text.splitlines() if line[:3] in ("  S", "  Q", "  F")]
    assert text.splitlines()[-1].startswith(f"質問{len(printed)}件のうち未回答")
    summary = _asked(owned)["summary"]
    assert summary["questions"] == len(_asked(owned)["questions"])
    assert summary["open"] == sum(each["open"] for each in _asked(owned)["questions"])


def test_markdown_shows_names_as_they_are_written(owned: Path) -> None:
    """No name becomes markup."""
    text = run("questions", owned, "--format", "markdown").stdout
    assert text.startswith(
        "## どの審議会でも出る質問\n\n**S1\\. " if "S1\\." in text else "## どの審議会でも出る質問\n\n**S1. "
    )
    assert r"\<b\>申請\</b\>" in text
    assert r"\*甲社\*" in text
    assert "<b>" not in text.replace(r"\<b\>", "")
    assert "\n**Q1. だれが答えるのか**\n\n- 未回答（確認中）［担当: 総務課］［期限: 令和8年6月30日］\n" in text


def test_english_asks_the_same() -> None:
    """Question for question."""
    english, japanese = _text(KONBINI, lang="en"), _text(KONBINI)
    assert "  S1. Where does the data leave the organisation?" in english.splitlines()
    assert len(english.splitlines()) == len(japanese.splitlines())


def test_a_description_without_flows_leaves_the_questions_open(tmp_path: Path) -> None:
    """Nothing described is no answer."""
    file = tmp_path / "empty.yaml"
    file.write_text("format: 1\nsystem: {title: 空, controller: 市}\nparties: {市: {}}\n", encoding="utf-8")
    standing = [each for each in _asked(file)["questions"] if each["origin"] == "standing"]
    assert all(each["open"] for each in standing)


def test_a_description_that_cannot_be_read_is_refused() -> None:
    """With a message and status 2."""
    assert refused("questions", "nowhere.yaml")
