"""What do all elements of a description have in common?"""

import attrs

from dataflow_assess.errors import Place
from dataflow_assess.model.shapes import Many, Text, entry

NOWHERE = Place("", 0, 0)


@attrs.frozen(kw_only=True)
class Element:
    """One element of a description.

    Attributes:
        id: the identifier; for elements without one of their own it is made from what they join.
        place: where the element stands.
        evidence: where it is written or who said it.
        note: a remark.
    """

    id: str = ""
    place: Place = NOWHERE
    evidence: tuple[str, ...] = entry("evidence", Many(Text()))
    note: str = entry("note", Text())

    @property
    def label(self) -> str:
        """The name shown to people."""
        return self.id
