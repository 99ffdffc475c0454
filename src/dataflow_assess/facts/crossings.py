"""Which hops leave an organisation, a tier or a country, run over a network, or bridge an air gap?"""

from collections.abc import Callable, Iterator
from enum import Enum

import attrs

from dataflow_assess.facts.alternatives import assume, decide
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Hop, Node, Standing, Statement, Zone
from dataflow_assess.vocabulary import Term


class Border(Enum):
    """What a hop crosses."""

    ORGANISATION = "organisation"
    TIER = "tier"
    COUNTRY = "country"
    OPEN_NETWORK = "open-network"
    CLOSED_NETWORK = "closed-network"
    AIR_GAP = "air-gap"


@attrs.frozen
class Crossing:
    """One border that a hop crosses or may cross.

    Attributes:
        hop: the hop.
        border: what is crossed.
        before, after: the two sides: parties, tiers or countries, as stated or not; for a network its zone or kind,
            and for an air gap the medium, twice.
        certain: False where the papers leave it open, so that the hop may or may not cross.
    """

    hop: Hop
    border: Border
    before: Statement[object]
    after: Statement[object]
    certain: bool


def crossings(graph: DataFlowGraph) -> tuple[Crossing, ...]:
    """Return every border that a hop crosses or may cross, hop by hop.

    Papers name tiers and countries only where they matter, so silence on both sides is no crossing there.
    """
    return tuple(crossing for hop in graph.hops() for crossing in _of_hop(graph, hop))


def _of_hop(graph: DataFlowGraph, hop: Hop) -> Iterator[Crossing]:
    source, target = graph.node(hop.source), graph.node(hop.target)
    sides: tuple[tuple[Border, Statement[object], Statement[object]], ...] = (
        (Border.ORGANISATION, graph.organisation_of(source), graph.organisation_of(target)),
        (Border.TIER, graph.tier_of(source), graph.tier_of(target)),
        (Border.COUNTRY, graph.country_of(source), graph.country_of(target)),
    )
    for border, before, after in sides:
        if border is not Border.ORGANISATION and before.is_silent and after.is_silent:
            continue
        crossed = _crossed(before, after)
        if crossed is not False:
            yield Crossing(hop, border, before, after, certain=crossed is True)
    by_hand = _holds(hop.medium, _is_carried)
    if by_hand is not True:
        yield from _networks(graph, hop, by_hand)
    for medium, bridged in _air_gaps(hop, by_hand, source, target):
        yield Crossing(hop, Border.AIR_GAP, medium, medium, bridged)


def _crossed(before: Statement[object], after: Statement[object]) -> bool | None:
    """Return whether two sides differ, or None where that is open; what is said of both at one place never does."""
    if before is after and before.place is not None:
        return False

    def differ(assumed: dict[str, int]) -> bool | None:
        first, second = assume(before, assumed).known(), assume(after, assumed).known()
        return None if first is None or second is None else first != second

    if not before.alternatives and not after.alternatives:
        return differ({})
    decided = {differs for differs, _ in decide([before, after], differ, otherwise=None)}
    return decided.pop() if len(decided) == 1 else None


def _holds(said: Statement[Term], answer: Callable[[Term], bool]) -> bool | None:
    """Return whether something is so of what is said, or None where it is open; silence is no."""
    if said.is_silent:
        return False
    found = {None if each.known() is None else answer(each.value) for each in said.possible() if each.value is not None}
    unknown = any(each.value is None for each in said.possible())
    return found.pop() if len(found) == 1 and not unknown else None


def _is_carried(medium: Term) -> bool:
    return medium.has("carried") or medium.has("human")


def _air_gaps(hop: Hop, by_hand: bool | None, *ends: Node) -> Iterator[tuple[Statement[object], bool]]:
    """Yield the medium that bridges a gap, and whether it certainly does: one named, or a medium at an end."""
    if by_hand is not False:
        yield hop.medium, by_hand is True
    elif hop.medium.is_silent and hop.network.is_silent:
        media = (end for end in ends if end.is_a("medium"))
        yield from ((Statement(Standing.STATED, end.kind, place=end.place), True) for end in media)


def _networks(graph: DataFlowGraph, hop: Hop, by_hand: bool | None) -> Iterator[Crossing]:
    """Yield the open and closed networks that a hop runs over, each once."""
    found: dict[tuple[Border, object], tuple[Statement[object], bool]] = {}
    for said, openness, certain in _openness(graph, hop):
        for border in openness:
            sure = certain and len(openness) == 1 and by_hand is False
            before = found.get((border, said.value))
            found[border, said.value] = (said, sure or (before is not None and before[1]))
    for (border, _), (said, certain) in found.items():
        yield Crossing(hop, border, said, said, certain)


_Kinds = tuple[Border, ...]


def _openness(graph: DataFlowGraph, hop: Hop) -> Iterator[tuple[Statement[object], _Kinds, bool]]:
    """Yield each network on a hop's way, how open it is (both where that is not known), and whether it is certain."""
    known = hop.network.known()
    for zone in graph.zones_crossed(hop):
        if kinds := _of_zone(zone):
            yield Statement(Standing.STATED, zone.id, place=zone.place), kinds, True
    if isinstance(known, Term):
        yield hop.network, _of_term(known), True
    elif known is None:
        for option in (each for said in hop.network.possible() for each in (said, *said.also)):
            if option.value is not None:
                kinds = _of_term(option.value) if isinstance(option.value, Term) else _of_zone(graph.zone(option.value))
                yield option, kinds, False


def _of_zone(zone: Zone) -> _Kinds:
    """Return how open a zone is: as stated, or as its kind is."""
    if zone.closed.is_silent:
        return _of_term(zone.kind) if zone.kind is not None else ()
    closed = zone.closed.known()
    if closed is None:
        return Border.OPEN_NETWORK, Border.CLOSED_NETWORK
    return (Border.CLOSED_NETWORK,) if closed else (Border.OPEN_NETWORK,)


def _of_term(kind: Term) -> _Kinds:
    if kind.has("open"):
        return (Border.OPEN_NETWORK,)
    return (Border.CLOSED_NETWORK,) if kind.has("closed") else ()
