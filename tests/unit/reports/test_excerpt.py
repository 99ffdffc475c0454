"""Does the quoted line stand with its mark under the right cells?"""

import pytest
from rich.cells import cell_len

from dataflow_assess.errors import Place
from dataflow_assess.reports.excerpt import WIDTH, excerpt, visible


def _marked(text: str, part: str) -> tuple[str, str, str]:
    """Return the excerpt of ``text``'s first line with the place of ``part``, as quoted, marks, and what they mark."""
    line = text.split("\n", maxsplit=1)[0]
    start = line.index(part)
    quoted, marks = excerpt(text.split("\n"), Place("x.yaml", 1, start + 1, 1, start + len(part) + 1))[1:]
    first, last = marks.index("^"), marks.rindex("^")
    return quoted, marks, _cells(quoted, first, last + 1)


def _cells(text: str, start: int, end: int) -> str:
    """Return what of ``text`` a terminal shows in the cells from ``start`` to ``end``."""
    found, at, shown = "", 0, False
    for char in text:
        if cell_len(char):  # what takes no cell goes with the character before it
            shown = start <= at < end
        found += char if shown else ""
        at += cell_len(char)
    return found


def test_a_line_is_quoted_with_its_number() -> None:
    """And an empty gutter above, so that findings do not run into one another."""
    place = Place("x.yaml", 12, 4, 12, 8)
    assert excerpt(["", *[""] * 10, "a: bc d"], place) == ["   |", "12 | a: bc d", "   |    ^^^^"]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("nodes: {Phone: {kind: terminal}}", "kind: terminal"),
        ("機器: {証明発行サーバ: {種別: サーバ}}", "証明発行サーバ"),
        ("ｶﾅ半角と全角Ａ: {種別: サーバ}", "種別"),
        ("\u304b\u3099: {か\u3099: 区域}", "区域"),
        ("👩 𠮷野家: {店: 末尾}", "末尾"),
        ("é①※: x", "x"),
        ("x", "x"),
        ("末尾: 文字", "文字"),
    ],
)
def test_the_mark_stands_under_the_cells_of_its_place(line: str, part: str) -> None:
    """Wide, half-width, combining and ambiguous characters take the cells that a terminal gives them."""
    quoted, _, marked = _marked(line, part)
    assert quoted == f"1 | {line}"
    assert marked == part


@pytest.mark.parametrize("letter", ["x", "長", "か\u3099"])
@pytest.mark.parametrize("before", [0, 1, 20, 47, 48, 49, 300])
@pytest.mark.parametrize("after", [0, 60, 300])
def test_a_long_line_is_cut_around_the_place(letter: str, before: int, after: int) -> None:
    """The place stays in view, in no more cells than a terminal has, and what is cut is shown as cut."""
    line = letter * before + "ここ" + letter * after
    quoted, marks, marked = _marked(line, "ここ")
    assert marked == "ここ"
    assert cell_len(quoted) <= WIDTH + 8
    assert quoted.startswith("1 | ...") is (before * cell_len(letter) > WIDTH // 2)
    assert cell_len(marks) <= cell_len(quoted)
    if after == 300:
        assert quoted.endswith("...")


def test_a_long_place_is_marked_as_far_as_it_is_shown() -> None:
    """The marks do not run out of the line."""
    quoted, marks, _ = _marked("a: " + "長" * 300, "長" * 300)
    assert cell_len(marks) == cell_len(quoted) <= WIDTH + 4


def test_deep_indentation_is_cut_too() -> None:
    """A place far to the right is still in view."""
    quoted, _, marked = _marked(" " * 200 + "key: value", "key")
    assert marked == "key"
    assert quoted.endswith("key: value")


def test_a_tab_takes_one_cell() -> None:
    """It becomes a blank, so that the marks do not depend on the terminal's tab stops."""
    quoted, marks, marked = _marked("a:\tb\tc", "c")
    assert quoted == "1 | a: b c"
    assert (marks.index("^"), marked) == (9, "c")


def test_a_place_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    """Blanks at the end are not marked."""
    assert excerpt(["a: 長い  ", "  b"], Place("x", 1, 4, 2, 3))[1:] == ["1 | a: 長い  ", "  |    ^^^^"]


@pytest.mark.parametrize("place", [Place("x", 1, 3), Place("x", 1, 3, 1, 3), Place("x", 1, 9, 1, 12)])
def test_a_place_without_an_extent_is_marked_once(place: Place) -> None:
    """At its beginning, or just behind the line where that is meant."""
    marks = excerpt(["ab"], place)[2]
    assert marks == "  |   ^"


@pytest.mark.parametrize("line", [0, 3, 99])
def test_a_place_outside_the_text_is_not_quoted(line: int) -> None:
    """For example that of a file as a whole."""
    assert excerpt(["a", "b"], Place("x", line, 1)) == []


def test_what_acts_on_a_terminal_is_made_a_blank() -> None:
    """One for one, so that columns stay; letters, accents and emoji stay too."""
    acting = "\x00\t\n\r\x1b\x7f\x9b\u200b\u202e\u2066\ufeff\u2028\u2029\ud800"
    assert visible(f"a{acting}[31mz") == f"a{' ' * len(acting)}[31mz"
    assert visible("証明書 (PDF)、か\u3099é👩①") == "証明書 (PDF)、か\u3099é👩①"
