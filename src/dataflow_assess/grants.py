"""What became of a waiver: did it waive a finding, and if not, why not?"""

from enum import Enum

import attrs

from dataflow_assess.findings import Subject
from dataflow_assess.model import Day, Waiver


class WaiverOutcome(Enum):
    """What became of a waiver."""

    USED = "used"
    UNUSED = "unused"
    PARTIAL = "partial"
    EXPIRED = "expired"
    UNAPPROVED = "unapproved"
    NO_RULE = "no-rule"
    NO_ELEMENT = "no-element"


@attrs.frozen
class Grant:
    """A waiver and what became of it.

    Attributes:
        waiver: the waiver.
        element: what it is written beside or names, for people.
        outcome: what became of it.
        today: the day by which it was judged.
        uncovered: for `WaiverOutcome.PARTIAL`, the further elements that the finding is about.
    """

    waiver: Waiver
    element: str
    outcome: WaiverOutcome
    today: Day
    uncovered: tuple[Subject, ...] = ()
