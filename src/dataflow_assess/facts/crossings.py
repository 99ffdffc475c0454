"""Which hops leave an organisation, a tier of the network or a country, and which bridge an air gap?"""

from collections.abc import Iterator
from enum import Enum

import attrs

from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Hop, Statement


class Border(Enum):
    """What a hop crosses."""

    ORGANISATION = "organisation"
    TIER = "tier"
    COUNTRY = "country"
    AIR_GAP = "air-gap"


@attrs.frozen
class Crossing:
    """One border that a hop crosses or may cross.

    Attributes:
        hop: the hop.
        border: what is crossed.
        before, after: the two sides: parties, tiers or countries, as stated or not; for an air gap the medium.
        certain: False where a side is not known, so that the hop may or may not cross.
    """

    hop: Hop
    border: Border
    before: Statement[object]
    after: Statement[object]
    certain: bool


def crossings(graph: DataFlowGraph) -> tuple[Crossing, ...]:
    """Return every border that a hop crosses or may cross, hop by hop."""
    return tuple(crossing for hop in graph.hops() for crossing in _of_hop(graph, hop))


def _of_hop(graph: DataFlowGraph, hop: Hop) -> Iterator[Crossing]:
    source, target = graph.node(hop.source), graph.node(hop.target)
    sides: tuple[tuple[Border, Statement[object], Statement[object]], ...] = (
        (Border.ORGANISATION, graph.organisation_of(source), graph.organisation_of(target)),
        (Border.TIER, graph.tier_of(source), graph.tier_of(target)),
        (Border.COUNTRY, graph.country_of(source), graph.country_of(target)),
    )
    for border, before, after in sides:
        crossed = _crossed(border, before, after)
        if crossed is not None:
            yield Crossing(hop, border, before, after, crossed)
    medium = hop.medium
    if medium.value is not None and (medium.value.has("carried") or medium.value.has("human")):
        yield Crossing(hop, Border.AIR_GAP, medium, medium, certain=medium.known() is not None)


def _crossed(border: Border, before: Statement[object], after: Statement[object]) -> bool | None:
    """Return True for certain, False for possible, None for not at all.

    Papers name tiers and countries only where they matter, so silence on both sides is no crossing there.
    """
    first, second = before.known(), after.known()
    if first is not None and second is not None:
        return True if first != second else None
    if first is None and second is None and before.is_silent and after.is_silent and border is not Border.ORGANISATION:
        return None
    options = [{each.value for each in side.possible()} for side in (before, after)]
    return None not in options[0] | options[1] and not options[0] & options[1]
