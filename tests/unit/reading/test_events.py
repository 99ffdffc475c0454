"""Is every way in which YAML can go wrong told with its place?"""

from pathlib import Path

import pytest
import yaml

from dataflow_assess.reading import events, problems, read_source
from tests.unit.reading.told import BEGINNING, read, told

YAML = "this cannot be read as YAML"
COLON = "a colon does not fit here: the line is indented too far, has a second colon, or follows a line without one"
UNFIT = "this line does not fit the lines around it: check its indentation and quotation marks"
BACKSLASH = "a backslash inside double quotation marks: use single ones"
TWICE = "the key “プリンタ” appears twice; the first is on line 9"
ALIKE = "keep one of them; they look alike, but their characters are composed differently (NFC, NFD)"


@pytest.mark.parametrize(
    ("line", "place", "reason"),
    [
        ("claims: a: b", "9:10", COLON),
        ("claims\nmeasures: x", "9:1", "a key without a colon"),
        ("claims: x\n  text: y", "10:7", COLON),
        ("claims:\n  text: a\n kind: b", "11:2", UNFIT),
        ("claims:\n  - text: a\n - text: b", "11:2", UNFIT),
        ("- claims", "9:1", UNFIT),
        ("claims: @x", "9:9", "a value cannot begin with this character: put it in quotes"),
        ("claims: *", "9:10", "a value cannot begin with “*” or “&”: put it in quotes"),
        ("claims: [{text: a},,]", "9:20", "a value is missing"),
        ('claims: {text: "C:\\Users"}', "9:21", BACKSLASH),
        ('claims: {text: "C:\\q"}', "9:19", BACKSLASH),
        ("...\nclaims", "10:1", "something stands before or after the description"),
        ("%a", "9:3", "a line cannot begin with “%”: put it in quotes"),
        ("claims: !x!y z", "9:9", "found undefined tag handle"),
    ],
)
def test_what_is_no_yaml_is_told_in_plain_words(tmp_path: Path, line: str, place: str, reason: str) -> None:
    """The place is where the parser stopped; the words are those of somebody who knows no YAML."""
    hint = "check indentation, colons and quotation marks on this line and the one before"
    assert told(tmp_path, BEGINNING + line) == [f"{place}: {YAML} ({reason}) — {hint}"]


@pytest.mark.parametrize(
    ("line", "place", "reason"),
    [
        ("claims: {text: a\npapers: {}", "10:7", "a comma is missing, or a “{” is not closed"),
        ("claims: {text: 'a' b}", "9:20", "a comma is missing, or a “{” is not closed"),
        ("claims: [{text: a}\npapers: {}", "10:1", "a comma is missing, or a “[” is not closed"),
        ("claims: {text: 'a}\npapers: {}\n", "11:1", "a quotation mark is not closed"),
    ],
)
def test_what_is_not_closed_is_told_with_its_beginning(tmp_path: Path, line: str, place: str, reason: str) -> None:
    """The parser notices it far below."""
    hint = "it begins on line 9: check quotation marks, commas and brackets from there"
    assert told(tmp_path, BEGINNING + line) == [f"{place}: {YAML} ({reason}) — {hint}"]


def test_a_key_that_stands_twice_is_told_at_its_second_place(tmp_path: Path) -> None:
    """YAML's readers would silently take the last one; here the first is kept and reading goes on."""
    text = BEGINNING + "papers:\n  図1: {kind: figure}\n  図1: {kind: fugure}\nclaims: [{txt: a}]\n"
    assert told(tmp_path, text) == [
        "11:3: the key “図1” appears twice; the first is on line 10 — keep one of them",
        "12:11: the key “txt” is not allowed here — did you mean “text”?",
        "12:11: “text (内容)” is missing in claims#1 — add “text: …”",
    ]


@pytest.mark.parametrize("twins", [("プリンタ", "フ\u309aリンタ"), ("フ\u309aリンタ", "プリンタ")])
def test_keys_that_only_look_alike_are_told_apart(tmp_path: Path, twins: tuple[str, str]) -> None:
    """A name pasted from a Mac's file name is composed differently (NFD)."""
    text = BEGINNING + f"papers: {{{twins[0]}: , {twins[1]}: }}\n"
    column = 14 + len(twins[0])
    assert told(tmp_path, text) == [
        f"9:{column}: {TWICE} — {ALIKE}",
    ]


def test_names_composed_differently_are_one_name(tmp_path: Path) -> None:
    """A reference in the one form finds the declaration in the other."""
    system = read(tmp_path, BEGINNING.replace("紙:", "フ\u309aリンタ:") + "storage: [プリンタ: {data: 氏名}]\n")
    assert system.storage[0].node == system.nodes[2].id == "プリンタ"


