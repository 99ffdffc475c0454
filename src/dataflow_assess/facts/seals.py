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

    Items that travel the same hops are followed together, so the cost is linear in seals × hops × items.
    """
    covering: dict[tuple[str, str], list[Seal]] = {}
    for hops, items in _travelling_together(flow, graph):
        for seal in flow.sealed:
            covered = _covered(hops, seal)
            sealed = [item for item in items if not seal.data or item in seal.data]
            for hop in hops:
                if hop.id in covered:
                    for item in sealed:
                        covering.setdefault((hop.id, item), []).append(seal)
    return {key: tuple(seals) for key, seals in covering.items()}


def _travelling_together(flow: Flow, graph: DataFlowGraph) -> list[tuple[list[Hop], list[str]]]:
    """Return the hops that items travel, with the items that travel just these."""
    carrying: dict[str, list[Hop]] = {}
    for hop in flow.hops:
        for item in graph.data_on(hop):
            carrying.setdefault(item, []).append(hop)
    together: dict[tuple[int, ...], tuple[list[Hop], list[str]]] = {}
    for item, hops in carrying.items():
        together.setdefault(tuple(hop.index for hop in hops), (hops, []))[1].append(item)
    return list(together.values())


def _covered(hops: list[Hop], seal: Seal) -> set[str]:
    """Return the identifiers of the hops that carry nothing but what the seal closes."""
    leaving: dict[str, list[Hop]] = {}
    entered = set()
    for hop in hops:
        leaving.setdefault(hop.source, []).append(hop)
        entered.add(hop.target)
    origins = dict.fromkeys(hop.source for hop in hops if hop.source not in entered)
    origins.setdefault(hops[0].source)
    carried: dict[str, int] = {}
    waiting = deque((node, _OPEN) for node in origins)
    arrived: dict[str, int] = dict.fromkeys(origins, _OPEN)
    while waiting:
        node, state = waiting.popleft()
        sent = _SEALED if node == seal.source else _OPEN if node == seal.target else state
        for hop in leaving.get(node, ()):
            carried[hop.id] = carried.get(hop.id, 0) | sent
            before = arrived.get(hop.target, 0)
            if before | sent != before:
                arrived[hop.target] = before | sent
                waiting.append((hop.target, before | sent))
    return {hop for hop, states in carried.items() if states == _SEALED}
