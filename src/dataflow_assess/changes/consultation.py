"""Do changes as these usually go before the council again, and by what?

No judgement of law: which facts usually bring a case before a council, under the regime that the description names.
"""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from dataflow_assess.changes.change import Aspect, Change, Direction
from dataflow_assess.findings import Source
from dataflow_assess.messages import Message, message
from dataflow_assess.model import System

_N, _W, _C = Direction.NEW, Direction.WORSE, Direction.CHANGED

_WHY: dict[tuple[Aspect, Direction], Message] = {
    (Aspect.CROSSING, _N): message("data goes where it did not go before"),
    (Aspect.PARTY, _N): message("somebody handles data who did not"),
    (Aspect.SUBCONTRACTOR, _N): message("work is passed on to another firm"),
    (Aspect.SUBCONTRACTOR, _C): message("the terms of a subcontract changed"),
    (Aspect.SUBCONTRACTOR, _W): message("a term of a subcontract was dropped"),
    (Aspect.CONTRACT, _N): message("another contract binds the handling"),
    (Aspect.SIGHT, _W): message("somebody sees more than before"),
    (Aspect.PROTECTION, _W): message("protection was lost"),
    (Aspect.STORAGE, _N): message("data rests where it did not rest before"),
    (Aspect.RETENTION, _W): message("data is kept longer, or it is no longer said how long"),
    (Aspect.RETENTION, _C): message("the retention is another one, and it is not certain that it is no longer"),
    (Aspect.DELETION, _W): message("a statement on deletion was dropped"),
    (Aspect.DELETION, _C): message("data is deleted otherwise"),
    (Aspect.PLACE, _C): message("data is processed elsewhere, or by somebody else"),
    (Aspect.DATA, _N): message("more personal data is handled"),
    (Aspect.PURPOSE, _W): message("the purpose of use, or its basis, is no longer said"),
    (Aspect.PURPOSE, _C): message("the purpose of use, or its basis, is another one"),
}
"""Which changes usually bring a case before a council again; what is not here usually does not."""

_KEYS = {"ordinance": ("ordinance-online",), "act": ("act-129",)}
"""The sources of a consultation, by the regime; the texts stand with the rules that use them."""

_LAW = {
    "ordinance": message(
        "Under the ordinance: what was put to the council is put to it again when the facts of its decision change, "
        "above all a connection with computers outside"
    ),
    "act": message(
        "Under the Act: the council is consulted where its expert opinion is specially needed (Article 129); whether a "
        "change is put to it or reported is for the municipality's own rules to say"
    ),
}
_UNKNOWN = message("The description does not say whether an ordinance or the Act applies: write the key regime")


@attrs.frozen
class Reason:
    """Why a change usually goes before the council.

    Attributes:
        change: the change.
        why: what about it.
    """

    change: Change
    why: Message


@attrs.frozen
class Consultation:
    """The answer to whether a change usually needs to be put to the council again.

    Attributes:
        reasons: one a change that usually does; empty where none does.
        regime: "ordinance", "act", or "" where that is not known.
        law: what the regime says, in one sentence.
        sources: where it says so.
    """

    reasons: tuple[Reason, ...]
    regime: str
    law: Message
    sources: tuple[Source, ...]

    @property
    def is_usual(self) -> bool:
        """Whether changes as these usually go before the council."""
        return bool(self.reasons)


def consultation(changes: Sequence[Change], system: System, sources: Mapping[str, Source]) -> Consultation:
    """Return which of the changes usually go before the council, under the regime of the new version.

    Args:
        changes: what changed.
        system: the new version.
        sources: the sources that rules rest on, by key.
    """
    term = system.overview.regime.known()
    regime = term.en if term is not None and term.en in _KEYS else ""
    keys = _KEYS[regime] if regime else tuple(key for each in _KEYS.values() for key in each)
    cited = tuple(sources[key] for key in keys if key in sources)
    return Consultation(tuple(_reasons(changes)), regime, _LAW.get(regime, _UNKNOWN), cited)


def _reasons(changes: Sequence[Change]) -> Iterator[Reason]:
    for change in changes:
        why = _WHY.get((change.aspect, change.direction))
        if why is not None:
            yield Reason(change, why)
