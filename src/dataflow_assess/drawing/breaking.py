"""Where may a line of Japanese or English be broken, and how badly does each break read?

Phrases are found by budoux; within a phrase, words by their script and by the nouns of which names are made. What may
not begin or end a line follows JIS X 4051.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from budoux.parser import Parser

FORBIDDEN: Final = 50.0
"""A break that no printer makes: before a full stop, behind an opening bracket."""
NO_START: Final = frozenset("、。，．）」』】〕〉》ー・：；？！／ぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.)]}%…")
NO_END: Final = frozenset("（「『【〔〈《([{")

_SPACE, _MARK, _PHRASE, _WORDS, _NOUN = 0.0, 0.1, 0.5, 1.0, 1.5
_TORN, _ENDING, _SINGLE, _LETTERS = 3.0, 4.0, 5.0, 12.0
_SCRIPTS: Final = {"hiragana": ("ぁ", "ゖ"), "katakana": ("ァ", "ー"), "kanji": ("一", "鿿")}
_RUN: Final = re.compile(r"[ァ-ヺー]+|[一-鿿々]+")
_NOUNS: Final = re.compile(
    "サーバー?|サービス|システム|センター|データベース|データ|ネットワーク|クラウド|カメラ|ファイル|バックアップ|"
    "プラットフォーム|プロバイダ|アプリ|ソフトウェア|プリンタ|ポータル|サイト|メール|スマートフォン|タブレット|"
    "パソコン|ルータ|ファイアウォール|コンビニエンス|コンビニ|ストア|ストレージ|"
    "端末|設備|基盤|機構|装置|機器|回線|情報|管理|証明書?|交付|業務|広域|個人|職員|住民|市民|保護者?|審議会|"
    "申請|受付|連携|記録|保存|消去|一時|正本|画像|番号|利用者?|事業者|委託|自治体|団体|公共"
)
"""What names of machines, items and offices are made of, a longer one before what it begins with."""
_SUFFIXES: Final = frozenset("化用系的性型等")
"""What only ever ends a word, as in クラウド化."""
_LEANING: Final = re.compile("おけ|係|関す|伴|対す|つい|よ[るりっ]|基づ|とっ|いう|等|など")
"""How words begin that lean on the one before, as in 利用に伴う."""


@lru_cache(maxsize=4096)
def breaks(text: str) -> tuple[float, ...]:
    """Return how badly a break before each character of ``text`` reads.

    0 is a space, up to 2 lies between words, 3 and more inside one; `FORBIDDEN` is none at all. The first is
    `FORBIDDEN`, for nothing stands before it.
    """
    phrases, nouns = set(_phrases(text)), dict(_nouns(text))
    found = [FORBIDDEN]
    for index in range(1, len(text)):
        before, after = text[index - 1], text[index]
        if after in NO_START or before in NO_END or after == " ":
            found.append(FORBIDDEN)
        elif before in " \u3000":
            found.append(_SPACE if text[index - 2 : index - 1] in (":", ",", ";") else _MARK)
        elif before in "、。，．：；／→）」』】｜:" or after in "（「『【(":
            found.append(_MARK)
        elif index in phrases:
            found.append(_NOUN if _LEANING.match(text, index) else _PHRASE)
        else:
            ends = after in _SUFFIXES and not _goes_on(text, index + 1, "kanji")
            found.append(max(nouns.get(index) or _within(text, index), _ENDING if ends else 0.0))
    return tuple(found)


def _within(text: str, index: int) -> float:
    """Return how badly a break inside a phrase reads, by the scripts on either side."""
    before, after = _script(text[index - 1]), _script(text[index])
    if after == "hiragana":
        return _ENDING
    if before != after:
        return _NOUN if "latin" in (before, after) and _is_count(text, index) else _WORDS
    if before == "latin":
        return _NOUN if text[index - 1] in "-_/@." else _LETTERS
    if before in ("kanji", "katakana"):
        alone = not _goes_on(text, index - 2, before) or not _goes_on(text, index + 1, before)
        return _LETTERS if before == "katakana" else _SINGLE if alone else _TORN
    return _WORDS


def _goes_on(text: str, index: int, script: str) -> bool:
    return 0 <= index < len(text) and _script(text[index]) == script


def _is_count(text: str, index: int) -> bool:
    """Tell whether a number stands on either side, which belongs to its unit."""
    return text[index - 1].isdigit() or text[index].isdigit()


def _script(character: str) -> str:
    for script, (first, last) in _SCRIPTS.items():
        if first <= character <= last:
            return script
    return "latin" if character.isascii() else "other"


def _phrases(text: str) -> Iterator[int]:
    """Yield where a phrase begins, but for the first; text without Japanese has none."""
    if not text.isascii():
        end = 0
        for phrase in _parser().parse(text)[:-1]:
            end += len(phrase)
            yield end


@cache
def _parser() -> "Parser":
    import budoux

    return budoux.load_default_japanese_parser()


def _nouns(text: str) -> Iterator[tuple[int, float]]:
    """Yield how badly breaks beside and inside a noun within a run of katakana or kanji read.

    A break that would leave a single character of the run over is not one beside a noun.
    """
    for run in _RUN.finditer(text):
        size = run.end() - run.start()
        for noun in _NOUNS.finditer(run.group()):
            yield from ((run.start() + at, _LETTERS) for at in range(noun.start() + 1, noun.end()))
            yield from ((run.start() + at, _NOUN) for at in noun.span() if 2 <= at <= size - 2)
