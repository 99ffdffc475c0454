"""ENC-04: is encryption claimed for the system as a whole, but of no segment?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Kind, Protection, Severity, rule
from dataflow_assess_plugins.encryption.segments import in_state
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ENC-04",
    title=message("Claim of encryption without a segment"),
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
        As soon as one segment is stated to be encrypted: the segments that are silent are ENC-02's.
    Bad:
        claims: [{kind: encryption, text: 情報の暗号化}]
    Good:
        - 証明発行サーバ -> 証明書交付センター: {encryption: IPsec}
    Remedy:
        Show in the diagram which segment is encrypted, by which method, and where the encryption begins and ends.
    """
    if not facts.exposure or any(True for _ in in_state(facts, Protection.ENCRYPTED)):
        return
    for claim in facts.system.claims:
        if claim.topic is not None and claim.topic.en == "encryption":
            text = message("“{claim}” is claimed for the whole system, but no segment is named", claim=claim.text.value or "")
            yield Hit(text, claim, kind=Kind.NOT_STATED)
