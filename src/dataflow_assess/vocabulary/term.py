"""What is one word of the description format, and how is it looked up?"""

import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

import attrs


def fold(text: str) -> str:
    """Return the form in which words are compared: NFKC, lower case, ``_`` and blanks as ``-``."""
    if text.isascii():
        return text.strip().lower().replace("_", "-").replace(" ", "-")
    return unicodedata.normalize("NFKC", text).strip().casefold().replace("_", "-").replace(" ", "-")


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words)


def _spellings(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(words)


@attrs.frozen
class Key:
    """A key of the description format, in both spellings, with what it means.

    Attributes:
        en: the English spelling, which is also the term's identifier in code, schema and JSON.
        ja: the Japanese spelling.
        meaning_en, meaning_ja: one sentence for the reference page, the schema and the glossary.
    """

    en: str
    ja: str
    meaning_en: str
    meaning_ja: str

    def label(self, lang: str) -> str:
        """Return the spelling that readers of ``lang`` ("ja" or "en") know."""
        return self.ja if lang == "ja" else self.en


@attrs.frozen(cache_hash=True)
class Term:
    """A word that a key may take as its value, for example a kind of node or a protection.

    Attributes:
        category: the list it belongs to, for example "node-kind"; see `CATEGORIES`.
        en: the English spelling and identifier.
        ja: the Japanese spelling, as council papers write it.
        properties: what rules and facts may ask about it, for example "opens" or "removable".
        synonyms: further accepted spellings.
        name_en: what an English reader is shown, where the identifier itself reads badly.
    """

    category: str
    en: str
    ja: str
    properties: frozenset[str] = attrs.field(default=(), converter=_words)
    synonyms: tuple[str, ...] = attrs.field(default=(), converter=_spellings)
    name_en: str = ""

    def label(self, lang: str) -> str:
        """Return the word shown to readers of ``lang`` ("ja" or "en")."""
        return self.ja if lang == "ja" else self.name_en or self.en.replace("-", " ")

    def has(self, prop: str) -> bool:
        """Tell whether this word carries the property ``prop``."""
        return prop in self.properties

    def __str__(self) -> str:
        return self.en


class Vocabulary:
    """All keys and words of the format, first-party and added by plugins, found by either spelling."""

    def __init__(self, keys: Iterable[Key], terms: Iterable[Term]) -> None:
        self._keys: dict[str, Key] = {}
        for key in keys:
            for spelling in (key.en, key.ja):
                if self._keys.setdefault(fold(spelling), key) is not key:
                    msg = f"two keys are spelt {spelling!r}"
                    raise ValueError(msg)
        self._terms: dict[str, dict[str, Term]] = {}
        for term in terms:
            words = self._terms.setdefault(term.category, {})
            for spelling in dict.fromkeys(map(fold, (term.en, term.ja, *term.synonyms))):
                if words.setdefault(spelling, term) is not term:
                    msg = f"two words of {term.category} are spelt {spelling!r}"
                    raise ValueError(msg)

    def key(self, spelling: str) -> Key | None:
        """Return the key with this spelling, or None."""
        return self._keys.get(spelling) or self._keys.get(fold(spelling))

    def term(self, category: str, spelling: str) -> Term | None:
        """Return the word of ``category`` with this spelling, or None.

        A trailing version number is no part of the word: ``TLS 1.3`` is ``tls``.
        """
        words = self._terms.get(category, {})
        if (found := words.get(spelling)) is not None:
            return found
        folded = fold(spelling)
        if (found := words.get(folded)) is not None:
            return found
        return words.get(folded.rstrip("0123456789.v-")) if category == "protection" else None

    def all_keys(self) -> Iterator[Key]:
        """Yield every key once, in the order of the table."""
        yield from dict.fromkeys(self._keys.values())

    def terms(self, category: str) -> list[Term]:
        """Return the words of ``category`` once each, in the order of the table."""
        return list(dict.fromkeys(self._terms.get(category, {}).values()))

    def categories(self) -> list[str]:
        """Return the names of all lists of words."""
        return list(self._terms)

    def nearest_term(self, category: str, spelling: str) -> str | None:
        """Return the spelling nearest to a misspelt word, or None when nothing is near."""
        return nearest(spelling, [s for t in self.terms(category) for s in (t.en, t.ja, *t.synonyms)])


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that ``word`` most probably meant, or None.

    Comparison is on the folded forms, so full-width letters and capitals do not count as differences.
    """
    by_fold: dict[str, str] = {}
    for choice in choices:
        by_fold.setdefault(fold(choice), choice)
    found = get_close_matches(fold(word), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None
