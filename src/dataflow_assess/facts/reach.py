"""How far can a data item get, and what is lost in plaintext if one node or party is compromised?"""

from collections.abc import Iterable, Mapping

import attrs

from dataflow_assess.facts.handling import Hands, Level, most
from dataflow_assess.facts.visibility import Visibility
from dataflow_assess.model import Choice


@attrs.frozen
class Reach:
    """Answers over any number of hops; each answer costs as much as what it names.

    Attributes:
        nodes_of: for each item, the nodes that have it in hand in any form, in the order of travel.
        parties_of: for each item, the parties that see it in any form.
        lost_at_node: for each node, the items that it has in plaintext, or may have: item → level.
        lost_at_party: for each party, the items that it sees in plaintext, or may see: item → level.
    """

    nodes_of: dict[str, tuple[str, ...]]
    parties_of: dict[str, tuple[str, ...]]
    lost_at_node: dict[str, dict[str, Level]]
    lost_at_party: dict[str, dict[str, Level]]


def reach(in_hand: Hands, seen: Iterable[Visibility], choices: Mapping[str, Choice]) -> Reach:
    """Return the reach of every item, node and party."""
    nodes_of: dict[str, list[str]] = {}
    lost_at_node: dict[str, dict[str, Level]] = {}
    for (node, item), held in in_hand.items():
        nodes_of.setdefault(item, []).append(node)
        worst = most(((hand.level, hand.when) for hand in held), choices)
        if worst is not Level.CIPHERTEXT:
            lost_at_node.setdefault(node, {})[item] = worst
    parties_of: dict[str, dict[str, None]] = {}
    lost_at_party: dict[str, dict[str, Level]] = {}
    for each in seen:
        if each.seer.kind != "party":
            continue
        parties_of.setdefault(each.data, {})[each.seer.id] = None
        if each.level is not Level.CIPHERTEXT:
            lost_at_party.setdefault(each.seer.id, {})[each.data] = each.level
    return Reach(
        {item: tuple(nodes) for item, nodes in nodes_of.items()},
        {item: tuple(parties) for item, parties in parties_of.items()},
        lost_at_node,
        lost_at_party,
    )
