"""ENC-05: is data taken out of encryption at a node on its way?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Kind, Message, Opening, Related, Relay, Severity, path, rule, subject_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_KINDS = {
    Opening.OPENS: Kind.VIOLATION,
    Opening.NOT_STATED: Kind.NOT_STATED,
    Opening.TO_CONFIRM: Kind.TO_CONFIRM,
}


@rule(
    "ENC-05",
    title=message("Decryption at a relay"),
    severity=Severity.WARNING,
    sources=sources("nist-sc-8", "gdpr-32"),
)
def decryption_at_relay(facts: Facts) -> Iterator[Hit]:
    """Encrypted data arrives at a node, is not sealed, and travels on: the node holds it in plaintext.

    What:
        A node decrypts when the papers say so, when what leaves it is plaintext, or when its kind is one that ends a
        channel (a relay, a VPN gateway, a mail server). For other nodes on the way the finding says that the papers do
        not state it.
    Why:
        Where data is decrypted and encrypted again, it lies in plaintext for a moment, and whoever runs the node can read
        it. The council wants to know where that is.
    Quiet:
        When the payload is sealed past the node, when the node is stated not to decrypt, at firewalls and routers, and at
        the end of the way.
    Bad:
        広域交付サーバ: {kind: relay, in: 証明書交付センター}
    Good:
        広域交付サーバ: {kind: relay, in: 証明書交付センター, opens: {value: no, evidence: 資料3 5頁}}
    Remedy:
        Write whether data rests there in plaintext, for how long and how it is protected, or seal the payload past the
        node.
    """
    for relay in facts.relays:
        if relay.opening is Opening.PASSES:
            continue
        kind = _KINDS[relay.opening]
        severity = Severity.QUESTION if kind is Kind.TO_CONFIRM else None
        yield Hit(
            _text(facts, relay),
            relay.node,
            kind=kind,
            severity=severity,
            place=relay.node.opens.place,
            related=tuple(
                Related(message("arrives encrypted: {hop}", hop=hop.label), hop.place, subject_of(hop), context=True)
                for hop in relay.arrives
            ),
            trace=path(facts, [relay.arrives[0], *(h for h in relay.leaves if h.flow == relay.arrives[0].flow)]),
        )


def _text(facts: Facts, relay: Relay) -> Message:
    given = {"node": relay.node.label, "data": tuple(facts.graph.item(item).label for item in relay.data)}
    if relay.opening is Opening.NOT_STATED:
        return message("Whether {node} decrypts {data} on the way is not stated", **given)
    if relay.opening is Opening.TO_CONFIRM:
        return message("Whether {node} decrypts {data} on the way is to be confirmed", **given)
    return message("{data} is decrypted at {node} on its way", **given)
