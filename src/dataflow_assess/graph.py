"""How is a described system connected? The one user of NetworkX, answering in the domain's words.

The graph is a directed multigraph: its nodes are the description's nodes, its edges are hops. It never changes, and is
built, like NetworkX imported, when first needed.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from dataflow_assess.model import DataItem, Flow, Hop, Node, Party, Standing, Statement, Storage, System, Zone
from dataflow_assess.vocabulary import Term

if TYPE_CHECKING:
    import networkx as nx


T = TypeVar("T")
_SILENT: Statement[Any] = Statement(Standing.NOT_STATED)


class DataFlowGraph:
    """The data-flow graph of one system."""

    def __init__(self, system: System) -> None:
        self.system = system
        self._nodes = {node.id: node for node in system.nodes}
        self._zones = {zone.id: zone for zone in system.zones}
        self._parties = {party.id: party for party in system.parties}
        self._data = {item.id: item for item in system.data}
        self._flows = {flow.id: flow for flow in system.flows}
        self._around: dict[str, tuple[Zone, ...]] = {}
        self._organisations: dict[str, Statement[str]] = {}

    @cached_property
    def _network(self) -> "nx.MultiDiGraph[str]":
        import networkx as nx

        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        network.add_nodes_from(self._nodes)
        for hop in self._hops:
            network.add_edge(hop.source, hop.target, key=hop.id, hop=hop)
        return network

    def node(self, identifier: str) -> Node:
        """Return the node with this identifier; KeyError when there is none."""
        return self._nodes[identifier]

    def zone(self, identifier: str) -> Zone:
        """Return the zone with this identifier; KeyError when there is none."""
        return self._zones[identifier]

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

    def zones_around(self, zone: str | None) -> tuple[Zone, ...]:
        """Return the zone and all zones around it, the innermost first."""
        if zone is None:
            return ()
        if zone not in self._around:
            found, around = list[Zone](), self._zones.get(zone)
            while around is not None:
                found.append(around)
                around = self._zones.get(around.parent or "")
            self._around[zone] = tuple(found)
        return self._around[zone]

    def said_around(self, zone: str | None, what: Callable[[Zone], Statement[T]]) -> Statement[T]:
        """Return the first statement of the zone and those around it that is not silent; a silent one if none is.

        Args:
            zone: identifier of the innermost zone, or None.
            what: the statement asked for, for example ``lambda zone: zone.lock``.
        """
        said = map(what, self.zones_around(zone))
        return next((each for each in said if not each.is_silent), _SILENT)

    def place_of(self, node: str) -> Zone | None:
        """Return the innermost zone around a node that is a place rather than a network, or None."""
        around = self.zones_around(self._nodes[node].zone)
        return next((zone for zone in around if zone.kind is not None and zone.kind.has("place")), None)

    def operator_of(self, element: Node | Zone) -> Statement[str]:
        """Return who runs a node or zone: as stated for it, or for the innermost zone around it that says."""
        if not element.operator.is_silent:
            return element.operator
        around = element.zone if isinstance(element, Node) else element.parent
        said = self.said_around(around, lambda zone: zone.operator)
        return element.operator if said.is_silent else said

    def organisation_of(self, node: Node) -> Statement[str]:
        """Return the party to which a node belongs: a person's, or that of who runs it.

        A person whose party is not stated stands for themself, under the identifier of the node.
        """
        if node.id not in self._organisations:
            own = node.is_a("person") or node.party is not None
            stated = Statement(Standing.STATED, node.party or node.id, place=node.place)
            self._organisations[node.id] = stated if own else self.operator_of(node)
        return self._organisations[node.id]

    def tier_of(self, node: Node) -> Statement[Term]:
        """Return the tier of the innermost zone around a node that states one."""
        return self.said_around(node.zone, lambda zone: zone.tier)

    def country_of(self, node: Node) -> Statement[str]:
        """Return the country of the innermost zone around a node that states one."""
        return self.said_around(node.zone, lambda zone: zone.country)

    def zones_crossed(self, hop: Hop) -> list[Zone]:
        """Return the zones on a hop's way: from each end out to the first zone around both, and the network named.

        The zone around both counts as well, since the hop runs inside it.
        """
        outward = self.zones_around(self._nodes[hop.source].zone)
        inward = self.zones_around(self._nodes[hop.target].zone)
        within = {zone.id for zone in inward}
        common = next((zone for zone in outward if zone.id in within), None)
        crossed = {}
        for way in (outward, inward):
            for zone in way:
                crossed[zone.id] = zone
                if zone is common:
                    break
        network = hop.network.known()
        if isinstance(network, str):
            crossed[network] = self._zones[network]
        return list(crossed.values())

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
