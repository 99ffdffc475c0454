"""Does a drawing say the same without its colours?"""

import re

import pytest

from dataflow_assess.drawing import Picture, State, draw
from dataflow_assess.drawing.words import tag
from tests.unit.drawing.pictures import LOOPS, STORE, arrow, box
from tests.unit.drawing.seen import SVG, Seen


def test_black_and_white_has_no_colour() -> None:
    """Every colour of the mono theme is a grey."""
    written = draw(STORE, theme="mono").decode()
    colours = set(re.findall(r"#[0-9a-fA-F]{6}", written))
    assert colours
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


def test_what_keeps_only_black_and_white_keeps_every_frame_and_line() -> None:
    """A fax takes what is darker than half for black: no stroke is lost, and no word but white ones on black."""
    seen = Seen(draw(STORE, theme="mono").decode())
    strokes = {each.get("stroke") or "none" for each in seen.root.iter()} - {"none", "white", "#ffffff", "#FFFFFF"}
    words = {each.get("fill") or "black" for each in seen.root.iter(f"{SVG}text")} - {"white", "#ffffff", "#FFFFFF"}
    assert len(strokes) > 2
    assert all(int(grey[1:3], 16) < 0x80 for grey in strokes | words if grey.startswith("#"))


def test_black_and_white_keeps_every_word() -> None:
    """Whoever prints without colour loses nothing."""
    plain, colour = (Seen(draw(STORE, theme=theme).decode()) for theme in ("mono", "colour"))
    assert [text.text for text in plain.texts(plain.root)] == [text.text for text in colour.texts(colour.root)]


@pytest.mark.parametrize("state", State)
def test_every_state_has_its_word_on_the_arrow(state: State) -> None:
    """The word stands beside the number, so that neither colour nor line is the only sign."""
    seen = Seen(draw(Picture("状態", (box("甲"), box("乙")), (arrow(1, "甲", "乙", state),))).decode())
    words = [text.text for text in seen.texts(seen.groups("flow")["flow-1"])]
    assert words == ["1", tag(state, "ja")]


def test_states_differ_in_their_lines() -> None:
    """To be confirmed, unknown, encrypted, plaintext, paper and media look different in black and white."""
    seen = Seen(draw(LOOPS, theme="mono").decode())
    strokes = {}
    for group in seen.groups("flowline").values():
        state = (group.get("class") or "").split()[-1]
        paths = [each for each in group.iter() if each.tag.endswith("path") and each.get("class") != "hit"]
        strokes[state] = tuple((each.get("stroke-width"), each.get("stroke-dasharray")) for each in paths)
    different = [strokes[state] for state in ("encrypted", "plaintext", "unknown", "to-confirm", "paper", "media")]
    assert len(set(different)) == len(different)


def test_the_legend_names_what_is_drawn_and_nothing_else() -> None:
    """A state, zone or icon that does not occur is not explained."""
    seen = Seen(draw(Picture("凡例", (box("甲"), box("乙")), (arrow(1, "甲", "乙", "paper"),))).decode())
    words = {text.text for text in seen.texts(seen.root)}
    assert {"紙（通信なし）", "サーバ", "流れの番号（表と対応）"} <= words
    assert not words & {"暗号化あり", "平文（暗号化なし）", "端末", "人", "外部の区域（管理外）", "指摘（表と対応）"}
