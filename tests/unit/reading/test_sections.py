"""Are the elements of each section told apart, placed and referred to by their names?"""

from pathlib import Path

import pytest

from dataflow_assess.errors import Place
from dataflow_assess.model import Standing
from tests.unit.reading.told import BEGINNING, read, told

FLOW = "flows:\n  照会:\n    data: 氏名\n    hops:\n"
BEGINS = "a description begins with “format: 1” and has sections such as system, nodes and flows"
DECLARE = "declare it there, or correct the name"


def span(place: Place) -> tuple[int, int, int, int]:
    """Return the four numbers of a place."""
    return (place.line, place.column, place.end_line, place.end_column)


def test_each_hop_of_a_chain_has_its_own_two_ends_as_its_place(tmp_path: Path) -> None:
    """All hops of a line have what the line says."""
    text = f"{BEGINNING}{FLOW}      - 端末  → サーバ->紙: {{medium: paper}}\n      - 紙 -> 端末\n"
    first, second, third = read(tmp_path, text).flows[0].hops
    assert [span(hop.place) for hop in (first, second, third)] == [
        (13, 9, 13, 18),
        (13, 15, 13, 21),
        (14, 9, 14, 16),
    ]
    assert [(hop.source, hop.target, hop.index) for hop in (first, second, third)] == [
        ("端末", "サーバ", 0),
        ("サーバ", "紙", 1),
        ("紙", "端末", 2),
    ]
    assert first.medium == second.medium
    assert third.medium.standing is Standing.NOT_STATED
    assert (first.flow, first.id, first.label) == ("照会", "照会: 端末 → サーバ", "端末 → サーバ")


@pytest.mark.parametrize("label", ["'端末 -> サーバ'", '"端末 -> \\u30b5ーバ"', "ハ\u309aネル -> サーバ"])
def test_a_place_is_that_of_the_whole_arrow_where_its_text_is_not_as_in_the_file(tmp_path: Path, label: str) -> None:
    """Quotation marks, escapes and letters composed otherwise move the columns behind them."""
    text = BEGINNING.replace("{端末:", "{パネル: , 端末:") + f"{FLOW}      - {label}: {{}}\n"
    hop = read(tmp_path, text).flows[0].hops[0]
    assert span(hop.place) == (13, 9, 13, 9 + len(label))


def test_an_arrow_over_several_lines_is_placed_as_a_whole(tmp_path: Path) -> None:
    """Its ends have no columns of their own."""
    hop = read(tmp_path, f"{BEGINNING}{FLOW}      - 端末\n          ->  サーバ\n").flows[0].hops[0]
    assert span(hop.place) == (13, 9, 14, 18)


def test_an_unknown_end_of_a_chain_is_told_at_that_end(tmp_path: Path) -> None:
    """Also of two in one line."""
    text = f"{BEGINNING}{FLOW}      - 端末 -> サーパ -> 複写機: {{}}\n"
    assert told(tmp_path, text) == [
        "13:15: “サーパ” is not declared in nodes (機器) — did you mean “サーバ”?",
        f"13:22: “複写機” is not declared in nodes (機器) — {DECLARE}",
    ]


def test_the_same_way_taken_twice_is_two_hops(tmp_path: Path) -> None:
    """Their identifiers differ, also from those of a node that is called like a number."""
    text = BEGINNING.replace("紙: ", "端末#2: ") + FLOW
    text += "      - 端末 -> サーバ\n      - サーバ -> 端末\n      - 端末 -> サーバ\n"
    text += "storage: [端末: {data: 氏名}, 端末: {data: 住所}, 端末#2: {data: 氏名}]\n"
    system = read(tmp_path, text)
    assert [hop.id for hop in system.flows[0].hops] == [
        "照会: 端末 → サーバ",
        "照会: サーバ → 端末",
        "照会: 端末 → サーバ#2",
    ]
    assert [storage.id for storage in system.storage] == ["端末", "端末#2", "端末#2#2"]


def test_a_section_may_be_a_mapping_or_a_list(tmp_path: Path) -> None:
    """Hops are written as a list, because their order matters; a mapping has an order too."""
    listed = read(tmp_path, f"{BEGINNING}{FLOW}      - 端末 -> サーバ: {{}}\n      - サーバ -> 紙: {{}}\n")
    mapped = read(tmp_path, f"{BEGINNING}{FLOW}      端末 -> サーバ: {{}}\n      サーバ -> 紙: {{}}\n")
    single = read(tmp_path, BEGINNING + "papers: 図1\nclaims: {text: 文}\n")
    assert [hop.id for hop in listed.flows[0].hops] == [hop.id for hop in mapped.flows[0].hops]
    assert [paper.id for paper in single.papers] == ["図1"]
    assert [(claim.id, claim.text.value) for claim in single.claims] == [("claims#1", "文")]


def test_a_single_name_is_declared_too(tmp_path: Path) -> None:
    """What is written without brackets can be referred to."""
    text = BEGINNING.replace("zones: {庁内: }", "zones: 庁内") + "claims: [{text: 文, about: 庁内}]\n"
    assert read(tmp_path, text).claims[0].about == ("庁内",)


