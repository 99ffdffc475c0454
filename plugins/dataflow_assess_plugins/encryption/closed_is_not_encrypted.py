"""ENC-08: do the papers name a closed network and leave encryption open?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Hop, Kind, Protection, Severity, Term, Zone, path, rule
from dataflow_assess_plugins.encryption.segments import by_key, in_state, others, route
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
        All such segments over the same network are one finding.
    Why:
        A leased line, IP-VPN or LGWAN keeps strangers out, but its operator and whoever is connected to it can read what
        is not encrypted.
    Quiet:
        When the papers say whether the segment is encrypted, or will confirm it.
    Bad:
        - キオスク端末 -> 証明書交付センター: {network: leased-line}
    Good:
        - キオスク端末 -> 証明書交付センター: {network: leased-line, encryption: IPsec}
    Remedy:
        Write that the network is closed and whether the segment is encrypted as two separate facts.
    """
    silent = (s for s in in_state(facts, Protection.NOT_STATED) if not s.when and _closed(facts, s.hop))
    for group in by_key(silent, lambda segment: _closed(facts, segment.hop)):
        network = _closed(facts, group[0].hop)
        text = message(
            "{route} runs over a closed network ({network}), which is not encryption; encryption is not stated",
            route=route(group),
            network=network,
        )
        hops = [segment.hop for segment in group if segment.hop.flow == group[0].hop.flow]
        yield Hit(text, group[0].hop, kind=Kind.NOT_STATED, related=others(group), trace=path(facts, hops))


def _closed(facts: Facts, hop: Hop) -> str | Term | None:
    """Return the closed network that a hop is stated to cross, or None."""
    network = hop.network.known()
    if network is None:
        return _zone_crossed(facts, hop)
    if isinstance(network, Term):
        return network if network.has("closed") else None
    zone = facts.graph.zone(network)
    return zone.label if _is_closed(zone) else None


def _zone_crossed(facts: Facts, hop: Hop) -> str | None:
    """Return the closed network in which one of the ends stands, where the papers name no other."""
    for end in (hop.source, hop.target):
        for zone in facts.graph.zones_around(facts.graph.node(end).zone):
            if _is_closed(zone):
                return zone.label
    return None


def _is_closed(zone: Zone) -> bool:
    stated = zone.closed.known()
    return stated if stated is not None else zone.kind is not None and zone.kind.has("closed")