def test_a_merge_key_is_refused(tmp_path: Path) -> None:
    """It would become an element called <<."""
    text = BEGINNING.replace("nodes: {", "nodes: {<<: &a {kind: server}, ") + "papers: {'<<': }\n"
    assert told(tmp_path, text) == ["7:9: the merge key << is not allowed — write the keys out here"]


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "? - a\n"])
def test_a_list_or_mapping_as_a_key_is_refused(tmp_path: Path, key: str) -> None:
    """Such a key comes of a forgotten quotation mark."""
    column = 3 if key.startswith("?") else 1
    text = BEGINNING + f"{key}: x\nclaims: y\n"
    problems_told = told(tmp_path, text)
    assert problems_told[0] == (
        f"9:{column}: a list or mapping cannot be a key — "
        "write a name before the colon; put it in quotes where it begins with a bracket"
    )
    assert problems_told[1].endswith("found “y” — expected keys and values, such as {text: …}")


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("!!int", "!!int"),
        ("!!python/object:os.system", "!!python/object:os.system"),
        ("!x", "!x"),
        ("!<tag:a.b,2000:c>", "tag:a.b,2000:c"),
    ],
)
@pytest.mark.parametrize("value", ["1", "[氏名]", "{}"])
def test_tags_are_refused(tmp_path: Path, tag: str, shown: str, value: str) -> None:
    """Nothing is built that a tag names."""
    text = BEGINNING + f"claims: [{{text: a, about: {tag} {value}}}]\n"
    assert told(tmp_path, text)[0] == f"9:27: the tag {shown} is not allowed — remove it"


@pytest.mark.parametrize("tag", ["!!str", "!"])
def test_a_tag_that_says_text_is_read_as_quotation_marks(tmp_path: Path, tag: str) -> None:
    """It is harmless, and some editors write it."""
    assert read(tmp_path, BEGINNING + f"claims: [{{text: {tag} 未定}}]\n").claims[0].text.value == "未定"


def test_a_second_document_is_refused_once(tmp_path: Path) -> None:
    """The first document is still read, so its problems are told too."""
    text = BEGINNING + "claim: x\n---\nformat: 1\n---\n- a\n"
    assert told(tmp_path, text) == [
        "9:1: the key “claim” is not allowed here — did you mean “claims”?",
        "10:1: a second document begins here — write one description per file; remove “---”",
    ]


def test_a_single_document_may_have_its_marks(tmp_path: Path) -> None:
    """Some editors write them."""
    assert read(tmp_path, f"%YAML 1.1\n---\n{BEGINNING}...\n").label == "窓口"


@pytest.mark.parametrize(
    ("char", "code"),
    [
        ("\x00", "U+0000"),
        ("\x1b", "U+001B"),
        ("\x0c", "U+000C"),
        ("\x7f", "U+007F"),
        ("\x9f", "U+009F"),
        ("\ufffe", "U+FFFE"),
    ],
)
def test_control_characters_are_refused_where_they_stand(tmp_path: Path, char: str, code: str) -> None:
    """All of them are told at once, not only the first."""
    text = BEGINNING + f"claims: [{{text: 窓口{char}で}}]\n# 日本{char}\n"
    told_twice = f"the character {code} is not allowed in a text file — delete it"
    assert told(tmp_path, text) == [f"9:19: {told_twice}", f"10:5: {told_twice}"]


def test_a_lone_surrogate_in_a_text_is_no_character() -> None:
    """Python may hold one; a file may not."""
    with pytest.raises(Exception, match=r"t:1:9: the character U\+D800 is not allowed in a text file"):
        read_source("format: \ud800", "t")


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029"])
def test_line_breaks_that_no_editor_counts_are_blanks(tmp_path: Path, char: str) -> None:
    """Pasted from a PDF or Word they would shift every later line."""
    text = BEGINNING + f"claims: [{{text: 窓口{char}で}}]\nclaim: x\n"
    assert told(tmp_path, text)[0].startswith("10:1: the key “claim”")


def test_problems_beyond_a_thousand_are_not_told(tmp_path: Path) -> None:
    """The last line says that there are more."""
    text = BEGINNING + "claims: [" + ", ".join(["{txt: a, text: b}"] * 2000) + "]\n"
    lines = told(tmp_path, text)
    assert len(lines) == 1001
    assert lines[-1] == "these are the first 1000 problems; reading stopped here"


def test_what_is_noted_twice_is_told_once() -> None:
    """The order is that of the file, whatever was found first."""
    noted = problems.Problems()
    assert not noted
    events.build("a: *b\nc: !x d", "f", noted)
    events.build("a: *b", "f", noted)
    assert noted.fault().lines("en") == [
        "f:1:4: *b refers to nothing defined before it",
        "f:2:4: the tag !x is not allowed — remove it",
    ]


def test_the_parser_in_python_reads_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without libyaml, only speed is lost."""
    text = (
        BEGINNING
        + 'claims: [{text: "窓口で", about: [端末, サーバ -> 端末]}]\nflows: {a: {data: 氏名, hops: [サーバ → 端末]}}\n'
    )
    expected = read(tmp_path, text)
    monkeypatch.setattr(events, "_LOADER", yaml.SafeLoader)
    assert read(tmp_path, text) == expected
    assert told(tmp_path, BEGINNING + "claims: a: b")[0].startswith("9:10: this cannot be read as YAML")
