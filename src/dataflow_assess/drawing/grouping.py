"""Which cards have a page together, when one page cannot hold all?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.words import say

CARDS: Final = 12
"""About so many cards are legible on one A4 page."""

_PART: Final = 8  # cards of a part of a zone, beside which stubs of the other parts stand


@attrs.frozen
class Group:
    """Cards that have a page together.

    Attributes:
        label: what the page is called.
        cards: their places in the picture, rising.
        zone: the place of the outermost zone around them; None for cards outside all zones.
    """

    label: str
    cards: tuple[int, ...]
    zone: int | None = None


def groups(network: Network) -> list[Group]:
    """Return the pages' cards: a zone each, or parts of it; every card is in exactly one.

    What stands outside all zones goes to the page of the card that it has most to do with.
    """
    hosts = {card: host for card in network.residents.get(None, ()) if (host := _host(network, card)) is not None}
    division = _Division(network, hosts)
    found = [part for zone in network.children.get(None, ()) for part in division.parts(zone, zone)]
    alone = [card for card in network.residents.get(None, ()) if card not in hosts]
    return [*found, *division.chunks(say("outside", network.picture.language), alone, None)]


def _host(network: Network, card: int) -> int | None:
    """Return the card inside a zone that a card outside all zones exchanges most with."""
    counts = Counter(other for other in network.neighbours.get(card, ()) if network.zones[other])
    return min(counts, key=lambda other: (-counts[other], other), default=None)


def halved(group: Group) -> tuple[Group, Group]:
    """Return a group of two cards or more in two, for a page that is too crowded."""
    middle = len(group.cards) // 2
    first, second = group.cards[:middle], group.cards[middle:]
    return Group(f"{group.label}（1／2）", first, group.zone), Group(f"{group.label}（2／2）", second, group.zone)


class _Division:
    """Divides zones among pages, with the guests from outside that belong to their cards."""

    def __init__(self, network: Network, hosts: dict[int, int]) -> None:
        self.network, self.hosts = network, hosts
        self.guests: dict[int, list[int]] = {}
        for guest, host in hosts.items():
            self.guests.setdefault(host, []).append(guest)

    def parts(self, zone: int, outermost: int) -> Iterator[Group]:
        """Yield a zone as one group or, where it holds too many cards, its inner zones and the rest of it."""
        cards = self._with_guests(self.network.members[zone])
        label = self.network.picture.zones[zone].label
        if len(cards) <= CARDS:
            yield Group(label, cards, outermost)
            return
        waiting = list(self.network.residents.get(zone, ()))
        units: dict[int, int] = {}
        for child in self.network.children.get(zone, ()):
            inner = self.network.members[child]
            if len(self._with_guests(inner)) > _PART // 2:
                yield from self.parts(child, outermost)
            else:
                waiting += inner
                units |= dict.fromkeys(inner, child)
        yield from self.chunks(label, sorted(waiting), outermost, units)

    def chunks(
        self, label: str, cards: Sequence[int], zone: int | None, units: dict[int, int] | None = None
    ) -> Iterator[Group]:
        """Yield cards in groups of `_PART` at most; small inner zones stay in one piece."""
        pieces: dict[tuple[str, int], list[int]] = {}
        for card in cards:
            unit = (units or {}).get(card)
            piece = pieces.setdefault(("card", card) if unit is None else ("zone", unit), [])
            piece += [card, *self.guests.get(card, ())]
        found: list[list[int]] = []
        for piece in pieces.values():
            if not found or len(found[-1]) + len(piece) > _PART:
                found.append([])
            found[-1] += piece
        for index, part in enumerate(found, 1):
            yield Group(label if len(found) == 1 else f"{label}（{index}）", tuple(sorted(part)), zone)

    def _with_guests(self, cards: Sequence[int]) -> tuple[int, ...]:
        return tuple(sorted(each for card in cards for each in (card, *self.guests.get(card, ()))))
