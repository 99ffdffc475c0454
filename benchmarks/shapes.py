"""Which shapes of a system could cost more than their size, and how are they described?

Each function returns a description with the given number of hops (a mesh: about as many), always the same one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain as joined
from itertools import cycle, islice, pairwise, permutations, product
from math import isqrt

from benchmarks.generate import STATES

DEPTH = 60
"""Zones within zones; the deepest that a council has been shown is four."""

Way = tuple[str, str]


def hub(hops: int) -> str:
    """One server that half of the segments of one flow reach and the other half leave."""
    return described(_spokes(hops))


def own_items(hops: int) -> str:
    """A hub of one flow to which segments bring, and from which segments take, an item of their own each."""
    return described(_spokes(hops), items=-(-hops // 2))


def chain(hops: int) -> str:
    """One flow through as many relays as there are segments."""
    return described(_steps(hops))


def mesh(hops: int) -> str:
    """Nodes of which each sends to each other, in one flow."""
    return described(permutations((f"拠点{number}" for number in range(isqrt(hops) + 1)), 2))


def deep(hops: int) -> str:
    """Requests and replies between pairs of nodes, each of which stands in sixty zones."""
    pairs = [(f"端末{number}", f"サーバ{number}") for number in range(-(-hops // 2))]
    ways = islice(joined.from_iterable((pair, pair[::-1]) for pair in pairs), hops)
    places = {node: f"{side}{DEPTH - 1}" for pair in pairs for node, side in zip(pair, "西東", strict=True)}
    return described(ways, places=places, zones=_nested())


def parallel(hops: int) -> str:
    """Segments between the same two nodes, there and back in turn."""
    return described(islice(cycle((("端末", "サーバ"), ("サーバ", "端末"))), hops))


def seals(hops: int) -> str:
    """A chain across which ten seals lie, each of them undecided."""
    ends = f"中継0 -> 中継{hops}"
    rows = [f"{ends}: {{encryption: {{undecided: [AES, none], choice: 封緘{number}}}}}" for number in range(10)]
    return described(_steps(hops), sealed=rows)


def choices(hops: int, count: int = 10) -> str:
    """A chain of which every tenth segment depends on one of ``count`` independent two-way choices, others on none."""
    rest = ["{encryption: TLS}"] * 9
    states = [state for choice in _two_way(count) for state in (choice, *rest)]
    return described(_steps(hops), states=states or rest)


def crossroads(hops: int) -> str:
    """Relays at each of which ten segments arrive and ten leave, every one of the ten under another choice."""
    ways = (
        way
        for relay in range(-(-hops // 20))
        for way in (
            *((f"端末{spoke}", f"中継{relay}") for spoke in range(10)),
            *((f"中継{relay}", f"端末{spoke}") for spoke in range(10, 20)),
        )
    )
    return described(islice(ways, hops), states=_two_way(10))


SHAPES: dict[str, Callable[[int], str]] = {
    "hub": hub,
    "own items": own_items,
    "chain": chain,
    "mesh": mesh,
    "deep zones": deep,
    "parallel": parallel,
    "seals": seals,
    "choices": choices,
    "crossroads": crossroads,
}


def _spokes(hops: int) -> Iterator[Way]:
    spokes = [f"端末{number}" for number in range(-(-hops // 2))]
    there = ((spoke, "統合サーバ") for spoke in spokes)
    back = (("統合サーバ", spoke) for spoke in spokes)
    return islice(joined(there, back), hops)


def _steps(hops: int) -> Iterator[Way]:
    return pairwise(f"中継{number}" for number in range(hops + 1))


def _two_way(count: int) -> list[str]:
    return [f"{{encryption: {{undecided: [TLS, none], choice: 方式{number}}}}}" for number in range(count)]


def _nested() -> Iterator[str]:
    for side, level in product("西東", range(DEPTH)):
        around = f"in: {side}{level - 1}" if level else "operator: 市"
        yield f"{side}{level}: {{kind: site, {around}}}"


_OFFICE = ("庁舎: {kind: office, operator: 市}",)


def described(
    ways: Iterable[Way],
    *,
    places: Mapping[str, str] | None = None,
    zones: Iterable[str] = _OFFICE,
    states: Iterable[str] = STATES,
    sealed: Iterable[str] = (),
    items: int = 0,
) -> str:
    """Return the description of one flow.

    Args:
        ways: source and target of each segment.
        places: the zone of each node; one office for all when None.
        zones: the zones, as they are written.
        states: what is stated of the segments, in turn.
        sealed: the flow's seals, as they are written.
        items: how many data items take turns on the segments; three travel on all of them when 0.
    """
    found = list(ways)
    carried = (f", data: 記録{number}" for number in cycle(range(items))) if items else cycle([""])
    hops = [
        f"{source} -> {target}: {{method: 自動連携{data}, {state[1:]}"
        for (source, target), state, data in zip(found, cycle(states), carried, strict=False)
    ]
    nodes = dict.fromkeys(node for way in found for node in way)
    names = [f"記録{number}" for number in range(items or 3)]
    storage = f"{next(iter(nodes))}: {{data: {names[0]}, form: original}}"
    parts = [
        "format: 1\nsystem: {title: 大きな記述, controller: 市}\nparties: {市: {kind: municipality}}\n",
        _rows("zones:", zones),
        _rows("nodes:", (f"{node}: {{kind: server, in: {places[node] if places else '庁舎'}}}" for node in nodes)),
        _rows("data:", (f"{name}: {{subjects: 住民}}" for name in names)),
        _rows(f"flows:\n  送付:\n    data: [{', '.join(names[:3])}]\n    hops:", hops, "      - "),
        _rows("    sealed:", sealed, "      - "),
        _rows("storage:", [storage], "  - "),
    ]
    return "".join(parts)


def _rows(heading: str, rows: Iterable[str], before: str = "  ") -> str:
    written = "".join(f"{before}{row}\n" for row in rows)
    return f"{heading}\n{written}" if written else ""
