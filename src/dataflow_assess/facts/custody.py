"""By which contracts does each party that holds or sees data answer to the controller, and where does that break?"""

from collections import deque
from collections.abc import Iterable

import attrs

from dataflow_assess.facts.certificates import certified
from dataflow_assess.facts.handling import Level
from dataflow_assess.facts.visibility import Role, Sight, Visibility
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Certification, Contract, Hop, Node, Statement
from dataflow_assess.vocabulary import Term, standard_vocabulary


@attrs.frozen
class Link:
    """One contract of a chain.

    Attributes:
        contract: the contract.
        depth: 1 for the controller's own contract, 2 for the first subcontract …
    """

    contract: Contract
    depth: int

    @property
    def consent(self) -> Statement[Term]:
        """What the papers say on the controller's consent, which only links of depth 2 and more need."""
        return self.contract.consent

    @property
    def missing_clauses(self) -> tuple[Term, ...] | None:
        """The required clauses that the contract lacks; None where its clauses are not known."""
        listed = self.contract.clauses.known()
        if listed is None:
            return None
        return tuple(
            clause
            for clause in standard_vocabulary().terms("clause")
            if clause.has("required") and clause not in listed
        )


@attrs.frozen
class Custody:
    """How one party that holds or sees data is bound to the controller.

    Attributes:
        party: identifier of the party.
        data: identifiers of the items that it can see in any form.
        chain: the shortest chain of contracts from the controller; empty where there is none.
        handed_by: where there is no chain, the parties that hand data to it: the links that are missing.
        certifications: the certificates that it holds itself.
        certified_elsewhere: those that speak for it but sit with another party; see `facts.certificates`.
    """

    party: str
    data: tuple[str, ...]
    chain: tuple[Link, ...]
    handed_by: tuple[str, ...] = ()
    certifications: tuple[Certification, ...] = ()
    certified_elsewhere: tuple[Certification, ...] = ()

    @property
    def is_bound(self) -> bool:
        """Whether a chain of contracts leads from the controller to the party."""
        return bool(self.chain)

    @property
    def depth(self) -> int:
        """The number of contracts between the controller and the party; 0 where the chain is broken."""
        return len(self.chain)

    @property
    def missing_clauses(self) -> dict[str, tuple[Term, ...] | None]:
        """What each contract of the chain lacks, by its identifier; None where its clauses are not known."""
        return {link.contract.id: link.missing_clauses for link in self.chain}


def custody(graph: DataFlowGraph, seen: Iterable[Visibility]) -> dict[str, Custody]:
    """Return the custody of every party but the controller and individuals that holds or sees data."""
    controller = graph.system.overview.controller
    chains = _chains(graph, controller)
    held: dict[str, dict[str, None]] = {}
    places: dict[str, dict[tuple[Role, str], Sight]] = {}
    for each in seen:
        party = each.seer.id
        if each.seer.kind != "party" or each.level is Level.NOTHING or _answers_itself(graph, party, controller):
            continue
        held.setdefault(party, {})[each.data] = None
        for sight in each.sights:
            places.setdefault(party, {}).setdefault((sight.role, sight.element.id), sight)
    found = {}
    for party, items in held.items():
        sights = tuple(places[party].values())
        chain = chains.get(party, ())
        certificates = certified(graph, party, _parties(chain), _nodes_of(sights))
        handed_by = () if chain else tuple(_givers(graph, party, sights))
        found[party] = Custody(party, tuple(items), chain, handed_by, certificates.own, certificates.elsewhere)
    return found


def _answers_itself(graph: DataFlowGraph, party: str, controller: str) -> bool:
    kind = graph.party(party).kind
    return party == controller or (kind is not None and kind.has("individual"))


def _parties(chain: Iterable[Link]) -> frozenset[str]:
    """Return the parties to the contracts of a chain."""
    return frozenset(end for link in chain for end in (link.contract.source, link.contract.target))


def _nodes_of(sights: Iterable[Sight]) -> tuple[Node, ...]:
    """Return the nodes at which a party holds or works on data, not only looks on."""
    own = (Role.OPERATOR, Role.MAINTAINER, Role.REMOTE_MAINTAINER)
    return tuple(s.element for s in sights if isinstance(s.element, Node) and s.role in own)


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


def _givers(graph: DataFlowGraph, party: str, sights: Iterable[Sight]) -> dict[str, None]:
    """Return the parties that let data get to another: by sending it, or by letting it work or look at their nodes."""
    parties = {each.id for each in graph.system.parties}
    found: dict[str, None] = {}
    for sight in sights:
        element = sight.element
        if isinstance(element, Hop):
            nodes = [element.source]
        elif sight.role in (Role.OPERATOR, Role.PERSON):
            nodes = [hop.source for hop in graph.hops_into(element.id)]
        else:
            nodes = [element.id]
        for node in nodes:
            giver = graph.organisation_of(graph.node(node)).value
            if giver in parties and giver != party:
                found[giver] = None
    return found
