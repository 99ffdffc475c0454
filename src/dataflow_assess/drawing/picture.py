"""What is a drawing made from, once everything else has been decided?"""

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

import attrs

T = TypeVar("T")


class State(StrEnum):
    """How a datum travels along an arrow, as far as the papers say."""

    ENCRYPTED = "encrypted"
    PLAINTEXT = "plaintext"
    UNKNOWN = "unknown"
    TO_CONFIRM = "to-confirm"
    UNDECIDED = "undecided"
    WITHHELD = "withheld"
    IN_PERSON = "in-person"
    PAPER = "paper"
    MEDIA = "media"


class ZoneStyle(StrEnum):
    """Who answers for a zone; it decides the border and the tint."""

    CONTROLLED = "controlled"
    CONTRACTED = "contracted"
    GOVERNMENT = "government"
    OUTSIDE = "outside"
    SEGMENT = "segment"


class Icon(StrEnum):
    """The sign on a card's band."""

    SERVER = "server"
    DATABASE = "database"
    FIREWALL = "firewall"
    RELAY = "relay"
    TERMINAL = "terminal"
    CLOUD = "cloud"
    PERSON = "person"
    PAPER = "paper"
    MEDIA = "media"
    ELSEWHERE = "elsewhere"


@attrs.frozen
class TitleBlock:
    """The box at the top right; every string is printed as it stands, an empty one as a dash.

    Attributes:
        document: 資料, the paper this drawing belongs to.
        version: 版.
        author: 作成, the section that made it.
        date: 日付, already written in the era or style of the reader.
    """

    document: str = ""
    version: str = ""
    author: str = ""
    date: str = ""


@attrs.frozen
class Zone:
    """An area that holds cards and other zones.

    Attributes:
        id: any text, unique among zones.
        label: the name on its tab.
        style: who answers for it.
        parent: the id of the zone around it, or None.
    """

    id: str
    label: str
    style: ZoneStyle = attrs.field(default=ZoneStyle.CONTROLLED, converter=ZoneStyle)
    parent: str | None = None


@attrs.frozen
class Keys:
    """The identifiers that a thing drawn has in the description, for whoever works with the SVG; nothing is printed.

    Attributes:
        hop: of the segment that an arrow shows; "" for a card.
        items: of the data items that travel on it or rest there.
        parties: of the parties that run or maintain it, its ends or the network it crosses.
    """

    hop: str = ""
    items: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


@attrs.frozen
class Row:
    """One statement on a card, such as 運用:西東京市.

    Attributes:
        text: what is stated.
        shaded: on grey, as retention is; other rows are set one after the other.
    """

    text: str
    shaded: bool = False


@attrs.frozen
class Card:
    """A machine, person, paper or medium.

    Attributes:
        id: any text, unique among cards.
        label: the name on the card.
        icon: the sign on its band.
        zone: the id of the innermost zone around it, or None.
        rows: what is stated about it.
        badges: short remarks of plugins, printed at its lower edge.
        keys: its identifiers in the description.
    """

    id: str
    label: str
    icon: Icon = attrs.field(default=Icon.SERVER, converter=Icon)
    zone: str | None = None
    rows: tuple[Row, ...] = ()
    badges: tuple[str, ...] = ()
    keys: Keys = Keys()


@attrs.frozen
class Arrow:
    """One datum going from one card to another, or several that an overview draws as one.

    Attributes:
        number: printed in a circle, the same on every page; unique, from 1.
        source, target: ids of cards, possibly the same one.
        data: what travels.
        state: how it travels.
        remark: protocol, medium or whatever the papers add.
        evidence: where that is written.
        badges: short remarks of plugins, printed beside the state.
        keys: its identifiers in the description.
        also: the other numbers that it stands for, rising, all above its own.
    """

    number: int
    source: str
    target: str
    data: str
    state: State = attrs.field(default=State.UNKNOWN, converter=State)
    remark: str = ""
    evidence: str = ""
    badges: tuple[str, ...] = ()
    keys: Keys = Keys()
    also: tuple[int, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """All numbers that it stands for."""
        return self.number, *self.also


@attrs.frozen
class Finding:
    """A point raised by the assessment, shown as a letter on what it is about.

    Attributes:
        letter: A, B, C …; unique.
        severity: the word to print, such as 重大.
        where: what it is about, in words.
        message: the sentence.
        arrows, cards: numbers and ids that get the letter.
        details: the single sentences that the message sums up, printed where there is room for all of them.
    """

    letter: str
    severity: str
    where: str
    message: str
    arrows: tuple[int, ...] = ()
    cards: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


@attrs.frozen
class Note:
    """A term and what it means, or a heading and a remark, printed below the findings."""

    term: str
    text: str


@attrs.frozen
class Picture:
    """Everything a drawing shows. All strings are data: none is read as markup.

    Attributes:
        title, subtitle: the heading; an empty subtitle is left out.
        cards: at least one, in the order of the description (it breaks ties of the layout).
        arrows, zones, findings, notes: possibly none.
        title_block: the box at the top right, or None.
        footer: the line at the foot of the page, with the version and the hash of the description.
        language: "ja" or "en", for the words the engine prints itself.

    Raises:
        ValueError: for two equal ids, an unknown id, or zones that contain one another.
    """

    title: str
    cards: tuple[Card, ...]
    arrows: tuple[Arrow, ...] = ()
    zones: tuple[Zone, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    subtitle: str = ""
    title_block: TitleBlock | None = None
    footer: str = ""
    language: str = attrs.field(default="ja", validator=attrs.validators.in_(("ja", "en")))

    def __attrs_post_init__(self) -> None:
        cards = _unique("card", (card.id for card in self.cards))
        zones = _unique("zone", (zone.id for zone in self.zones))
        numbers = _unique("arrow", (number for arrow in self.arrows for number in arrow.numbers))
        _unique("finding", (finding.letter for finding in self.findings))
        if not cards:
            raise ValueError("a picture needs at least one card")
        _known("zone", zones, (card.zone for card in self.cards if card.zone is not None))
        _known("zone", zones, (zone.parent for zone in self.zones if zone.parent is not None))
        _known("card", cards, (end for arrow in self.arrows for end in (arrow.source, arrow.target)))
        _known("card", cards, (card for finding in self.findings for card in finding.cards))
        _known("arrow", numbers, (number for finding in self.findings for number in finding.arrows))
        if any(number < 1 for number in numbers):
            raise ValueError("arrow numbers start at 1")
        parents = {zone.id: zone.parent for zone in self.zones}
        for zone, parent in parents.items():
            seen, outer = {zone}, parent
            while outer is not None:
                if outer in seen:
                    raise ValueError(f"zone {zone!r} lies inside itself")
                seen.add(outer)
                outer = parents[outer]


def _unique(what: str, values: Iterator[T]) -> set[T]:
    seen: set[T] = set()
    for value in values:
        if value in seen:
            raise ValueError(f"two {what}s are called {value!r}")
        seen.add(value)
    return seen


def _known(what: str, known: set[T], used: Iterator[T]) -> None:
    for value in used:
        if value not in known:
            raise ValueError(f"there is no {what} {value!r}")
