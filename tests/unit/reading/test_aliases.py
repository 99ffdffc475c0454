"""Are aliases read as what they repeat, and refused where they would never end?"""

from pathlib import Path

import pytest

from tests.unit.reading.told import BEGINNING, read, told

YAML = "this cannot be read as YAML"
KNOWN = "nodes (機器), zones (区域), data (個人情報), flows (流れ), parties (当事者), papers (資料)"


def test_an_alias_repeats_what_was_written_before(tmp_path: Path) -> None:
    """Aliases are ordinary YAML; a problem inside is told once."""
    text = BEGINNING + "claims:\n  - &a {text: &b 窓口で, about: *b}\n  - *a\n"
    assert told(tmp_path, text) == [
        f"10:15: “窓口で” is not declared in {KNOWN} — declare it there, or correct the name",
    ]
    repeated = read(tmp_path, text.replace(", about: *b", ""))
    assert repeated.claims[0].text == repeated.claims[1].text


@pytest.mark.parametrize("value", ["*later", "&a [*a]", "&a {text: *a}"])
def test_an_alias_to_nothing_or_to_itself_is_refused(tmp_path: Path, value: str) -> None:
    """A cycle is an alias to something that is not complete yet."""
    name = "later" if "later" in value else "a"
    problems_told = told(tmp_path, BEGINNING + f"claims: {value}\n")
    column = 9 + value.index("*")
    assert problems_told[0] == f"9:{column}: *{name} refers to nothing defined before it"


def test_a_bomb_of_aliases_is_refused_before_it_is_unfolded(tmp_path: Path) -> None:
    """Nine levels of ten would be a thousand million values."""
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    text = BEGINNING + "\n".join(["a0: &a0 [x, x, x, x, x, x, x, x, x, x]", *levels]) + "\n"
    assert told(tmp_path, text) == [
        "14:5: the file has more than 5000000 values, counting all that * repeats — write one description per system"
    ]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_nesting_beyond_64_levels_is_refused(tmp_path: Path, opening: str, closing: str) -> None:
    """Sixty-four are accepted as YAML, and then told not to be a description."""
    deep = "nesting is deeper than 64 levels — nothing in a description is so deep: check brackets and indentation"
    assert told(tmp_path, f"a: {opening * 64}x{closing * 64}") == [f"1:{4 + 63 * len(opening)}: {deep}"]
    assert "nesting" not in told(tmp_path, f"a: {opening * 63}x{closing * 63}")[0]


def test_a_hundred_thousand_open_brackets_are_refused(tmp_path: Path) -> None:
    """Neither time nor the stack of calls grows with them."""
    assert "64 levels" in told(tmp_path, "[" * 100_000)[0]


def test_nesting_hidden_in_aliases_is_refused(tmp_path: Path) -> None:
    """Each alias is as deep as what it stands for."""
    steps = [f"  - &a{n} {{value: {{value: *a{n - 1}}}}}" for n in range(1, 40)]
    text = BEGINNING + "\n".join(["claims:", "  - &a0 {value: x}", *steps])
    assert told(tmp_path, text) == [
        "41:26: nesting is deeper than 64 levels — nothing in a description is so deep: check brackets and indentation"
    ]
