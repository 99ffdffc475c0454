"""How is a described system connected? The one user of NetworkX, answering in the domain's words.

The graph is a directed multigraph: its nodes are the description's nodes, its edges are hops. It is built once
and never changed.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import networkx as nx

from dataflow_assess.model import DataItem, Flow, Hop, Node, Party, Statement, Storage, System, Zone


class DataFlowGraph:
    """The data-flow graph of one system."""

    def __init__(self, system: System) -> None:
        self.system = system
        self._nodes = {node.id: node for node in system.nodes}
        self._zones = {zone.id: zone for zone in system.zones}
        self._parties = {party.id: party for party in system.parties}
        self._data = {item.id: item for item in system.data}
        self._flows = {flow.id: flow for flow in system.flows}
        self._network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._network.add_nodes_from(self._nodes)
        for hop in self.hops():
            self._network.add_edge(hop.source, hop.target, key=hop.id, hop=hop)

    def node(self, identifier: str) -> Node:
        """Return the node with this identifier; KeyError when there is none."""
        return self._nodes[identifier]

    def zone(self, identifier: str) -> Zone:
        """Return the zone with this identifier; KeyError when there is none."""
        return self._zones[identifier]

    def party(self, identifier: str) -> Party:
        """Return the party with this identifier; KeyError when there is none."""
        return self._parties[identifier]

    def item(self, identifier: str) -> DataItem:
        """Return the data item with this identifier; KeyError when there is none."""
        return self._data[identifier]

    def flow(self, identifier: str) -> Flow:
        """Return the flow with this identifier; KeyError when there is none."""
        return self._flows[identifier]

    def flows_in_order_of_travel(self) -> list[Flow]:
        """Return every flow once, each request followed at once by its reply."""
        ordered: dict[str, Flow] = {}
        replies = {flow.reply.value for flow in self.system.flows if flow.reply.value}
        firsts = [flow for flow in self.system.flows if flow.id not in replies]
        for flow in (*firsts, *self.system.flows):
            at: Flow | None = flow
            while at is not None and at.id not in ordered:
                ordered[at.id] = at
                at = self._flows.get(at.reply.value or "")
        return list(ordered.values())

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each hop, from 1, in order of travel; diagrams and tables share it."""
        hops = (hop for flow in self.flows_in_order_of_travel() for hop in flow.hops)
        return {hop.id: number for number, hop in enumerate(hops, start=1)}

    def hops(self) -> Iterator[Hop]:
        """Yield every hop, flow by flow in the order of the description."""
        for flow in self.system.flows:
            yield from flow.hops

    def hops_from(self, node: str) -> list[Hop]:
        """Return the hops that leave ``node``."""
        edges: Iterable[tuple[str, str, Hop]] = self._network.out_edges(node, data="hop")
        return [hop for _, _, hop in edges]

    def hops_into(self, node: str) -> list[Hop]:
        """Return the hops that enter ``node``."""
        edges: Iterable[tuple[str, str, Hop]] = self._network.in_edges(node, data="hop")
        return [hop for _, _, hop in edges]

    def hops_between(self, source: str, target: str) -> list[Hop]:
        """Return the hops from ``source`` to ``target``, in this direction."""
        found: Any = self._network.get_edge_data(source, target, default={})
        return [edge["hop"] for edge in found.values()]

    def data_on(self, hop: Hop) -> tuple[str, ...]:
        """Return the identifiers of the data items that a hop carries."""
        return hop.data or self._flows[hop.flow].data

    def carries_personal_data(self, hop: Hop) -> bool:
        """Tell whether any item on the hop is personal data."""
        return any(self._data[item].personal for item in self.data_on(hop))

    def holds_personal_data(self, storage: Storage) -> bool:
        """Tell whether any stored item is personal data."""
        return any(self._data[item].personal for item in storage.data)

    def zones_around(self, zone: str | None) -> list[Zone]:
        """Return the zone and all zones around it, the innermost first."""
        found = []
        while zone is not None:
            found.append(self._zones[zone])
            zone = self._zones[zone].parent
        return found

    def place_of(self, node: str) -> Zone | None:
        """Return the innermost zone around a node that is a place rather than a network, or None."""
        around = self.zones_around(self._nodes[node].zone)
        return next((zone for zone in around if zone.kind is not None and zone.kind.has("place")), None)

    def operator_of(self, node: Node) -> Statement[str]:
        """Return who runs a node: as stated for it, for its person, or for the innermost zone that says."""
        if not node.operator.is_silent or (node.party is None and node.zone is None):
            return node.operator
        around = self.zones_around(node.zone)
        return next((zone.operator for zone in around if not zone.operator.is_silent), node.operator)

    def sends_on(self, hop: Hop) -> list[Hop]:
        """Return the hops of the same flow on which what ``hop`` brings may travel on."""
        carried = set(self.data_on(hop))
        return [
            following
            for following in self.flow_hops_from(hop.flow, hop.target)
            if carried.intersection(self.data_on(following))
        ]

    def flow_hops_from(self, flow: str, node: str) -> list[Hop]:
        """Return the hops of one flow that leave ``node``, in order."""
        return self._departures.get((flow, node), [])

    @cached_property
    def _departures(self) -> dict[tuple[str, str], list[Hop]]:
        found: dict[tuple[str, str], list[Hop]] = {}
        for hop in self.hops():
            found.setdefault((hop.flow, hop.source), []).append(hop)
        return found
