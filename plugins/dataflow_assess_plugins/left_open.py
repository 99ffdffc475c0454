"""How does a statement leave a matter open, and how is that said in one sentence?"""

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

from dataflow_assess.plugin import ALWAYS, Case, Kind, Message, Severity, Standing, Statement, assume, decide, holding
from dataflow_assess_plugins.texts import message

T = TypeVar("T")

_NONE = frozenset(
    {"なし", "無し", "無", "しない", "行わない", "確認しない", "ない", "none", "no", "not done", "nothing"}
)
"""Words with which a text says that there is nothing of the kind."""


def is_open(said: Statement[object]) -> bool:
    """Tell whether a matter is left open: anything but one value on which the papers agree."""
    return said.known() is None


def says_none(said: Statement[str]) -> bool:
    """Tell whether it is stated in words that there is nothing of the kind, such as なし."""
    return said.value is not None and unicodedata.normalize("NFKC", said.value).strip().casefold() in _NONE


def when(said: Statement[T], holds: Callable[[Statement[T]], bool]) -> tuple[Case, ...]:
    """Return the cases in which something holds of what is said: `ALWAYS`, those undecided, or none."""
    if not said.alternatives:
        return ALWAYS if holds(said) else ()
    return holding(decide((said,), lambda assumed: holds(assume(said, assumed)), otherwise=True))


def stamped(cases: tuple[Case, ...]) -> tuple[Case, ...]:
    """Return the cases as a hit takes them: none where something always holds."""
    return () if cases == ALWAYS else cases


def alike(said: Statement[object]) -> tuple[object, ...]:
    """Return what matters that are left open in the same way have in common, so that they are one finding."""
    return (said.standing, said.text, said.by, said.due)


def kind_of(said: Statement[object]) -> Kind:
    """Return the sort of finding that an open matter is: a promise to confirm is told from silence."""
    return Kind.TO_CONFIRM if said.standing is Standing.TO_CONFIRM else Kind.NOT_STATED


def severity_of(said: Statement[object], otherwise: Severity | None = None) -> Severity | None:
    """Return the weight of an open matter: a promise to confirm is a question, anything else as told."""
    return Severity.QUESTION if said.standing is Standing.TO_CONFIRM else otherwise


def in_words(matter: Message, said: Statement[object]) -> Message:
    """Return the sentence that says in which way ``matter`` (a phrase that begins a sentence) is left open."""
    sentence = _sentence(matter, said)
    reason = said.standing is not Standing.TO_CONFIRM and said.text
    return message("{sentence} ({reason})", sentence=sentence, reason=said.text) if reason else sentence


def _sentence(matter: Message, said: Statement[object]) -> Message:
    given = {"matter": matter}
    match said.standing:
        case Standing.TO_CONFIRM:
            return message("{matter} is still to be confirmed ({details})", details=_promise(said), **given)
        case Standing.UNDECIDED if options := _values(said.alternatives):
            return message("{matter} is undecided ({options})", options=options, **given)
        case Standing.UNDECIDED:
            return message("{matter} is undecided", **given)
        case Standing.WITHHELD:
            return message("{matter} is not disclosed and cannot be verified", **given)
        case Standing.STATED:
            return message("{matter}: the papers disagree ({values})", values=_values((said, *said.also)), **given)
    return message("{matter} is not stated", **given)


def _promise(said: Statement[object]) -> tuple[str | Message, ...]:
    by = said.by or message("nobody named")
    due = message("due {due}", due=said.due) if said.due else message("no date")
    return (said.text, by, due) if said.text else (by, due)


def _values(several: Iterable[Statement[object]]) -> tuple[object, ...]:
    said = [each.value for each in several if each.value is not None]
    return tuple(message("“{items}”", items=value) if isinstance(value, tuple) else value for value in said)
