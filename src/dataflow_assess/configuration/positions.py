"""Where does each key and value of a TOML file stand? tomllib reads the file and keeps no places.

The scanner walks a text that tomllib has accepted, so it need not judge: it only tells strings, brackets and
comments apart.
"""

import re
import tomllib
from bisect import bisect_right

import attrs

from dataflow_assess.errors import Place

Path = tuple[str | int, ...]
"""The keys from the top of the file, with the index of each table of an array and of each item of a list."""
Span = tuple[int, int]

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WORD = re.compile(r"[^,\]}\s#]+(?: [^,\]}\s#]+)*")  # a date may hold a blank
_STRINGS = (
    re.compile(r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*"{3,5}'),
    re.compile(r"'''(?:[^']|'(?!''))*'{3,5}"),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)


@attrs.frozen
class Places:
    """The places of a TOML file.

    Attributes:
        shown: the file's name, for places.
        keys, values: where each key and each value stands, as offsets into the text.
        lines: the offset at which each line begins.
    """

    shown: str
    keys: dict[Path, Span]
    values: dict[Path, Span]
    lines: list[int]

    def key(self, path: Path) -> Place:
        """Return where a key stands."""
        return self._at(self.keys, path)

    def value(self, path: Path) -> Place:
        """Return where a value stands; of a table it is its head."""
        return self._at(self.values if path in self.values else self.keys, path)

    def _at(self, known: dict[Path, Span], path: Path) -> Place:
        start, end = known.get(path) or self.keys.get(path) or self.values.get(path) or (0, 0)
        return Place(self.shown, *self._position(start), *self._position(end))

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1


def places(text: str, shown: str) -> Places:
    """Return the places of everything in ``text``, which tomllib accepts."""
    scanner = _Scanner(text)
    scanner.document()
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    return Places(shown, scanner.keys, scanner.values, lines)


class _Scanner:
    """Walks the text once; ``at`` is the next character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.keys: dict[Path, Span] = {}
        self.values: dict[Path, Span] = {}
        self._tables: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        while self._next():
            if self.text[self.at] == "[":
                table = self._head()
            else:
                self._pair(table)

    def _next(self) -> bool:
        """Go to the next character that means something; tell whether there is one."""
        found = _BLANK.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at < len(self.text)

    def _head(self) -> Path:
        """Walk ``[a.b]`` or ``[[a.b]]`` and return the path of what follows."""
        start = self.at
        brackets = 2 if self.text.startswith("[[", self.at) else 1
        self.at += brackets
        path = self._path((), self._dotted())
        if brackets == 2:
            self._tables[path] = self._tables.get(path, -1) + 1
        self._next()
        self.at += brackets
        self.keys.setdefault(path, (start, self.at))
        if brackets == 2:
            path = (*path, self._tables[path])
        self.values.setdefault(path, (start, self.at))
        return path

    def _path(self, table: Path, names: list[tuple[str, Span]]) -> Path:
        """Return the path of a dotted key; on its way it leads into the latest table of an array."""
        path = table
        for index, (name, span) in enumerate(names):
            path = (*path, name)
            self.keys.setdefault(path, span)
            if index < len(names) - 1 and path in self._tables:
                path = (*path, self._tables[path])
        return path

    def _dotted(self) -> list[tuple[str, Span]]:
        names = []
        while True:
            self._next()
            start = self.at
            self.at = self._string() or self._bare()
            (name,) = tomllib.loads(f"{self.text[start : self.at]} = 0")
            names.append((name, (start, self.at)))
            self._next()
            if self.text[self.at] != ".":
                return names
            self.at += 1

    def _bare(self) -> int:
        found = _BARE.match(self.text, self.at)
        assert found is not None
        return found.end()

    def _string(self) -> int:
        """Return where the string that begins here ends, or 0 where none begins."""
        return next((found.end() for each in _STRINGS if (found := each.match(self.text, self.at))), 0)

    def _pair(self, table: Path) -> None:
        path = self._path(table, self._dotted())
        self.at += 1  # the sign of equality
        self._value(path)

    def _value(self, path: Path) -> None:
        self._next()
        start = self.at
        if self.text[start] == "[":
            self._items(path)
        elif self.text[start] == "{":
            self._inline(path)
        elif end := self._string():
            self.at = end
        else:
            found = _WORD.match(self.text, start)
            assert found is not None
            self.at = found.end()
        self.values[path] = (start, self.at)

    def _items(self, path: Path) -> None:
        self.at += 1
        index = 0
        while self._next() and self.text[self.at] != "]":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._value((*path, index))
            index += 1
        self.at += 1

    def _inline(self, path: Path) -> None:
        self.at += 1
        while self._next() and self.text[self.at] != "}":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._pair(path)
        self.at += 1
