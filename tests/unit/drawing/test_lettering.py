"""Do texts break where a reader expects it?"""

import pytest

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
    """Japanese line breaking: 。 stays with the sentence."""
    assert wrap("あいうえお。かき", 50, RULER, 10) == ["あいうえお。", "かき"]


def test_no_line_ends_with_an_opening_bracket() -> None:
    """The bracket goes down with what it opens."""
    assert wrap("あいうえ（かきく）", 50, RULER, 10) == ["あいうえ", "（かきく）"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("LGWANサービス提供設備", ["LGWANサービス", "提供設備"]),
        ("遠隔地バックアップ", ["遠隔地", "バックアップ"]),
        ("復号→再暗号化（平文）", ["復号→再暗号化", "（平文）"]),
    ],
)
def test_a_name_breaks_between_its_words(text: str, lines: list[str]) -> None:
    """Neither a word in katakana nor one in kanji is torn when there is a better place."""
    assert balanced(text, 82, RULER, 10) == lines


def test_a_word_longer_than_the_line_is_broken() -> None:
    """Nothing overflows, not even an address without spaces."""
    assert all(RULER.width(line, 10) <= 60 for line in wrap("x" * 40, 60, RULER, 10))


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    """The last line says that something was left out, within the width."""
    lines = cut(["ああああああ", "いいいいいい", "う"], 2, 60, RULER, 10)
    assert lines == ["ああああああ", "いいいいい…"]
