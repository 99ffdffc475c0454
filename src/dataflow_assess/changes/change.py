"""What is one change between two versions of a description, as a council would put it?"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from enum import Enum
from typing import TypeVar

import attrs

from dataflow_assess.errors import Place
from dataflow_assess.findings import Subject
from dataflow_assess.messages import Message

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Aspect(Enum):
    """What changed, in the order in which councils ask."""

    CROSSING = "crossing"
    PARTY = "party"
    SUBCONTRACTOR = "subcontractor"
    CONTRACT = "contract"
    SIGHT = "sight"
    PROTECTION = "protection"
    STORAGE = "storage"
    RETENTION = "retention"
    DELETION = "deletion"
    PLACE = "place"
    DATA = "data"
    PURPOSE = "purpose"


class Direction(Enum):
    """Which way it changed; `opposite` is what the way back is called."""

    NEW = "new"
    GONE = "gone"
    WORSE = "worse"
    BETTER = "better"
    CHANGED = "changed"

    @property
    def opposite(self) -> "Direction":
        """The direction of the same change read backwards."""
        return _OPPOSITES.get(self, self)


_OPPOSITES = {
    Direction.NEW: Direction.GONE,
    Direction.GONE: Direction.NEW,
    Direction.WORSE: Direction.BETTER,
    Direction.BETTER: Direction.WORSE,
}


@attrs.frozen
class Change:
    """One change.

    Attributes:
        aspect, direction: what changed, and which way.
        subject: the element that it is about, under its identifier in the new version.
        message: the sentence for people.
        place: where it stands in the new version, or in the old one where it is gone; None where nowhere.
        before, after: what was and is said, or None.
    """

    aspect: Aspect
    direction: Direction
    subject: Subject
    message: Message
    place: Place | None = None
    before: object = None
    after: object = None


def versus(
    old: Mapping[K, V], new: Mapping[K, V], same: Callable[[V, V], bool] = lambda one, other: bool(one == other)
) -> Iterator[tuple[K, V | None, V | None]]:
    """Yield each key whose value differs, with the value before and after; None where it has none."""
    for key, value in new.items():
        before = old.get(key)
        if before is None or not same(before, value):
            yield key, before, value
    for key, value in old.items():
        if key not in new:
            yield key, value, None
