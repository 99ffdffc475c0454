"""What do the papers say about one thing, and in which way do they not say it?

Every statement can be unknown, in the way in which it is unknown. That is why a missing value is never False.
"""

from collections.abc import Iterator
from enum import Enum
from typing import Generic, TypeVar

import attrs

from dataflow_assess.errors import Place
from dataflow_assess.model.calendar import Day

T_co = TypeVar("T_co", covariant=True)


class Standing(Enum):
    """In which way something is said or not said; values are the words of the description format."""

    STATED = "stated"
    NOT_STATED = "not-stated"
    TO_CONFIRM = "to-confirm"
    UNDECIDED = "undecided"
    WITHHELD = "withheld"


@attrs.frozen
class Statement(Generic[T_co]):
    """One statement of a description.

    Attributes:
        standing: stated, not stated, to be confirmed, undecided or withheld.
        value: what is stated; None unless stated.
        text: what is to be confirmed, or why it is withheld.
        by, due: who is to answer or said so, and by when.
        alternatives: for an undecided statement, one statement an option, in order.
        choice: the identifier of the choice that decides between the alternatives; see `System.choices`.
        evidence: where it is written or who said it.
        note: a remark.
        also: other statements of the papers on the same matter, which may disagree.
        corrects: earlier statements that this one takes back.
        place: where it stands; None when it is not stated at all.
    """

    standing: Standing
    value: T_co | None = None
    text: str = ""
    by: str = ""
    due: Day | None = None
    alternatives: tuple["Statement[T_co]", ...] = ()
    choice: str = ""
    evidence: tuple[str, ...] = ()
    note: str = ""
    also: tuple["Statement[T_co]", ...] = ()
    corrects: tuple["Statement[T_co]", ...] = ()
    place: Place | None = None

    @property
    def is_stated(self) -> bool:
        """Whether a value is stated."""
        return self.standing is Standing.STATED

    @property
    def is_silent(self) -> bool:
        """Whether the papers say nothing on the matter."""
        return self.standing is Standing.NOT_STATED

    @property
    def disagrees(self) -> bool:
        """Whether the papers also state another value, without taking it back."""
        return self.is_stated and any(other.is_stated and other.value != self.value for other in self.also)

    def known(self) -> T_co | None:
        """Return the value when it is stated and nothing else in the papers disagrees, else None."""
        return None if self.also and self.disagrees else self.value

    def possible(self) -> Iterator["Statement[T_co]"]:
        """Yield the statements that may turn out to hold: each alternative, or this one."""
        if self.standing is Standing.UNDECIDED and self.alternatives:
            yield from self.alternatives
        else:
            yield self


NOT_STATED: Statement[object] = Statement(Standing.NOT_STATED)


@attrs.frozen
class Choice:
    """Something undecided, with its options.

    Attributes:
        id: the name of the choice, given by the author or taken from the element and key.
        options: the options in the author's words, in order.
        place: where it stands.
    """

    id: str
    options: tuple[str, ...]
    place: Place
