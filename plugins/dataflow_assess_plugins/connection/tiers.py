"""Which tiers of the three-tier network model does a hop touch?"""

from dataflow_assess.plugin import Case, Facts, Hop, Node, Statement, Term, Zone
from dataflow_assess_plugins.connection.borders import is_outside

MY_NUMBER = "my-number"

_OF_NETWORK = {"internet": "internet", "government-network": "lgwan"}
"""The tier into which a network of a kind leads, where its zone names none."""


def tier_of(facts: Facts, node: str) -> Term | None:
    """Return the tier of a node of the controller's, or None where none is stated."""
    return facts.graph.tier_of(facts.graph.node(node)).known()


def is_between(facts: Facts, node: Node) -> bool:
    """Tell whether a node is of the controller's, but stands in no tier that is stated."""
    return tier_of(facts, node.id) is None and not is_outside(facts, node)


def network_tiers(facts: Facts, hop: Hop) -> dict[str, tuple[Case, ...]]:
    """Return the tiers into which the network of a hop leads, with the options that decide on it."""
    found: dict[str, tuple[Case, ...]] = {}
    for index, said in enumerate(hop.network.possible()):
        tier = _leads_into(facts, said)
        if tier:
            case = ((hop.network.choice, index),) if hop.network.alternatives else ()
            found[tier] = (*found.get(tier, ()), case)
    return found


def _leads_into(facts: Facts, said: Statement[Term | str]) -> str:
    if said.value is None:
        return ""
    if isinstance(said.value, Term):
        return _OF_NETWORK.get(said.value.en, "")
    zone = facts.graph.zone(said.value)
    stated = (each.tier.known() for each in facts.graph.zones_around(zone.id))
    return next((tier.en for tier in stated if tier is not None), _of_kind(zone))


def _of_kind(zone: Zone) -> str:
    return _OF_NETWORK.get(zone.kind.en, "") if zone.kind is not None else ""
