"""What should the facts say? The same conclusions by brute force, on a sketch and without the product's code.

Every combination of all choices (a world) is tried, and every simple path is walked. Slow, short and plain on purpose.
"""

from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any

import attrs

from tests.strategies import Said, Sketch

World = dict[str, int]

_ENCRYPTED = {"stated", "tls", "ipsec", "aes"}
_BY_HAND = {"paper", "in-person", "post", "screen"}
_BEST_FIRST = ("encrypted", "to-confirm", "disagrees", "undecided", "withheld", "not-stated", "plaintext")
_OPENING_KINDS = {"relay", "gateway", "mail-server"}
_PASSING_KINDS = {"firewall", "usb", "paper"}


@attrs.frozen
class Way:
    """A hop of a sketch, with the arrow of several nodes taken apart."""

    flow: str
    index: int
    id: str
    source: str
    target: str
    body: dict[str, Any] = attrs.field(hash=False)
    data: tuple[str, ...] = ()


@attrs.frozen
class State:
    """What an item is like on a hop in one world: the state, and whether it is sealed on and past the hop."""

    protection: str
    sealed: bool
    sealed_past: bool


def worlds(sketch: Sketch) -> list[World]:
    """Return every way to make all choices."""
    choices = sorted({said["choice"] for said in _mappings(sketch) if "choice" in said})
    return [dict(zip(choices, options, strict=True)) for options in product((0, 1), repeat=len(choices))]


