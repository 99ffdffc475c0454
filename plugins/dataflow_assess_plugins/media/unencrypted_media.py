"""MED-03: is personal data on removable media encrypted?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Kind, Protection, Severity, Statement, Term, rule
from dataflow_assess_plugins.left_open import in_words, is_open, kind_of, severity_of, stamped, when
from dataflow_assess_plugins.media.carriers import Carrier, removable
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "MED-03",
    title=message("Removable medium not encrypted"),
    severity=Severity.ERROR,
    sources=sources("my-number-guideline-2e-c"),
)
def unencrypted_media(facts: Facts) -> Iterator[Hit]:
    """Personal data is on a removable medium that is not encrypted, or of which that is not stated.

    What:
        What is said of the data at rest, of the medium, or of the way onto it. That it is in plaintext is a violation,
        also when that holds under some alternatives only; silence is not stated, a promise to confirm is an open
        question. One medium is one finding of each kind.
    Why:
        A lost medium is a leak only when what is on it can be read.
    Quiet:
        When the data, the medium or the payload is encrypted or protected by a password, and for data that is not
        personal.
    Ask:
        If the USB stick is lost on the way, can whoever finds it read what is on it?
    Bad:
        USBメモリ: {kind: usb, encryption: none}
    Good:
        USBメモリ: {kind: usb, encryption: AES}
    Remedy:
        Encrypt the medium, and carry the key or password separately.
    """
    for carrier in removable(facts):
        if _is_sealed(facts, carrier):
            continue
        given = {"medium": carrier.name, "data": carrier.data(facts)}
        seen: dict[object, None] = {}
        for said in _said(carrier):
            plain = when(said, lambda option: option.value is not None and not option.value.has("encrypted"))
            if not plain and not (is_open(said) and not _all_encrypted(said)):
                continue
            key = (bool(plain), said.standing)
            if key in seen:
                continue
            seen[key] = None
            text = message("{medium} carries {data} without encryption", **given)
            if not plain:
                text = in_words(message("Whether {medium} with {data} is encrypted", **given), said)
            yield Hit(
                text,
                carrier.element,
                kind=Kind.VIOLATION if plain else kind_of(said),
                severity=None if plain else severity_of(said),
                place=said.place,
                related=carrier.others(),
                trace=carrier.trace(facts) if carrier.node is None else (),
                statement=said,
                when=stamped(plain) or carrier.when,
            )


def _said(carrier: Carrier) -> Iterator[Statement[Term]]:
    """Yield what is said of the encryption of what is on a medium, the nearest statement first."""
    if carrier.node is None:
        yield from (hop.encryption for hop in carrier.hops)
        return
    carried = next((hop.encryption for hop in carrier.hops if not hop.encryption.is_silent), None)
    medium = carrier.node.encryption
    general = medium if carried is None or not medium.is_silent else carried
    yield from (general if storage.at_rest.is_silent else storage.at_rest for storage in carrier.storages)
    if not carrier.storages:
        yield general


def _all_encrypted(said: Statement[Term]) -> bool:
    """Tell whether every statement that may hold names an encryption; methods may differ without disagreeing."""
    options = [value for option in said.possible() for value in (option, *option.also)]
    return all(each.value is not None and each.value.has("encrypted") for each in options)


def _is_sealed(facts: Facts, carrier: Carrier) -> bool:
    """Tell whether all that comes onto a medium is encrypted on the way there, and nothing else is known to rest."""
    stated = any(not storage.at_rest.is_silent for storage in carrier.storages)
    brought = [
        facts.exposure[hop.id, item].protection
        for hop in carrier.hops
        for item in facts.graph.data_on(hop)
        if facts.graph.item(item).personal
    ]
    return bool(brought) and not stated and all(each is Protection.ENCRYPTED for each in brought)
