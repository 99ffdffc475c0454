"""Which tiers of the three-tier network model does a hop touch?"""

import attrs

from dataflow_assess.plugin import Case, Facts, Hop, Message, Statement, Term, Zone
from dataflow_assess_plugins.connection.borders import is_border_device
from dataflow_assess_plugins.texts import message

MY_NUMBER = "my-number"
Pair = tuple[str, str]
"""Two tiers, the innermost first."""

_OF_NETWORK = {"internet": "internet", "government-network": "lgwan"}
"""The tier into which a network of a kind leads, where its zone names none."""


_NAMES = {
    "my-number": message("the My Number tier"),
    "lgwan": message("the LGWAN tier"),
    "internet": message("the Internet tier"),
}


@attrs.frozen
class Links:
    """The unguarded connections, the tier of each node, and the pairs of tiers that may be connected."""

    unguarded: tuple[Hop, ...]
    tiers: dict[str, Term | None]
    connected: tuple[str, ...]


def tiers(facts: Facts) -> dict[str, Term | None]:
    """Return the tier of each node, or None where none is stated, by the identifier of the node."""
    of_zone: dict[str | None, Term | None] = {}
    for node in facts.system.nodes:
        if node.zone not in of_zone:
            of_zone[node.zone] = facts.graph.tier_of(node).known()
    return {node.id: of_zone[node.zone] for node in facts.system.nodes}


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


def pair(*tiers: str) -> Pair:
    """Return two tiers, the innermost first."""
    first, second = sorted(tiers, key=depth)
    return first, second


def depth(tier: str) -> int:
    """Return how far outside a tier stands, from 0."""
    return tuple(_NAMES).index(tier)


def named(tiers: Pair) -> dict[str, Message]:
    """Return the names of two tiers as a sentence takes them."""
    return {"inner": _NAMES[tiers[0]], "outer": _NAMES[tiers[1]]}


def devices(facts: Facts, hops: list[Hop]) -> tuple[str, ...]:
    """Return the names of the firewalls and gateways at which the hops end."""
    ends = (facts.graph.node(end) for hop in hops for end in (hop.source, hop.target))
    return tuple(dict.fromkeys(node.label for node in ends if is_border_device(node)))