def _mappings(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _mappings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _mappings(inner)


def ways(sketch: Sketch) -> list[Way]:
    """Return all hops, with the identifiers that the reader gives them."""
    found: list[Way] = []
    for name, flow in sketch["flows"].items():
        seen: dict[str, int] = {}
        for entry in flow["hops"]:
            ((arrow, body),) = entry.items()
            for source, target in pairwise(arrow.split(" -> ")):
                plain = f"{name}: {source} → {target}"
                seen[plain] = seen.get(plain, 0) + 1
                identifier = plain if seen[plain] == 1 else f"{plain}#{seen[plain]}"
                data = tuple(body.get("data", flow["data"]))
                found.append(Way(name, sum(seen.values()) - 1, identifier, source, target, body, data))
    return found


def word(said: Said, world: World) -> str:
    """Return what a statement about protection comes to in one world."""
    if isinstance(said, dict) and isinstance(said.get("undecided"), list):
        return word(said["undecided"][world[said["choice"]]], world)
    if isinstance(said, dict) and "value" in said:
        meant = {"encrypted" if each in _ENCRYPTED else "plaintext" for each in _values(said)}
        return meant.pop() if len(meant) == 1 else "disagrees"
    if isinstance(said, dict):
        return next(key for key in _BEST_FIRST if key in said)
    if said in _ENCRYPTED:
        return "encrypted"
    return {"none": "plaintext", None: "not-stated"}.get(said, str(said))


def _values(said: dict[str, Any]) -> list[str]:
    return [said["value"], *(other["value"] for other in said["also"])]


def _of(body: dict[str, Any], key: str, world: World) -> Said:
    """Return what a hop says under ``key``, also where its keys are undecided together."""
    if "undecided" in body:
        return body["undecided"][world[body["choice"]]].get(key)
    return body.get(key)


def state(sketch: Sketch, way: Way, item: str, world: World) -> State:
    """Return the state of an item on a hop in one world."""
    said = [word(_of(way.body, "encryption", world), world)]
    for end in (way.source, way.target):
        if sketch["nodes"][end].get("kind") == "usb":
            said += [word(each, world) for each in _on_medium(sketch, end, item) if word_given(each)]
    ends = set()
    for entry in sketch["flows"][way.flow]["sealed"]:
        ((arrow, body),) = entry.items()
        if item in body.get("data", [item]) and _covers(sketch, way, item, *arrow.split(" -> ")):
            sealed = "encrypted" if "encryption" not in body else word(body["encryption"], world)
            said.append(sealed)
            ends |= {arrow.split(" -> ")[1]} if sealed == "encrypted" else set()
    medium = _of(way.body, "medium", world)
    if isinstance(medium, dict):
        medium = medium["undecided"][world[medium["choice"]]]
    protection = "not-electronic" if medium in _BY_HAND else min(said, key=_BEST_FIRST.index)
    return State(protection, bool(ends), bool(ends - {way.target}))


def word_given(said: Said) -> bool:
    """Tell whether the papers say anything: silence about a medium settles nothing."""
    return said is not None and said != "not-stated" and not (isinstance(said, dict) and "not-stated" in said)


def _on_medium(sketch: Sketch, node: str, item: str) -> list[Said]:
    rests = [body for entry in sketch["storage"] for at, body in entry.items() if at == node and item in body["data"]]
    return [body.get("at-rest") for body in rests] + [sketch["nodes"][node].get("encryption")]


def _covers(sketch: Sketch, way: Way, item: str, sealer: str, opener: str) -> bool:
    """Tell whether nothing but what ``sealer`` sealed, and ``opener`` did not open, can be on the hop."""
    hops = [each for each in ways(sketch) if each.flow == way.flow and item in each.data]
    entered = {each.target for each in hops}
    origins = {each.source for each in hops if each.source not in entered} | {hops[0].source}
    reached = {node for origin in origins for node in reachable(hops, origin)}
    unsealing = (origins | ({opener} & reached)) - {sealer}
    without = [each for each in hops if each.source != sealer]
    laid_open = {node for start in unsealing for node in reachable(without, start)}
    return way.source in reached and (way.source == sealer or way.source not in laid_open)


def reachable(hops: list[Way], start: str) -> set[str]:
    """Return the nodes at the ends of all simple paths from ``start``, itself included."""
    return {path[-1] for path in _paths(hops, (start,))}


def _paths(hops: list[Way], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield path
    for target in {hop.target for hop in hops if hop.source == path[-1]} - set(path):
        yield from _paths(hops, (*path, target))


@attrs.frozen
class Station:
    """What arrives encrypted at a node and travels on: the items, and in which worlds any of them does."""

    data: frozenset[str]
    worlds: tuple[bool, ...]


def stations(sketch: Sketch) -> dict[tuple[str, str], Station]:
    """Return the relays by node and by how they open what passes."""
    every, hops = worlds(sketch), ways(sketch)
    found: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for node, flow, item in product(sketch["nodes"], sketch["flows"], sketch["data"]):
        if sketch["data"][item].get("personal") == "no":
            continue
        states = {way.id: [state(sketch, way, item, world) for world in every] for way in hops if item in way.data}
        carrying = [way for way in hops if way.flow == flow and item in way.data]
        arriving = [way for way in carrying if way.target == node and any(map(_readable, states[way.id]))]
        leaving = [way for way in _onward(sketch, flow, carrying, arriving) if way.source == node]
        for index in range(len(every)):
            arrives = [states[way.id][index] for way in arriving if _readable(states[way.id][index])]
            leaves = [states[way.id][index] for way in leaving if _electronic(states[way.id][index])]
            if arrives and leaves:
                proved = any(each.sealed for each in arrives) or any(each.protection == "plaintext" for each in leaves)
                opening = "opens" if proved else _stated_opening(sketch["nodes"][node])
                found.setdefault((node, opening), set()).add((item, index))
    return {
        key: Station(
            frozenset(item for item, _ in held),
            tuple(any(at == index for _, at in held) for index in range(len(every))),
        )
        for key, held in found.items()
    }


def _onward(sketch: Sketch, flow: str, hops: list[Way], arriving: list[Way]) -> list[Way]:
    first = next(hop for hop in ways(sketch) if hop.flow == flow).source
    return [
        hop
        for hop in hops
        if any(hop.target != arrival.source for arrival in arriving)
        and (hop.source != first or any(hop.index > arrival.index for arrival in arriving))
    ]


def _readable(found: State) -> bool:
    return found.protection == "encrypted" and not found.sealed_past


def _electronic(found: State) -> bool:
    return found.protection != "not-electronic"


def _stated_opening(node: dict[str, Any]) -> str:
    said, kind = node.get("opens"), node.get("kind")
    if said is not None:
        return {"true": "opens", "false": "passes"}.get(said, str(said))
    if kind in _OPENING_KINDS:
        return "opens"
    return "passes" if kind in _PASSING_KINDS else "not-stated"
