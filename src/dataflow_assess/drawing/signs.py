"""Which labels does the diagram proper consist of?"""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

import attrs

from dataflow_assess.drawing.cards import BAND, Face, face
from dataflow_assess.drawing.labels import Label, badge, flag, pill, zone_tab
from dataflow_assess.drawing.metrics import Metrics
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.picture import Icon
from dataflow_assess.drawing.spacing import Size
from dataflow_assess.drawing.theme import Theme

_SHOWN: Final = 3  # letters on one thing; the table names the rest


@attrs.define(slots=False, frozen=True)
class Lettering:
    """All words of the diagram proper, as labels of known size.

    Attributes:
        network, theme, metrics: what they are made from.
    """

    network: Network
    theme: Theme
    metrics: Metrics

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        """Card → its lettering; all but people share one width."""
        found = [face(card, self.metrics) for card in self.network.picture.cards]
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
    def tabs(self) -> dict[int, Label]:
        """Zone → its name."""
        zones = self.network.picture.zones
        return {zone: zone_tab(zones[zone], self.theme, self.metrics) for zone in self.network.members}

    @cached_property
    def flags(self) -> dict[str, Label]:
        """Letter → its black square, and … for those left out."""
        letters = [finding.letter for finding in self.network.picture.findings]
        return {letter: flag(letter, self.theme, self.metrics) for letter in (*letters, "…")}

    @cached_property
    def marks(self) -> dict[int, tuple[tuple[str, Label], ...]]:
        """Arrow number → what stands beside it: (state, badge or flag with its letter, label)."""
        found = {}
        for arrow in self.network.picture.arrows:
            marks = [("state", pill(arrow.state, self.network.picture.language, self.theme, self.metrics))]
            marks += [("badge", badge(text, self.theme, self.metrics)) for text in arrow.badges[:2]]
            marks += [("flag", self.flags[letter]) for letter in shown(self.network.letters.get(arrow.number, ()))]
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
    def mark_labels(self) -> dict[int, list[Label]]:
        """Arrow number → the labels beside it."""
        return {number: [label for _, label in marks] for number, marks in self.marks.items()}


def shown(letters: Sequence[str]) -> list[str]:
    """Return the letters that fit on one thing, with … for the rest."""
    return list(letters) if len(letters) <= _SHOWN else [*letters[: _SHOWN - 1], "…"]
