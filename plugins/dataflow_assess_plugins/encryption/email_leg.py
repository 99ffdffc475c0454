"""ENC-10: does personal data travel by e-mail?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Hop, Protection, Severity, path, rule
from dataflow_assess_plugins.encryption.segments import Segment, by_key, names, others, route
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ENC-10",
    title=message("E-mail leg"),
    severity=Severity.WARNING,
    sources=sources("lg-security-2-6-1"),
)
def email_leg(facts: Facts) -> Iterator[Hit]:
    """Personal data, or a link that opens it, travels by e-mail.

    What:
        All e-mail segments of a flow are one finding.
    Why:
        Along an e-mail's way nobody can promise encryption, and whoever has the message has the link in it.
    Quiet:
        When the message itself is encrypted (S/MIME, OpenPGP, or a seal across the segment), and for data that is not
        personal.
    Bad:
        - 受付サーバ -> 使用者: {medium: e-mail}
    Good:
        - 受付サーバ -> 使用者: {medium: e-mail, encryption: S/MIME}
    Remedy:
        Keep personal data out of the message; let links expire and ask for authentication before they open anything.
    """
    found = []
    for hop in facts.graph.hops():
        data = tuple(item for item in facts.graph.data_on(hop) if _exposed(facts, hop, item))
        if data and any(said.value is not None and said.value.has("mail") for said in hop.medium.possible()):
            found.append(Segment(hop, data, _when(hop)))
    for group in by_key(found, lambda segment: (segment.hop.flow, segment.when)):
        text = message("{data} travels by e-mail: {route}", data=names(facts, group), route=route(group))
        hops = [segment.hop for segment in group]
        yield Hit(text, hops[0], related=others(group), trace=path(facts, hops), when=group[0].when)


def _exposed(facts: Facts, hop: Hop, item: str) -> bool:
    exposure = facts.exposure[hop.id, item]
    method = hop.encryption.known()
    whole_message = method is not None and method.en in ("smime", "pgp")
    encrypted = exposure.protection is Protection.ENCRYPTED and (exposure.sealed or whole_message)
    return facts.graph.item(item).personal and not encrypted


def _when(hop: Hop) -> tuple[tuple[tuple[str, int], ...], ...]:
    options = hop.medium.alternatives
    return tuple(
        ((hop.medium.choice, index),) for index, said in enumerate(options) if said.value and said.value.has("mail")
    )
