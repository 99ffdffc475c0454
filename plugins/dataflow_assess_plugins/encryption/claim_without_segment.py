"""ENC-04: is encryption claimed for the system as a whole, but of no segment?"""

from collections.abc import Iterator
from itertools import pairwise

from dataflow_assess.plugin import Claim, Facts, Hit, Kind, Message, Protection, Severity, rule
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ENC-04",
    title=message("Encryption claimed without a segment"),
    severity=Severity.WARNING,
    sources=sources("my-number-guideline-2f"),
)
def claim_without_segment(facts: Facts) -> Iterator[Hit]:
    """The papers claim encryption in general, but no segment is stated to be encrypted.

    What:
        Each general claim of encryption is reported when not a single segment with personal data is encrypted.
    Why:
        A general claim cannot be verified, and what is meant may be one segment of many.
    Quiet:
        As soon as one segment is stated to be encrypted (those that are silent are ENC-02's), when the claim itself
        is about a segment, and when no personal data travels.
    Ask:
        Which segments does this encryption cover?
    Bad:
        claims: [{kind: encryption, text: 情報の暗号化}]
    Good:
        - 証明発行サーバ -> 証明書交付センター: {encryption: IPsec}
    Remedy:
        Show in the diagram which segment is encrypted, by which method, and where the encryption begins and ends.
    """
    personal = any(facts.graph.carries_personal_data(hop) for hop in facts.graph.hops())
    if not personal or facts.exposed[Protection.ENCRYPTED]:
        return
    for claim in facts.system.claims:
        if claim.topic is not None and claim.topic.en == "encryption" and not _names_segment(facts, claim.about):
            yield Hit(_text(facts, claim), claim, kind=Kind.NOT_STATED)


def _text(facts: Facts, claim: Claim) -> Message:
    said = claim.text.value or claim.text.text
    if not claim.about:
        return message("“{claim}” is claimed for the system as a whole, but no encrypted segment is named", claim=said)
    system = facts.system
    named = (*system.parties, *system.zones, *system.nodes, *system.data, *system.flows)
    labels = {each.id: each.label for each in named}
    about = tuple(labels.get(each, each) for each in claim.about)
    return message("“{claim}” is claimed of {about}, but no encrypted segment is named", claim=said, about=about)


def _names_segment(facts: Facts, about: tuple[str, ...]) -> bool:
    segments = {(hop.source, hop.target) for hop in facts.graph.hops()}
    return any(pair in segments for arrow in about for pair in pairwise(arrow.split(" → ")))
