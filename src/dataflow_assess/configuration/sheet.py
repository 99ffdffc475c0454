"""What does a configuration file hold, and where does each part of it stand?"""

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any, NoReturn

import attrs

from dataflow_assess.configuration import positions
from dataflow_assess.configuration.finding import SHARED, TABLE
from dataflow_assess.errors import Fault, Place, Problem, reason
from dataflow_assess.messages import Message, message
from dataflow_assess.reading.source import utf8

_LARGEST = 2**20
_AT = re.compile(r"^(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.DOTALL)
_REASONS = {
    "Invalid value": message("the value is neither a text in quotation marks nor a number, true, false or a list"),
    "Invalid statement": message("here should stand “name = value” or “[table]”"),
    "Expected newline or end of document": message("something follows the value: one setting a line"),
    "Expected '=' after a key": message("an “=” is missing after the name"),
    "Cannot overwrite a value": message("the name stands twice"),
    "Duplicate inline table key": message("the name stands twice"),
    "Cannot declare": message("the table stands twice"),
    "Unclosed array": message("a bracket is not closed"),
    "Unclosed inline table": message("a bracket is not closed"),
    "Unterminated string": message("a quotation mark is not closed"),
    'Expected "\'"': message("a quotation mark is not closed"),
    "Illegal character": message("a quotation mark is not closed"),
    "Expected ']'": message("a bracket is not closed"),
    "Invalid initial character": message(
        "a name cannot begin so; other names than a-z, 0-9, - and _ go in quotation marks"
    ),
    "Expected ']]'": message("a bracket is not closed"),
    "Cannot mutate": message("the table stands twice"),
    "Cannot redefine": message("the table stands twice"),
    "Invalid hex value": message("a backslash inside double quotation marks: use single ones"),
    "Found invalid character": message("a sign stands here that no TOML file may hold"),
    "Invalid date": message("this is no date"),
    "Unescaped '\\'": message("a backslash inside double quotation marks: use single ones"),
}


@attrs.frozen
class Sheet:
    """A configuration file.

    Attributes:
        shown: its name as the user knows it, with forward slashes.
        folder: the absolute folder in which it stands; patterns of paths and plugin files are relative to it.
        data: what it says of this tool.
        places: where everything stands.
        top: the path of ``data`` in the file.
    """

    shown: str
    folder: Path
    data: dict[str, Any]
    places: positions.Places
    top: positions.Path = ()

    def key(self, *path: str | int) -> Place:
        """Return where a key of ``data`` stands."""
        return self.places.key((*self.top, *path))

    def value(self, *path: str | int) -> Place:
        """Return where a value of ``data`` stands."""
        return self.places.value((*self.top, *path))


def read_sheet(path: Path, shown: str) -> Sheet:
    """Return what a configuration file holds.

    Args:
        path: the file.
        shown: its name in messages.

    Raises:
        Fault: it cannot be read, is no UTF-8 or no TOML; or a pyproject.toml has no table for this tool.
    """
    text = utf8(_raw(path, shown), shown).replace("\r\n", "\n")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _refuse(error, text, shown)
    places = positions.places(text, shown)
    top: positions.Path = ()
    if path.name == SHARED:
        for key in TABLE:
            top = (*top, key)
            if not isinstance(data.get(key), dict):
                found = message("{path}: has no table [{table}]", path=shown, table=".".join(TABLE))
                raise Fault.of(found, message("add it, or name another file"))
            data = data[key]
    return Sheet(shown, path.absolute().parent, data, places, top)


def _raw(path: Path, shown: str) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError as error:
        found = message("{path}: cannot be read ({reason})", path=shown, reason=reason(error))
        raise Fault.of(found, message("check the name and the folder")) from None
    if len(raw) > _LARGEST:
        raise Fault.of(message("{path}: is larger than {limit} MiB", path=shown, limit=1))
    return raw


def _refuse(error: tomllib.TOMLDecodeError, text: str, shown: str) -> NoReturn:
    """Raise the fault that says why a text is no TOML, with its place and, where one explains it, the slip."""
    parts = _AT.match(str(error))
    lines = text.split("\n")
    line, column = len(lines), len(lines[-1]) + 1
    if parts and parts["line"]:
        line, column = int(parts["line"]), int(parts["column"])
    what = parts["what"] if parts else str(error)
    why = next((known for start, known in _REASONS.items() if what.startswith(start)), what)
    found = message("this is no TOML: {reason}", reason=why)
    raise Fault([Problem(found, Place(shown, line, column, line, column + 1), _slip(lines[line - 1]))]) from None


def _slip(line: str) -> Message | None:
    """Return a hint where a sign of a Japanese keyboard stands outside of quotation marks."""
    bare = re.sub(r"\"[^\"]*\"|'[^']*'|#.*", "", line)
    for char in bare:
        half = _HALF.get(char) or unicodedata.normalize("NFKC", char)
        if char in _HALF or (half != char and half in "=[]{},.'\"# "):
            return message("“{char}” is full-width: write {half}", char=_named(char), half=half.strip() or "U+0020")
    return None


_HALF = {"“": '"', "”": '"', "「": '"', "」": '"', "、": ","}


def _named(char: str) -> str:
    return char if char.strip() else f"U+{ord(char):04X}"
