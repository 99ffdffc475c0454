"""Which certificates does a party hold, and which that speak for it sit with somebody else?

A certificate speaks for a party that it does not belong to in three ways: its scope names the party, or a node, product
or zone with which the party handles data; the papers say elsewhere, or said before, that the party holds it; or its
scope is not stated and its holder stands on the party's chain of contracts, while the party has none of that scheme.
"""

from collections.abc import Iterable

import attrs

from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Certification, Node
from dataflow_assess.vocabulary import fold


@attrs.frozen
class Certified:
    """Certificates around one party.

    Attributes:
        own: those that it holds.
        elsewhere: those that speak for it but are not its own.
    """

    own: tuple[Certification, ...]
    elsewhere: tuple[Certification, ...]


def certified(graph: DataFlowGraph, party: str, chain: frozenset[str], nodes: Iterable[Node]) -> Certified:
    """Return the certificates around a party.

    Args:
        graph: the data-flow graph.
        party: identifier of the party.
        chain: the parties on its chain of contracts.
        nodes: the nodes at which it handles data.
    """
    every = graph.system.certifications
    if not every:
        return Certified((), ())
    own = tuple(each for each in every if each.holder.known() == party)
    schemes = {fold(each.scheme) for each in own}
    names = _names(graph, party, nodes)

    def speaks(each: Certification) -> bool:
        scope = fold(each.scope.value or "")
        told = {other.value for other in (each.holder, *each.holder.also, *each.holder.corrects)}
        vouched = not scope and each.holder.known() in chain and fold(each.scheme) not in schemes
        return party in told or vouched or any(name in scope for name in names)

    return Certified(own, tuple(each for each in every if each not in own and each.holder.value and speaks(each)))


def _names(graph: DataFlowGraph, party: str, nodes: Iterable[Node]) -> frozenset[str]:
    """Return the names under which a scope may speak of a party; a single letter names nothing."""
    found = {party, graph.party(party).label, *graph.party(party).aliases}
    for node in nodes:
        found |= {node.id, node.label, node.product.value or ""}
        found |= {name for zone in graph.zones_around(node.zone) for name in (zone.id, zone.label)}
    return frozenset(folded for name in found if len(folded := fold(name)) > 1)
