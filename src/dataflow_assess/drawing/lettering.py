"""How does any text become lines that are safe to print and fit their place?"""

import html
import math
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Protocol

from dataflow_assess.drawing.breaking import FORBIDDEN, NO_END, NO_START, breaks

_MOST_MOVED: Final = 5  # characters that go down so that no line begins with a full stop
_SHORT: Final = 3  # characters that look lost on a line of their own
_LINE: Final = 5.5  # how badly a further line reads, as `breaks` counts
_EVEN: Final = 1.5  # how much even lines are worth
_ENDLESS: Final = 10_000
_LONGEST: Final = 400  # characters that a card or a cell of a table may be filled with
_WORD: Final = re.compile(r"[A-Za-z0-9\-_.+#@'&]+ ?|[ァ-ヺー]+|.", re.DOTALL)
# Directional overrides could turn the words of a neighbouring label around.
_UNSEEN: Final = frozenset("\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Ruler(Protocol):
    """Anything that knows how wide a text is."""

    def width(self, text: str, size: int, bold: bool = False) -> float:
        """Return the width of ``text`` in points at ``size`` points."""


def clean(text: str) -> str:
    """Return ``text`` on one line without control characters; words of any script stay as they are."""
    return _clean(text)


@lru_cache(maxsize=4096)
def _clean(text: str) -> str:
    kept = []
    for character in text:
        kind = unicodedata.category(character)
        if character in _UNSEEN or kind == "Cs" or ord(character) & 0xFFFE == 0xFFFE:
            continue
        kept.append(" " if kind in ("Cc", "Zl", "Zp", "Zs") and character != "\u3000" else character)
    return " ".join("".join(kept).split(" ")).strip() if kept else ""


def escaped(text: str) -> str:
    """Return cleaned text for use inside an HTML-like label; never empty, which Graphviz refuses.

    A backslash is doubled, for even there Graphviz puts the name of the node in place of a backslash and N.
    """
    return html.escape(text, quote=True).replace("\\", "\\\\") or " "


def wrap(text: str, width: float, ruler: Ruler, size: int, bold: bool = False, most: int = _ENDLESS) -> list[str]:
    """Return prose in lines of at most ``width`` points; a single character may be wider.

    Lines are filled, but the last one is not left with a character or two.

    Args:
        text: cleaned text.
        width: the width of the column in points.
        ruler: how wide text is.
        size: points.
        bold: whether it is set in bold.
        most: the most lines; the last one ends with … when something is left out.
    """
    lines: list[str] = []
    line, wide, gap = "", 0.0, ""
    nothing = ruler.width("", size, bold)
    for token in _tokens(text, width, ruler, size, bold):
        if len(lines) > most:
            break
        taken = ruler.width(token.rstrip(), size, bold) - nothing
        if line and nothing + wide + taken > width:
            full = line[: _turn(line, token)]
            lines.append(full.rstrip())
            gap = " " if " " in (full[-1], (line + token)[len(full)]) else ""
            line = line[len(full) :].strip()
            wide = ruler.width(line, size, bold) - nothing
        added = token if line else token.lstrip()
        line += added
        wide += ruler.width(added, size, bold) - nothing
    if line.strip() or not lines:
        lines.append(line.rstrip())
    if 1 < len(lines) <= most and len(lines[-1]) < _SHORT:
        lines[-2:] = _divided(gap.join(lines[-2:]), width, ruler, size, bold, FORBIDDEN)
    return cut(lines, most, width, ruler, size, bold)


def _turn(line: str, token: str) -> int:
    """Return how much of a full line stays where ``token`` does not fit: not what may not end a line or begin one."""
    at = len(line)
    while at and (
        (line + token)[at] in NO_START or line[at - 1] in NO_END or line[at - 1] == " " == (line + token)[at]
    ):
        at -= 1
    return at if at and len(line) - at < _MOST_MOVED else len(line)


def balanced(text: str, width: float, ruler: Ruler, size: int, bold: bool = False, most: int = _ENDLESS) -> list[str]:
    """Return a name in few lines of even length, broken between its words; the arguments are those of `wrap`.

    A further line is taken where otherwise a word would be torn. What no reader would follow through a narrow column
    ends with …; what is said aloud holds all of it.
    """
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    if ruler.width(text, size, bold) <= width:
        return [text]
    lines = _divided(text, width, ruler, size, bold, _LINE)
    if len(lines) > most:
        lines = _divided(text, width, ruler, size, bold, FORBIDDEN)
    return cut(lines, most, width, ruler, size, bold)


def _divided(text: str, width: float, ruler: Ruler, size: int, bold: bool, dear: float) -> list[str]:
    """Return the lines that read best, where each further line is as bad as ``dear``."""
    nothing = ruler.width("", size, bold)
    advances = [ruler.width(character, size, bold) - nothing for character in text]
    badness = (*breaks(text), 0.0)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        wide, found = nothing - (advances[end - 1] if text[end - 1] == " " else 0.0), (math.inf, 0)
        for start in range(end - 1, -1, -1):
            wide += advances[start]
            if wide > width and start < end - 1:
                break
            cost = best[start][0] + dear + badness[end] + _EVEN * (1 - wide / width) ** 2
            found = min(found, (cost, start))
        best.append(found)
    lines, end = list[str](), len(text)
    while end:
        start = best[end][1]
        lines.append(text[start:end].rstrip(" "))
        end = start
    return lines[::-1]


def cut(lines: list[str], most: int, width: float, ruler: Ruler, size: int, bold: bool = False) -> list[str]:
    """Return at most ``most`` lines, the last one ended with … when something was left out."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and ruler.width(last + "…", size, bold) > width:
        last = last[:-1]
    return [*lines[: most - 1], last + "…"]


def _tokens(text: str, width: float, ruler: Ruler, size: int, bold: bool) -> Iterable[str]:
    for match in _WORD.finditer(text):
        token = match.group()
        if len(token) > 1 and ruler.width(token.rstrip(), size, bold) > width:
            yield from token
        else:
            yield token


def legal(text: str) -> str:
    """Return ``text`` without the characters that XML cannot hold."""
    return "".join(
        character
        for character in text
        if character in "\t\n\r"
        or (ord(character) >= 0x20 and unicodedata.category(character) != "Cs" and ord(character) & 0xFFFE != 0xFFFE)
    )