def test_an_element_without_a_list_item_of_its_own_is_told(tmp_path: Path) -> None:
    """Two elements in one item, an empty item, and a list have no single name."""
    text = f"{BEGINNING}{FLOW}      - {{端末 -> サーバ: , サーバ -> 紙: }}\n      -\n      - [x]\n      - {{}}\n"
    one = "one element, such as “A -> B: {…}”"
    assert told(tmp_path, text) == [
        f"13:9: found a mapping (key: value) — expected {one}",
        f"14:8: found nothing — expected {one}",
        f"15:9: found a list — expected {one}",
        f"16:9: found a mapping (key: value) — expected {one}",
    ]


def test_keys_that_are_indented_too_little_are_told(tmp_path: Path) -> None:
    """The commonest slip of indentation: keys stand under the arrow instead of inside it."""
    text = f"{BEGINNING}{FLOW}      - 端末 -> サーバ:\n        encryption: none\n        medium: paper\n"
    text += "claims: [{text: 文, about: 端末 -> サーバ}]\n"
    assert told(tmp_path, text) == [
        "14:9: the key “encryption” is not allowed here — indent the keys under “端末 -> サーバ” by two more spaces"
    ]
    papers = f"{BEGINNING}papers:\n  - 図1:\n    kind: figure\n"
    assert told(tmp_path, papers) == [
        "11:5: the key “kind” is not allowed here — indent the keys under “図1” by two more spaces"
    ]


@pytest.mark.parametrize(("name", "found"), [("''", "nothing"), ("' '", "nothing")])
def test_an_element_needs_a_name(tmp_path: Path, name: str, found: str) -> None:
    """In named sections and in those that begin with a reference."""
    text = f"{BEGINNING}papers: {{{name}: }}\nstorage: [{name}: {{data: 氏名}}]\n"
    assert told(tmp_path, text) == [
        f"9:10: found {found} — expected an identifier",
        f"10:11: found {found} — expected an identifier",
    ]


def test_a_name_cannot_be_declared_twice_nor_hold_an_arrow(tmp_path: Path) -> None:
    """A list does not forbid twins as a mapping does."""
    text = f"{BEGINNING}papers: [図1, {{図2: }}, 図1, ' 図2', 図1 → 図2]\n"
    assert told(tmp_path, text) == [
        "9:22: “図1” is declared twice; the first is on line 9 — keep one of them, or give each its own name",
        "9:26: “図2” is declared twice; the first is on line 9 — keep one of them, or give each its own name",
        "9:33: an identifier cannot hold an arrow — choose another name",
    ]


def test_a_section_that_stands_twice_is_told(tmp_path: Path) -> None:
    """Whether in one spelling or in both."""
    twice = "the key “機器” appears twice; the first is on line 7"
    text = f"{BEGINNING}claims: [{{text: 文, about: 甲}}]\n機器: {{甲: }}\nnodes: {{}}\n"
    assert told(tmp_path, text) == [
        f"10:1: {twice} — nodes and 機器 are the same key: keep one of them",
        "11:1: the key “nodes” appears twice; the first is on line 7 — keep one of them",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a",
            f"1:1: found “a” — {BEGINS}",
        ),
        (
            "- a",
            f"1:1: found a list — {BEGINS}",
        ),
        ("format: 2\nsystem: 3", "1:9: “2” is not a known version of the format — write “format: 1”"),
        ("書式: １", "1:5: “１” is not a known version of the format — write “format: 1”"),
        ("format: [1]", "1:9: a list is not a known version of the format — write “format: 1”"),
        ("format: 1.0", "1:9: “1.0” is not a known version of the format — write “format: 1”"),
    ],
)
def test_another_format_is_not_read_further(tmp_path: Path, text: str, expected: str) -> None:
    """Its keys may mean something else."""
    assert told(tmp_path, text) == [expected]


def test_a_description_needs_a_format_and_a_system(tmp_path: Path) -> None:
    """Both are told at the beginning."""
    assert told(tmp_path, "nodes: {}") == [
        "1:1: “system (対象)” is missing — add “system: …”",
        "1:1: “format (書式)” is missing — add “format: …”",
    ]


def test_keys_that_are_not_known_are_told_with_the_nearest(tmp_path: Path) -> None:
    """Where none is near, or the key belongs elsewhere, all that may stand there are listed."""
    text = f"{BEGINNING}claim: x\n総括的な説明: y\nencryption: z\n{'あ' * 90}: z\n"
    found = told(tmp_path, text)
    assert found[0] == "9:1: the key “claim” is not allowed here — did you mean “claims”?"
    assert found[1] == "10:1: the key “総括的な説明” is not allowed here — did you mean “総括的説明”?"
    assert found[2].startswith(
        "11:1: the key “encryption” is not allowed here — expected one of: format, system, parties"
    )
    assert found[3].startswith(
        f"12:1: the key “{'あ' * 59}…” is not allowed here — expected one of: 書式, 対象, 当事者"
    )
