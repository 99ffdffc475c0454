"""In which zones does each thing stand, and what does the innermost zone that speaks say of it?"""

from collections.abc import Callable
from typing import Any, TypeVar

from dataflow_assess.model import Hop, Node, Standing, Statement, System, Zone
from dataflow_assess.vocabulary import Term

T = TypeVar("T")
_SILENT: Statement[Any] = Statement(Standing.NOT_STATED)


class Surroundings:
    """The nodes and zones of one system, and what holds for a node because of where it stands."""

    def __init__(self, system: System) -> None:
        self.system = system
        self._nodes = {node.id: node for node in system.nodes}
        self._zones = {zone.id: zone for zone in system.zones}
        self._around: dict[str, tuple[Zone, ...]] = {}
        self._places: dict[str | None, Zone | None] = {}
        self._organisations: dict[str, Statement[str]] = {}

    def node(self, identifier: str) -> Node:
        """Return the node with this identifier; KeyError when there is none."""
        return self._nodes[identifier]

    def zone(self, identifier: str) -> Zone:
        """Return the zone with this identifier; KeyError when there is none."""
        return self._zones[identifier]

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
        zone = self._nodes[node].zone
        if zone not in self._places:
            places = (each for each in self.zones_around(zone) if each.kind is not None and each.kind.has("place"))
            self._places[zone] = next(places, None)
        return self._places[zone]

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
