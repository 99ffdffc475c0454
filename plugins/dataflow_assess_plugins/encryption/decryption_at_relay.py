"""ENC-05: is data taken out of encryption at a node on its way?"""

from collections.abc import Iterator

from dataflow_assess.plugin import (
    Facts,
    Hit,
    Kind,
    Message,
    Opening,
    Related,
    Relay,
    Severity,
    Standing,
    Storage,
    path,
    rule,
    subject_of,
)
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
    """Encrypted data arrives at a node, is not sealed past it, and travels on: the node holds it in plaintext.

    What:
        A node decrypts when the papers say so, when what leaves it is plaintext, when a seal ends there, or when its
        kind is one that ends a channel (a relay, a VPN gateway, a mail server). For servers and services on the way
        the finding says that the papers do not state it.
    Why:
        Where data is decrypted and encrypted again, it lies in plaintext for a moment, and whoever runs the node can
        read it. The council wants to know where that is.
    Quiet:
        When the payload is sealed past the node, when the node is stated not to decrypt, at firewalls, routers and
        media, and at the end of the way. Where nothing is stated, also at terminals and people, who are meant to read,
        and for data that is kept at the node, which is no mere station on its way.
    Ask:
        Is data decrypted there, how long does it lie in plaintext, and who can read it?
    Bad:
        広域交付サーバ: {kind: relay, in: 証明書交付センター}
    Good:
        広域交付サーバ: {kind: relay, in: 証明書交付センター, opens: {value: no, evidence: 資料3 5頁}}
    Remedy:
        Write whether data rests there in plaintext, for how long and how it is protected, or seal the payload past the
        node.
    """
    kept = {(storage.node, item) for storage in facts.system.storage for item in storage.data if _keeps(storage)}
    for relay in facts.relays:
        data = tuple(item for item in relay.data if relay.opening is not Opening.NOT_STATED or _asks(relay, item, kept))
        if relay.opening is Opening.PASSES or not data:
            continue
        kind = _KINDS[relay.opening]
        first = relay.arrives[0]
        yield Hit(
            _text(relay, tuple(facts.graph.item(item).label for item in data)),
            relay.node,
            kind=kind,
            severity=Severity.QUESTION if kind is Kind.TO_CONFIRM else None,
            place=relay.node.opens.place,
            statement=relay.node.opens,
            related=tuple(
                Related(message("arrives encrypted: {hop}", hop=hop.label), hop.place, subject_of(hop), context=True)
                for hop in relay.arrives
            ),
            trace=path(facts, [first, *(hop for hop in relay.leaves if hop.flow == first.flow)]),
            when=relay.when,
        )


def _keeps(storage: Storage) -> bool:
    """Tell whether data is kept rather than buffered: a temporary copy, a cache or a log is no reason to open it."""
    form = storage.form.known()
    return form is None or form.en not in ("temporary", "cache", "log")


def _asks(relay: Relay, item: str, kept: set[tuple[str, str]]) -> bool:
    """Tell whether it is a question at all if a node decrypts of which the papers do not say so."""
    served = relay.node.kind is None or relay.node.is_a("opens-unknown") or not relay.node.opens.is_silent
    return served and (relay.node.id, item) not in kept


def _text(relay: Relay, data: tuple[str, ...]) -> Message:
    given = {"node": relay.node.label, "data": data}
    if relay.opening is Opening.OPENS:
        return message("{node} decrypts {data} on its way", **given)
    match relay.node.opens.standing:
        case Standing.TO_CONFIRM:
            return message("It is still to be confirmed whether {node} decrypts {data} on its way", **given)
        case Standing.WITHHELD:
            return message(
                "It is not disclosed, and cannot be verified, whether {node} decrypts {data} on its way", **given
            )
        case Standing.UNDECIDED:
            return message("It is undecided whether {node} will decrypt {data} on its way", **given)
        case Standing.STATED:
            return message("The papers disagree on whether {node} decrypts {data} on its way", **given)
    return message("It is not stated whether {node} decrypts {data} on its way", **given)
