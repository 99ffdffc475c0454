"""Which style has a zone, and which icon a card?"""

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.picture import Icon, ZoneStyle
from dataflow_assess.model import Node, Zone

_ICONS = {
    "terminal": Icon.TERMINAL,
    "kiosk": Icon.TERMINAL,
    "camera": Icon.TERMINAL,
    "sensor": Icon.TERMINAL,
    "server": Icon.SERVER,
    "mail-server": Icon.SERVER,
    "database": Icon.DATABASE,
    "file-server": Icon.DATABASE,
    "relay": Icon.RELAY,
    "gateway": Icon.FIREWALL,
    "firewall": Icon.FIREWALL,
    "router": Icon.FIREWALL,
    "saas": Icon.CLOUD,
    "platform": Icon.CLOUD,
    "person": Icon.PERSON,
    "paper": Icon.PAPER,
}


def icon_of(node: Node) -> Icon:
    """Return the icon for a node; kinds that plugins add are drawn by their properties, else as a server."""
    if node.kind is None:
        return Icon.SERVER
    if node.is_a("removable"):
        return Icon.MEDIA
    if node.is_a("person"):
        return Icon.PERSON
    return _ICONS.get(node.kind.en, Icon.CLOUD if node.is_a("hosting") else Icon.SERVER)


def style_of(assessment: Assessment, zone: Zone) -> ZoneStyle:
    """Return who answers for a zone, as far as the papers say; a zone without an operator counts as outside."""
    if zone.kind is not None and zone.kind.has("segment") and zone.parent is not None:
        return ZoneStyle.SEGMENT
    if zone.kind is not None and zone.kind.en == "government-network":
        return ZoneStyle.GOVERNMENT
    around = assessment.graph.zones_around(zone.id)
    operator = next((each.operator.value for each in around if each.operator.value is not None), None)
    if operator == assessment.system.overview.controller:
        return ZoneStyle.CONTROLLED
    return ZoneStyle.CONTRACTED if operator in _processors(assessment) else ZoneStyle.OUTSIDE


def _processors(assessment: Assessment) -> set[str]:
    """Return the parties that work for the controller under a chain of processing contracts."""
    entrusted: dict[str, list[str]] = {}
    for contract in assessment.system.contracts:
        kind = contract.kind.known()
        if kind is not None and kind.has("processing"):
            entrusted.setdefault(contract.source, []).append(contract.target)
    found: set[str] = set()
    waiting = [assessment.system.overview.controller]
    while waiting:
        for party in entrusted.get(waiting.pop(), ()):
            if party not in found:
                found.add(party)
                waiting.append(party)
    return found
