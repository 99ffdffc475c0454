"""By which contracts does each party that holds or sees data answer to the controller, and where does that break?"""

from collections import deque
from collections.abc import Iterable

import attrs

from dataflow_assess.facts.handling import Level
from dataflow_assess.facts.visibility import Visibility
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Contract, Statement
from dataflow_assess.vocabulary import Term


@attrs.frozen
class Link:
    """One contract of a chain.

    Attributes:
        contract: the contract.
        depth: 1 for the controller's own contract, 2 for the first subcontract …
        consent: the controller's consent, which only links of depth 2 and more need.
    """

    contract: Contract
    depth: int

    @property
    def consent(self) -> Statement[Term]:
        """What the papers say on the controller's consent to this link."""
        return self.contract.consent


@attrs.frozen
class Custody:
    """How one party that holds or sees data is bound to the controller.

    Attributes:
        party: identifier of the party.
        data: identifiers of the items that it can see in any form.
        chain: the shortest chain of contracts from the controller; empty where there is none.
        handed_by: where there is no chain, the parties that hand data to it: the links that are missing.
    """

    party: str
    data: tuple[str, ...]
    chain: tuple[Link, ...]
    handed_by: tuple[str, ...] = ()

    @property
    def is_bound(self) -> bool:
        """Whether a chain of contracts leads from the controller to the party."""
        return bool(self.chain)

    @property
    def depth(self) -> int:
        """The number of contracts between the controller and the party; 0 where the chain is broken."""
        return len(self.chain)


def custody(graph: DataFlowGraph, seen: Iterable[Visibility]) -> dict[str, Custody]:
    """Return the custody of every party but the controller and individuals that holds or sees data."""
    controller = graph.system.overview.controller
    chains = _chains(graph, controller)
    held: dict[str, dict[str, None]] = {}
    for each in seen:
        if each.seer.kind == "party" and each.level is not Level.NOTHING:
            held.setdefault(each.seer.id, {})[each.data] = None
    givers = _givers(graph)
    found = {}
    for party, items in held.items():
        kind = graph.party(party).kind
        if party == controller or (kind is not None and kind.has("individual")):
            continue
        chain = chains.get(party, ())
        found[party] = Custody(party, tuple(items), chain, () if chain else tuple(givers.get(party, ())))
    return found


def _chains(graph: DataFlowGraph, controller: str) -> dict[str, tuple[Link, ...]]:
    """Return the shortest chain to every party, each contract looked at once."""
    leaving: dict[str, list[Contract]] = {}
    for contract in graph.system.contracts:
        leaving.setdefault(contract.source, []).append(contract)
    chains: dict[str, tuple[Link, ...]] = {controller: ()}
    waiting = deque([controller])
    while waiting:
        party = waiting.popleft()
        for contract in leaving.get(party, ()):
            if contract.target not in chains:
                chains[contract.target] = (*chains[party], Link(contract, len(chains[party]) + 1))
                waiting.append(contract.target)
    return chains


def _givers(graph: DataFlowGraph) -> dict[str, dict[str, None]]:
    """Return for each party the parties from whose nodes data comes to its own."""
    parties = {party.id for party in graph.system.parties}
    found: dict[str, dict[str, None]] = {}
    for hop in graph.hops():
        source = graph.organisation_of(graph.node(hop.source)).value
        target = graph.organisation_of(graph.node(hop.target)).value
        if source in parties and target in parties and source != target:
            found.setdefault(target, {})[source] = None
    return found
