"""Do texts break where a reader expects it?"""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dataflow_assess.drawing.lettering import balanced, clean, cut, wrap


class Even:
    """A ruler on which every character is as wide as the size says, ASCII half of it."""

    def width(self, text: str, size: int, bold: bool = False) -> float:
        """Return the width in points."""
        return sum(size * (0.5 if character.isascii() else 1.0) for character in text) * (1.1 if bold else 1.0)


RULER = Even()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\tc", "a b c"),
        ("a\x00b", "a b"),
        ("a\u202eb\u200bc", "abc"),
        ("x\ud800", "x"),
        ("全角\u3000空き", "全角\u3000空き"),
    ],
)
def test_a_label_is_brought_onto_one_line(text: str, shown: str) -> None:
    """Control characters become spaces, unseen ones vanish, everything else stays."""
    assert clean(text) == shown


def test_no_line_begins_with_a_full_stop() -> None:
    """Japanese line breaking: 。 stays with the sentence, whose last character goes down with it."""
    assert wrap("あいうえお。かき", 50, RULER, 10) == ["あいうえ", "お。かき"]
    assert wrap("あいうえ。かき", 50, RULER, 10) == ["あいうえ。", "かき"]


def test_no_line_ends_with_an_opening_bracket() -> None:
    """The bracket goes down with what it opens."""
    assert wrap("あいうえ（かきく）", 50, RULER, 10) == ["あいうえ", "（かきく）"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("LGWANサービス提供設備", ["LGWANサービス", "提供設備"]),
        ("遠隔地バックアップ", ["遠隔地", "バックアップ"]),
        ("復号→再暗号化（平文）", ["復号→再暗号化", "（平文）"]),
        ("ファイル交換サービス", ["ファイル", "交換サービス"]),
        ("データベースサーバ", ["データベース", "サーバ"]),
        ("証明書交付センター", ["証明書交付", "センター"]),
        ("窓口の職員の端末機", ["窓口の職員の", "端末機"]),
        ("Certificate server", ["Certificate", "server"]),
        ("run by: City Hall", ["run by:", "City Hall"]),
        ("maint. by Vendor Ltd", ["maint. by", "Vendor Ltd"]),
        ("令和8年度の点検実施", ["令和8年度の", "点検実施"]),
    ],
)
def test_a_name_breaks_between_its_words(text: str, lines: list[str]) -> None:
    """Neither a word in katakana nor one in kanji is torn when there is a better place."""
    assert balanced(text, 82, RULER, 10) == lines


def test_a_title_breaks_between_phrases() -> None:
    """Also where the lines become less even by it."""
    title = "ファイル交換サービスの利用に伴う個人情報の取扱い"
    assert balanced(title, 300, RULER, 20) == ["ファイル交換サービスの", "利用に伴う個人情報の取扱い"]


def test_prose_leaves_no_character_alone_on_its_last_line() -> None:
    """The line before gives up a phrase for it."""
    text = "施設端末の遠隔消去はつながっているときに限られる"
    assert wrap(text, 230, RULER, 10) == ["施設端末の遠隔消去は", "つながっているときに限られる"]
    assert wrap("The papers say that it is so", 135, RULER, 10) == ["The papers say", "that it is so"]


def test_what_ends_a_word_stays_with_it() -> None:
    """クラウド化 is one word, and に伴う leans on the one before."""
    title = "放置自転車等管理システムの更改及びクラウド化に伴う外部委託"
    for width in range(300, 460, 20):
        assert any("クラウド化に伴う" in line for line in balanced(title, width, RULER, 20)), width


def test_a_further_line_is_taken_rather_than_a_word_torn_where_there_may_be_one() -> None:
    """Where there may be none, the text is broken rather than cut."""
    name = "端末データベースサーバ"
    assert balanced(name, 62, RULER, 10) == ["端末", "データベース", "サーバ"]
    assert "".join(balanced(name, 62, RULER, 10, most=2)) == name


TEXTS = st.text(
    st.sampled_from("証明書発行サーバデータベースの端末を、。（）ーっ・AbcLGWAN12-/ :個人情報保護審議会")
    | st.characters(),
    max_size=60,
)


@given(TEXTS.map(clean), st.integers(30, 200), st.sampled_from([None, 1, 2, 3]))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int, most: int | None) -> None:
    """However it is broken; what is cut says so."""
    for broken in (wrap, balanced):
        lines = broken(text, width, RULER, 10) if most is None else broken(text, width, RULER, 10, most=most)
        assert all(RULER.width(line, 10) <= width for line in lines)
        assert len(lines) <= (most or len(lines))
        kept = "".join(lines)
        if most is None:
            assert kept.replace(" ", "") == text.replace(" ", "")
        else:
            assert kept.endswith("…") or kept.replace(" ", "") == text.replace(" ", "")


@given(TEXTS.map(clean), st.integers(60, 200))
def test_no_line_begins_or_ends_as_no_printer_sets_it(text: str, width: int) -> None:
    """Unless there are so many such signs in a row that nothing else would fit."""
    for before, after in pairwise(balanced(text, width, RULER, 10)):
        crowded = re.search("[、。）ーっ・]{5}|[（]{5}|[（][、。）ーっ・]", text)
        assert crowded or not (re.match("[、。）ーっ・]", after) or before.endswith("（"))


@given(st.lists(st.sampled_from(["サーバ", "データベース", "端末", "の", "管理", "センター", "LGWANの"]), max_size=9))
def test_a_word_is_torn_only_where_it_is_wider_than_the_line(words: list[str]) -> None:
    """Names are made of words, and a line holds the longest of them."""
    broken = "|".join(balanced("".join(words), 82, RULER, 10))
    assert not re.search("サ.?[|].?バ|デー?[|]|ベー?[|]ー?ス|セ.?[|]|端[|]末|管[|]理|L[|]G|A[|]N", broken)


def test_a_word_longer_than_the_line_is_broken() -> None:
    """Nothing overflows, not even an address without spaces."""
    assert all(RULER.width(line, 10) <= 60 for line in wrap("x" * 40, 60, RULER, 10))


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    """The last line says that something was left out, within the width."""
    lines = cut(["ああああああ", "いいいいいい", "う"], 2, 60, RULER, 10)
    assert lines == ["ああああああ", "いいいいい…"]
