"""The page reference/glossary.md: every key, word and word of the reports, in both languages."""

from collections.abc import Iterator
from typing import Any

from docs.generate.markdown import cell, page, table

from dataflow_assess.drawing.picture import State
from dataflow_assess.drawing.words import meaning, tag
from dataflow_assess.messages import Message
from dataflow_assess.vocabulary import standard_vocabulary
from dataflow_assess.wording import KINDS, PROTECTIONS, SEVERITIES, STANDINGS

_REPORTS: dict[str, dict[Any, Message]] = {
    "指摘の重要度 / severity": SEVERITIES,
    "指摘の種類 / kind of finding": KINDS,
    "区間の状態 / state of a segment": PROTECTIONS,
    "記載の状態 / standing": STANDINGS,
}


def glossary_page() -> str:
    """Return the page."""
    rows = sorted(_rows(), key=lambda row: (row[0].casefold(), row[2]))
    intro = [
        "# 用語集 / Glossary",
        "",
        "記述ファイルのキーと語、および報告書と図に出る語の日英対照です（英語の順）。",
        "",
        "Keys and words of descriptions, and the words of reports and diagrams, in both languages.",
        "",
        *table(("English", "日本語", "どこで / where", "意味 / meaning"), (tuple(map(cell, row)) for row in rows)),
    ]
    return page(intro)


def _rows() -> Iterator[tuple[str, str, str, str]]:
    vocabulary = standard_vocabulary()
    for key in vocabulary.all_keys():
        yield key.en, key.ja, "キー / key", f"{key.meaning_ja} / {key.meaning_en}"
    for category in vocabulary.categories():
        for term in vocabulary.terms(category):
            also = "、".join(term.synonyms)
            yield term.en, term.ja, f"語 / word ({category})", f"ほかの綴り / also: {also}" if also else ""
    for where, words in _REPORTS.items():
        for word in words.values():
            yield word.text("en"), word.text("ja"), where, ""
    for state in State:
        told = f"凡例 / legend: {meaning(state, 'ja')} / {meaning(state, 'en')}"
        yield tag(state, "en"), tag(state, "ja"), "図の矢印の短い語 / short word on an arrow", told
