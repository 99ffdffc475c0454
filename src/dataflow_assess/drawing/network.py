"""Who is joined to whom, and inside which zones, as the layout sees it?"""

from collections import defaultdict
from functools import cached_property

import attrs

from dataflow_assess.drawing.picture import Arrow, Picture

Pair = tuple[int, int]


@attrs.define(slots=False, frozen=True)
class Network:
    """A picture with cards and zones as numbers, in the order of the description.

    Attributes:
        picture: what it was made from.
    """

    picture: Picture

    @cached_property
    def count(self) -> int:
        """The number of cards."""
        return len(self.picture.cards)

    @cached_property
    def ends(self) -> dict[int, Pair]:
        """Arrow number → (source card, target card)."""
        card = {each.id: index for index, each in enumerate(self.picture.cards)}
        return {arrow.number: (card[arrow.source], card[arrow.target]) for arrow in self.picture.arrows}

    @cached_property
    def zones(self) -> dict[int, tuple[int, ...]]:
        """Card → zones around it, innermost first."""
        zone = {each.id: index for index, each in enumerate(self.picture.zones)}
        chains = {}
        for index, card in enumerate(self.picture.cards):
            chain: list[int] = []
            name = card.zone
            while name is not None:
                chain.append(zone[name])
                name = self.picture.zones[chain[-1]].parent
            chains[index] = tuple(chain)
        return chains

    @cached_property
    def members(self) -> dict[int, tuple[int, ...]]:
        """Zone → cards anywhere inside it; zones without cards are absent."""
        found: dict[int, list[int]] = defaultdict(list)
        for card, chain in self.zones.items():
            for zone in chain:
                found[zone].append(card)
        return {zone: tuple(found[zone]) for zone in sorted(found)}

    @cached_property
    def children(self) -> dict[int | None, tuple[int, ...]]:
        """Zone (None: the page) → the zones directly inside it that hold cards."""
        index = {each.id: number for number, each in enumerate(self.picture.zones)}
        found: dict[int | None, list[int]] = defaultdict(list)
        for zone in self.members:
            parent = self.picture.zones[zone].parent
            found[None if parent is None else index[parent]].append(zone)
        return {parent: tuple(zones) for parent, zones in found.items()}

    @cached_property
    def residents(self) -> dict[int | None, tuple[int, ...]]:
        """Zone (None: the page) → the cards directly inside it."""
        found: dict[int | None, list[int]] = defaultdict(list)
        for card, chain in self.zones.items():
            found[chain[0] if chain else None].append(card)
        return {zone: tuple(cards) for zone, cards in found.items()}

    @cached_property
    def bundles(self) -> dict[Pair, tuple[Arrow, ...]]:
        """Pair of different cards → its arrows: those of the first direction, then those coming back.

        The pair points the way of its lowest numbered arrow.
        """
        found: dict[frozenset[int], list[Arrow]] = defaultdict(list)
        for arrow in sorted(self.picture.arrows, key=lambda each: each.number):
            source, target = self.ends[arrow.number]
            if source != target:
                found[frozenset((source, target))].append(arrow)
        bundles = {}
        for arrows in found.values():
            pair = self.ends[arrows[0].number]
            bundles[pair] = tuple(sorted(arrows, key=lambda each: (self.ends[each.number] != pair, each.number)))
        return bundles

    @cached_property
    def neighbours(self) -> dict[int, tuple[int, ...]]:
        """Card → the other ends of its arrows, one for each."""
        found: dict[int, list[int]] = defaultdict(list)
        for source, target in self.ends.values():
            if source != target:
                found[source].append(target)
                found[target].append(source)
        return {card: tuple(others) for card, others in found.items()}

    @cached_property
    def loops(self) -> dict[int, tuple[Arrow, ...]]:
        """Card → the arrows that start and end on it."""
        found: dict[int, list[Arrow]] = defaultdict(list)
        for arrow in sorted(self.picture.arrows, key=lambda each: each.number):
            source, target = self.ends[arrow.number]
            if source == target:
                found[source].append(arrow)
        return {card: tuple(arrows) for card, arrows in found.items()}

    @cached_property
    def letters(self) -> dict[int, tuple[str, ...]]:
        """Arrow number → the letters of its findings, of all the numbers that it stands for."""
        own = {number: arrow.number for arrow in self.picture.arrows for number in arrow.numbers}
        found: dict[int, list[str]] = defaultdict(list)
        for finding in self.picture.findings:
            for arrow in dict.fromkeys(own[number] for number in finding.arrows):
                found[arrow].append(finding.letter)
        return {arrow: tuple(letters) for arrow, letters in found.items()}

    @cached_property
    def card_letters(self) -> dict[int, tuple[str, ...]]:
        """Card → the letters of its findings."""
        card = {each.id: index for index, each in enumerate(self.picture.cards)}
        found: dict[int, list[str]] = defaultdict(list)
        for finding in self.picture.findings:
            for name in dict.fromkeys(finding.cards):
                found[card[name]].append(finding.letter)
        return {each: tuple(letters) for each, letters in found.items()}
