"""Who can see which data item, in plaintext or as ciphertext, in which role and where?"""

from collections.abc import Iterator
from enum import Enum
from itertools import chain

import attrs

from dataflow_assess.facts.alternatives import Case, both
from dataflow_assess.facts.exposure import Exposure, Protection
from dataflow_assess.facts.handling import Hands, Level
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Hop, Node, Standing, Statement, Zone


_MOST_FIRST = tuple(Level)


class Role(Enum):
    """In which role somebody can see a data item."""

    OPERATOR = "operator"
    NETWORK = "network-operator"
    MAINTAINER = "maintainer"
    REMOTE_MAINTAINER = "remote-maintainer"
    TENANT = "tenant"
    PERSON = "person"
    BYSTANDER = "bystander"


@attrs.frozen(cache_hash=True)
class Seer:
    """Somebody who can see: a party, a person whose party is not stated, or an operator that is not named.

    Attributes:
        kind: "party", "person" or "unnamed".
        id: identifier of the party, or of the node or zone that is run by somebody unnamed.
        standing: for "unnamed", in which way the papers do not name the operator.
    """

    kind: str
    id: str
    standing: Standing = Standing.STATED


@attrs.frozen
class Sight:
    """One way in which somebody can see an item.

    Attributes:
        seer, role: who, and as what.
        level: plaintext, unknown or ciphertext.
        element: the node or hop at which; zone: the network, for a network operator.
        when: the assumptions under which; empty when always.
    """

    seer: Seer
    role: Role
    level: Level
    element: Node | Hop
    zone: Zone | None = None
    when: Case = ()


@attrs.frozen
class Visibility:
    """What one seer can see of one item, all ways together.

    Attributes:
        seer: who.
        data: identifier of the item.
        sights: every way, in the order of the description.
    """

    seer: Seer
    data: str
    sights: tuple[Sight, ...]

    @property
    def level(self) -> Level:
        """The most that is seen; plaintext under some alternatives only is `Level.UNDECIDED`."""
        certain = [sight.level for sight in self.sights if not sight.when]
        possible = [Level.UNDECIDED if s.level is Level.PLAINTEXT else s.level for s in self.sights if s.when]
        return min((*certain, *possible), key=_MOST_FIRST.index, default=Level.NOTHING)


def visibility(
    graph: DataFlowGraph, exposure: dict[tuple[str, str], Exposure], in_hand: Hands
) -> dict[tuple[Seer, str], Visibility]:
    """Return what each (seer, item identifier) can see; who is not in it sees nothing.

    Every hop and every node's item in hand is looked at once for each of its operators, maintainers and zones.
    """
    found: dict[tuple[Seer, str], list[Sight]] = {}
    for sight, item in chain(_at_nodes(graph, in_hand), _on_networks(graph, exposure)):
        found.setdefault((sight.seer, item), []).append(sight)
    return {key: Visibility(*key, tuple(sights)) for key, sights in found.items()}


def _at_nodes(graph: DataFlowGraph, in_hand: Hands) -> Iterator[tuple[Sight, str]]:
    watchers = {node.id: tuple(_watchers(graph, node)) for node in graph.system.nodes}
    for (node_id, item), held in in_hand.items():
        ways: dict[tuple[Seer, Role, Level, Case], None] = {}
        for hand in held:
            for seer, role, when in watchers[node_id]:
                level = hand.level
                if role is Role.TENANT and level is Level.PLAINTEXT:
                    level = Level.UNKNOWN
                ways.update(dict.fromkeys((seer, role, level, case) for case in both((hand.when,), (when,))))
        node = graph.node(node_id)
        yield from ((Sight(seer, role, level, node, None, case), item) for seer, role, level, case in ways)


def _watchers(graph: DataFlowGraph, node: Node) -> Iterator[tuple[Seer, Role, Case]]:
    if node.is_a("person"):
        yield Seer("party", node.party) if node.party else Seer("person", node.id), Role.PERSON, ()
    else:
        for seer, when in _seers(graph.operator_of(node), node.id):
            yield seer, Role.OPERATOR, when
    for maintenance in node.maintainers:
        remote = maintenance.remote.known()
        yield Seer("party", maintenance.party), Role.REMOTE_MAINTAINER if remote else Role.MAINTAINER, ()
    if not node.separation.is_stated:
        yield from ((Seer("party", tenant), Role.TENANT, ()) for tenant in node.tenants.value or ())
    for name in node.bystanders.value or ():
        yield _bystander(graph, name), Role.BYSTANDER, ()


def _bystander(graph: DataFlowGraph, name: str) -> Seer:
    try:
        party = graph.node(name).party
    except KeyError:
        return Seer("party", name)
    return Seer("party", party) if party else Seer("person", name)


def _seers(operator: Statement[str], owner: str) -> Iterator[tuple[Seer, Case]]:
    """Yield who may be meant by a statement of an operator, with the option assumed."""
    if not operator.alternatives:
        yield _seer(operator, owner), ()
        return
    for index, option in enumerate(operator.alternatives):
        yield _seer(option, owner), ((operator.choice, index),)


def _seer(operator: Statement[str], owner: str) -> Seer:
    return Seer("party", operator.value) if operator.value else Seer("unnamed", owner, operator.standing)


def _on_networks(graph: DataFlowGraph, exposure: dict[tuple[str, str], Exposure]) -> Iterator[tuple[Sight, str]]:
    run_by = {zone.id: tuple(_seers(graph.operator_of_zone(zone), zone.id)) for zone in graph.system.zones}
    crossed: dict[str, list[Zone]] = {}
    for (hop_id, item), exposed in exposure.items():
        if hop_id not in crossed:
            crossed[hop_id] = graph.zones_crossed(exposed.hop)
        for outcome in exposed.outcomes:
            level = _NETWORK_LEVELS.get(outcome.protection, Level.UNKNOWN)
            if outcome.protection is Protection.NOT_ELECTRONIC:
                continue
            for zone in crossed[hop_id]:
                for seer, when in run_by[zone.id]:
                    for case in both((outcome.when,), (when,)):
                        yield Sight(seer, Role.NETWORK, level, exposed.hop, zone, case), item


_NETWORK_LEVELS = {Protection.PLAINTEXT: Level.PLAINTEXT, Protection.ENCRYPTED: Level.CIPHERTEXT}
