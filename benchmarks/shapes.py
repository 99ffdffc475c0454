"""Which shapes of a system could cost more than their size, and how are they described?

Each function returns a description with the given number of hops (a mesh: about as many), always the same one.
"""

from collections.abc import Callable, Iterable
from itertools import cycle, permutations, product
from math import isqrt

from benchmarks.generate import STATES

DEPTH = 60
"""Zones within zones; the deepest that anybody has described is four."""


def hub(hops: int) -> str:
    """One server that half of the segments of one flow reach and the other half leave."""
    spokes = [f"端末{number}" for number in range(-(-hops // 2))]
    ways = [*((spoke, "統合サーバ") for spoke in spokes), *(("統合サーバ", spoke) for spoke in spokes)]
    return _described(["統合サーバ", *spokes], ways[:hops])


def own_items(hops: int) -> str:
    """A hub of one flow to which every segment brings an item of its own."""
    spokes = [f"端末{number}" for number in range(hops)]
    ways = [(spoke, "統合サーバ") for spoke in spokes]
    return _described(["統合サーバ", *spokes], ways, own=True)


def chain(hops: int) -> str:
    """One flow through as many relays as there are segments."""
    nodes = [f"中継{number}" for number in range(hops + 1)]
    return _described(nodes, zip(nodes, nodes[1:], strict=False))


def mesh(hops: int) -> str:
    """Nodes of which each sends to each other, in one flow."""
    nodes = [f"拠点{number}" for number in range(isqrt(hops) + 1)]
    return _described(nodes, permutations(nodes, 2))


def deep(hops: int) -> str:
    """Segments between two nodes that stand in sixty zones each, and between pairs of further nodes there."""
    count = -(-hops // 2)
    nodes = {f"端末{number}": f"西{DEPTH - 1}" for number in range(count)}
    nodes |= {f"サーバ{number}": f"東{DEPTH - 1}" for number in range(count)}
    there = [(f"端末{number}", f"サーバ{number}") for number in range(count)]
    ways = [way for source, target in there for way in ((source, target), (target, source))]
    return _described(nodes, ways[:hops], zones=tuple(_nested()))


def parallel(hops: int) -> str:
    """Segments between the same two nodes, there and back in turn."""
    ways = cycle((("端末", "サーバ"), ("サーバ", "端末")))
    return _described(["端末", "サーバ"], (way for way, _ in zip(ways, range(hops), strict=False)))


def seals(hops: int) -> str:
    """A chain across which ten seals lie, each of them undecided."""
    nodes = [f"中継{number}" for number in range(hops + 1)]
    rows = [f"{nodes[0]} -> {nodes[-1]}: {{encryption: {{undecided: [AES, none], choice: 封緘{n}}}}}" for n in range(10)]
    return _described(nodes, zip(nodes, nodes[1:], strict=False), sealed=rows)


def choices(hops: int, count: int = 10) -> str:
    """A chain of which every tenth segment depends on one of ``count`` independent two-way choices."""
    nodes = [f"中継{number}" for number in range(hops + 1)]
    states = [f"{{encryption: {{undecided: [TLS, none], choice: 方式{number}}}}}" for number in range(count)]
    every_tenth = [state for choice in states for state in (choice, *["{encryption: TLS}"] * 9)]
    plain = ["{encryption: TLS}"] * 10
    return _described(nodes, zip(nodes, nodes[1:], strict=False), states=every_tenth or plain)


SHAPES: dict[str, Callable[[int], str]] = {
    "hub": hub,
    "own-items": own_items,
    "chain": chain,
    "mesh": mesh,
    "deep": deep,
    "parallel": parallel,
    "seals": seals,
    "choices": choices,
}


def _nested() -> Iterable[str]:
    for side, level in product("西東", range(DEPTH)):
        inside = f", in: {side}{level - 1}" if level else ", operator: 市"
        yield f"{side}{level}: {{kind: site{inside}}}"


def _described(
    nodes: Iterable[str],
    ways: Iterable[tuple[str, str]],
    *,
    zones: Iterable[str] = ("庁舎: {kind: office, operator: 市}",),
    states: Iterable[str] = STATES,
    sealed: Iterable[str] = (),
    own: bool = False,
) -> str:
    """Return the description of one flow along ``ways``; ``own`` gives every segment its own item."""
    placed = nodes if isinstance(nodes, dict) else dict.fromkeys(nodes, "庁舎")
    hops = [f"{source} -> {target}: {state}" for (source, target), state in zip(ways, cycle(states), strict=False)]
    items = ["申請", "記録", "証明"]
    if own:
        items = [f"記録{number}" for number in range(len(hops))]
        hops = [f"{hop[:-1]}{', ' * (hop[-2] != '{')}data: {item}}}" for hop, item in zip(hops, items, strict=True)]
    sections = {
        "parties": ["市: {kind: municipality}"],
        "zones": zones,
        "nodes": [f"{node}: {{kind: server, in: {zone}}}" for node, zone in placed.items()],
        "data": [f"{item}: {{subjects: 住民}}" for item in items],
    }
    text = "format: 1\nsystem: {title: 大きな記述, controller: 市}\n"
    text += "".join(f"{name}:\n{_rows(rows)}" for name, rows in sections.items())
    text += f"flows:\n  送付:\n    data: [{', '.join(items[:3])}]\n    hops:\n{_rows(hops, '      - ')}"
    if sealed:
        text += f"    sealed:\n{_rows(sealed, '      - ')}"
    return text + f"storage:\n{_rows([f'{next(iter(placed))}: {{data: {items[0]}, form: original}}'], '  - ')}"


def _rows(rows: Iterable[str], before: str = "  ") -> str:
    return "".join(f"{before}{row}\n" for row in rows)
