"""Is a drawing the same every time, and can its parts be found?"""

import io
from collections import Counter
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from dataflow_assess.drawing import Format, draw
from tests.unit.drawing.pictures import LOOPS, NESTED, STORE, TOPOLOGIES
from tests.unit.drawing.seen import SVG, Seen

Drawn = Callable[[str], Seen]


@pytest.mark.parametrize("form", ["svg", "png", "pdf", "dot"])
def test_the_same_picture_gives_the_same_bytes(form: Format) -> None:
    """Nothing of the clock, the machine or the order of a set gets into a file."""
    assert draw(NESTED, format=form) == draw(NESTED, format=form)


@pytest.mark.parametrize(
    ("form", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("dot", b"digraph")]
)
def test_each_format_is_what_it_says(form: Format, start: bytes) -> None:
    """A file begins as its format demands."""
    assert draw(LOOPS, format=form).startswith(start)


@pytest.mark.parametrize("name", TOPOLOGIES)
def test_every_part_has_one_id_of_its_own(drawn: Drawn, name: str) -> None:
    """Arrows, lines, cards and zones can be addressed; no id occurs twice."""
    seen, picture = drawn(name), TOPOLOGIES[name]
    ids = Counter(each.get("id") for each in seen.root.iter() if each.get("id"))
    assert set(ids.values()) == {1}
    if len(seen.groups("node")) < len(picture.cards):
        return
    wanted = {f"flow-{arrow.number}" for arrow in picture.arrows}
    wanted |= {f"flowline-{arrow.number}" for arrow in picture.arrows}
    wanted |= {f"node-{index}" for index in range(len(picture.cards))}
    assert wanted <= set(ids)


def test_arrows_stand_in_the_order_of_their_numbers(drawn: Drawn) -> None:
    """Who reads the file from top to bottom meets the arrows as they travel."""
    numbers = [int(group.get("data-flow", "0")) for group in drawn("store").groups("flow").values()]
    assert numbers == list(range(1, 18))


def test_a_card_can_be_found_by_the_id_of_the_description(drawn: Drawn) -> None:
    """The description's own id stands beside the number that makes the id safe."""
    found = [group.get("data-node") for group in drawn("store").groups("node").values()]
    assert sorted(map(str, found)) == sorted(card.id for card in STORE.cards)


def test_an_arrow_is_told_in_words(drawn: Drawn) -> None:
    """A screen reader hears from where to where, what, how, and which findings."""
    said = drawn("store").groups("flow")["flow-11"].get("aria-label") or ""
    for word in ("証明発行サーバ", "FW", "証明書PDF", "平文（暗号化なし）", "指摘 A"):
        assert word in said


def test_the_drawing_has_a_title_and_a_description(drawn: Drawn) -> None:
    """The whole drawing is named and summed up by state."""
    root = drawn("store").root
    assert root.findtext(f"{SVG}title") == STORE.title
    assert "平文 3" in (root.findtext(f"{SVG}desc") or "")


def test_no_version_of_graphviz_is_named(drawn: Drawn) -> None:
    """The banner would change with every installation."""
    assert "graphviz" not in drawn("store").written.lower()


def test_a_pdf_has_a_title_a_language_and_no_date() -> None:
    """What Graphviz leaves out is added, and the time of day is taken out."""
    found = PdfReader(io.BytesIO(draw(LOOPS, format="pdf")))
    assert found.metadata is not None
    assert found.metadata.title == LOOPS.title
    assert str(found.root_object["/Lang"]) == "ja"
    assert not {"/CreationDate", "/ModDate"} & set(found.metadata)


def test_a_pdf_can_be_searched_and_is_small() -> None:
    """Its text is text, its fonts are embedded, and with only the letters that it uses."""
    written = draw(STORE, format="pdf")
    found = PdfReader(io.BytesIO(written))
    assert "証明発行サーバ" in "".join(page.extract_text() for page in found.pages)
    assert len(written) < 150_000


def test_english_words_are_printed_for_an_english_picture() -> None:
    """Nothing that the engine prints itself is Japanese when English is asked for."""
    english = draw(
        type(LOOPS)("Title", LOOPS.cards[:1], language="en", subtitle="Sub"),
    ).decode()
    assert "Legend" in english
    assert "凡例" not in english
