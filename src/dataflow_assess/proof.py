"""Which way through the system does a finding show as its proof?"""

from collections import deque
from collections.abc import Iterable

from dataflow_assess.facts import Facts
from dataflow_assess.findings import Step
from dataflow_assess.model import Hop

_LOOKED_AT = 100
"""Most nodes looked at for a way, and most hops of each: a finding must not cost as much as its system."""


def path(facts: Facts, hops: Iterable[Hop], limit: int = 30) -> tuple[Step, ...]:
    """Return one connected way over ``hops``, which are marked, with a hop around them on either side.

    Args:
        facts: the facts of the system.
        hops: where the way must go, in order, over any flows. It begins at the first of them; those to which it does
            not lead on are left out, since they are further places of a finding and no part of its proof.
        limit: most steps shown.

    The hop before and the hop after are shown where they carry some of the same data in the same flow.
    """
    wanted = {hop.id: hop for hop in hops}
    if not wanted:
        return ()
    way = _way(facts, list(wanted.values()), limit)
    before, after = _beside(facts, way[0], -1), _beside(facts, way[-1], 1)
    met = {hop.id for hop in way}
    if before is not None and before.id not in met:
        way.insert(0, before)
    if after is not None and after.id not in met:
        way.append(after)
    return tuple(
        [Step(hop.id, hop.source, hop.target, facts.protection(hop.id).value, hop.id in wanted) for hop in way[:limit]]
    )


def _way(facts: Facts, wanted: list[Hop], limit: int) -> list[Hop]:
    """Return the way from the first of the hops over those to which it leads on."""
    way = wanted[:1]
    for hop in wanted[1:]:
        between = _between(facts, way[-1], hop, limit - len(way))
        if between is not None:
            way += (*between, hop)
        if len(way) >= limit:
            break
    return way


def _between(facts: Facts, before: Hop, after: Hop, limit: int) -> list[Hop] | None:
    """Return the shortest way from one hop to another over the hops written between them, None where none is short."""
    if before.target == after.source:
        return []
    if before.flow != after.flow:
        return None
    came: dict[str, list[Hop]] = {before.target: []}
    waiting = deque(came)
    while waiting and len(came) < _LOOKED_AT:
        way = came[waiting.popleft()]
        last = way[-1] if way else before
        for hop in facts.graph.flow_hops_from(before.flow, last.target)[:_LOOKED_AT]:
            if before.index < hop.index < after.index and hop.target not in came and len(way) + 1 < limit:
                came[hop.target] = [*way, hop]
                waiting.append(hop.target)
    return came.get(after.source)


def _beside(facts: Facts, hop: Hop, step: int) -> Hop | None:
    """Return the hop written before or after another, if what is on both goes that way."""
    hops, index = facts.graph.flow(hop.flow).hops, hop.index + step
    if not 0 <= index < len(hops):
        return None
    other = hops[index]
    first, second = (other, hop) if step < 0 else (hop, other)
    if first.target != second.source:
        return None
    shared = first.data == second.data or not set(facts.graph.data_on(first)).isdisjoint(facts.graph.data_on(second))
    return other if shared else None
