"""How does any text become lines that are safe to print and fit their place?"""

import html
import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import Final, Protocol

_NO_START: Final = frozenset("、。，．）」』】〕〉》ー・：；？！／ぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.)]}%…")
_NO_END: Final = "（「『【〔〈《(["
_SCRIPTS: Final = {"hiragana": ("ぁ", "ゖ"), "katakana": ("ァ", "ー"), "kanji": ("一", "鿿")}
_LONGEST: Final = 400  # characters that a card or a cell of a table may be filled with
_WORD: Final = re.compile(r"[A-Za-z0-9\-_.+#@'&]+ ?|[ァ-ヺー]+|.", re.DOTALL)
_PHRASE: Final = re.compile(r"[^（／、・：→ ]*[／、・：→ ]+|（[^（]*|[^（／、・：→ ]+")
# Directional overrides could turn the words of a neighbouring label around.
_UNSEEN: Final = frozenset("\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Ruler(Protocol):
    """Anything that knows how wide a text is."""

    def width(self, text: str, size: int, bold: bool = False) -> float:
        """Return the width of ``text`` in points at ``size`` points."""


def clean(text: str) -> str:
    """Return ``text`` on one line without control characters; words of any script stay as they are."""
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


def wrap(text: str, width: float, ruler: Ruler, size: int, bold: bool = False) -> list[str]:
    """Return ``text`` in lines of at most ``width`` points; a single character may be wider."""
    lines: list[str] = []
    line, wide = "", 0.0
    nothing = ruler.width("", size, bold)
    for token in _tokens(text, width, ruler, size, bold):
        taken = ruler.width(token.rstrip(), size, bold) - nothing
        if line and token[0] not in _NO_START and nothing + wide + taken > width:
            full = line.rstrip().rstrip(_NO_END) or line
            lines.append(full.rstrip())
            line = line[len(full) :].strip()
            wide = ruler.width(line, size, bold) - nothing
        added = token if line else token.lstrip()
        line += added
        wide += ruler.width(added, size, bold) - nothing
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def balanced(text: str, width: float, ruler: Ruler, size: int, bold: bool = False) -> list[str]:
    """Return as few lines as `wrap`, broken at phrases or, failing that, into even lengths.

    What no reader would follow through a narrow column ends with …; what is said aloud holds all of it.
    """
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    plain = wrap(text, width, ruler, size, bold)
    if len(plain) < 2:
        return plain
    phrases = _by_phrase(_PHRASE.findall(text), width, ruler, size, bold)
    if "".join(_PHRASE.findall(text)) == text and phrases and len(phrases) <= len(plain):
        return phrases
    choices = []
    narrower = width
    while narrower > size * 2:
        lines = wrap(text, narrower, ruler, size, bold)
        if len(lines) > len(plain):
            break
        longest = max(ruler.width(line, size, bold) for line in lines)
        torn = sum(_torn(before, after) for before, after in pairwise(lines))
        choices.append((longest + torn * size * 1.5, lines))
        narrower -= size / 2
    return min(choices, key=lambda each: each[0])[1] if choices else plain


def _torn(before: str, after: str) -> float:
    """Return how badly a break reads: within a word, before an ending, or between two Chinese characters."""
    if not before or not after:
        return 0.0
    ends = _script(before[-1]), _script(after[0])
    if ends[1] == "hiragana":
        return 1.0
    if ends[0] != ends[1]:
        return 0.0
    return {"kanji": 1.0, "katakana": 3.0, "latin": 3.0}.get(ends[0], 0.0)


def _script(character: str) -> str:
    for script, (first, last) in _SCRIPTS.items():
        if first <= character <= last:
            return script
    return "latin" if character.isascii() and character.isalnum() else "other"


def cut(lines: list[str], most: int, width: float, ruler: Ruler, size: int, bold: bool = False) -> list[str]:
    """Return at most ``most`` lines, the last one ended with … when something was left out."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and ruler.width(last + "…", size, bold) > width:
        last = last[:-1]
    return [*lines[: most - 1], last + "…"]


def _by_phrase(phrases: Iterable[str], width: float, ruler: Ruler, size: int, bold: bool) -> list[str] | None:
    lines: list[str] = []
    line = ""
    for phrase in phrases:
        if line and ruler.width((line + phrase).rstrip(), size, bold) > width:
            lines.append(line.strip())
            line = ""
        line += phrase
    lines.append(line.strip())
    return lines if all(ruler.width(each, size, bold) <= width for each in lines) else None


def _tokens(text: str, width: float, ruler: Ruler, size: int, bold: bool) -> Iterable[str]:
    for token in _WORD.findall(text):
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
