"""Which nodes are outside the controller's organisation, and over which hops are they really connected?"""

from dataflow_assess.plugin import Facts, Hop, Node
from dataflow_assess_plugins.left_open import is_open, says_none


def is_outside(facts: Facts, node: Node) -> bool:
    """Tell whether a node certainly belongs to somebody else; a hosted service of nobody named does too."""
    if node.is_a("person"):
        return False
    parties = {said.value for said in facts.graph.organisation_of(node).possible()}
    if facts.system.overview.controller in parties:
        return False
    if None not in parties:
        return True
    zones = facts.graph.zones_around(node.zone)
    hosted = any(zone.kind is not None and zone.kind.has("hosting") for zone in zones)
    return hosted or node.is_a("hosting") or node.is_a("communication")


def is_connection(hop: Hop) -> bool:
    """Tell whether a hop is, or may be, a connection of machines rather than something carried or done by hand."""
    if hop.medium.is_silent:
        return True
    said = [each.value for each in hop.medium.possible()]
    return any(medium is None or not (medium.has("carried") or medium.has("human")) for medium in said)


def is_guarded(facts: Facts, hop: Hop) -> bool:
    """Tell whether content is sanitised or access controlled on a hop, or by the firewall or gateway at an end."""
    if hop.sanitised.known() or not (is_open(hop.control) or says_none(hop.control)):
        return True
    ends = (facts.graph.node(hop.source), facts.graph.node(hop.target))
    controlled = (end for end in ends if not (is_open(end.control) or says_none(end.control)))
    return any(is_border_device(end) for end in controlled)


def is_border_device(node: Node) -> bool:
    """Tell whether a node is a firewall, router or gateway."""
    return node.is_a("device") or (node.kind is not None and node.kind.en == "gateway")
