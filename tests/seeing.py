"""Who should be able to see what? By brute force over all worlds of a sketch, without the product's facts.

Every combination of all choices is tried; in each, every hop and every party is looked at afresh.
"""

from collections.abc import Iterator

import attrs

from tests import oracle
from tests.oracle import Way, World
from tests.strategies import Said, Sketch

ORDER = ("plaintext", "undecided", "unknown", "ciphertext", "nothing")
"""Levels, the most first."""

_KNOWN = ("plaintext", "encrypted", "not-electronic")

Who = tuple[str, str, str]
"""Kind, identifier and standing of somebody who sees."""


@attrs.frozen
class Look:
    """One way in which somebody sees an item in one world."""

    who: Who
    role: str
    at: str
    item: str
    level: str


def most(levels: list[str]) -> str:
    """Return the most of several levels of one world."""
    return min(levels, key=ORDER.index, default="nothing")


def overall(by_world: list[str]) -> str:
    """Return the level over all worlds: plaintext in some of them only is undecided."""
    if "plaintext" in by_world and set(by_world) != {"plaintext"}:
        return "undecided"
    return most(by_world)


def forms(sketch: Sketch, node: str, item: str, world: World) -> list[str]:
    """Return the forms in which a node has an item in hand in one world; none where it never gets there."""
    hops = [hop for hop in oracle.ways(sketch) if item in hop.data]
    found = [_arrival(sketch, hop, item, world) for hop in hops if hop.target == node]
    sent = [hop for hop in hops if hop.source == node]
    found += ["plaintext" for hop in sent if _readable(sketch, hop, item, world)]
    found += ["unknown" for hop in sent if oracle.state(sketch, hop, item, world).protection not in _KNOWN]
    begun = [hop for hop in sent if _begins(sketch, node, item, hop.flow)]
    found += [_begun(sketch, node, hop, item, world) for hop in begun]
    if not found and not [hop for hop in hops if node in (hop.source, hop.target)]:
        found += [
            _resting(sketch, node, each) for each in sketch["storage"] if node in each and item in each[node]["data"]
        ]
    return found


def _begun(sketch: Sketch, node: str, hop: Way, item: str, world: World) -> str:
    if sketch["nodes"][node].get("kind") != "usb":
        return "plaintext"
    state = oracle.state(sketch, hop, item, world).protection
    return {"encrypted": "ciphertext", "plaintext": "plaintext"}.get(state, "unknown")


def _begins(sketch: Sketch, node: str, item: str, flow: str) -> bool:
    """Tell whether an item begins at a node within a flow: nothing brings it there, nor did in a flow before."""
    names = list(sketch["flows"])
    before = names[: names.index(flow)]
    hops = [hop for hop in oracle.ways(sketch) if item in hop.data]
    here = [hop for hop in hops if hop.flow == flow]
    brought = any(hop.target == node and hop.flow in before for hop in hops)
    return not brought and (here[0].source == node or all(hop.target != node for hop in here))


def _resting(sketch: Sketch, node: str, storage: Sketch) -> str:
    body, kind = sketch["nodes"][node], sketch["nodes"][node].get("kind")
    if kind != "usb":
        return "plaintext"
    said = [oracle.word(each, {}) for each in (storage[node].get("at-rest"), body.get("encryption")) if _decided(each)]
    known = {each for each in said if each in ("encrypted", "plaintext")}
    return "unknown" if not known else "ciphertext" if "encrypted" in known else "plaintext"


def _decided(said: Said) -> bool:
    return not (isinstance(said, dict) and isinstance(said.get("undecided"), list)) and not _disagreeing(said)


def _disagreeing(said: Said) -> bool:
    return isinstance(said, dict) and any(other["value"] != said["value"] for other in said.get("also", []))


def _readable(sketch: Sketch, hop: Way, item: str, world: World) -> bool:
    state = oracle.state(sketch, hop, item, world)
    on_medium = "usb" in [sketch["nodes"][end].get("kind") for end in (hop.source, hop.target)]
    by_hand = state.protection == "not-electronic" and not state.sealed and not on_medium
    return state.protection == "plaintext" or by_hand


def _arrival(sketch: Sketch, hop: Way, item: str, world: World) -> str:
    state, node = oracle.state(sketch, hop, item, world), sketch["nodes"][hop.target]
    if state.sealed:
        return "ciphertext" if state.sealed_past else "plaintext"
    onward = [each for each in oracle.ways(sketch) if each.flow == hop.flow and each.source == hop.target]
    onward = [each for each in onward if item in each.data]
    proved = any(_readable(sketch, each, item, world) for each in onward)
    opening = oracle._stated_opening(node)
    if _readable(sketch, hop, item, world) or proved or node.get("kind") == "paper" or opening == "opens":
        return "plaintext"
    if opening == "passes":
        return "ciphertext" if state.protection == "encrypted" else "unknown"
    return "plaintext" if not onward and "opens" not in node else "unknown"


