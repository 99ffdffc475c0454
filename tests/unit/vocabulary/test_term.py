"""Are keys and words found by either spelling, and misspelt ones by the nearest?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dataflow_assess.vocabulary import (
    Key,
    Term,
    Vocabulary,
    fold,
    nearest,
    standard_vocabulary,
    vocabulary_with,
)

WORDS = standard_vocabulary()


@pytest.mark.parametrize(
    ("spelling", "folded"),
    [
        ("Data Centre", "data-centre"),
        ("data_centre", "data-centre"),
        ("  TLS ", "tls"),
        ("ＴＬＳ　", "tls"),
        ("サーバ", "サーバ"),
        ("ｻｰﾊﾞ", "サーバ"),
        ("Straße", "strasse"),
    ],
)
def test_words_are_compared_without_width_case_and_blanks(spelling: str, folded: str) -> None:
    """What looks alike to a reader is alike."""
    assert fold(spelling) == folded


@given(st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_folding_an_ascii_text_is_no_different_from_folding_any(text: str) -> None:
    """The shortcut for ASCII gives what the whole way gives."""
    assert fold(text) == fold(f"{text}\u3042").removesuffix("\u3042") or text != text.strip()


@pytest.mark.parametrize("key", list(WORDS.all_keys()), ids=lambda key: key.en)
def test_every_key_is_found_by_both_spellings(key: Key) -> None:
    """Capitals and full-width letters do no harm, and each key says what it means."""
    for spelling in (key.en, key.ja, key.en.upper(), key.en.replace("-", "_"), f" {key.ja}　"):
        assert WORDS.key(spelling) is key
    assert (key.label("ja"), key.label("en")) == (key.ja, key.en)
    assert key.meaning_en.endswith(".")
    assert key.meaning_ja


@pytest.mark.parametrize("category", WORDS.categories())
def test_every_word_is_found_by_all_its_spellings(category: str) -> None:
    """Within its own list; the same spelling may be a word of another."""
    terms = WORDS.terms(category)
    assert len(terms) > 1
    for term in terms:
        for spelling in (term.en, term.ja, *term.synonyms):
            assert WORDS.term(category, spelling) is term
    assert WORDS.term(category, "そんな語はない") is None
    assert WORDS.term("no-such-list", terms[0].en) is None


@pytest.mark.parametrize("spelling", ["TLS 1.3", "tls1.2", "TLSv1.3", "ＴＬＳ１．３", "TLS-1"])
def test_a_version_is_no_part_of_a_protection(spelling: str) -> None:
    """Papers name versions; rules ask for the protocol."""
    assert str(WORDS.term("protection", spelling)) == "tls"


def test_a_number_is_no_protection_nor_part_of_another_word() -> None:
    """Only protections have versions."""
    assert WORDS.term("protection", "1.3") is None
    assert WORDS.term("network", "vpn2") is None


def test_a_word_has_a_name_in_each_language_and_properties() -> None:
    """What an English reader is shown may differ from the identifier."""
    plain, named = Term("x", "leased-line", "専用線", ["closed"]), Term("x", "none", "平文", name_en="plaintext")
    assert [plain.label("ja"), plain.label("en"), named.label("en")] == ["専用線", "leased line", "plaintext"]
    assert (plain.has("closed"), plain.has("open"), str(plain)) == (True, False, "leased-line")


def test_a_plugin_may_add_words_to_a_list() -> None:
    """Keys and the words of format 1 stay; without additions the vocabulary is the same one."""
    word = Term("network", "satellite", "衛星回線", synonyms=["静止衛星"])
    added = vocabulary_with([word])
    assert added.term("network", "静止衛星") is word
    assert added.terms("network")[:-1] == WORDS.terms("network")
    assert vocabulary_with([]) is WORDS


def test_a_plugin_cannot_take_a_spelling_nor_invent_a_list() -> None:
    """Both would change what existing descriptions say."""
    with pytest.raises(ValueError, match="two words of network are spelt 'vpn'"):
        vocabulary_with([Term("network", "my-vpn", "ＶＰＮ")])
    with pytest.raises(ValueError, match="there is no category 'net' of words; known are accounts, "):
        vocabulary_with([Term("net", "a", "b")])


def test_two_keys_cannot_have_one_spelling() -> None:
    """A key must mean one thing."""
    with pytest.raises(ValueError, match="two keys are spelt 'B'"):
        Vocabulary([Key("a", "あ", "A.", "甲"), Key("b", "い", "B.", "乙"), Key("c", "B", "C.", "丙")], [])


@pytest.mark.parametrize(
    ("word", "choices", "expected"),
    [
        ("encrypton", ["encryption", "exit"], "encryption"),
        ("ＥＮＣＲＹＰＴＩＯＮ", ["encryption"], "encryption"),
        ("暗合化", ["暗号化", "回線"], "暗号化"),
        ("tsl", ["tls", "TLS"], "tls"),
        ("xyz", ["encryption"], None),
        ("", ["a"], None),
        ("a", [], None),
    ],
)
def test_the_nearest_choice_is_what_was_probably_meant(word: str, choices: list[str], expected: str | None) -> None:
    """Of two that are alike the first."""
    assert nearest(word, choices) == expected


def test_the_nearest_word_is_looked_for_in_both_languages() -> None:
    """Synonyms count as well."""
    assert WORDS.nearest_term("network", "internett") == "internet"
    assert WORDS.nearest_term("network", "インターネッツ") == "インターネット"
    assert WORDS.nearest_term("zone-kind", "総合行政ネットワ－ク") == "総合行政ネットワーク"
    assert WORDS.nearest_term("network", "???") is None
