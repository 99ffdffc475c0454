"""What does a file say before it is known to be a description: values that know where they stand?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.errors import Place

NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
"""What YAML and JSON write for nothing."""


@attrs.define(slots=True)
class Value:
    """A value of the file; lines and columns count from 0 here and from 1 in `Place`."""

    line: int
    column: int
    end_line: int
    end_column: int

    def place(self, path: str) -> Place:
        """Return where the value stands in the file ``path``."""
        return Place(path, self.line + 1, self.column + 1, self.end_line + 1, self.end_column + 1)


@attrs.define(slots=True)
class Scalar(Value):
    """A single value; ``text`` is as written, and ``plain`` tells whether it may be a word of the format.

    In YAML quotation marks make a word plain text (``"未定"`` is the title of something); in JSON every text has them.
    """

    text: str
    plain: bool

    @property
    def is_null(self) -> bool:
        """Whether nothing is written, or YAML's words for nothing."""
        return self.plain and self.text in NOTHING

    @property
    def is_blank(self) -> bool:
        """Whether nothing can be read here, quoted or not."""
        return self.is_null or not self.text.strip()


@attrs.define(slots=True)
class Sequence(Value):
    """A list of values."""

    items: list[Value]


@attrs.define(slots=True)
class Mapping(Value):
    """Keys with values, in the order of the file, without duplicates."""

    pairs: list[tuple[Scalar, Value]]

    def __iter__(self) -> Iterator[tuple[Scalar, Value]]:
        """Yield each key with its value."""
        return iter(self.pairs)
