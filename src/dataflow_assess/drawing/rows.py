"""In which row does each card stand, so that zones never cut one another?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from dataflow_assess.drawing.columns import Columns
from dataflow_assess.drawing.network import Network

_SAME_ROW = 30  # points between cards that dot means to stand side by side
_TRIES = 4

Rows = tuple[int, ...]


@attrs.frozen
class _Block:
    """A card or a whole zone, as a rectangle of cells."""

    cards: frozenset[int]
    left: int
    right: int


def ordered(network: Network, columns: Columns, heights: Sequence[float]) -> Rows:
    """Return a row for every card in the order that dot found.

    Siblings (cards and zones in the same zone) never share a column and a row at once; zones are therefore
    rectangles that hold their own cards only.
    """
    wanted = _by_description(network, columns, _lines(columns, heights))
    found = _Settler(network, columns).settled(wanted)
    if found[0] > max(found) / 2:
        upside = _by_description(network, columns, tuple(max(wanted) - row for row in wanted))
        return _Settler(network, columns).settled(upside)
    return found


def improved(network: Network, columns: Columns, rows: Rows) -> Rows:
    """Return ``rows`` after moving cards and zones up or down as long as that saves bends, length or height."""
    settler = _Settler(network, columns)
    best, least = rows, cost(network, columns, rows)
    tried = {rows}
    for _ in range(_TRIES):
        better = None
        for trial in settler.moves(best):
            settled = settler.settled(trial)
            if settled in tried:
                continue
            tried.add(settled)
            price = cost(network, columns, settled)
            if price < least - 1e-9:
                better, least = settled, price
        if better is None:
            break
        best = better
    return best


def _lines(columns: Columns, heights: Sequence[float]) -> Rows:
    """Gather heights into rows; two cards of one column never share one."""
    rows: list[tuple[float, set[int]]] = []
    found = [0] * len(columns)
    for height, card in sorted((height, card) for card, height in enumerate(heights)):
        if not rows or height - rows[-1][0] > _SAME_ROW or columns[card] in rows[-1][1]:
            rows.append((height, set()))
        rows[-1][1].add(columns[card])
        found[card] = len(rows) - 1
    return tuple(found)


def _by_description(network: Network, columns: Columns, rows: Rows) -> Rows:
    """Graphviz versions order equals differently: in one column and zone the description decides."""
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for card, column in enumerate(columns):
        chain = network.zones[card]
        groups[column, chain[0] if chain else -1].append(card)
    sorted_rows = list(rows)
    for cards in groups.values():
        for card, row in zip(cards, sorted(rows[card] for card in cards), strict=True):
            sorted_rows[card] = row
    return tuple(sorted_rows)


class _Settler:
    """Keeps cards and zones of one choice of columns from overlapping."""

    def __init__(self, network: Network, columns: Columns) -> None:
        self.network, self.columns = network, columns
        self.blocks = {zone: list(self._blocks(zone)) for zone in (None, *network.members)}

    def settled(self, wanted: Rows) -> Rows:
        """Move cards and zones down until nothing overlaps, then drop empty rows."""
        found = list(wanted)
        self._settle(None, found)
        used = {row: index for index, row in enumerate(sorted(set(found)))}
        return tuple(used[row] for row in found)

    def moves(self, rows: Rows) -> Iterator[Rows]:
        """Yield neighbours of an arrangement: a block some rows up or down, or two cards exchanged."""
        deep = max(rows) + 1
        for blocks in self.blocks.values():
            for block in blocks:
                top, bottom = min(rows[card] for card in block.cards), max(rows[card] for card in block.cards)
                for step in (-2, -1, 1, 2):
                    if top + step >= 0 and bottom + step <= deep:
                        yield tuple(row + step if card in block.cards else row for card, row in enumerate(rows))
        for first, column in enumerate(self.columns):
            for second in range(first + 1, len(self.columns)):
                if self.columns[second] == column and self.network.zones[first] != self.network.zones[second]:
                    swapped = list(rows)
                    swapped[first], swapped[second] = rows[second], rows[first]
                    yield tuple(swapped)

    def _settle(self, zone: int | None, rows: list[int]) -> None:
        for child in self.network.children.get(zone, ()):
            self._settle(child, rows)
        placed: list[tuple[int, int, _Block]] = []
        spans = []
        for order, block in enumerate(self.blocks[zone]):
            lines = [rows[card] for card in block.cards]
            spans.append((sum(lines) / len(lines), order, min(lines), max(lines) - min(lines), block))
        for _, _, top, deep, block in sorted(spans, key=lambda each: each[:2]):
            start = top
            for first, last, other in sorted(placed, key=lambda each: each[0]):
                apart = other.right < block.left or block.right < other.left
                if not apart and first <= start + deep and start <= last:
                    start = last + 1
            if start != top:
                for card in block.cards:
                    rows[card] += start - top
            placed.append((start, start + deep, block))

    def _blocks(self, zone: int | None) -> Iterator[_Block]:
        groups = [self.network.members[child] for child in self.network.children.get(zone, ())]
        groups += [(card,) for card in self.network.residents.get(zone, ())]
        for cards in groups:
            yield _Block(
                frozenset(cards), min(self.columns[card] for card in cards), max(self.columns[card] for card in cards)
            )


def cost(network: Network, columns: Columns, rows: Rows) -> float:
    """Weigh bends, length and height: straight arrows between neighbours cost nothing."""
    standing = set(zip(columns, rows, strict=True))
    total = 1.2 * (max(rows) + 1)
    for tail, head in network.bundles:
        across, down = abs(columns[tail] - columns[head]), abs(rows[tail] - rows[head])
        if down == 0:
            between = range(min(columns[tail], columns[head]) + 1, max(columns[tail], columns[head]))
            total += 0.2 * (across - 1) + (2 if any((column, rows[tail]) in standing for column in between) else 0)
        elif across == 0:
            between = range(min(rows[tail], rows[head]) + 1, max(rows[tail], rows[head]))
            total += 0.3 * down + (2 if any((columns[tail], row) in standing for row in between) else 0)
        else:
            total += 0.8 + 0.3 * down + 0.1 * across
    return total
