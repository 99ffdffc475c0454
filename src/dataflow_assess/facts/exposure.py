"""In which state does a data item cross a hop: plaintext, encrypted, or unknown, and in which way unknown?

Channel protection and payload protection (a seal) combine: either is enough. A closed network is no encryption.
What is not decided is answered alternative by alternative.
"""

from collections.abc import Iterator
from enum import Enum
from itertools import product

import attrs

from dataflow_assess.facts.seals import Covering, covering_seals
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import Hop, Standing, Statement
from dataflow_assess.vocabulary import Term


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

Assumption = tuple[str, int]
"""A choice's identifier and the index of the option assumed."""


@attrs.frozen
class Outcome:
    """The state under the assumptions ``when``, which are empty where nothing is undecided.

    Attributes:
        protection: the state.
        sealed: whether a seal covers the payload, so that nodes on the way see ciphertext.
        when: the options assumed, one a choice.
    """

    protection: Protection
    sealed: bool
    when: tuple[Assumption, ...] = ()


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
        states = {outcome.protection for outcome in self.outcomes}
        return states.pop() if len(states) == 1 else Protection.UNDECIDED

    @property
    def sealed(self) -> bool:
        """Whether a seal covers the payload in every alternative."""
        return all(outcome.sealed for outcome in self.outcomes)

    def when(self, protection: Protection) -> tuple[tuple[Assumption, ...], ...]:
        """Return the assumptions under which the state is ``protection``; ``((),)`` when it always is."""
        found = tuple(outcome.when for outcome in self.outcomes if outcome.protection is protection)
        return ((),) if len(found) == len(self.outcomes) else found


def exposures(graph: DataFlowGraph) -> dict[tuple[str, str], Exposure]:
    """Return the exposure of every (hop identifier, data item identifier), in the order of the description.

    The cost is linear in hops × data items carried: each hop looks only at its own statements and seals.
    """
    found = {}
    for flow in graph.system.flows:
        covering = covering_seals(flow, graph) if flow.sealed else {}
        for hop in flow.hops:
            for item in graph.data_on(hop):
                found[hop.id, item] = _exposure(hop, item, covering.get((hop.id, item), ()))
    return found


def _exposure(hop: Hop, item: str, seals: Covering) -> Exposure:
    statements = [hop.encryption, *(seal.encryption for seal in seals)]
    choices = _choices([*statements, hop.medium])
    outcomes = []
    for options in product(*(range(count) for count in choices.values())):
        assumed = dict(zip(choices, options, strict=True))
        outcomes.append(_outcome(hop, statements, assumed))
    return Exposure(hop, item, tuple(outcomes), _deciding(statements))


def _choices(statements: list[Statement[Term]]) -> dict[str, int]:
    """Return the choices that the statements depend on, with the number of their options."""
    return {said.choice: len(said.alternatives) for said in statements if said.alternatives}


def _outcome(hop: Hop, statements: list[Statement[Term]], assumed: dict[str, int]) -> Outcome:
    when = tuple(assumed.items())
    states = [_state(_assume(said, assumed)) for said in statements]
    sealed = Protection.ENCRYPTED in states[1:]
    medium = _assume(hop.medium, assumed).known()
    if medium is not None and (medium.has("paper") or medium.has("human")):
        return Outcome(Protection.NOT_ELECTRONIC, sealed, when)
    return Outcome(min(states, key=_MOST_TELLING.index), sealed, when)


def _assume(said: Statement[Term], assumed: dict[str, int]) -> Statement[Term]:
    """Return what is said once the choices are made as ``assumed``."""
    return said.alternatives[assumed[said.choice]] if said.alternatives else said


def _state(said: Statement[Term]) -> Protection:
    if said.disagrees:
        return Protection.DISAGREES
    if said.value is None:
        return _UNKNOWN[said.standing]
    return Protection.ENCRYPTED if said.value.has("encrypted") else Protection.PLAINTEXT


def _deciding(statements: list[Statement[Term]]) -> Statement[Term]:
    """Return the statement that the state rests on: the one that says most."""

    def rank(said: Statement[Term]) -> int:
        return 0 if said.alternatives else _MOST_TELLING.index(_state(said))

    return min(statements, key=rank)


def personal(graph: DataFlowGraph, found: dict[tuple[str, str], Exposure]) -> Iterator[Exposure]:
    """Yield the exposures of personal data."""
    return (exposure for exposure in found.values() if graph.item(exposure.data).personal)
