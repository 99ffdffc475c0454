"""Who can see which data item, in plaintext or as ciphertext, in which role and where?"""

from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import chain

import attrs

from dataflow_assess.facts.alternatives import ALWAYS, Case, both, holding, readings
from dataflow_assess.facts.exposure import Exposure, Protection
from dataflow_assess.facts.handling import Hands, Level, most
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Hop, Node, Standing, Statement, Zone
from dataflow_assess.vocabulary import Term


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
        kind: "party", "person", "unnamed" for an operator, "tenants" for those who share a machine without being named,
            or "network" for whoever runs a network that only its kind is told of.
        id: identifier of the party, of the node or zone that is run by somebody unnamed or is shared, or the word for
            the network.
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
        element: the node or hop at which; zone: the network, for a network operator, where it is described.
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
        level: the most that is seen; plaintext under some alternatives only is `Level.UNDECIDED`.
    """

    seer: Seer
    data: str
    sights: tuple[Sight, ...]
    level: Level


def visibility(
    graph: DataFlowGraph, exposure: dict[tuple[str, str], Exposure], in_hand: Hands
) -> dict[tuple[Seer, str], Visibility]:
    """Return what each (seer, item identifier) can see; who is not in it sees nothing.

    Every hop and every node's item in hand is looked at once for each of its operators, maintainers and zones.
    """
    found: dict[tuple[Seer, str], list[Sight]] = {}
    for sight, item in chain(_at_nodes(graph, in_hand), _on_networks(graph, exposure)):
        found.setdefault((sight.seer, item), []).append(sight)
    choices = graph.system.choices
    return {
        key: Visibility(*key, tuple(sights), most(((sight.level, sight.when) for sight in sights), choices))
        for key, sights in found.items()
    }


@attrs.frozen
class _Watcher:
    """Somebody who is placed to see; where that is not certain, plaintext is only what they may see."""

    seer: Seer
    role: Role
    when: Case = ()
    certain: bool = True
    zone: Zone | None = None

    def sights(self, level: Level, element: Node | Hop, when: Case) -> Iterator[Sight]:
        """Yield the sight of an item, unless it and this watcher belong to different options of one choice."""
        if level is Level.PLAINTEXT and not self.certain:
            level = Level.UNKNOWN
        for case in both((when,), (self.when,)) if self.when else (when,):
            yield Sight(self.seer, self.role, level, element, self.zone, case)


def _at_nodes(graph: DataFlowGraph, in_hand: Hands) -> Iterator[tuple[Sight, str]]:
    watchers = {node.id: tuple(dict.fromkeys(_watchers(graph, node))) for node in graph.system.nodes}
    for (node_id, item), held in in_hand.items():
        node = graph.node(node_id)
        for watcher in watchers[node_id]:
            ways: dict[tuple[Level, Case], Sight] = {}
            for hand in held:
                for sight in watcher.sights(hand.level, node, hand.when):
                    ways.setdefault((sight.level, sight.when), sight)
            yield from ((sight, item) for sight in ways.values())


def _watchers(graph: DataFlowGraph, node: Node) -> Iterator[_Watcher]:
    if node.is_a("person"):
        yield _Watcher(_person(node), Role.PERSON)
    else:
        yield from _operators(graph.operator_of(node), node.id, Role.OPERATOR)
    for maintenance in node.maintainers:
        role = Role.REMOTE_MAINTAINER if maintenance.remote.known() else Role.MAINTAINER
        yield _Watcher(Seer("party", maintenance.party), role)
    if not node.separation.is_stated:
        yield from _tenants(node)
    for name, when, certain in _named(node.bystanders):
        yield _Watcher(_bystander(graph, name), Role.BYSTANDER, when, certain)


def _tenants(node: Node) -> Iterator[_Watcher]:
    """Yield those who share a machine that is not kept apart: they may see what is on it."""
    for name, when, _ in _named(node.tenants):
        yield _Watcher(Seer("party", name), Role.TENANT, when, certain=False)
    if node.tenants.known() is None and not node.tenants.alternatives:
        for shared, when, _ in readings(node.shared):
            if shared.value:
                yield _Watcher(Seer("tenants", node.id, Standing.NOT_STATED), Role.TENANT, when, certain=False)


def _bystander(graph: DataFlowGraph, name: str) -> Seer:
    actor = graph.actor(name)
    return _person(actor) if isinstance(actor, Node) else Seer("party", name)


def _person(node: Node) -> Seer:
    return Seer("party", node.party) if node.party else Seer("person", node.id)


def _named(said: Statement[tuple[str, ...]]) -> Iterator[tuple[str, Case, bool]]:
    for reading, when, certain in readings(said):
        yield from ((name, when, certain) for name in reading.value or ())


def _operators(said: Statement[str], owner: str, role: Role, zone: Zone | None = None) -> Iterator[_Watcher]:
    """Yield whoever may be meant by a statement of an operator, also where nobody is named."""
    for reading, when, certain in readings(said):
        named = reading.value is not None
        seer = Seer("party", reading.value or "") if named else Seer("unnamed", owner, reading.standing)
        yield _Watcher(seer, role, when, certain, zone)


def _on_networks(graph: DataFlowGraph, exposure: dict[tuple[str, str], Exposure]) -> Iterator[tuple[Sight, str]]:
    run_by = {
        zone.id: tuple(_operators(graph.operator_of(zone), zone.id, Role.NETWORK, zone)) for zone in graph.system.zones
    }
    carriers: dict[str, tuple[_Watcher, ...]] = {}
    for (hop_id, item), exposed in exposure.items():
        if hop_id not in carriers:
            carriers[hop_id] = tuple(_carriers(graph, exposed.hop, run_by))
        for outcome in exposed.outcomes:
            if outcome.protection is Protection.NOT_ELECTRONIC:
                continue
            level = _NETWORK_LEVELS.get(outcome.protection, Level.UNKNOWN)
            for watcher in carriers[hop_id]:
                for sight in watcher.sights(level, exposed.hop, outcome.when):
                    yield sight, item


_NETWORK_LEVELS = {Protection.PLAINTEXT: Level.PLAINTEXT, Protection.ENCRYPTED: Level.CIPHERTEXT}


def _carriers(graph: DataFlowGraph, hop: Hop, run_by: dict[str, tuple[_Watcher, ...]]) -> Iterator[_Watcher]:
    """Yield who runs the networks that a hop goes over, in the cases in which nobody carries it by hand."""
    over = _over_networks(hop)
    crossed = [zone.id for zone in graph.zones_crossed(hop)]
    for zone in crossed:
        yield from _under(run_by[zone], over)
    for reading, when, certain in readings(hop.network):
        cases = both(over, (when,))
        if isinstance(reading.value, Term) and not reading.value.has("local"):
            seer = Seer("network", reading.value.en, Standing.NOT_STATED)
            yield from _under((_Watcher(seer, Role.NETWORK),), cases, certain=certain)
        elif isinstance(reading.value, str) and reading.value not in crossed:
            yield from _under(run_by[reading.value], cases, certain=certain)


def _under(watchers: Iterable[_Watcher], cases: tuple[Case, ...], *, certain: bool = True) -> Iterator[_Watcher]:
    """Yield the watchers as they are in each of the cases."""
    if cases == ALWAYS and certain:
        yield from watchers
        return
    for watcher in watchers:
        for case in both(cases, (watcher.when,)):
            yield attrs.evolve(watcher, when=case, certain=certain and watcher.certain)


def _over_networks(hop: Hop) -> tuple[Case, ...]:
    def over(said: Statement[Term]) -> bool:
        medium = said.known()
        return medium is None or not (medium.has("carried") or medium.has("human"))

    if not hop.medium.alternatives:
        return ALWAYS if over(hop.medium) else ()
    options = enumerate(hop.medium.alternatives)
    return holding((over(said), ((hop.medium.choice, index),)) for index, said in options)
