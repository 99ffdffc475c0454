"""At which nodes is encrypted data taken out of encryption although its way goes on?"""

from collections.abc import Callable, Iterator
from enum import Enum

import attrs

from dataflow_assess.facts.alternatives import ALWAYS, Case, both, either, holding
from dataflow_assess.facts.exposure import Exposure, Outcome, Protection
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Hop, Node, Standing

_MOST_PAIRS = 4096
"""Most pairs of cases looked at for one node; beyond it only the arrival's cases are told."""


class Opening(Enum):
    """Whether a node opens what passes through it."""

    OPENS = "opens"
    PASSES = "passes"
    TO_CONFIRM = "to-confirm"
    NOT_STATED = "not-stated"


@attrs.frozen
class Relay:
    """A node at which data items arrive encrypted, are not sealed past it, and travel on.

    Attributes:
        node: the node.
        opening: whether it opens them: proved by the next hop or by the end of a seal, stated, or by its kind.
        arrives, leaves: the hops on which encrypted data arrives, and on which it travels on.
        data: identifiers of the data items.
        when: the cases in which it is so; empty when always.
    """

    node: Node
    opening: Opening
    arrives: tuple[Hop, ...]
    leaves: tuple[Hop, ...]
    data: tuple[str, ...]
    when: tuple[Case, ...] = ()


def relays(graph: DataFlowGraph, exposure: dict[tuple[str, str], Exposure]) -> list[Relay]:
    """Return the relays in the order of the description's nodes, each node once for each way in which it opens.

    Arrivals are grouped by flow, node and item first, so that a hub costs as much as its hops, not their product.
    """
    arrivals: dict[tuple[str, str, str], list[Exposure]] = {}
    for (_hop_id, item), exposed in exposure.items():
        if _cases(exposed, _readable) and graph.item(item).personal:
            arrivals.setdefault((exposed.hop.flow, exposed.hop.target, item), []).append(exposed)
    found: dict[tuple[str, Opening], _Traffic] = {}
    for (_flow, target, item), arriving in arrivals.items():
        onward = (exposure[hop.id, item] for hop in graph.onward((exposed.hop for exposed in arriving), item))
        leaving = [exposed for exposed in onward if _cases(exposed, _electronic)]
        for opening, when in _openings(graph.node(target), arriving, leaving):
            found.setdefault((target, opening), _Traffic()).add(arriving, leaving, item, when)
    return [
        found[node.id, opening].relay(node, opening)
        for node in graph.system.nodes
        for opening in Opening
        if (node.id, opening) in found
    ]


def _openings(
    node: Node, arriving: list[Exposure], leaving: list[Exposure]
) -> Iterator[tuple[Opening, tuple[Case, ...]]]:
    """Yield in which cases an item is opened at a node, and in which only the node itself says whether it is."""
    arrives = either(*(_cases(exposed, _readable) for exposed in arriving))
    departs = either(*(_cases(exposed, _electronic) for exposed in leaving))
    when = _both(arrives, departs)
    stated = opening_of(node)
    if stated is not Opening.OPENS:
        proofs = [(exposed, _ends_seal) for exposed in arriving] + [(exposed, _plaintext) for exposed in leaving]
        proved = _both(when, either(*(_cases(exposed, proof) for exposed, proof in proofs)))
        if proved:
            yield Opening.OPENS, proved
            for exposed, proof in proofs:
                when = _both(when, _cases(exposed, proof, wanted=False))
    if when:
        yield stated, when


def _cases(exposed: Exposure, holds: Callable[[Outcome], bool], *, wanted: bool = True) -> tuple[Case, ...]:
    return holding((holds(outcome) is wanted, outcome.when) for outcome in exposed.outcomes)


def _both(first: tuple[Case, ...], second: tuple[Case, ...]) -> tuple[Case, ...]:
    return both(first, second) if len(first) * len(second) <= _MOST_PAIRS else first


def _readable(outcome: Outcome) -> bool:
    return outcome.protection is Protection.ENCRYPTED and not outcome.sealed_past


def _ends_seal(outcome: Outcome) -> bool:
    return _readable(outcome) and outcome.sealed


def _electronic(outcome: Outcome) -> bool:
    return outcome.protection is not Protection.NOT_ELECTRONIC


def _plaintext(outcome: Outcome) -> bool:
    return outcome.protection is Protection.PLAINTEXT


@attrs.define
class _Traffic:
    """What arrives encrypted at one node, is opened in one way, and travels on."""

    arrives: dict[str, Hop] = attrs.field(factory=dict)
    leaves: dict[str, Hop] = attrs.field(factory=dict)
    data: dict[str, None] = attrs.field(factory=dict)
    when: dict[Case, None] = attrs.field(factory=dict)

    def add(self, arriving: list[Exposure], leaving: list[Exposure], item: str, when: tuple[Case, ...]) -> None:
        self.arrives.update((exposed.hop.id, exposed.hop) for exposed in arriving)
        self.leaves.update((exposed.hop.id, exposed.hop) for exposed in leaving)
        self.data[item] = None
        self.when.update(dict.fromkeys(when))

    def relay(self, node: Node, opening: Opening) -> Relay:
        when = either(tuple(self.when))
        arrives, leaves = tuple(self.arrives.values()), tuple(self.leaves.values())
        return Relay(node, opening, arrives, leaves, tuple(self.data), () if when == ALWAYS else when)


def opening_of(node: Node) -> Opening:
    """Return whether a node opens what passes through it, as stated or as its kind does."""
    opens = node.opens.known()
    if opens is not None:
        return Opening.OPENS if opens else Opening.PASSES
    if node.opens.standing is Standing.TO_CONFIRM:
        return Opening.TO_CONFIRM
    if node.opens.is_silent and node.is_a("opens"):
        return Opening.OPENS
    if node.opens.is_silent and (node.is_a("passes") or node.is_a("medium")):
        return Opening.PASSES
    return Opening.NOT_STATED
