"""Can a label or an id break out of its place?"""

import re

import pytest

from dataflow_assess.drawing import (
    Arrow,
    Card,
    Finding,
    Note,
    Picture,
    Row,
    State,
    TitleBlock,
    Zone,
    draw,
    metrics,
)
from dataflow_assess.drawing.document import document
from dataflow_assess.drawing.sheet import Lettered
from dataflow_assess.drawing.theme import THEMES
from tests.unit.drawing.seen import SVG, Seen, box_of, inside

ATTACKS = {
    "markup": "<script>alert(1)</script><B>&amp;\"'",
    "element": "<script>document.title = 'taken'</script>",
    "dot": '"]; attack [label="x"] //',
    "html-label": "<<TABLE><TR><TD>x</TD></TR></TABLE>>",
    "escapes": "\\N \\G \\l \\n \\\\ %s {} $HOME `id`",
    "entities": "&lt; &#60; &nbsp; &bogus;",
    "controls": "a\x00b\x07c\td\r\ne\u2028f\x7fg\ufffeh",
    "lone-surrogate": "x\ud800y",
    "overrides": "a\u202eb\u2066c",
    "right-to-left": "مرحبا שלום",
    "emoji": "🔒👩‍💻🏛️ 絵文字",
    "combining": "e\u0301 が\u3099",
    "long-word": "W" * 600,
    "long-japanese": "証明書交付センター連携基盤" * 40,
    "empty": "",
    "blank": " \u3000 ",
    "path": "../../etc/passwd",
    "cdata": "]]><!-- --> <?xml?>",
}


def picture(attack: str) -> Picture:
    """Return a picture in which every string is the attack."""
    return Picture(
        title=attack,
        subtitle=attack,
        cards=(
            Card(
                attack,
                attack,
                zone=attack,
                rows=(Row(attack, attack), Row(attack, attack, shaded=True)),
                badges=(attack,),
            ),
            Card(attack + "2", attack, icon="person"),
        ),
        arrows=(
            Arrow(1, attack, attack + "2", attack, State.PLAINTEXT, attack, attack, (attack,)),
            Arrow(2, attack, attack, attack, State.UNKNOWN, attack, attack),
        ),
        zones=(Zone(attack, attack, parent=attack + "2"), Zone(attack + "2", attack)),
        findings=(Finding("A", attack, attack, attack, (1, 2), (attack,)),),
        notes=(Note(attack, attack),),
        title_block=TitleBlock(attack, attack, attack, attack),
        footer=attack,
    )


@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_text_is_only_text(name: str) -> None:
    """Whatever stands in a description, the drawing has the same parts, and no element of the text's making."""
    seen = Seen(draw(picture(ATTACKS[name])).decode())
    assert len(seen.groups("node")) == 2
    assert len(seen.groups("flow")) == 2
    assert len(seen.groups("zone")) == 2
    allowed = {"svg", "g", "title", "desc", "polygon", "polyline", "path", "ellipse", "text"}
    assert {each.tag.removeprefix(SVG) for each in seen.root.iter()} <= allowed
    for shape in (*seen.root.iter(f"{SVG}polygon"), *seen.root.iter(f"{SVG}ellipse")):
        assert inside(box_of(shape), seen.page)


@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_text_takes_no_more_room_than_was_planned(name: str) -> None:
    """Graphviz draws every label exactly as large as the layout believed, whatever is written in it."""
    leaves = document(picture(ATTACKS[name]), THEMES["colour"], "A4", tuple)
    labels = [item.label for leaf in leaves for item in leaf.sheet.items if isinstance(item, Lettered)]
    sizes = metrics._sizes({f"l{index}": label.html for index, label in enumerate(labels)})
    for index, label in enumerate(labels):
        width, height = sizes[f"l{index}"]
        assert width <= label.width + 1, label.html
        assert height <= label.height + 1, label.html


def test_graphviz_puts_nothing_in_place_of_a_backslash() -> None:
    """In the DOT language a backslash and N stand for the node's name; in a label they are just that."""
    seen = Seen(draw(Picture("\\N", (Card("a", "\\G\\N"),))).decode())
    assert {"\\N", "\\G\\N"} <= {text.text for text in seen.texts(seen.root)}


@pytest.mark.parametrize("name", ["markup", "right-to-left", "emoji", "dot"])
def test_a_strange_text_survives_in_full(name: str) -> None:
    """A label is shown as it is, not stripped of what looks odd."""
    seen = Seen(draw(picture(ATTACKS[name])).decode())
    said = seen.groups("node")["node-0"].get("aria-label") or ""
    assert " ".join(ATTACKS[name].split()) in said


def test_a_text_that_is_too_long_is_cut_where_it_stands_and_told_in_full() -> None:
    """A card shows an ellipsis; the title of the card holds everything."""
    seen = Seen(draw(picture(ATTACKS["long-japanese"])).decode())
    group = seen.groups("node")["node-0"]
    assert any(text.text.endswith("…") for text in seen.texts(group))
    assert ATTACKS["long-japanese"] in (group.findtext(f"{SVG}title") or "")


def test_ids_never_reach_the_dot_source() -> None:
    """Nodes are called n0, n1 … whatever the description calls them."""
    source = draw(picture('x"]; attack'), format="dot").decode()
    assert not re.search(r"^\s*\"?attack", source, re.MULTILINE)
    assert re.search(r"^\s*n0 \[", source, re.MULTILINE)