def meant(said: Said, world: World) -> list[tuple[Said, bool]]:
    """Return what a statement may mean in one world, and whether that is certain; words of unknowns stay words."""
    if isinstance(said, dict) and isinstance(said.get("undecided"), list):
        return meant(said["undecided"][world[said["choice"]]], world)
    if isinstance(said, dict) and "value" in said:
        values = [said["value"], *(other["value"] for other in said["also"])]
        return [(value, not _disagreeing(said)) for value in values]
    return [(next(iter(said)) if isinstance(said, dict) else said, True)]


def _runs(sketch: Sketch, body: Sketch, owner: str, world: World) -> Iterator[tuple[Who, bool]]:
    """Yield who runs a node or zone: as it says, or the innermost zone around it that says."""
    said = body.get("operator")
    around = body.get("in")
    while said in (None, "not-stated") and around is not None:
        said, around = sketch["zones"][around].get("operator"), sketch["zones"][around].get("in")
    for value, certain in meant("not-stated" if said is None else said, world):
        unnamed = value in ("to-confirm", "not-stated", "undecided", "withheld")
        yield ("unnamed", owner, value) if unnamed else ("party", value, "stated"), certain


def looks(sketch: Sketch, world: World) -> set[Look]:
    """Return every way in which anybody sees anything in one world."""
    found = set()
    for node, item in ((node, item) for node in sketch["nodes"] for item in sketch["data"]):
        for form in forms(sketch, node, item, world):
            for who, role, certain in _at(sketch, node, world):
                level = form if certain or form != "plaintext" else "unknown"
                found.add(Look(who, role, node, item, level))
    for hop in oracle.ways(sketch):
        for item in hop.data:
            state = oracle.state(sketch, hop, item, world).protection
            level = {"plaintext": "plaintext", "encrypted": "ciphertext"}.get(state, "unknown")
            for who, certain in () if state == "not-electronic" else _carriers(sketch, hop, world):
                seen = level if certain or level != "plaintext" else "unknown"
                found.add(Look(who, "network-operator", hop.id, item, seen))
    return found


def _at(sketch: Sketch, node: str, world: World) -> Iterator[tuple[Who, str, bool]]:
    body = sketch["nodes"][node]
    if body.get("kind") == "person":
        party = body.get("party")
        yield ("party", party, "stated") if party else ("person", node, "stated"), "person", True
    else:
        yield from ((who, "operator", certain) for who, certain in _runs(sketch, body, node, world))
    for entry in body.get("maintainers", []):
        ((name, keys),) = entry.items()
        yield ("party", name, "stated"), "remote-maintainer" if keys.get("remote") == "yes" else "maintainer", True
    shared = [] if "separation" in body else meant(body.get("tenants", []), world)
    yield from ((("party", name, "stated"), "tenant", False) for names, _ in shared for name in names)
    if not {"separation", "tenants"} & set(body) and ("yes", True) in meant(body.get("shared"), world):
        yield ("tenants", node, "not-stated"), "tenant", False
    passing = meant(body.get("bystanders", []), world)
    yield from ((("party", name, "stated"), "bystander", certain) for names, certain in passing for name in names)


def _carriers(sketch: Sketch, hop: Way, world: World) -> Iterator[tuple[Who, bool]]:
    """Yield who runs the networks of a hop, unless it is carried by hand."""
    ((medium, _),) = meant(oracle._of(hop.body, "medium", world), world)
    if medium in ("paper", "in-person", "usb", "post", "screen"):
        return
    out, into = (_around(sketch, sketch["nodes"][end].get("in")) for end in (hop.source, hop.target))
    common = next((zone for zone in out if zone in into), None)
    crossed = {zone for way in (out, into) for zone in way[: way.index(common) + 1 if common else len(way)]}
    ((network, _),) = meant(hop.body.get("network"), world)
    for zone in crossed | ({network} & set(sketch["zones"])):
        yield from _runs(sketch, sketch["zones"][zone], zone, world)
    if network in ("internet", "vpn"):
        yield ("network", network, "not-stated"), True


def _around(sketch: Sketch, zone: str | None) -> list[str]:
    return [] if zone is None else [zone, *_around(sketch, sketch["zones"][zone].get("in"))]
