"""Can a label or an id break out of its place?"""

import io
import json
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

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
from tests.unit.cli.running import run
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
    "ten-thousand": "個人情報" * 2500,
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
                rows=(Row(attack), Row(attack, shaded=True)),
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


@pytest.mark.parametrize("form", ["svg", "png", "pdf", "dot"])
@pytest.mark.parametrize("name", ATTACKS)
def test_a_description_full_of_hostile_text_is_drawn_in_every_format(name: str, form: str, tmp_path: Path) -> None:
    """The command ends with 0 and writes a file of the kind asked for, whatever people typed."""
    text = json.dumps(ATTACKS[name].replace("\0", ""))
    place = tmp_path / "hostile.yaml"
    place.write_text(DESCRIPTION.replace("TEXT", text), encoding="utf-8", errors="surrogatepass")
    result = run("draw", str(place), "-o", str(tmp_path / f"out.{form}"), "--lang", "en")
    if result.exit_code:  # what no description may hold is told as a fault with its place
        assert "Traceback" not in result.output + result.stderr
        assert "hostile.yaml:" in result.stderr
        return
    written = (tmp_path / f"out.{form}").read_bytes()
    assert written.startswith({"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph"}[form])
    if form == "svg":
        assert b"<script" not in written


def test_hostile_text_in_a_pdf_is_text() -> None:
    """It can be read on the page, and no action or script stands in the file."""
    written = draw(picture("<script>alert(1)</script>"), format="pdf")
    assert not re.search(rb"/(JavaScript|JS|AA|OpenAction|Launch|URI)\b", written)
    assert "<script>" in "".join(page.extract_text() for page in PdfReader(io.BytesIO(written)).pages)


DESCRIPTION = """\
format: 1
system: {title: TEXT, controller: 市, department: TEXT}
parties: {市: {kind: municipality, name: TEXT}}
zones: {庁: {kind: office, operator: 市, name: TEXT}}
nodes:
  甲: {kind: terminal, in: 庁, name: TEXT}
  乙: {kind: server, name: TEXT, note: TEXT}
data: {項目: {subjects: 住民, name: TEXT}}
flows:
  流れ:
    data: [項目]
    hops:
      - 甲 -> 乙: {encryption: {value: TLS, evidence: TEXT}}
storage:
  - 乙: {data: 項目, form: original}
"""
