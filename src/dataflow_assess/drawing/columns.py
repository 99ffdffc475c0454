"""In which column may each card stand? Every fold of the chain is one answer."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from dataflow_assess.drawing.network import Network, Pair

Columns = tuple[int, ...]


def columns(network: Network) -> list[Columns]:
    """Return the different ways to give each card a column, the plainest first."""
    found: dict[Columns, None] = {}
    for ranks in _rankings(network):
        longest = max(ranks)
        for width in range(longest + 1, 0, -1):
            folded = tuple(_fold(rank, width) for rank in ranks)
            found.setdefault(_from_zero(folded))
    return list(found)


def _rankings(network: Network) -> Iterator[tuple[int, ...]]:
    by_number = list(network.bundles)
    by_description = sorted((min(pair), max(pair)) for pair in network.bundles)
    for pairs in (by_number, by_description):
        ranks = _ranks(network.count, _acyclic(pairs))
        for most in (network.count, 6, 4, 3, 2):
            yield _from_zero(_spread(network, ranks, most))


def _acyclic(pairs: Iterable[Pair]) -> list[Pair]:
    """Turn round each pair that would close a cycle with the earlier ones."""
    after: dict[int, set[int]] = defaultdict(set)
    kept = []
    for pair in pairs:
        tail, head = pair[::-1] if _reaches(after, pair[1], pair[0]) else pair
        after[tail].add(head)
        kept.append((tail, head))
    return kept


def _reaches(after: dict[int, set[int]], start: int, goal: int) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        card = waiting.pop()
        if card == goal:
            return True
        fresh = after[card] - seen
        seen |= fresh
        waiting.extend(fresh)
    return False


def _ranks(count: int, pairs: list[Pair]) -> tuple[int, ...]:
    """Return the longest way to each card, with sources moved next to their first target."""
    ranks = [0] * count
    changed = True
    while changed:
        changed = False
        for tail, head in pairs:
            if ranks[head] <= ranks[tail]:
                ranks[head] = ranks[tail] + 1
                changed = True
    targets = {head for _, head in pairs}
    for card in range(count):
        following = [ranks[head] for tail, head in pairs if tail == card]
        if following and card not in targets:
            ranks[card] = min(following) - 1
    return tuple(ranks)


def _spread(network: Network, ranks: tuple[int, ...], most: int) -> tuple[int, ...]:
    """Put at most ``most`` cards in a rank: spokes go to both sides of their hub, the rest into new ranks."""
    neighbours: dict[int, set[int]] = defaultdict(set)
    for tail, head in network.bundles:
        neighbours[tail].add(head)
        neighbours[head].add(tail)
    spread = list(ranks)
    for hub, around in sorted(neighbours.items()):
        spokes = sorted((card for card in around if len(neighbours[card]) == 1), key=lambda card: ranks[card])
        if len(spokes) > most:
            sides = math.ceil(len(spokes) / most)
            each = math.ceil(len(spokes) / sides)
            for index, card in enumerate(spokes):
                side = index // each
                spread[card] = ranks[hub] + (side // 2 + 1) * (1 if side % 2 == 0 else -1)
    for card in range(network.count):
        if card not in neighbours and network.count > 1:
            spread[card] = min(spread) + _lonely(neighbours, card) % max(1, _side(network))
    return _widen(spread, most)


def _lonely(neighbours: dict[int, set[int]], card: int) -> int:
    return sum(1 for other in range(card) if other not in neighbours)


def _side(network: Network) -> int:
    return math.ceil(math.sqrt(network.count * 1.5))


def _widen(ranks: list[int], most: int) -> tuple[int, ...]:
    groups: dict[int, list[int]] = defaultdict(list)
    for card, rank in enumerate(ranks):
        groups[rank].append(card)
    wide = list(ranks)
    start = 0
    for rank in sorted(groups):
        cards = groups[rank]
        parts = math.ceil(len(cards) / most)
        each = math.ceil(len(cards) / parts)
        for index, card in enumerate(cards):
            wide[card] = start + index // each
        start += parts
    return tuple(wide)


def _fold(rank: int, width: int) -> int:
    """Return the column of a rank when the chain turns back after every ``width`` columns."""
    turn, place = divmod(rank, width)
    return place if turn % 2 == 0 else width - 1 - place


def _from_zero(values: Iterable[int]) -> tuple[int, ...]:
    listed = list(values)
    used = {value: index for index, value in enumerate(sorted(set(listed)))}
    return tuple(used[value] for value in listed)
