"""Does the picture of an assessment show what the description says, and every finding at its place?"""

from pathlib import Path

import pytest

from dataflow_assess.assessing import assess, load_bytes
from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.assessed import draw_assessment
from dataflow_assess.drawing.picture import Icon, Picture, State, ZoneStyle
from dataflow_assess.errors import Fault
from dataflow_assess.extensions import Annotation
from dataflow_assess.messages import message
from tests.unit.cli.running import KONBINI, ROOT
from tests.unit.drawing.roads import DESCRIPTION, assessed, plugins
from tests.unit.drawing.roads import picture as _picture


@pytest.fixture(scope="module")
def bare() -> Assessment:
    """Return the assessment of the description, with no rule applied."""
    return assessed()


def _rows(picture: Picture, card: str) -> list[str]:
    (found,) = [each for each in picture.cards if each.id == card]
    return [row.text for row in found.rows]


# ------------------------------------------------------------------------------------------------------- arrows
def test_arrows_bear_the_numbers_of_the_order_of_travel(bare: Assessment) -> None:
    """A reply follows its request at once, although another flow stands between them in the file."""
    arrows = _picture(bare).arrows
    assert [arrow.number for arrow in arrows] == list(range(1, 12))
    assert (arrows[9].source, arrows[9].target) == ("Server", "Phone")
    assert (arrows[10].source, arrows[10].target) == ("Server", "Store")
    assert {arrow.number for arrow in arrows} == set(bare.graph.numbers.values())


def test_every_state_of_protection_has_its_line(bare: Assessment) -> None:
    """Known, unknown in each way, on paper, or face to face."""
    assert [arrow.state for arrow in _picture(bare).arrows] == [
        State.ENCRYPTED,
        State.PLAINTEXT,
        State.UNKNOWN,
        State.TO_CONFIRM,
        State.WITHHELD,
        State.UNDECIDED,
        State.PAPER,
        State.IN_PERSON,
        State.UNKNOWN,
        State.ENCRYPTED,
        State.ENCRYPTED,
    ]


def test_an_arrow_says_what_the_papers_add(bare: Assessment) -> None:
    """Method, network by name or word, medium, disagreement; the bare word for encrypted is not repeated."""
    remarks = [arrow.remark for arrow in _picture(bare).arrows]
    assert remarks[0].lower() == "tls・internet"
    assert remarks[1:3] == ["", ""]
    assert remarks[3] == "LAN of the office"
    assert remarks[4]
    assert remarks[8]
    assert remarks[9] == ""


def test_an_arrow_carries_its_data_and_its_evidence(bare: Assessment) -> None:
    """Names instead of identifiers, each evidence once."""
    arrows = _picture(bare).arrows
    assert arrows[0].data == "Road report, Photo"
    assert arrows[1].data == "Photo"
    assert arrows[0].evidence == "p. 3; p. 4"


# -------------------------------------------------------------------------------------------------------- cards
def test_a_card_says_who_runs_it(bare: Assessment) -> None:
    """As stated, as its zone says, or in which way it is unknown."""
    picture = _picture(bare)
    assert _rows(picture, "Phone") == ["operator to be confirmed"]
    assert _rows(picture, "Desk")[0] == "run by City"
    assert _rows(picture, "Server")[0] == "run by Vendor Ltd."
    assert _rows(picture, "Stick") == ["operator withheld"]


def test_a_card_says_who_maintains_it(bare: Assessment) -> None:
    """All of them in one row."""
    assert _rows(_picture(bare), "Desk")[1] == "maint. by Vendor Ltd., Helper"


def test_who_runs_and_maintains_a_machine_alone_is_named_once() -> None:
    """Two rows with the same name would say no more."""
    alone = assessed(DESCRIPTION.replace("maintainers: [Vendor, Helper]", "maintainers: [City]"))
    assert _rows(_picture(alone), "Desk")[:1] == ["run, maint. by City"]
    assert not any("maint" in row for row in _rows(_picture(alone), "Desk")[1:])


