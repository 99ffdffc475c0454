"""What does the graph prove? One pure conclusion a module, computed once and only when asked for.

To add a fact: a module here with one function of the graph, and one cached property in `Facts`.
"""

from functools import cached_property

from dataflow_assess.facts.exposure import Assumption, Exposure, Outcome, Protection, exposures
from dataflow_assess.facts.relays import Opening, Relay, relays
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import System

__all__ = ["Assumption", "Exposure", "Facts", "Opening", "Outcome", "Protection", "Relay"]


class Facts:
    """Everything that is concluded about one system.

    Attributes:
        graph: the data-flow graph that the conclusions rest on.
    """

    def __init__(self, graph: DataFlowGraph) -> None:
        self.graph = graph

    @property
    def system(self) -> System:
        """The description."""
        return self.graph.system

    @cached_property
    def exposure(self) -> dict[tuple[str, str], Exposure]:
        """The state of each (hop identifier, data item identifier)."""
        return exposures(self.graph)

    @cached_property
    def relays(self) -> list[Relay]:
        """The nodes at which encrypted data arrives and travels on, and whether they open it."""
        return relays(self.graph, self.exposure)

    def protection(self, hop_id: str) -> Protection:
        """Return the weakest state of any data item on a hop; every unknown is weaker than encrypted."""
        return self._weakest[hop_id]

    @cached_property
    def _weakest(self) -> dict[str, Protection]:
        found: dict[str, Protection] = {}
        for (hop_id, _item), exposure in self.exposure.items():
            held = found.setdefault(hop_id, exposure.protection)
            found[hop_id] = min(held, exposure.protection, key=_WEAKEST_FIRST.index)
        return found


_WEAKEST_FIRST = (
    Protection.PLAINTEXT,
    Protection.DISAGREES,
    Protection.TO_CONFIRM,
    Protection.UNDECIDED,
    Protection.NOT_STATED,
    Protection.WITHHELD,
    Protection.ENCRYPTED,
    Protection.NOT_ELECTRONIC,
)
