"""On which hops does a seal certainly cover the payload?

A seal holds from the node that seals to the node that opens. On a hop of a branching flow it is certain only if
nothing unsealed can arrive there as well.
"""

from collections import deque

from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Flow, Hop, Seal

Covering = tuple[Seal, ...]
_OPEN, _SEALED = 1, 2


def covering_seals(flow: Flow, graph: DataFlowGraph) -> dict[tuple[str, str], Covering]:
    """Return the seals that cover each (hop identifier, data item identifier) of ``flow``.

    Each seal is propagated once along the flow, so the cost is linear in seals × hops.
    """
    covering: dict[tuple[str, str], list[Seal]] = {}
    for seal in flow.sealed:
        covered = _covered(flow, seal)
        for hop in flow.hops:
            if hop.id in covered:
                for item in graph.data_on(hop):
                    if not seal.data or item in seal.data:
                        covering.setdefault((hop.id, item), []).append(seal)
    return {key: tuple(seals) for key, seals in covering.items()}


def _covered(flow: Flow, seal: Seal) -> set[str]:
    """Return the identifiers of the hops that carry nothing but what the seal closes."""
    leaving: dict[str, list[Hop]] = {}
    entered = set()
    for hop in flow.hops:
        leaving.setdefault(hop.source, []).append(hop)
        entered.add(hop.target)
    origins = dict.fromkeys(hop.source for hop in flow.hops if hop.source not in entered)
    origins.setdefault(flow.hops[0].source)
    carried: dict[str, int] = {}
    waiting = deque((node, _OPEN) for node in origins)
    arrived: dict[str, int] = dict.fromkeys(origins, _OPEN)
    while waiting:
        node, state = waiting.popleft()
        sent = _SEALED if node == seal.source else _OPEN if node == seal.target else state
        for hop in leaving.get(node, ()):
            carried[hop.id] = carried.get(hop.id, 0) | sent
            if arrived.get(hop.target, 0) | sent != arrived.get(hop.target, 0):
                arrived[hop.target] = arrived.get(hop.target, 0) | sent
                waiting.append((hop.target, arrived[hop.target]))
    return {hop for hop, states in carried.items() if states == _SEALED}