def test_a_person_belongs_to_a_party_and_is_run_by_nobody(bare: Assessment) -> None:
    """One without a party has no row at all."""
    picture = _picture(bare)
    (row,) = _rows(picture, "Clerk")
    assert row == "of City"
    assert _rows(picture, "Citizen") == []


def test_a_card_says_what_is_kept_and_how_long(bare: Assessment) -> None:
    """A row for each storage, shaded: form and period, or how it is unknown, or when it is deleted."""
    picture = _picture(bare)
    assert _rows(picture, "Server")[1:] == [
        "kept: Road report, Photo (original, 5年)",
        "kept: Photo (backup, deleted: a year later)",
    ]
    assert _rows(picture, "Desk")[2:] == ["kept: Road report (to be confirmed)"]
    assert _rows(picture, "Gate")[1:] == ["kept: Photo (not stated)"]
    (server,) = [card for card in picture.cards if card.id == "Server"]
    assert [row.shaded for row in server.rows] == [False, True, True]


def test_a_card_says_when_the_papers_state_that_nothing_is_kept(bare: Assessment) -> None:
    """Silence says nothing of the kind."""
    picture = _picture(bare)
    assert _rows(picture, "Store")[1:] == ["nothing kept"]
    assert len(_rows(picture, "Phone")) == 1


def test_the_icon_follows_the_kind(bare: Assessment) -> None:
    """A node without a kind is drawn as a server."""
    icons = {card.id: card.icon for card in _picture(bare).cards}
    assert icons == {
        "Phone": Icon.TERMINAL,
        "Desk": Icon.TERMINAL,
        "Server": Icon.SERVER,
        "Store": Icon.DATABASE,
        "Clerk": Icon.PERSON,
        "Citizen": Icon.PERSON,
        "Stick": Icon.MEDIA,
        "Gate": Icon.FIREWALL,
        "Old": Icon.SERVER,
    }


# -------------------------------------------------------------------------------------------------------- zones
def test_a_zone_shows_who_answers_for_it(bare: Assessment) -> None:
    """The controller, a firm however deep in the chain of outsourcing, government's network, or an outsider."""
    styles = {zone.id: zone.style for zone in _picture(bare).zones}
    assert styles == {
        "Hall": ZoneStyle.CONTROLLED,
        "Office LAN": ZoneStyle.SEGMENT,
        "Room": ZoneStyle.CONTROLLED,
        "Centre": ZoneStyle.CONTRACTED,
        "Annex": ZoneStyle.CONTRACTED,
        "Shop": ZoneStyle.OUTSIDE,
        "Field": ZoneStyle.OUTSIDE,
        "Lone LAN": ZoneStyle.CONTROLLED,
        "LGWAN": ZoneStyle.GOVERNMENT,
    }


def test_a_ring_of_contracts_ends(bare: Assessment) -> None:
    """Two firms that entrust one another are both contracted."""
    text = DESCRIPTION.replace(
        "  - City -> Stranger:", "  - Helper -> Vendor: {kind: outsourcing}\n  - City -> Stranger:"
    )
    found = _picture(assessed(text))
    assert [zone.style for zone in found.zones] == [zone.style for zone in _picture(bare).zones]


def test_zones_keep_their_nesting_and_names(bare: Assessment) -> None:
    """As described."""
    zones = {zone.id: zone for zone in _picture(bare).zones}
    assert (zones["Office LAN"].parent, zones["Office LAN"].label) == ("Hall", "LAN of the office")
    assert zones["Hall"].parent is None


