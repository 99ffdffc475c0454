"""How is a character read that JSON writes as two halves, without losing the places behind it?"""

import re
from bisect import bisect_right

_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_SAVED = 2  # \ud83d\ude00 takes two characters more than \U0001F600, which YAML reads


class Surrogates:
    """The pairs of surrogates of one text.

    Attributes:
        text: the text with each pair written as one character, in a way that YAML reads.
    """

    def __init__(self, text: str) -> None:
        self._ends: dict[int, list[int]] = {}
        lines = text.split("\n")
        for number, line in enumerate(lines):
            pairs = list(_PAIR.finditer(line))
            if pairs:
                self._ends[number] = [pair.end() - _SAVED * count for count, pair in enumerate(pairs, start=1)]
                lines[number] = _PAIR.sub(_joined, line)
        self.text = "\n".join(lines)

    def column(self, line: int, column: int) -> int:
        """Return where in the file a position of `text` is; both count from 0."""
        return column + _SAVED * bisect_right(self._ends.get(line, ()), column)


def _joined(pair: re.Match[str]) -> str:
    code = 0x10000 + ((int(pair[1], 16) - 0xD800) << 10) + int(pair[2], 16) - 0xDC00
    return f"\\U{code:08X}"
