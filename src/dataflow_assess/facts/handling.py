"""In which form does each node have each data item in hand: plaintext, ciphertext, or unknown?"""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

import attrs

from dataflow_assess.facts.alternatives import Case, covers
from dataflow_assess.facts.exposure import Exposure, Outcome, Protection
from dataflow_assess.facts.relays import Opening, opening_of
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Choice, Flow, Hop, Node, Statement, Storage
from dataflow_assess.vocabulary import Term


class Level(Enum):
    """What can be seen of a data item, the most first.

    UNDECIDED is plaintext under some alternatives only; UNKNOWN is what the papers leave open.
    """

    PLAINTEXT = "plaintext"
    UNDECIDED = "undecided"
    UNKNOWN = "unknown"
    CIPHERTEXT = "ciphertext"
    NOTHING = "nothing"


@attrs.frozen
class Hand:
    """One form in which a node has an item in hand.

    Attributes:
        level: plaintext, unknown or ciphertext.
        when: the assumptions under which it has; empty when always.
        hop: the hop that brings or takes it, or None where it only rests there.
    """

    level: Level
    when: Case
    hop: Hop | None


Hands = dict[tuple[str, str], tuple[Hand, ...]]
_Exposures = Mapping[tuple[str, str], Exposure]


def most(seen: Iterable[tuple[Level, Case]], choices: Mapping[str, Choice]) -> Level:
    """Return the most that is seen in several ways together; `Level.NOTHING` when there is no way.

    Args:
        seen: each way: what is seen, and under which assumptions.
        choices: everything undecided, as in `System.choices`.
    """
    ways = list(seen)
    plain = [case for level, case in ways if level is Level.PLAINTEXT]
    if plain:
        return Level.PLAINTEXT if covers(plain, choices) else Level.UNDECIDED
    return min((level for level, _ in ways), key=tuple(Level).index, default=Level.NOTHING)


def hands(graph: DataFlowGraph, exposure: _Exposures) -> Hands:
    """Return the forms in which each (node identifier, item identifier) is in hand, each form once.

    Nodes stand in the order of travel. A node at which an item begins has it in plaintext; one that it reaches has
    it as it arrives and as the node opens it; one that it leaves readable has read it. The cost is linear in
    hops × items carried.
    """
    found = _Found()
    brought: set[tuple[str, str]] = set()
    for flow in graph.flows_in_order_of_travel():
        beginnings = _beginnings(flow, graph) - brought
        leaving = _leaving(flow, graph, exposure)
        for hop in flow.hops:
            for item in graph.data_on(hop):
                outcomes = exposure[hop.id, item].outcomes
                begins = (hop.source, item) in beginnings
                onward = leaving.get((hop.target, item))
                for outcome in outcomes:
                    for level, when in _at_source(graph, hop, outcome, begins=begins):
                        found.add(hop.source, item, Hand(level, when, hop))
                    level = _at_target(graph, hop, outcome, onward)
                    found.add(hop.target, item, Hand(level, outcome.when, hop))
                brought.add((hop.target, item))
    for storage in graph.system.storage:
        for item in storage.data:
            if (storage.node, item) not in found.hands:
                found.add(storage.node, item, Hand(_at_rest(graph.node(storage.node), storage), (), None))
    return {key: tuple(_telling(held)) for key, held in found.hands.items()}


def _telling(held: Mapping[tuple[Level, Case], Hand]) -> Iterable[Hand]:
    """Return the hands that tell something: where plaintext is certain, what is unknown besides adds nothing."""
    if (Level.PLAINTEXT, ()) not in held:
        return held.values()
    return (hand for hand in held.values() if hand.level is not Level.UNKNOWN)


@attrs.define
class _Found:
    """Hands by (node, item), each form once."""

    hands: dict[tuple[str, str], dict[tuple[Level, Case], Hand]] = attrs.field(factory=dict)

    def add(self, node: str, item: str, hand: Hand) -> None:
        self.hands.setdefault((node, item), {}).setdefault((hand.level, hand.when), hand)


def _beginnings(flow: Flow, graph: DataFlowGraph) -> set[tuple[str, str]]:
    """Return the (node, item) at which items begin within a flow, as seals see it: its first node included."""
    entered = {(hop.target, item) for hop in flow.hops for item in graph.data_on(hop)}
    first: dict[str, str] = {}
    found = set()
    for hop in flow.hops:
        for item in graph.data_on(hop):
            if first.setdefault(item, hop.source) == hop.source or (hop.source, item) not in entered:
                found.add((hop.source, item))
    return found


def _leaving(flow: Flow, graph: DataFlowGraph, exposure: _Exposures) -> dict[tuple[str, str], bool]:
    """Return which (node, item) leave within a flow, and whether readable on some hop in any case."""
    found: dict[tuple[str, str], bool] = {}
    for hop in flow.hops:
        for item in graph.data_on(hop):
            readable = all(_readable(graph, hop, outcome) for outcome in exposure[hop.id, item].outcomes)
            found[hop.source, item] = readable or found.get((hop.source, item), False)
    return found


def _readable(graph: DataFlowGraph, hop: Hop, outcome: Outcome) -> bool:
    """Tell whether who takes a thing from this hop can read it: what is on a medium handed over is not seen so."""
    by_hand = outcome.protection is Protection.NOT_ELECTRONIC and not outcome.sealed
    on_medium = any(graph.node(end).is_a("removable") for end in (hop.source, hop.target))
    return outcome.protection is Protection.PLAINTEXT or (by_hand and not on_medium)


def _at_source(graph: DataFlowGraph, hop: Hop, outcome: Outcome, *, begins: bool) -> Iterator[tuple[Level, Case]]:
    """Yield in which forms the node that sends has an item: what leaves readable proves that it can read it.

    What leaves in a state that is not known may be readable, so then it is not known either.
    """
    if _readable(graph, hop, outcome):
        yield Level.PLAINTEXT, outcome.when
    elif not outcome.protection.is_known:
        yield Level.UNKNOWN, outcome.when
    if begins and not graph.node(hop.source).is_a("removable"):
        yield Level.PLAINTEXT, ()
    elif begins and not _readable(graph, hop, outcome):
        yield Level.CIPHERTEXT if outcome.protection is Protection.ENCRYPTED else Level.UNKNOWN, outcome.when


def _at_target(graph: DataFlowGraph, hop: Hop, outcome: Outcome, onward: bool | None) -> Level:
    """Return in which form an item arrives; ``onward`` is None where its way within the flow ends."""
    if outcome.sealed:
        return Level.CIPHERTEXT if outcome.sealed_past else Level.PLAINTEXT
    node = graph.node(hop.target)
    if _readable(graph, hop, outcome) or node.is_a("paper") or onward:
        return Level.PLAINTEXT
    opening = opening_of(node)
    if opening is Opening.OPENS:
        return Level.PLAINTEXT
    if opening is Opening.PASSES:
        return Level.CIPHERTEXT if outcome.protection is Protection.ENCRYPTED else Level.UNKNOWN
    return Level.PLAINTEXT if onward is None and node.opens.is_silent else Level.UNKNOWN


def _at_rest(node: Node, storage: Storage) -> Level:
    """Return in which form a node has what only rests at it."""
    said: tuple[Statement[Term], ...] = (storage.at_rest, node.encryption)
    if not node.is_a("removable"):
        return Level.PLAINTEXT
    known = [word for each in said if (word := each.known()) is not None]
    if not known:
        return Level.UNKNOWN
    return Level.CIPHERTEXT if any(word.has("encrypted") for word in known) else Level.PLAINTEXT
