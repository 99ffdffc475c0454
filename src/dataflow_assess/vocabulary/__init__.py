"""Which keys and words does the description format know, in English and Japanese?

One table of keys (`keys`) and one of words (`words`) drive the reader, the JSON Schema, the reference
page and the glossary, so that a term is spelt in exactly one place.
"""

from collections.abc import Iterable
from functools import cache

from dataflow_assess.vocabulary.keys import KEYS
from dataflow_assess.vocabulary.term import Key, Term, Vocabulary, fold, nearest
from dataflow_assess.vocabulary.words import TERMS

__all__ = ["Key", "Term", "Vocabulary", "fold", "nearest", "standard_vocabulary", "vocabulary_with"]


@cache
def standard_vocabulary() -> Vocabulary:
    """Return the vocabulary of format 1 without any plugin's additions."""
    return Vocabulary(KEYS, TERMS)


def vocabulary_with(terms: Iterable[Term]) -> Vocabulary:
    """Return the vocabulary of format 1 with the words ``terms`` added.

    Raises:
        ValueError: when a word's spelling is taken in its category, or the category does not exist.
    """
    extra = tuple(terms)
    if not extra:
        return standard_vocabulary()
    known = {term.category for term in TERMS}
    for term in extra:
        if term.category not in known:
            msg = f"there is no category {term.category!r} of words; known are {', '.join(sorted(known))}"
            raise ValueError(msg)
    return Vocabulary(KEYS, (*TERMS, *extra))
