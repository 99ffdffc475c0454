"""Are the slips of a Japanese keyboard recognised and told where they are?"""

from pathlib import Path

import pytest

from tests.unit.reading.told import BEGINNING, read, told

COLON = "the colon is full-width: write “: ” (half-width, then a space)"
HASH = "＃ is full-width and does not begin a comment: write #"
DASH = "the dash of the list is full-width: write -"
SPACE = "a full-width space (U+3000) stands in the indentation: use ordinary spaces"
NO_SPACE = "a space is missing after the colon"
FLOW = "flows:\n  照会:\n    data: 氏名\n    hops:\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("対象：\n  件名: 窓口\n", f"1:3: found “：” — {COLON}"),
        ("format：1\nsystem:\n  title: a\n", f"1:7: found “：” — {COLON}"),
        ("format: 1\nsystem:\n  title：窓口\n  controller: 市\n", f"3:8: found “：” — {COLON}"),
        (f"{BEGINNING}papers:\n  図1 ：\n    kind: figure\n", f"10:6: found “：” — {COLON}"),
        (f"{BEGINNING}papers:\n  - 図1：\n      kind: figure\n", f"10:7: found “：” — {COLON}"),
        ("＃ 説明\nformat: 1\n", f"1:1: found “＃” — {HASH}"),
        (f"{BEGINNING}  ＃ 説明\n", f"9:3: found “＃” — {HASH}"),
        (f"{BEGINNING}{FLOW}    － 端末 -> サーバ\n", f"13:5: found “－” — {DASH}"),
        (f"{BEGINNING}claims:\n\t- text: a\n", "10:1: found “TAB” — a tab stands in the indentation: use spaces"),
        (f"{BEGINNING}claims:\n  - text:窓口\n    kind: other\n", f"10:9: found “:” — {NO_SPACE}"),
        (f"{BEGINNING}claims:　[]\npapers: \n", f"9:7: found “:” — {NO_SPACE}"),
        (f"{BEGINNING}papers:\n　図1\n  図2: \n", f"10:1: found “U+3000” — {SPACE}"),
        (f"{BEGINNING}papers: {{図1: ［a］\n", "9:14: found “［” — the bracket is full-width: write it half-width"),
    ],
)
def test_a_slip_that_makes_a_file_unreadable_is_told_first(tmp_path: Path, text: str, expected: str) -> None:
    """YAML's own complaint comes later in the file, if at all, and would mislead."""
    assert told(tmp_path, text)[0] == expected


def test_every_slip_of_an_unreadable_file_is_told(tmp_path: Path) -> None:
    """YAML's own complaint stands among them, without a hint of its own."""
    text = "＃ 説明\nformat：1\nsystem:\n\ttitle：a\n　controller: b\n"
    assert told(tmp_path, text) == [
        f"1:1: found “＃” — {HASH}",
        f"2:7: found “：” — {COLON}",
        (
            "3:7: this cannot be read as YAML (a colon does not fit here: the line is indented too far, has a second colon, "
            "or follows a line without one)"
        ),
        f"4:7: found “：” — {COLON}",
        f"5:1: found “U+3000” — {SPACE}",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "format: 1\nparties: {市: }\nsystem:\n  title: 窓口\n  controller: 市\n　status: 計画\n",
            f"6:1: the key “status” is not allowed here — {SPACE}",
        ),
        (
            f"{BEGINNING}{FLOW}      － 端末 -> サーバ: {{}}\n",
            f"13:7: “－ 端末” is not declared in nodes (機器) — {DASH}",
        ),
        (f"{BEGINNING}papers:\n  － 図1: {{}}\n", f"10:3: found “－ 図1” — {DASH}"),
        (f"{BEGINNING}papers: {{＃図1: }}\n", f"9:10: found “＃図1” — {HASH}"),
        (f"{BEGINNING}nodes：｛端末: ｝\n", f"9:1: the key “nodes：｛端末” is not allowed here — {COLON}"),
        (f"{BEGINNING}papers:\n  図1: {{kind：図}}\n", f"10:8: the key “kind：図” is not allowed here — {COLON}"),
        (f"{BEGINNING}papers:\n  図1: kind：図\n", f"10:7: found “kind：図” — {COLON}"),
        (f"{BEGINNING}claims:\n  - text：窓口\n", f"10:5: found “text：窓口” — {COLON}"),
        (f"{BEGINNING}papers:\n  図1:{{kind: a}}\n", f"10:3: found “図1:{{kind” — {NO_SPACE}"),
        ("format：1", f"1:1: found “format：1” — {COLON}"),
        (
            f"{BEGINNING}{FLOW}    - 端末 ー＞ サーバ\n",
            "13:7: found “端末 ー＞ サーバ” — the arrow is full-width: write -> or →",
        ),
        (
            f"{BEGINNING}{FLOW}    - 端末＞サーバ: \n",
            "13:7: found “端末＞サーバ” — the arrow is full-width: write -> or →",
        ),
    ],
)
def test_a_slip_that_is_yaml_is_told_where_it_has_no_meaning(tmp_path: Path, text: str, expected: str) -> None:
    """Such a file can be read, as something that nobody meant."""
    assert expected in told(tmp_path, text)


def test_full_width_marks_inside_texts_and_names_are_no_slips(tmp_path: Path) -> None:
    """Japanese sentences are full of them."""
    text = f"{BEGINNING}papers:\n  資料2：概要: {{name: ＃1　概要：窓口［案］}}\nclaims:\n  - text: 対象：全市民　＃1\n    about: 資料2：概要\n"
    system = read(tmp_path, text)
    assert system.papers[0].id == "資料2：概要"
    assert system.papers[0].name == "＃1　概要：窓口［案］"
    assert system.claims[0].text.value == "対象：全市民　＃1"


@pytest.mark.parametrize("mark", ["->", "→", "=>", "⇒", "－＞", "−>"])
@pytest.mark.parametrize("blank", ["", " ", "　"])
def test_every_arrow_that_goes_forward_is_read(tmp_path: Path, mark: str, blank: str) -> None:
    """Full-width hyphens and blanks around an arrow do no harm."""
    hop = read(tmp_path, f"{BEGINNING}{FLOW}    - 端末{blank}{mark}{blank}サーバ\n").flows[0].hops[0]
    assert (hop.source, hop.target, hop.label) == ("端末", "サーバ", "端末 → サーバ")


@pytest.mark.parametrize("mark", ["<-", "←", "⇐", "<->", "↔", "<=>", "⇔"])
def test_an_arrow_that_goes_back_is_refused(tmp_path: Path, mark: str) -> None:
    """What is encrypted on the way there may not be on the way back."""
    assert told(tmp_path, f"{BEGINNING}{FLOW}    - 端末 {mark} サーバ\n") == [
        "13:7: arrows go forward only — write each direction as a flow of its own"
    ]


@pytest.mark.parametrize("label", ["端末", "->", "端末 ->", "-> サーバ", "端末 ->  -> サーバ"])
def test_what_is_no_arrow_is_refused(tmp_path: Path, label: str) -> None:
    """A segment has two ends."""
    shown = label.replace("  ", " ")
    text = f"{BEGINNING}{FLOW}    - '{label}': {{}}\n"
    assert told(tmp_path, text) == [f"13:7: found “{shown}” — expected an arrow such as A -> B"]
