"""Which labels does the diagram proper consist of?"""

import math
from collections.abc import Sequence
from functools import cached_property
from typing import Final

import attrs

from dataflow_assess.drawing.cards import BAND, BODY, Face, face
from dataflow_assess.drawing.labels import DISC, MOST_RANGES, Label, badge, flag, pill, ranges, zone_tab
from dataflow_assess.drawing.lists import Lists
from dataflow_assess.drawing.metrics import Metrics
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.picture import Icon
from dataflow_assess.drawing.spacing import Size
from dataflow_assess.drawing.tables import Tables
from dataflow_assess.drawing.theme import Theme

_SHOWN: Final = 3


@attrs.define(slots=False, frozen=True)
class Lettering:
    """All words of the diagram proper, as labels of known size.

    Attributes:
        network, theme, metrics: what they are made from.
        body: the widest lettering on a card, in points.
        letters: how many letters stand at an arrow at most; the table names the rest.
    """

    network: Network
    theme: Theme
    metrics: Metrics
    body: float = BODY
    letters: int = _SHOWN

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        """Card → its lettering; all but people share one width."""
        found = [face(card, self.metrics, self.body) for card in self.network.picture.cards]
        people = [card.icon is Icon.PERSON for card in self.network.picture.cards]
        width = max((each.width for each, person in zip(found, people, strict=True) if not person), default=0)
        return tuple(
            each if person else attrs.evolve(each, width=width) for each, person in zip(found, people, strict=True)
        )

    @cached_property
    def sizes(self) -> tuple[Size, ...]:
        """Card → its least width and height in points."""
        return tuple((float(each.width), float(each.height)) for each in self.faces)

    @cached_property
    def tables(self) -> Tables:
        """Makes the table of flows."""
        return Tables(self.network, self.theme, self.metrics)

    @cached_property
    def lists(self) -> Lists:
        """Sets the lists of findings and terms."""
        return Lists(self.theme, self.metrics)

    @cached_property
    def tabs(self) -> dict[int, Label]:
        """Zone → its name."""
        zones = self.network.picture.zones
        return {zone: zone_tab(zones[zone], self.theme, self.metrics) for zone in self.network.members}

    @cached_property
    def marks(self) -> dict[int, tuple[tuple[str, Label], ...]]:
        """Arrow number → what stands beside it: (state, badge or flag with its letter, label)."""
        found = {}
        for arrow in self.network.picture.arrows:
            marks = [("state", pill(arrow.state, self.network.picture.language, self.theme, self.metrics))]
            marks += [("badge", badge(text, self.theme, self.metrics)) for text in arrow.badges[:2]]
            letters = self.network.letters.get(arrow.number)
            marks += [("flag", flag(shown(letters, self.letters), self.theme, self.metrics))] if letters else []
            found[arrow.number] = tuple(marks)
        return found

    @cached_property
    def card_badges(self) -> tuple[tuple[Label, ...], ...]:
        """Card → the remarks at its lower edge, two at most."""
        found = []
        for card, shape in zip(self.network.picture.cards, self.faces, strict=True):
            texts = card.badges[:2]
            most = (shape.width - BAND - 6 * len(texts)) / max(1, len(texts))
            found.append(tuple(badge(text, self.theme, self.metrics, most) for text in texts))
        return tuple(found)

    @cached_property
    def card_flags(self) -> dict[int, Label]:
        """Card → the letters at its edge, as many as are no wider than the card, with … for the rest."""
        return {
            card: self._flag(letters, self.faces[card].width) for card, letters in self.network.card_letters.items()
        }

    def _flag(self, letters: Sequence[str], most: float) -> Label:
        made = flag(shown(letters, len(letters)), self.theme, self.metrics)
        for count in range(len(letters) - 1, 0, -1):
            if made.width <= most:
                break
            made = flag(shown(letters, count), self.theme, self.metrics)
        return made

    @cached_property
    def discs(self) -> dict[int, float]:
        """Arrow number → the width of the circle, or of the oval, with its number or numbers."""
        return {arrow.number: self._oval(ranges(arrow.numbers, MOST_RANGES)) for arrow in self.network.picture.arrows}

    def _oval(self, text: str) -> float:
        return DISC if len(text) < 3 else math.ceil(self.metrics.width(text, 7, bold=True)) + 8.0

    @cached_property
    def mark_labels(self) -> dict[int, list[Label]]:
        """Arrow number → the labels beside it."""
        return {number: [label for _, label in marks] for number, marks in self.marks.items()}


def shown(letters: Sequence[str], most: int) -> str:
    """Return at most that many letters, the last of them … when there are more."""
    return ",".join(letters if len(letters) <= most else [*letters[: most - 1], "…"])
