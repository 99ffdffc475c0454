"""ENC-08: do the papers name a closed network and leave encryption open?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import Case, Facts, Hit, Hop, Kind, Protection, Severity, Term, Zone, assume, path, rule
from dataflow_assess_plugins.encryption.segments import Segment, by_key, in_state, others, route
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ENC-08",
    title=message("A closed network is not encryption"),
    severity=Severity.WARNING,
    sources=sources("lg-security-2-4-3", "lg-security-2-6-1"),
)
def closed_is_not_encrypted(facts: Facts) -> Iterator[Hit]:
    """A segment runs over a closed network, and whether it is encrypted is not stated.

    What:
        All such segments over the same network are one finding. Where the papers name no network but one end stands in
        a closed one, the finding says just that. Where the network is undecided, it says under which alternatives.
    Why:
        A leased line, IP-VPN or LGWAN keeps strangers out, but its operator and whoever is connected to it can read
        what is not encrypted.
    Quiet:
        When the papers say whether the segment is encrypted, or will confirm it, and when data is carried on a medium
        or sent in a way that the papers name in place of a network.
    Ask:
        The network is closed, but is what runs over it encrypted?
    Bad:
        - キオスク端末 -> 証明書交付センター: {network: leased-line}
    Good:
        - キオスク端末 -> 証明書交付センター: {network: leased-line, encryption: IPsec}
    Remedy:
        Write that the network is closed and whether the segment is encrypted as two separate facts.
    """
    closed: dict[_Closed, list[Segment]] = {}
    for segment in in_state(facts, Protection.NOT_STATED):
        for network, when in _networks(facts, segment):
            closed.setdefault(network, []).append(attrs.evolve(segment, when=when))
    for network, segments in closed.items():
        for group in by_key(segments, lambda segment: segment.when):
            given = {"route": route(group), "network": network.name}
            text = message(
                "{route} runs over a closed network ({network}), but it is not stated whether it is encrypted",
                **given,
            )
            if not network.stated:
                text = message(
                    "{route} begins or ends in a closed network ({network}), "
                    "but it is not stated whether it is encrypted",
                    **given,
                )
            hops = [segment.hop for segment in group if segment.hop.flow == group[0].hop.flow]
            hit = Hit(text, group[0].hop, kind=Kind.NOT_STATED, related=others(group), trace=path(facts, hops))
            yield attrs.evolve(hit, when=group[0].when)


@attrs.frozen
class _Closed:
    """A closed network, and whether the papers name it for the segment."""

    name: str | Term
    stated: bool


def _networks(facts: Facts, segment: Segment) -> Iterator[tuple[_Closed, tuple[Case, ...]]]:
    """Yield the closed networks that a segment may cross, with the cases in which it does."""
    found: dict[_Closed, list[Case]] = {}
    for case in segment.when or ((),):
        said = assume(segment.hop.network, case)
        options = [(*case, (said.choice, option)) for option in range(len(said.alternatives))] or [case]
        for option in options:
            network = _closed(facts, segment.hop, option)
            if network is not None:
                found.setdefault(network, []).append(option)
    for network, cases in found.items():
        yield network, () if () in cases else tuple(cases)


def _closed(facts: Facts, hop: Hop, case: Case) -> _Closed | None:
    """Return the closed network that a hop crosses in a case, or None."""
    said = assume(hop.network, case)
    network = said.known()
    if isinstance(network, Term):
        return _Closed(network, stated=True) if network.has("closed") else None
    if network is not None:
        zone = facts.graph.zone(network)
        return _Closed(zone.label, stated=True) if _is_closed(zone) else None
    return _standing_in(facts, hop) if said.is_silent and hop.medium.is_silent else None


def _standing_in(facts: Facts, hop: Hop) -> _Closed | None:
    """Return the closed network in which one of the ends stands."""
    for end in (hop.source, hop.target):
        for zone in facts.graph.zones_around(facts.graph.node(end).zone):
            if _is_closed(zone):
                return _Closed(zone.label, stated=False)
    return None


def _is_closed(zone: Zone) -> bool:
    """Tell whether a zone is a closed network: as stated, else by its kind."""
    stated = zone.closed.known()
    return stated if stated is not None else zone.kind is not None and zone.kind.has("closed")
