"""In which state does a data item cross a hop: plaintext, encrypted, or unknown, and in which way unknown?

Channel protection and payload protection (a seal, an encrypted medium) combine: either is enough. A closed network
is no encryption. What is not decided is answered alternative by alternative.
"""

from enum import Enum

import attrs

from dataflow_assess.facts.alternatives import ALWAYS, Assumption, Case, assume, decide, holding
from dataflow_assess.facts.seals import Covering, covering_seals
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Hop, Seal, Standing, Statement
from dataflow_assess.vocabulary import Term

__all__ = ["Assumption", "Case", "Exposure", "Outcome", "Protection", "exposures", "state_of"]


class Protection(Enum):
    """The state of a data item on a hop; everything but the first three is a way of being unknown."""

    PLAINTEXT = "plaintext"
    ENCRYPTED = "encrypted"
    NOT_ELECTRONIC = "not-electronic"
    NOT_STATED = "not-stated"
    TO_CONFIRM = "to-confirm"
    UNDECIDED = "undecided"
    WITHHELD = "withheld"
    DISAGREES = "disagrees"

    @property
    def is_known(self) -> bool:
        """Whether the state is certain."""
        return self in (Protection.PLAINTEXT, Protection.ENCRYPTED, Protection.NOT_ELECTRONIC)


_UNKNOWN = {
    Standing.NOT_STATED: Protection.NOT_STATED,
    Standing.TO_CONFIRM: Protection.TO_CONFIRM,
    Standing.UNDECIDED: Protection.UNDECIDED,
    Standing.WITHHELD: Protection.WITHHELD,
}
_MOST_TELLING = (
    Protection.ENCRYPTED,
    Protection.TO_CONFIRM,
    Protection.DISAGREES,
    Protection.UNDECIDED,
    Protection.WITHHELD,
    Protection.NOT_STATED,
    Protection.PLAINTEXT,
)


@attrs.frozen
class Outcome:
    """The state in one case.

    Attributes:
        protection: the state.
        sealed: whether the payload itself is encrypted, so that nodes on the way see ciphertext.
        sealed_past: whether it still is at the hop's target, so that the target sees ciphertext as well.
        when: the options assumed, one a choice; empty where nothing that matters is undecided.
    """

    protection: Protection
    sealed: bool = False
    sealed_past: bool = False
    when: Case = ()


@attrs.frozen
class Exposure:
    """The state of one data item on one hop.

    Attributes:
        hop: the hop.
        data: identifier of the data item.
        outcomes: one for each combination of the options that matter here; never empty.
        statement: what decides: the channel's statement, or the seal's where that is what is known.
    """

    hop: Hop
    data: str
    outcomes: tuple[Outcome, ...]
    statement: Statement[Term]

    @property
    def protection(self) -> Protection:
        """The state where all alternatives agree, else `Protection.UNDECIDED`."""
        state = self.outcomes[0].protection
        agreed = len(self.outcomes) == 1 or all(outcome.protection is state for outcome in self.outcomes)
        return state if agreed else Protection.UNDECIDED

    @property
    def sealed(self) -> bool:
        """Whether a seal covers the payload in every alternative."""
        return all(outcome.sealed for outcome in self.outcomes)

    def when(self, protection: Protection) -> tuple[Case, ...]:
        """Return the cases in which the state is ``protection``; ``((),)`` when it always is."""
        if len(self.outcomes) == 1:
            return ALWAYS if self.outcomes[0].protection is protection else ()
        return holding((outcome.protection is protection, outcome.when) for outcome in self.outcomes)


def exposures(graph: DataFlowGraph) -> dict[tuple[str, str], Exposure]:
    """Return the exposure of every (hop identifier, data item identifier), in the order of the description.

    The cost is linear in hops × data items carried: each hop looks only at its own statements and seals.
    """
    resting = _resting_on_media(graph)
    found = {}
    for flow in graph.system.flows:
        covering = covering_seals(flow, graph) if flow.sealed else {}
        for hop in flow.hops:
            media = [end for end in (hop.source, hop.target) if graph.node(end).is_a("removable")]
            for item in graph.data_on(hop):
                carried = [said for medium in media for said in resting.get((medium, item), ())]
                carried += [said for medium in media if not (said := graph.node(medium).encryption).is_silent]
                found[hop.id, item] = _exposure(hop, item, carried, covering.get((hop.id, item), ()))
    return found


def _resting_on_media(graph: DataFlowGraph) -> dict[tuple[str, str], list[Statement[Term]]]:
    """Return what is said of the encryption of each item on each removable medium: it travels as it rests."""
    found: dict[tuple[str, str], list[Statement[Term]]] = {}
    for storage in graph.system.storage:
        if not storage.at_rest.is_silent and graph.node(storage.node).is_a("removable"):
            for item in storage.data:
                found.setdefault((storage.node, item), []).append(storage.at_rest)
    return found


def _exposure(hop: Hop, item: str, carried: list[Statement[Term]], seals: Covering) -> Exposure:
    channel = [hop.encryption, *carried]
    statements = [*channel, *(seal.encryption for seal in seals)]

    def outcome(assumed: dict[str, int]) -> Outcome:
        states = [state_of(assume(said, assumed)) for said in channel]
        payload = [_sealing(seal, assumed) for seal in seals]
        ends = {seal.target for seal, state in zip(seals, payload, strict=True) if state is Protection.ENCRYPTED}
        state = min((*states, *payload), key=_MOST_TELLING.index)
        medium = assume(hop.medium, assumed).known()
        if medium is not None and (medium.has("paper") or medium.has("human")):
            state = Protection.NOT_ELECTRONIC
        return Outcome(state, bool(ends), bool(ends - {hop.target}))

    decided = decide([*statements, hop.medium], outcome, otherwise=Outcome(Protection.UNDECIDED))
    outcomes = tuple(attrs.evolve(found, when=case) if case else found for found, case in decided)
    return Exposure(hop, item, outcomes, _deciding(statements))


def state_of(said: Statement[Term]) -> Protection:
    """Return the state that a statement about protection means; methods may differ without disagreeing."""
    if said.value is None:
        return _UNKNOWN[said.standing]
    encrypted = said.value.has("encrypted")
    if any(other.value is not None and other.value.has("encrypted") is not encrypted for other in said.also):
        return Protection.DISAGREES
    return Protection.ENCRYPTED if encrypted else Protection.PLAINTEXT


def _sealing(seal: Seal, assumed: dict[str, int]) -> Protection:
    """Return the state of a seal; the arrow alone, with nothing said of its method, states that it is there."""
    bare = seal.encryption.is_silent and seal.encryption.place is None
    return Protection.ENCRYPTED if bare else state_of(assume(seal.encryption, assumed))


def _deciding(statements: list[Statement[Term]]) -> Statement[Term]:
    """Return the statement that the state rests on: the one that says most."""

    def rank(said: Statement[Term]) -> int:
        return min(_MOST_TELLING.index(state_of(possible)) for possible in said.possible())

    return min(statements, key=rank)
