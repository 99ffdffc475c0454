"""In which form does each node have each data item in hand: plaintext, ciphertext, or unknown?"""

from collections.abc import Iterator
from enum import Enum

import attrs

from dataflow_assess.facts.alternatives import Case
from dataflow_assess.facts.exposure import Exposure, Outcome, Protection
from dataflow_assess.facts.relays import Opening, opening_of
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Hop


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


def hands(graph: DataFlowGraph, exposure: dict[tuple[str, str], Exposure]) -> Hands:
    """Return the forms in which each (node identifier, item identifier) is in hand, each form once.

    A node at which an item begins has it in plaintext; one that it reaches has it as it arrives and as the node
    opens it. The cost is linear in hops × items carried.
    """
    found: dict[tuple[str, str], dict[tuple[Level, Case], Hand]] = {}
    onward = _onward(graph, exposure)
    for (_hop_id, item), exposed in exposure.items():
        held = found.setdefault((exposed.hop.target, item), {})
        way = onward.get((exposed.hop.flow, exposed.hop.target, item), frozenset())
        for outcome in exposed.outcomes:
            level = _level(graph, exposed.hop, outcome, way)
            held.setdefault((level, outcome.when), Hand(level, outcome.when, exposed.hop))
    for key, hop in _beginnings(graph, exposure):
        if key not in found:
            found[key] = {(Level.PLAINTEXT, ()): Hand(Level.PLAINTEXT, (), hop)}
    return {key: tuple(held.values()) for key, held in found.items()}


def _onward(
    graph: DataFlowGraph, exposure: dict[tuple[str, str], Exposure]
) -> dict[tuple[str, str, str], frozenset[Protection]]:
    """Return in which states each item leaves each node within a flow; a missing key means that it ends there."""
    states: dict[tuple[str, str, str], set[Protection]] = {}
    for hop in graph.hops():
        for item in graph.data_on(hop):
            outcomes = exposure[hop.id, item].outcomes
            states.setdefault((hop.flow, hop.source, item), set()).update(each.protection for each in outcomes)
    return {key: frozenset(value) for key, value in states.items()}


def _level(graph: DataFlowGraph, hop: Hop, outcome: Outcome, onward: frozenset[Protection]) -> Level:
    if outcome.sealed:
        return Level.CIPHERTEXT if outcome.sealed_past else Level.PLAINTEXT
    if outcome.protection in (Protection.NOT_ELECTRONIC, Protection.PLAINTEXT) or onward <= {Protection.NOT_ELECTRONIC}:
        return Level.PLAINTEXT
    opening = Opening.OPENS if onward == {Protection.PLAINTEXT} else opening_of(graph.node(hop.target))
    if opening is Opening.OPENS:
        return Level.PLAINTEXT
    if opening is Opening.PASSES and outcome.protection is Protection.ENCRYPTED:
        return Level.CIPHERTEXT
    return Level.UNKNOWN


def _beginnings(
    graph: DataFlowGraph, exposure: dict[tuple[str, str], Exposure]
) -> Iterator[tuple[tuple[str, str], Hop | None]]:
    for (_hop_id, item), exposed in exposure.items():
        yield (exposed.hop.source, item), exposed.hop
    for storage in graph.system.storage:
        for item in storage.data:
            yield (storage.node, item), None
