"""How do several arrows become one, so that an overview stays legible?"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import Final

import attrs

from dataflow_assess.drawing.picture import Arrow, Keys, State
from dataflow_assess.drawing.words import tag

_GRAVEST: Final = (
    State.PLAINTEXT,
    State.UNKNOWN,
    State.TO_CONFIRM,
    State.UNDECIDED,
    State.WITHHELD,
    State.MEDIA,
    State.PAPER,
    State.IN_PERSON,
    State.ENCRYPTED,
)
_ITEMS: Final = 3  # that an arrow for many names one by one


def gathered(arrows: Iterable[Arrow], key: Callable[[Arrow], Hashable], language: str) -> tuple[Arrow, ...]:
    """Return one arrow for all that share a key, in the order of their lowest numbers; None stands alone.

    An arrow for several shows the gravest of their states and says how many there are of each.
    """
    groups: dict[Hashable, list[Arrow]] = {}
    for arrow in sorted(arrows, key=lambda each: each.number):
        shared = key(arrow)
        groups.setdefault(arrow.number if shared is None else (shared,), []).append(arrow)
    return tuple(group[0] if len(group) == 1 else _one(group, language) for group in groups.values())


def _one(group: list[Arrow], language: str) -> Arrow:
    states = Counter(arrow.state for arrow in group)
    numbers = sorted(number for arrow in group for number in arrow.numbers)
    data = list(dict.fromkeys(arrow.data for arrow in group))
    named = data[:_ITEMS] + (["…"] if len(data) > _ITEMS else [])
    counted = [f"{tag(state, language)} {states[state]}" for state in _GRAVEST if states[state]]
    return attrs.evolve(
        group[0],
        data=("、" if language == "ja" else ", ").join(named),
        state=min(states, key=_GRAVEST.index),
        remark="・".join(counted) if len(counted) > 1 else group[0].remark if _alike(group) else "",
        evidence=group[0].evidence if _alike(group) else "",
        badges=tuple(dict.fromkeys(badge for arrow in group for badge in arrow.badges)),
        keys=Keys(
            items=tuple(dict.fromkeys(item for arrow in group for item in arrow.keys.items)),
            parties=tuple(dict.fromkeys(party for arrow in group for party in arrow.keys.parties)),
        ),
        also=tuple(numbers[1:]),
    )


def _alike(group: list[Arrow]) -> bool:
    return len({(arrow.remark, arrow.evidence) for arrow in group}) == 1
