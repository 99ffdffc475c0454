"""Where does data appear from nowhere or end nowhere, and which exchange lacks its reply?"""

from collections.abc import Iterator
from enum import Enum

import attrs

from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Flow, Hop, Node


class Break(Enum):
    """In which way the way of data is broken."""

    APPEARS = "appears"
    ENDS = "ends"
    NO_REPLY = "no-reply"
    REPLY_ELSEWHERE = "reply-elsewhere"


@attrs.frozen
class Discontinuity:
    """One break in the way of data.

    Attributes:
        kind: in which way.
        flow: the flow.
        data: identifier of the item; "" for a missing reply.
        hop: the hop on which the item appears or ends; for replies, the last hop of the request.
        node: the node at which.
    """

    kind: Break
    flow: Flow
    data: str
    hop: Hop
    node: Node


def discontinuities(graph: DataFlowGraph) -> tuple[Discontinuity, ...]:
    """Return every break, flow by flow; the cost is linear in hops × items carried."""
    arriving, leaving, kept = _places(graph)
    found: list[Discontinuity] = []
    for flow in graph.system.flows:
        found.extend(_ends_of(graph, flow, arriving, leaving, kept))
        found.extend(_replies(graph, flow))
    return tuple(found)


_Where = set[tuple[str, str]]


def _places(graph: DataFlowGraph) -> tuple[_Where, _Where, _Where]:
    """Return where each item arrives, leaves and is kept, as (node, item)."""
    arriving, leaving = set(), set()
    for hop in graph.hops():
        for item in graph.data_on(hop):
            arriving.add((hop.target, item))
            leaving.add((hop.source, item))
    kept = {(storage.node, item) for storage in graph.system.storage for item in storage.data}
    return arriving, leaving, kept


def _ends_of(
    graph: DataFlowGraph, flow: Flow, arriving: _Where, leaving: _Where, kept: _Where
) -> Iterator[Discontinuity]:
    reported: set[tuple[Break, str, str]] = set()
    for hop in flow.hops:
        source, target = graph.node(hop.source), graph.node(hop.target)
        for item in graph.data_on(hop):
            sources = graph.item(item).sources
            made = any((source.id, each) in arriving or (source.id, each) in kept for each in sources)
            begins = (source.id, item) not in arriving and (source.id, item) not in kept
            if begins and not made and not _makes(source) and (Break.APPEARS, source.id, item) not in reported:
                reported.add((Break.APPEARS, source.id, item))
                yield Discontinuity(Break.APPEARS, flow, item, hop, source)
            used = _uses(graph, target, item, leaving, kept) or _answers(graph, flow, target)
            if not used and (Break.ENDS, target.id, item) not in reported:
                reported.add((Break.ENDS, target.id, item))
                yield Discontinuity(Break.ENDS, flow, item, hop, target)


def _makes(node: Node) -> bool:
    """Tell whether data may begin at a node: where people, paper, cameras or terminals are."""
    return node.kind is None or any(node.is_a(prop) for prop in ("begins", "person", "medium"))


def _uses(graph: DataFlowGraph, node: Node, item: str, leaving: _Where, kept: _Where) -> bool:
    """Tell whether something happens to an item at a node: it is kept, passed on, used by people or made into more."""
    if _makes(node) or not node.keeps.is_silent:
        return True
    return any((node.id, each) in leaving or (node.id, each) in kept for each in (item, *graph.derived_from(item)))


def _answers(graph: DataFlowGraph, flow: Flow, node: Node) -> bool:
    """Tell whether the reply to a flow begins at a node: what came there was the request."""
    return flow.reply.value is not None and bool(graph.flow_hops_from(flow.reply.value, node.id))


def _replies(graph: DataFlowGraph, flow: Flow) -> Iterator[Discontinuity]:
    if not flow.hops:
        return
    first, last = flow.hops[0], flow.hops[-1]
    node = graph.node(last.target)
    exchange = flow.exchange.known()
    if flow.reply.value is None:
        due = exchange is not None and exchange.en == "two-way" and flow.id not in graph.replies
        if due and flow.reply.is_silent:
            yield Discontinuity(Break.NO_REPLY, flow, "", last, node)
        return
    answer = graph.flow(flow.reply.value).hops
    passed = {hop.source for hop in flow.hops}
    ends = {hop.target for hop in flow.hops} - passed or {last.target}
    answered = ends & {hop.source for hop in answer} and first.source in {hop.target for hop in answer}
    if answer and not answered:
        yield Discontinuity(Break.REPLY_ELSEWHERE, flow, "", last, node)
