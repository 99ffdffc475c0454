"""How does a file become text, and which slips of the keyboard explain why it is no YAML?"""

import re
import unicodedata
from pathlib import Path

from dataflow_assess.errors import DescriptionFault, Place, Problem, reason
from dataflow_assess.messages import Message, message
from dataflow_assess.reading.limits import MAX_BYTES


def read_text(path: Path, shown: str) -> str:
    """Return the text of a UTF-8 file, without BOM and with line feeds only.

    Raises:
        DescriptionFault: the file is missing, unreadable, too large, empty or not UTF-8.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise DescriptionFault.of(
            message("{path}: there is no such file", path=shown), message("check the name and the folder")
        ) from None
    except OSError as error:
        raise DescriptionFault.of(
            message("{path}: cannot be read ({reason})", path=shown, reason=reason(error))
        ) from None
    return decode(raw, shown)


def decode(raw: bytes, shown: str) -> str:
    """Return the text of ``raw``; the same refusals as `read_text`."""
    if len(raw) > MAX_BYTES:
        raise DescriptionFault.of(
            message("{path}: is larger than {limit} MiB", path=shown, limit=MAX_BYTES // 2**20),
            message("write one description per system"),
        )
    text = utf8(raw, shown)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff \n\t\u3000"):
        raise DescriptionFault.of(
            message("{path}: is empty", path=shown),
            message("write a description; it begins with “format: 1”"),
        )
    return text


def utf8(raw: bytes, shown: str) -> str:
    """Return the text of ``raw`` without BOM.

    Raises:
        DescriptionFault: it is not UTF-8; where that is known, with the encoding that it is in.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DescriptionFault([_not_utf8(raw, error, shown)]) from None


def _not_utf8(raw: bytes, error: UnicodeDecodeError, shown: str) -> Problem:
    line = raw.count(b"\n", 0, error.start) + 1
    start = raw.rfind(b"\n", 0, error.start) + 1
    column = len(raw[start : error.start].decode("utf-8", errors="replace")) + 1
    place = Place(shown, line, column, line, column + 1)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint: Message = message("it looks like UTF-16: save it as UTF-8")
    elif _is_shift_jis(raw):
        hint = message("it looks like Shift_JIS (ANSI): save it as UTF-8 (in Notepad: “Save as”, Encoding “UTF-8”)")
    else:
        hint = message("save it as UTF-8")
    return Problem(message("the file is not UTF-8"), place, hint)


def _is_shift_jis(raw: bytes) -> bool:
    try:
        text = raw.decode("cp932")
    except UnicodeDecodeError:
        return False
    return any("\u3040" <= char <= "\u30ff" or "\u4e00" <= char <= "\u9fff" for char in text)


_SLIPS = (
    (re.compile(r"^[ ]*(　)"), message("a full-width space (U+3000) stands in the indentation: use ordinary spaces")),
    (
        re.compile(r"^\s*(?:- )?[^\s#'\"：:]+\s*(：)"),
        message("the colon is full-width: write “: ” (half-width, then a space)"),
    ),
    (re.compile(r"(?:^|\s)(＃)"), message("＃ is full-width and does not begin a comment: write #")),
    (re.compile(r"^[ ]*(\t)"), message("a tab stands in the indentation: use spaces")),
    (re.compile(r"^\s*(－)\s"), message("the dash of the list is full-width: write -")),
    (re.compile(r"^\s*(?:- )?[^\s#'\":{\[]+(:)(?:[^\s:/]|　)"), message("a space is missing after the colon")),
    (re.compile(r"([［｛])"), message("the bracket is full-width: write it half-width")),
)


def slips(text: str, shown: str) -> list[Problem]:
    """Return the slips of a Japanese keyboard that make a file unreadable as YAML.

    They are looked for only when a file cannot be read, so a full-width colon inside a sentence is no slip.
    """
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        for pattern, hint in _SLIPS:
            if match := pattern.search(line):
                column = match.start(1) + 1
                place = Place(shown, number, column, number, column + 1)
                found.append(Problem(message("found “{char}”", char=_shown(match[1])), place, hint))
                break
    return found


def slip_in(word: str) -> Message | None:
    """Return what is wrong with a key or name that holds what was meant as a mark of YAML, or None."""
    if word.startswith("\u3000"):
        return message("a full-width space (U+3000) stands in the indentation: use ordinary spaces")
    if re.match(r"－\s", word):
        return message("the dash of the list is full-width: write -")
    if word.startswith("＃"):
        return message("＃ is full-width and does not begin a comment: write #")
    if re.search(r":[{\[]", word):
        return message("a space is missing after the colon")
    return None


def slip_in_key(word: str) -> Message | None:
    """Return what is wrong with a word that should have been a key: `slip_in`, or a full-width colon inside."""
    if "：" in word:
        return message("the colon is full-width: write “: ” (half-width, then a space)")
    return slip_in(word)


def _shown(char: str) -> str:
    return {"\t": "TAB", "\u3000": "U+3000"}.get(char, char)


def normal(text: str) -> str:
    """Return ``text`` in Unicode's composed form, in which identifiers are compared."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
