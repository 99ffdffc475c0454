"""In which hosting places is a node, and is it there in the hands of others?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Node, Zone


def hosting_zones(facts: Facts, node: Node) -> Iterator[Zone]:
    """Yield the data centres and clouds around a node, the innermost first."""
    for zone in facts.graph.zones_around(node.zone):
        if zone.kind is not None and zone.kind.has("hosting"):
            yield zone


def is_hosted_by_others(facts: Facts, node: Node) -> bool:
    """Tell whether a node, or the data centre around it, is a service of somebody who is not the controller."""
    controller = facts.system.overview.controller
    said = [facts.graph.operator_of(zone) for zone in hosting_zones(facts, node)]
    if node.is_a("hosting") or node.is_a("communication"):
        said.append(facts.graph.operator_of(node))
    return any(each.value != controller for each in said)
