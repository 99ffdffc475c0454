"""Where is data processed now, and who runs the machines now?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.changes.change import Aspect, Change, Direction, versus
from dataflow_assess.changes.version import Version, identity, name_of, quoted
from dataflow_assess.errors import Place
from dataflow_assess.findings import Subject
from dataflow_assess.messages import message
from dataflow_assess.model import Node, Statement, Zone


@attrs.frozen
class _Site:
    """Where a node or zone stands, and who runs it, in words that both versions share.

    Attributes:
        name: its name; place: where that is written.
        zone: the place around a node; "" for a zone.
        country, location, operator: what is said of each.
    """

    name: str
    place: Place
    zone: str
    country: Statement[str]
    location: Statement[str]
    operator: Statement[str]

    def terms(self) -> object:
        """Return all that makes it the same site."""
        return (self.zone, identity(self.country), identity(self.location), identity(self.operator))


def place_changes(old: Version, new: Version) -> Iterator[Change]:
    """Yield the nodes with personal data that moved or have another operator, and the zones that did."""
    for kind, before, after in (("zone", _zones(old), _zones(new)), ("node", _nodes(old), _nodes(new))):
        for key, was, now in versus(before, after, lambda one, other: one.terms() == other.terms()):
            if was is not None and now is not None:
                yield from _moved(Subject(kind, key, now.name), was, now, (old, new))


def _moved(subject: Subject, was: _Site, now: _Site, versions: tuple[Version, Version]) -> Iterator[Change]:
    if was.zone != now.zone:
        given = {"name": subject.name, "before": was.zone or "—", "after": now.zone or "—"}
        text = message("{name} moved: from {before} to {after}", **given)
        yield Change(Aspect.PLACE, Direction.CHANGED, subject, text, now.place, was.zone, now.zone)
    matters = (
        (message("country"), was.country, now.country),
        (message("location"), was.location, now.location),
        (message("operator"), was.operator, now.operator),
    )
    for what, one, other in matters:
        if identity(one) != identity(other):
            before, after = (name_of(each, quoted(said)) for each, said in zip(versions, (one, other), strict=True))
            text = message(
                "{name}, {what}: {before}, now {after}", name=subject.name, what=what, before=before, after=after
            )
            yield Change(Aspect.PLACE, Direction.CHANGED, subject, text, other.place or now.place, before, after)


def _zones(version: Version) -> dict[str, _Site]:
    found = {}
    for zone in version.system.zones:
        operator = version.said(zone.operator, "parties")
        found[version.id("zones", zone.id)] = _Site(zone.label, zone.place, "", zone.country, zone.location, operator)
    return found


def _nodes(version: Version) -> dict[str, _Site]:
    """Return the nodes that have personal data in hand; what their zone says of itself is told of the zone."""
    silent: Statement[str] = Statement(Node(id="").operator.standing)
    holding = {node for node, item in version.facts.handling if item in version.personal}
    found = {}
    for node in version.system.nodes:
        if node.id in holding:
            place = version.graph.place_of(node.id)
            zone = "" if place is None else _zone(version, place)
            operator = version.said(node.operator, "parties")
            found[version.id("nodes", node.id)] = _Site(node.label, node.place, zone, silent, silent, operator)
    return found


def _zone(version: Version, zone: Zone) -> str:
    renamed = version.id("zones", zone.id)
    return zone.label if zone.name or renamed == zone.id else renamed
