"""ENC-01: does personal data cross a segment in plaintext?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Protection, Severity, Statement, Term, Zone, assume, path, rule
from dataflow_assess_plugins.encryption.segments import Segment, in_state, names, others, route, runs, said_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_OPEN_AIR = ("street", "wireless", "bluetooth")
"""Kinds of zone and network that end at no wall: the same place does not keep strangers out."""


@rule(
    "ENC-01",
    title=message("Plaintext segment"),
    severity=Severity.ERROR,
    sources=sources("act-66", "my-number-guideline-2f", "nist-sc-8", "cwe-319"),
)
def plaintext_segment(facts: Facts) -> Iterator[Hit]:
    """Personal data crosses a segment that is stated to be unencrypted.

    What:
        Each unbroken run of segments on which the same personal data travels in plaintext is reported once, with its
        hops. A run inside one enclosed place, such as a data centre, is a warning; one that leaves it, has no place,
        or goes through the open air (in the street, over wireless LAN or Bluetooth) is an error. Where the matter is
        undecided, the finding says under which alternatives it holds.
    Why:
        Whoever runs or reaches the network of that segment can read the data, and nobody would notice.
    Quiet:
        When the payload is sealed across the segment or its medium is encrypted, when the segment is face to face or
        paper, and when the papers are silent (ENC-02) or will confirm (ENC-03).
    Ask:
        Why does this segment stay in plaintext, and what protects it instead?
    Bad:
        - 転送サーバ -> LGWANサービス提供設備: {encryption: none}
    Good:
        - 転送サーバ -> LGWANサービス提供設備: {encryption: TLS 1.3}
    Remedy:
        Encrypt the segment (TLS, IPsec …), or write why it stays in plaintext and what protects it instead, such as
        physical separation or access control.
    """

    def alike(segment: Segment) -> tuple[object, ...]:
        return _severity(facts, segment), segment.when, segment.data

    for run in runs(in_state(facts, Protection.PLAINTEXT), alike):
        text = message("{route} carries {data} in plaintext", data=names(facts, run), route=route(run))
        yield Hit(
            text,
            run[0].hop,
            severity=_severity(facts, run[0]),
            related=others(run),
            trace=path(facts, [segment.hop for segment in run]),
            statement=said_of(facts, run[0], run[0].data[0]),
            when=run[0].when,
        )


def _severity(facts: Facts, segment: Segment) -> Severity:
    place = facts.graph.place_of(segment.hop.source)
    if place is None or place is not facts.graph.place_of(segment.hop.target) or _is_open_air(place.kind):
        return Severity.ERROR
    leaves = any(_leaves(facts, place, network) for network in _networks(segment))
    return Severity.ERROR if leaves else Severity.WARNING


def _networks(segment: Segment) -> Iterator[Statement[Term | str]]:
    """Yield what may be said of the network in the cases in which the segment is in plaintext."""
    for case in segment.when or ((),):
        yield from assume(segment.hop.network, case).possible()


def _leaves(facts: Facts, place: Zone, network: Statement[Term | str]) -> bool:
    """Tell whether a network is stated that leads out of ``place``, or that cannot be kept inside."""
    if network.value is None:
        return False
    if isinstance(network.value, Term):
        return not network.value.has("local") or _is_open_air(network.value)
    zone = facts.graph.zone(network.value)
    if zone.kind is not None and (zone.kind.has("network") or _is_open_air(zone.kind)):
        return True
    return zone.parent is not None and place not in facts.graph.zones_around(zone.id)


def _is_open_air(kind: Term | None) -> bool:
    return kind is not None and kind.en in _OPEN_AIR
