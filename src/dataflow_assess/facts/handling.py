"""In which form does each node have each data item in hand: plaintext, ciphertext, or unknown?"""

from collections.abc import Iterable, Mapping
from enum import Enum

import attrs

from dataflow_assess.facts.alternatives import ALWAYS, Case, covers, either
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
_Cases = dict[tuple[str, str], tuple[Case, ...]]


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
    found: dict[tuple[str, str], dict[tuple[Level, Case], Hand]] = {}

    def add(node: str, item: str, level: Level, when: Case, hop: Hop | None) -> None:
        found.setdefault((node, item), {}).setdefault((level, when), Hand(level, when, hop))

    brought: set[tuple[str, str]] = set()
    for flow in graph.flows_in_order_of_travel():
        beginnings = _beginnings(flow, graph) - brought
        leaving = _read_on_leaving(flow, graph, exposure)
        for hop in flow.hops:
            for item in graph.data_on(hop):
                source = hop.source, item
                if source in beginnings:
                    for outcome in exposure[hop.id, item].outcomes:
                        add(*source, *_at_beginning(graph.node(hop.source), outcome), hop)
                for case in leaving[source]:
                    add(*source, Level.PLAINTEXT, case, hop)
                for outcome in exposure[hop.id, item].outcomes:
                    add(hop.target, item, _level(graph, hop, outcome, leaving.get((hop.target, item))), outcome.when, hop)
        brought.update((hop.target, item) for hop in flow.hops for item in graph.data_on(hop))
    for storage in graph.system.storage:
        for item in storage.data:
            if (storage.node, item) not in found:
                add(storage.node, item, _at_rest(graph.node(storage.node), storage), (), None)
    return {key: tuple(held.values()) for key, held in found.items()}


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


def _read_on_leaving(flow: Flow, graph: DataFlowGraph, exposure: _Exposures) -> _Cases:
    """Return the cases in which each (node, item) leaves readable, which proves that the node can read it."""
    found: _Cases = {}
    for hop in flow.hops:
        for item in graph.data_on(hop):
            readable = tuple(out.when for out in exposure[hop.id, item].outcomes if _readable(graph, hop, out))
            found[hop.source, item] = either(found.get((hop.source, item), ()), readable)
    return found


def _readable(graph: DataFlowGraph, hop: Hop, outcome: Outcome) -> bool:
    """Tell whether who takes a thing from this hop can read it: what is on a medium handed over is not seen so."""
    by_hand = outcome.protection is Protection.NOT_ELECTRONIC and not outcome.sealed
    on_medium = any(graph.node(end).is_a("removable") for end in (hop.source, hop.target))
    return outcome.protection is Protection.PLAINTEXT or (by_hand and not on_medium)


def _level(graph: DataFlowGraph, hop: Hop, outcome: Outcome, leaving: tuple[Case, ...] | None) -> Level:
    """Return in which form an item arrives in hand; ``leaving`` is None where its way within the flow ends."""
    if outcome.sealed:
        return Level.CIPHERTEXT if outcome.sealed_past else Level.PLAINTEXT
    node = graph.node(hop.target)
    if _readable(graph, hop, outcome) or node.is_a("paper") or leaving == ALWAYS:
        return Level.PLAINTEXT
    opening = opening_of(node)
    if opening is Opening.OPENS:
        return Level.PLAINTEXT
    if opening is Opening.PASSES:
        return Level.CIPHERTEXT if outcome.protection is Protection.ENCRYPTED else Level.UNKNOWN
    return Level.PLAINTEXT if leaving is None and node.opens.is_silent else Level.UNKNOWN


def _at_beginning(node: Node, outcome: Outcome) -> tuple[Level, Case]:
    """Return in which form a node has what begins at it: a medium as it is protected, anybody else in plaintext."""
    if not node.is_a("removable"):
        return Level.PLAINTEXT, ()
    form = {Protection.ENCRYPTED: Level.CIPHERTEXT, Protection.PLAINTEXT: Level.PLAINTEXT}
    return form.get(outcome.protection, Level.UNKNOWN), outcome.when


def _at_rest(node: Node, storage: Storage) -> Level:
    """Return in which form a node has what only rests at it."""
    said: tuple[Statement[Term], ...] = (storage.at_rest, node.encryption)
    if not node.is_a("removable"):
        return Level.PLAINTEXT
    known = [word for each in said if (word := each.known()) is not None]
    if not known:
        return Level.UNKNOWN
    return Level.CIPHERTEXT if any(word.has("encrypted") for word in known) else Level.PLAINTEXT
