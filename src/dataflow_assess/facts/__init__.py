"""What does the graph prove? One pure conclusion a module, computed once and only when asked for.

To add a fact: a module here with one function of the graph, and one cached property in `Facts`.
"""

from functools import cached_property

from dataflow_assess.collecting import uncollected
from dataflow_assess.facts.alternatives import Assumption, Case
from dataflow_assess.facts.continuity import Break, Discontinuity, discontinuities
from dataflow_assess.facts.crossings import Border, Crossing, crossings
from dataflow_assess.facts.custody import Custody, Link, custody
from dataflow_assess.facts.exposure import Exposure, Outcome, Protection, exposures
from dataflow_assess.facts.handling import Hand, Hands, Level, hands, most
from dataflow_assess.facts.reach import Reach, reach
from dataflow_assess.facts.relays import Opening, Relay, relays
from dataflow_assess.facts.residence import Ending, Residence, Rest, residences
from dataflow_assess.facts.visibility import Role, Seer, Sight, Visibility, visibility
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Node, System

__all__ = [
    "Assumption", "Border", "Break", "Case", "Crossing", "Custody", "Discontinuity", "Ending", "Exposure", "Facts",
    "Hand", "Level", "Link", "Opening", "Outcome", "Protection", "Reach", "Relay", "Residence", "Rest", "Role", "Seer",
    "Sight", "Visibility", "most",
]  # fmt: skip


class Facts:
    """Everything that is concluded about one system, each conclusion when it is first asked for.

    Attributes:
        graph: the data-flow graph that the conclusions rest on.

    The examples below go on from this one:

        >>> from dataflow_assess import assess, load
        >>> facts = assess(load("diagrams/nishitokyo/konbini/description.yaml")).facts
        >>> len(facts.system.nodes)
        11
    """

    def __init__(self, graph: DataFlowGraph) -> None:
        self.graph = graph

    @property
    def system(self) -> System:
        """The description."""
        return self.graph.system

    @cached_property
    @uncollected()
    def exposure(self) -> dict[tuple[str, str], Exposure]:
        """The state of each (hop identifier, data item identifier).

        >>> exposure = facts.exposure["証明書: 転送サーバ → LGWANサービス提供設備", "証明書"]
        >>> exposure.protection.value, exposure.statement.evidence
        ('plaintext', ('答弁',))
        """
        return exposures(self.graph)

    @cached_property
    @uncollected()
    def exposed(self) -> dict[Protection, tuple[Exposure, ...]]:
        """The exposures of personal data that have, or may turn out to have, each state.

        >>> [exposure.hop.label for exposure in facts.exposed[Protection.PLAINTEXT]][-1]
        '転送サーバ → LGWANサービス提供設備'
        """
        found: dict[Protection, list[Exposure]] = {state: [] for state in Protection}
        personal = {item.id for item in self.system.data if item.personal}
        for exposure in self.exposure.values():
            if exposure.data in personal:
                for state in {outcome.protection for outcome in exposure.outcomes}:
                    found[state].append(exposure)
        return {state: tuple(exposures) for state, exposures in found.items()}

    @cached_property
    @uncollected()
    def relays(self) -> list[Relay]:
        """The nodes at which encrypted data arrives and travels on, and whether they open it.

        >>> [(relay.node.id, relay.opening.value) for relay in facts.relays][1:]
        [('広域交付サーバ', 'opens'), ('コンビニ本部', 'not-stated')]
        """
        return relays(self.graph, self.exposure)

    @cached_property
    @uncollected()
    def handling(self) -> Hands:
        """The forms in which each (node identifier, data item identifier) is in hand.

        >>> [hand.level.value for hand in facts.handling["コンビニ本部", "証明書"]]
        ['unknown']
        """
        return hands(self.graph, self.exposure)

    @cached_property
    @uncollected()
    def visibility(self) -> dict[tuple[Seer, str], Visibility]:
        """What each (seer, data item identifier) can see; who is not in it sees nothing.

        >>> seen = facts.visibility[Seer("party", "コンビニ事業者"), "証明書"]
        >>> seen.level.value, sorted({sight.role.value for sight in seen.sights})
        ('plaintext', ['bystander', 'maintainer', 'network-operator', 'operator', 'person'])
        """
        return visibility(self.graph, self.exposure, self.handling)

    @cached_property
    @uncollected()
    def residence(self) -> dict[str, Residence]:
        """Where each data item rests, and what outlives the deletion of its original.

        >>> facts.residence["戸籍"].ending.value, facts.residence["発行ログ"].ending.value
        ('with-original', 'unknown')
        """
        return residences(self.graph, self.handling)

    @cached_property
    @uncollected()
    def custody(self) -> dict[str, Custody]:
        """The chain of contracts to each party that holds or sees data, or where it is broken.

        >>> custody = facts.custody["コンビニ事業者"]
        >>> custody.is_bound, custody.handed_by
        (False, ('J-LIS',))
        """
        return custody(self.graph, self.visibility.values())

    @cached_property
    @uncollected()
    def crossings(self) -> tuple[Crossing, ...]:
        """The borders that hops cross, or may cross.

        >>> [each.hop.label for each in facts.crossings if each.border is Border.ORGANISATION][:2]
        ['申請者 → マルチコピー機', 'コンビニ本部 → 広域交付サーバ']
        """
        return crossings(self.graph)

    @cached_property
    @uncollected()
    def reach(self) -> Reach:
        """How far items get, and what is lost in plaintext with a node or party.

        >>> {item: level.value for item, level in facts.reach.lost_at_node["広域交付サーバ"].items()}
        {'発行要求': 'plaintext', '証明書': 'plaintext'}
        """
        return reach(self.handling, self.visibility.values(), self.system.choices)

    @cached_property
    @uncollected()
    def continuity(self) -> tuple[Discontinuity, ...]:
        """Where data appears from nowhere or ends nowhere, and which exchange lacks its reply.

        >>> facts.continuity
        ()
        """
        return discontinuities(self.graph)

    @cached_property
    def holders(self) -> tuple[Node, ...]:
        """The nodes that have personal data in hand in any form, in the order of the description.

        >>> len(facts.holders)
        11
        """
        held = {node for node, item in self.handling if self.graph.item(item).personal}
        return tuple(node for node in self.system.nodes if node.id in held)

    def protection(self, hop_id: str) -> Protection:
        """Return the weakest state of any personal data on a hop; every unknown is weaker than encrypted."""
        return self.weakest(hop_id).protection

    def weakest(self, hop_id: str) -> Exposure:
        """Return the exposure of the personal item least protected on a hop; of any item where none is personal."""
        return self._weakest[hop_id]

    @cached_property
    @uncollected()
    def _weakest(self) -> dict[str, Exposure]:
        found: dict[str, tuple[tuple[bool, int], Exposure]] = {}
        for (hop_id, item), exposure in self.exposure.items():
            weight = not self.graph.item(item).personal, _WEAKEST_FIRST[exposure.protection]
            held = found.get(hop_id)
            if held is None or weight < held[0]:
                found[hop_id] = weight, exposure
        return {hop_id: exposure for hop_id, (_, exposure) in found.items()}


_WEAKEST_FIRST = {
    state: rank
    for rank, state in enumerate(
        (
            Protection.PLAINTEXT,
            Protection.DISAGREES,
            Protection.TO_CONFIRM,
            Protection.UNDECIDED,
            Protection.NOT_STATED,
            Protection.WITHHELD,
            Protection.ENCRYPTED,
            Protection.NOT_ELECTRONIC,
        )
    )
}