# ------------------------------------------------------------------------------------------- views and the sheet
def test_the_view_of_an_item_shows_only_what_it_touches(bare: Assessment) -> None:
    """With the numbers of the whole, the nodes and zones on its way, and where it rests."""
    picture = _picture(bare, data="Photo")
    assert [arrow.number for arrow in picture.arrows] == [1, 2, 3]
    assert [arrow.data for arrow in picture.arrows] == ["Photo"] * 3
    assert [card.id for card in picture.cards] == ["Phone", "Server", "Store", "Gate"]
    assert [zone.id for zone in picture.zones] == ["Centre", "Annex", "Field", "LGWAN"]
    assert "Photo" in picture.subtitle
    assert "Road report" not in picture.subtitle


def test_an_item_that_goes_nowhere_cannot_be_drawn(bare: Assessment) -> None:
    """That is told as a fault; an item that does not exist is a mistake of the caller."""
    with pytest.raises(Fault, match="Unused"):
        _picture(bare, data="Unused")
    with pytest.raises(KeyError):
        _picture(bare, data="Nothing")
    with pytest.raises(ValueError, match="docx"):
        draw_assessment(bare, "docx", lang="en")


def test_annotations_become_badges(bare: Assessment) -> None:
    """On the node or hop that they name; one that names neither is not drawn."""
    (hop,) = [hop for hop, number in bare.graph.numbers.items() if number == 2]
    wanted = (
        Annotation("Server", message("first")),
        Annotation(hop, message("on the way")),
        Annotation("Server", message("second")),
        Annotation("Nowhere", message("lost")),
    )
    picture = _picture(bare, annotations=wanted)
    assert {card.id: card.badges for card in picture.cards if card.badges} == {"Server": ("first", "second")}
    assert {arrow.number: arrow.badges for arrow in picture.arrows if arrow.badges} == {2: ("on the way",)}


def test_the_sheet_says_what_it_is(bare: Assessment) -> None:
    """Title, data, council and papers, author, date, and a foot with the file's name and hash but no path."""
    picture = _picture(bare)
    assert picture.title == "Road reports"
    assert "Road report, Photo" in picture.subtitle
    block = picture.title_block
    assert block is not None
    assert block.document == "Council One, Two"
    assert block.author == "City Roads"
    assert block.version == "第2版"
    assert "2016" in block.date
    assert "roads.yaml" in picture.footer
    assert "folder" not in picture.footer
    assert picture.language == "en"


def test_a_sheet_without_a_council_has_empty_boxes() -> None:
    """Nothing is made up."""
    text = DESCRIPTION.replace("  council: {name: Council, date: 2016-06-27, papers: [One, Two, Three]}\n", "")
    picture = _picture(assessed(text))
    block = picture.title_block
    assert block is not None
    assert (block.document, block.date) == ("", "")


def test_the_footer_changes_with_the_description(bare: Assessment) -> None:
    """The hash is that of the text."""
    assert _picture(assessed(DESCRIPTION + "\n")).footer != _picture(bare).footer


def test_konbini_shows_what_the_council_was_told() -> None:
    """Plaintext inside, encrypted outside, the two open questions as questions, nothing kept on the way."""
    raw = Path(ROOT, KONBINI).read_bytes()
    picture = _picture(assess(load_bytes(raw, KONBINI, plugins()), plugins()))
    states = {(arrow.source, arrow.target): arrow.state for arrow in picture.arrows}
    assert states["証明発行サーバ", "ファイアウォール"] is State.PLAINTEXT
    assert states["転送サーバ", "LGWANサービス提供設備"] is State.PLAINTEXT
    assert states["LGWANサービス提供設備", "広域交付サーバ"] is State.ENCRYPTED
    assert states["マルチコピー機", "申請者"] is State.PAPER
    kept = {card.id for card in picture.cards if any("nothing kept" in row.text for row in card.rows)}
    assert kept == {"転送サーバ", "広域交付サーバ"}
    lettered = {mark for finding in picture.findings for mark in (*finding.arrows, *finding.cards)}
    assert lettered >= {5, 6, 11, 12, "広域交付サーバ", "マルチコピー機"}
