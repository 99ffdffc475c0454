"""ENC-01: does personal data cross a segment in plaintext?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Hop, Protection, Severity, path, rule
from dataflow_assess_plugins.encryption.segments import Segment, in_state, names, others, route, runs
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ENC-01",
    title=message("Plaintext segment"),
    severity=Severity.ERROR,
    sources=sources("act-66", "my-number-guideline-2f", "nist-sc-8", "cwe-319"),
)
def plaintext_segment(facts: Facts) -> Iterator[Hit]:
    """Personal data crosses a segment that is stated to be unencrypted.

    What:
        Each unbroken run of segments on which personal data travels in plaintext is reported once, with its hops.
        A run inside one place, such as a data centre, is a warning; one that leaves a place or has no place is an
        error.
    Why:
        Whoever runs or reaches the network of that segment can read the data, and nobody would notice.
    Quiet:
        When the payload is sealed across the segment, when the segment is face to face or paper, and when the papers
        are silent (ENC-02) or will confirm (ENC-03).
    Bad:
        - 転送サーバ -> LGWANサービス提供設備: {encryption: none}
    Good:
        - 転送サーバ -> LGWANサービス提供設備: {encryption: TLS 1.3}
    Remedy:
        Encrypt the segment (TLS, IPsec …), or write why it stays in plaintext and what protects it instead, such as
        physical separation or access control.
    """

    def severity(segment: Segment) -> Severity:
        return _severity(facts, segment.hop)

    def alike(segment: Segment) -> tuple[Severity, object]:
        return severity(segment), segment.when

    for run in runs(in_state(facts, Protection.PLAINTEXT), alike):
        text = message("{data} crosses {route} in plaintext", data=names(facts, run), route=route(run))
        yield Hit(
            text,
            run[0].hop,
            severity=severity(run[0]),
            related=others(run),
            trace=path(facts, [segment.hop for segment in run]),
            when=run[0].when,
        )


def _severity(facts: Facts, hop: Hop) -> Severity:
    source, target = facts.graph.place_of(hop.source), facts.graph.place_of(hop.target)
    network = hop.network.known()
    leaves_by = network is not None and not isinstance(network, str) and not network.has("local")
    same = source is not None and source is target and not leaves_by
    return Severity.WARNING if same else Severity.ERROR
