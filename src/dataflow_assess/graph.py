"""How is a described system connected? The one user of NetworkX, answering in the domain's words.

The graph is a directed multigraph: its nodes are the description's nodes, its edges are hops. It never changes, and is
built, like NetworkX imported, when first needed.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dataflow_assess.model import DataItem, Flow, Hop, Node, Party, Storage, System
from dataflow_assess.surroundings import Surroundings

if TYPE_CHECKING:
    import networkx as nx


class DataFlowGraph(Surroundings):
    """The data-flow graph of one system, in its zones."""

    def __init__(self, system: System) -> None:
        super().__init__(system)
        self._parties = {party.id: party for party in system.parties}
        self._data = {item.id: item for item in system.data}
        self._flows = {flow.id: flow for flow in system.flows}

    @cached_property
    def _network(self) -> "nx.MultiDiGraph[str]":
        import networkx as nx

        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        network.add_nodes_from(self._nodes)
        for hop in self._hops:
            network.add_edge(hop.source, hop.target, key=hop.id, hop=hop)
        return network

    def party(self, identifier: str) -> Party:
        """Return the party with this identifier; KeyError when there is none."""
        return self._parties[identifier]

    def actor(self, identifier: str) -> Party | Node:
        """Return the party or the node (a person, a machine) with this identifier; KeyError when there is none."""
        return self._parties.get(identifier) or self._nodes[identifier]

    def item(self, identifier: str) -> DataItem:
        """Return the data item with this identifier; KeyError when there is none."""
        return self._data[identifier]

    def flow(self, identifier: str) -> Flow:
        """Return the flow with this identifier; KeyError when there is none."""
        return self._flows[identifier]

    def flows_in_order_of_travel(self) -> list[Flow]:
        """Return every flow once, each request followed at once by its reply."""
        ordered: dict[str, Flow] = {}
        firsts = [flow for flow in self.system.flows if flow.id not in self.replies]
        for flow in (*firsts, *self.system.flows):
            at: Flow | None = flow
            while at is not None and at.id not in ordered:
                ordered[at.id] = at
                at = self._flows.get(at.reply.value or "")
        return list(ordered.values())

    @cached_property
    def replies(self) -> frozenset[str]:
        """The identifiers of the flows that answer another flow."""
        return frozenset(flow.reply.value for flow in self.system.flows if flow.reply.value)

    def derived_from(self, item: str) -> tuple[str, ...]:
        """Return the identifiers of everything that derives from an item, directly or through others."""
        return self._derived.get(item, ())

    @cached_property
    def _derived(self) -> dict[str, tuple[str, ...]]:
        derivations = [(source, item.id) for item in self.system.data for source in item.sources]
        if not derivations:
            return {}
        import networkx as nx

        origins: nx.DiGraph[str] = nx.DiGraph(derivations)
        order = {item: index for index, item in enumerate(self._data)}
        return {item: tuple(sorted(nx.descendants(origins, item), key=order.__getitem__)) for item in origins}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each hop, from 1, in order of travel; diagrams and tables share it."""
        hops = (hop for flow in self.flows_in_order_of_travel() for hop in flow.hops)
        return {hop.id: number for number, hop in enumerate(hops, start=1)}

    def hops(self) -> tuple[Hop, ...]:
        """Return every hop, flow by flow in the order of the description."""
        return self._hops

    @cached_property
    def _hops(self) -> tuple[Hop, ...]:
        return tuple(hop for flow in self.system.flows for hop in flow.hops)

    def hops_from(self, node: str) -> list[Hop]:
        """Return the hops that leave ``node``."""
        return self._leaving.get(node, [])

    @cached_property
    def _leaving(self) -> dict[str, list[Hop]]:
        found: dict[str, list[Hop]] = {}
        for hop in self._hops:
            found.setdefault(hop.source, []).append(hop)
        return found

    def hops_into(self, node: str) -> list[Hop]:
        """Return the hops that enter ``node``."""
        return self._entering.get(node, [])

    @cached_property
    def _entering(self) -> dict[str, list[Hop]]:
        found: dict[str, list[Hop]] = {}
        for hop in self._hops:
            found.setdefault(hop.target, []).append(hop)
        return found

    def hops_between(self, source: str, target: str) -> list[Hop]:
        """Return the hops from ``source`` to ``target``, in this direction."""
        found: Any = self._network.get_edge_data(source, target, default={})
        return [edge["hop"] for edge in found.values()]

    def data_on(self, hop: Hop) -> tuple[str, ...]:
        """Return the identifiers of the data items that a hop carries."""
        return hop.data or self._flows[hop.flow].data

    def carries_personal_data(self, hop: Hop) -> bool:
        """Tell whether any item on the hop is personal data."""
        return hop.id in self._personal

    @cached_property
    def _personal(self) -> frozenset[str]:
        return frozenset(hop.id for hop in self._hops if any(self._data[item].personal for item in self.data_on(hop)))

    def holds_personal_data(self, storage: Storage) -> bool:
        """Tell whether any stored item is personal data."""
        return storage.id in self._personal_storage

    @cached_property
    def _personal_storage(self) -> frozenset[str]:
        return frozenset(
            storage.id for storage in self.system.storage if any(self._data[item].personal for item in storage.data)
        )

    def stored_at(self, node: str) -> tuple[Storage, ...]:
        """Return what rests at ``node``, in the order of the description."""
        return self._stored.get(node, ())

    @cached_property
    def _stored(self) -> dict[str, tuple[Storage, ...]]:
        found: dict[str, list[Storage]] = {}
        for storage in self.system.storage:
            found.setdefault(storage.node, []).append(storage)
        return {node: tuple(storages) for node, storages in found.items()}

    def reachable_from(self, node: str) -> set[str]:
        """Return the identifiers of the nodes that can be reached from ``node`` over any number of hops."""
        import networkx as nx

        return set(nx.descendants(self._network, node))

    def onward(self, arriving: Iterable[Hop], item: str | None = None) -> list[Hop]:
        """Return the hops on which what arrives at one node may travel on, of the same flow.

        Args:
            arriving: at least one hop of one flow, all with the same target.
            item: identifier of the data item asked about; any when None.

        Where a flow begins it goes on only over hops written after the arrival, and nothing goes on by going back
        to where it came from.
        """
        hops = list(arriving)
        flow, node = self._flows[hops[0].flow], hops[0].target
        earliest = min(hop.index for hop in hops) if node == flow.hops[0].source else -1
        sources = {hop.source for hop in hops}
        leaving = self.flow_hops_from(flow.id, node) if item is None else self.item_hops_from(flow.id, node, item)
        return [hop for hop in leaving if hop.index > earliest and (len(sources) > 1 or hop.target not in sources)]

    @cached_property
    def exchanges(self) -> dict[str, str]:
        """The exchange that each flow belongs to, named by its first flow: a request and its reply are one."""
        found: dict[str, str] = {}
        for flow in self.flows_in_order_of_travel():
            exchange = found.setdefault(flow.id, flow.id)
            if flow.reply.value:
                found.setdefault(flow.reply.value, exchange)
        return found

    def flow_hops_from(self, flow: str, node: str) -> list[Hop]:
        """Return the hops of one flow that leave ``node``, in order."""
        return self._departures.get((flow, node), [])

    def item_hops_from(self, flow: str, node: str, item: str) -> list[Hop]:
        """Return the hops of one flow on which a data item leaves ``node``, in order."""
        return self._item_departures.get((flow, node, item), [])

    @cached_property
    def _departures(self) -> dict[tuple[str, str], list[Hop]]:
        found: dict[tuple[str, str], list[Hop]] = {}
        for hop in self._hops:
            found.setdefault((hop.flow, hop.source), []).append(hop)
        return found

    @cached_property
    def _item_departures(self) -> dict[tuple[str, str, str], list[Hop]]:
        found: dict[tuple[str, str, str], list[Hop]] = {}
        for hop in self._hops:
            for item in dict.fromkeys(self.data_on(hop)):
                found.setdefault((hop.flow, hop.source, item), []).append(hop)
        return found
