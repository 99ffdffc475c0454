"""At which nodes is encrypted data taken out of encryption although its way goes on?"""

from enum import Enum

import attrs

from dataflow_assess.facts.exposure import Exposure, Protection
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Hop, Node, Standing


class Opening(Enum):
    """Whether a node opens what passes through it."""

    OPENS = "opens"
    PASSES = "passes"
    TO_CONFIRM = "to-confirm"
    NOT_STATED = "not-stated"


@attrs.frozen
class Relay:
    """A node at which a data item arrives encrypted, unsealed, and travels on.

    Attributes:
        node: the node.
        opening: whether the node opens it: stated, proved by the next hop, or a property of its kind.
        arrives, leaves: the hops on which encrypted data arrives, and on which it travels on.
        data: identifiers of the data items.
    """

    node: Node
    opening: Opening
    arrives: tuple[Hop, ...]
    leaves: tuple[Hop, ...]
    data: tuple[str, ...]


def relays(graph: DataFlowGraph, exposure: dict[tuple[str, str], Exposure]) -> list[Relay]:
    """Return the relays in the order of the description's nodes.

    Arrivals are grouped by flow, node and item first, so that a hub costs as much as its hops, not their product.
    """
    arrivals: dict[tuple[str, str, str], list[Hop]] = {}
    for (_hop_id, item), exposed in exposure.items():
        if exposed.protection is Protection.ENCRYPTED and not exposed.sealed and graph.item(item).personal:
            arrivals.setdefault((exposed.hop.flow, exposed.hop.target, item), []).append(exposed.hop)
    found: dict[str, _Traffic] = {}
    for (flow, target, item), arriving in arrivals.items():
        leaving = [
            hop
            for hop in graph.flow_hops_from(flow, target)
            if (after := exposure.get((hop.id, item))) and after.protection is not Protection.NOT_ELECTRONIC
        ]
        if leaving:
            found.setdefault(target, _Traffic()).add(arriving, leaving, item, exposure)
    return [found[node.id].relay(node) for node in graph.system.nodes if node.id in found]


@attrs.define
class _Traffic:
    """What arrives encrypted at one node and travels on."""

    arrives: dict[str, Hop] = attrs.field(factory=dict)
    leaves: dict[str, Hop] = attrs.field(factory=dict)
    data: dict[str, None] = attrs.field(factory=dict)
    opened: bool = False

    def add(
        self, arriving: list[Hop], leaving: list[Hop], item: str, exposure: dict[tuple[str, str], Exposure]
    ) -> None:
        self.arrives.update((hop.id, hop) for hop in arriving)
        self.leaves.update((hop.id, hop) for hop in leaving)
        self.data[item] = None
        self.opened |= any(exposure[hop.id, item].protection is Protection.PLAINTEXT for hop in leaving)

    def relay(self, node: Node) -> Relay:
        opening = Opening.OPENS if self.opened else _opening(node)
        return Relay(node, opening, tuple(self.arrives.values()), tuple(self.leaves.values()), tuple(self.data))


def _opening(node: Node) -> Opening:
    opens = node.opens.known()
    if opens is not None:
        return Opening.OPENS if opens else Opening.PASSES
    if node.opens.standing is Standing.TO_CONFIRM:
        return Opening.TO_CONFIRM
    if node.opens.is_silent and node.is_a("opens"):
        return Opening.OPENS
    if node.opens.is_silent and node.is_a("passes"):
        return Opening.PASSES
    return Opening.NOT_STATED
