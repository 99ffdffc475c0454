"""ENC-06: does data that came encrypted go on in plaintext?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Flow, Hit, Hop, Protection, Related, Severity, path, rule, subject_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ENC-06",
    title=message("Downgrade to plaintext on the path"),
    severity=Severity.ERROR,
    sources=sources("nist-sc-8", "cwe-319"),
)
def downgrade_on_path(facts: Facts) -> Iterator[Hit]:
    """On the way of one flow, encrypted data goes on in plaintext.

    What:
        The first plaintext segment after an encrypted one is reported, with the segment that was still encrypted.
    Why:
        The weakest segment decides. A reader of the papers who is told "it is encrypted" does not expect plaintext
        behind it.
    Quiet:
        When the way begins in plaintext and becomes encrypted, and where a segment's state is unknown.
    Bad:
        - [広域交付サーバ -> 提供設備: {encryption: TLS}, 提供設備 -> 転送サーバ: {encryption: none}]
    Good:
        - 広域交付サーバ -> 提供設備 -> 転送サーバ: {encryption: TLS}
    Remedy:
        Move the end of the encryption further inside, to the node that uses the data.
    """
    for flow in facts.system.flows:
        for hop, before in _downgrades(facts, flow):
            data = tuple(facts.graph.item(item).label for item in _shared(facts, before, hop))
            text = message("{data} came encrypted and goes on in plaintext: {hop}", data=data, hop=hop.label)
            last = Related(message("still encrypted: {hop}", hop=before.label), before.place, subject_of(before), context=True)
            yield Hit(text, hop, related=(last,), trace=path(facts, [before, hop]))


def _shared(facts: Facts, before: Hop, hop: Hop) -> list[str]:
    return [item for item in facts.graph.data_on(hop) if item in facts.graph.data_on(before)]


def _downgrades(facts: Facts, flow: Flow) -> Iterator[tuple[Hop, Hop]]:
    """Yield each first plaintext hop with an encrypted hop before it.

    The last encrypted hop is carried forward along the flow, once per hop and item; plaintext ends it.
    """
    reported: set[str] = set()
    for item in flow.data:
        if not facts.graph.item(item).personal:
            continue
        for hop, before in _carried(facts, flow, item):
            if facts.exposure[hop.id, item].protection is Protection.PLAINTEXT and hop.id not in reported:
                reported.add(hop.id)
                yield hop, before


def _carried(facts: Facts, flow: Flow, item: str) -> Iterator[tuple[Hop, Hop]]:
    """Yield each hop that an encrypted hop precedes, with no plaintext in between."""
    encrypted = [
        hop
        for hop in flow.hops
        if (exposure := facts.exposure.get((hop.id, item))) and exposure.protection is Protection.ENCRYPTED
    ]
    seen: set[str] = set()
    waiting = [(hop, hop) for hop in reversed(encrypted)]
    while waiting:
        at, before = waiting.pop()
        if at.target in seen:
            continue
        seen.add(at.target)
        for after in facts.graph.flow_hops_from(flow.id, at.target):
            exposure = facts.exposure.get((after.id, item))
            if exposure is None or exposure.protection is Protection.ENCRYPTED:
                continue
            yield after, before
            if exposure.protection is not Protection.PLAINTEXT:
                waiting.append((after, before))
