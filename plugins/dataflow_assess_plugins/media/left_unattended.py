"""MED-04: does a medium or terminal with personal data stay outside, with nobody there?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Node, Severity, Statement, Storage, Term, Zone, rule
from dataflow_assess_plugins.media.carriers import removable
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "MED-04",
    title=message("Left unattended outside"),
    severity=Severity.WARNING,
    sources=sources("my-number-guideline-2e-b"),
)
def left_unattended(facts: Facts) -> Iterator[Hit]:
    """A medium or terminal that holds personal data stays in a vehicle, in the street or in a home.

    What:
        A removable medium, or a node at which personal data rests, stands outdoors or in a home, or is stated to stay
        at a place that is not inside an office or site. One node is one finding; the lock that is stated is quoted.
    Why:
        Cars are broken into, and what is always in them is taken with them.
    Quiet:
        When what is there is both locked up and encrypted, when nothing personal rests there, and inside offices,
        sites and data centres.
    Ask:
        Does the card stay in the car overnight, and what if the car is broken into?
    Bad:
        SDカード: {kind: sd-card, in: 公用車, stays-in: 車内に挿したまま}
    Good:
        SDカード: {kind: sd-card, in: 公用車, stays-in: 車内の施錠箱, lock: 施錠箱, encryption: AES}
    Remedy:
        Take the medium in after use, or lock it up and encrypt it, and have it erase itself after a time.
    """
    stored: dict[str, list[Storage]] = {}
    for storage in facts.system.storage:
        if facts.graph.holds_personal_data(storage):
            stored.setdefault(storage.node, []).append(storage)
    media = {carrier.node.id: carrier for carrier in removable(facts) if carrier.node is not None}
    for node in facts.system.nodes:
        place = facts.graph.place_of(node.id)
        is_held = node.id in stored or node.id in media
        if not is_held or not _is_outside(node, place) or _is_safe(facts, node, stored.get(node.id, [])):
            continue
        items = [facts.graph.item(item) for storage in stored.get(node.id, []) for item in storage.data]
        data = tuple(dict.fromkeys(item.label for item in items if item.personal))
        given = {
            "node": node.label,
            "data": data or media[node.id].data(facts),
            "place": node.stays_in.value or (place.label if place else ""),
        }
        lock = _lock(facts, node)
        text = message("{node} with {data} stays in {place} with nobody there", **given)
        if lock.is_stated:
            text = message(
                "{node} with {data} stays in {place} with nobody there (lock: {lock})", lock=lock.value, **given
            )
        yield Hit(text, node, place=node.stays_in.place, statement=node.stays_in)


def _is_outside(node: Node, place: Zone | None) -> bool:
    if place is None or place.kind is None:
        return node.stays_in.is_stated
    return place.kind.has("outdoors") or place.kind.en == "home"


def _is_safe(facts: Facts, node: Node, storages: list[Storage]) -> bool:
    at_rest = [storage.at_rest for storage in storages]
    encrypted = _encrypts(node.encryption) or (bool(at_rest) and all(_encrypts(said) for said in at_rest))
    return encrypted and _lock(facts, node).is_stated


def _encrypts(said: Statement[Term]) -> bool:
    value = said.known()
    return value is not None and value.has("encrypted")


def _lock(facts: Facts, node: Node) -> Statement[str]:
    """Return what is said of the lock of a node, or of the innermost zone around it that says."""
    if not node.lock.is_silent:
        return node.lock
    return facts.graph.said_around(node.zone, lambda zone: zone.lock)
