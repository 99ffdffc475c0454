"""Which cards have a page together, when one page cannot hold all?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.words import say

CARDS: Final = 12
"""About so many cards are legible on one A4 page."""


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

    What stands outside all zones goes to the page of the zone that it has most to do with.
    """
    found = [part for zone in network.children.get(None, ()) for part in _parts(network, zone, zone)]
    home = {card: index for index, group in enumerate(found) for card in group.cards}
    outside = network.residents.get(None, ())
    guests: dict[int, list[int]] = {}
    alone = []
    for card in outside:
        host = _host(network, card, home)
        if host is None:
            alone.append(card)
        else:
            guests.setdefault(host, []).append(card)
    hosts = [
        attrs.evolve(group, cards=tuple(sorted((*group.cards, *guests.get(index, ())))))
        for index, group in enumerate(found)
    ]
    return [*hosts, *_chunks(say("outside", network.picture.language), alone, None)]


def _parts(network: Network, zone: int, outermost: int) -> Iterator[Group]:
    """Yield a zone as one group or, where it holds too many cards, its inner zones and the rest of it."""
    cards, label = network.members[zone], network.picture.zones[zone].label
    if len(cards) <= CARDS:
        yield Group(label, cards, outermost)
        return
    waiting: list[int] = list(network.residents.get(zone, ()))
    for child in network.children.get(zone, ()):
        inner = network.members[child]
        if len(inner) > CARDS // 2:
            yield from _parts(network, child, outermost)
        else:
            waiting += inner
    yield from _chunks(label, sorted(waiting), outermost, _units(network, zone))


def _units(network: Network, zone: int) -> dict[int, int]:
    """Return, for the cards of a zone, the inner zone that should not be torn."""
    return {card: child for child in network.children.get(zone, ()) for card in network.members[child]}


def _chunks(label: str, cards: Sequence[int], zone: int | None, units: dict[int, int] | None = None) -> Iterator[Group]:
    """Yield cards in groups of `CARDS` at most; small inner zones stay in one piece."""
    pieces: dict[tuple[str, int], list[int]] = {}
    for card in cards:
        unit = (units or {}).get(card)
        pieces.setdefault(("card", card) if unit is None else ("zone", unit), []).append(card)
    parts: list[list[int]] = []
    for piece in pieces.values():
        if not parts or len(parts[-1]) + len(piece) > CARDS:
            parts.append([])
        parts[-1] += piece
    for index, part in enumerate(parts, 1):
        yield Group(label if len(parts) == 1 else f"{label}（{index}）", tuple(sorted(part)), zone)


def _host(network: Network, card: int, home: dict[int, int]) -> int | None:
    """Return the group that a card outside all zones exchanges most with."""
    counts = Counter(home[other] for other in network.neighbours.get(card, ()) if other in home)
    return min(counts, key=lambda group: (-counts[group], group), default=None)
