"""The page reference/format.md: every section, key and word of description format 1, from the model's declarations."""

from collections.abc import Iterator

from docs.generate.markdown import anchor, cell, code, page, table
from docs.generate.word_lists import word_lists

from dataflow_assess.model import System
from dataflow_assess.model.shapes import (
    Count,
    Date,
    Entry,
    Flag,
    Many,
    Part,
    Ref,
    Said,
    Section,
    Shape,
    Span,
    Text,
    WordOf,
    entries,
)
from dataflow_assess.reading.limits import MAX_BYTES, MAX_DEPTH, MAX_VALUES
from dataflow_assess.reading.statements import STATEMENT_KEYS
from dataflow_assess.vocabulary import Key, standard_vocabulary

_VOCABULARY = standard_vocabulary()
_KEYS = {key.en: key for key in _VOCABULARY.all_keys()}
_SIMPLE: dict[type[Shape], str] = {
    Text: "文 / words",
    Flag: "[はい・いいえ / flag](#flag)",
    Count: "数 / number",
    Date: "日付 / date",
    Span: "期間 / period",
}
_FORMS = {
    "named": "`識別名: {…}` の並び / `identifier: {…}`",
    "arrow": "`A → B: {…}` の箇条 / list of `A -> B: {…}`",
    "headed": "`名前: {…}` の箇条 / list of `name: {…}`",
    "plain": "`{…}` の箇条 / list of `{…}`",
}
_INTRODUCTION = [
    "# 記述書式 1 リファレンス / Description format 1, reference",
    "",
    "書き方の手引きは [format.md](../format.md) です。このページにはキーと語のすべてがあります。",
    "キーは、日本語・英語のどちらの綴りでも書けます。",
    "「未」の列に ● があるキーには、[不明の書き方](#不明の書き方--ways-of-being-unknown)のどれでも書けます。",
    "",
    "The guide is [format.en.md](../format.en.md); this page holds every key and word.",
    "Every key may be written in either spelling.",
    "A ● under “?” marks keys that take any [way of being unknown](#不明の書き方--ways-of-being-unknown).",
    "",
]
_UNKNOWN = [
    "## 不明の書き方 / Ways of being unknown",
    "",
    "値の代わりに、次のキーを `{ }` に入れて書けます。",
    "値・確認する・未定・非公開・未記載のうち、ちょうど一つが要ります。ほかは添え書きです。",
    "キーを書かなければ「未記載」です。一語だけなら `{ }` なしで [standing](#standing) の語を書きます。",
    "",
    "In place of a value these keys may stand in `{ }`:",
    "exactly one of value, to-confirm, undecided, withheld and not-stated; the others go with it.",
    "A key that is left out is “not stated”. A single word of [standing](#standing) may stand without `{ }`.",
    "",
]
_TOGETHER = [
    "区間・保存・機器などの `{ }` 全体を `{未定: [{…}, {…}]}` と書くと、いくつものキーがまとめて未定になります。",
    "一つの決定を待つ未定どうしは、同じ名前の `選択` で結びます。",
    "",
    "A whole element may be `{undecided: [{…}, {…}]}`, so that several keys are undecided together.",
    "Undecided statements that wait for one decision share the name under `choice`.",
]
_WRITTEN = (
    (
        "文 / words",
        "そのまま。`: ` や ` #` を含むときは引用符で囲む / as they are; quoted where they hold `: ` or ` #`",
    ),
    (
        "日付 / date",
        "`2016-06-27` `2016-06` `2016` `2016年6月27日` `平成28年6月27日` `H28.6.27` `令和元年` `平成28年度`",
    ),
    (
        "期間 / period",
        "`5年` `3か月` `2週間` `48時間` `無期限` `不要になり次第` `返還まで`（できごと / an event）",
    ),
    ("数 / number", "`1200` `1,200` `約1200人` `５台`"),
    (
        "矢印 / arrow",
        "`A -> B` `A → B` `A → B → C`（区間が二つ / two segments）。戻りは別に書く / the way back is written apart",
    ),
)
_LIMITS = [
    "全角の英数字も読めます。文字コードは UTF-8、1 ファイルに 1 記述です。",
    f"大きさは {MAX_BYTES // 2**20} MiB、入れ子は {MAX_DEPTH} 段、値は {MAX_VALUES:,} 個までです。",
    "",
    "Full-width letters and digits are read too. One description a file, in UTF-8;",
    f"up to {MAX_BYTES // 2**20} MiB, {MAX_DEPTH} levels and {MAX_VALUES:,} values.",
]


def format_page() -> str:
    """Return the page."""
    sections = [part for key, entry in _fields(System) for part in _section(key, entry)]
    return page(_head(), *sections, *_statements(), *_values(), *word_lists())


def _head() -> list[str]:
    head = ("キー", "key", "書き方 / form", "意味 / meaning", "必須 / required")
    rows = []
    for name, entry in _fields(System):
        key, shape = _KEYS[name], entry.shape
        linked = f"[`{key.ja}`](#{anchor(_title(key))})" if isinstance(shape, Section | Part) else code(key.ja)
        form = _form(shape) if isinstance(shape, Section) else _shape(shape)
        rows.append((linked, code(name), form, _meaning(key), _required(entry)))
    return [*_INTRODUCTION, "## 全体 / The whole", "", *table(head, rows)]


def _fields(cls: type) -> list[tuple[str, Entry]]:
    """Return the keys of a class: what must be there first, what may go with anything last."""
    fields = [(name, entry) for name, (_, entry) in entries(cls).items()]
    return sorted(fields, key=lambda field: (field[0] in ("waive", "evidence", "note"), not field[1].required))


def _form(shape: Section) -> str:
    head = f"（名前 / name = {_linked(shape.concept)}）" if shape.form == "headed" and shape.concept else ""
    return _FORMS[shape.form] + head


def _title(key: Key) -> str:
    return f"{key.ja} / {key.en}"


def _meaning(key: Key) -> str:
    return f"{cell(key.meaning_ja)}<br>{cell(key.meaning_en)}"


def _required(entry: Entry) -> str:
    return "必須 / yes" if entry.required else ""


def _section(key: str, entry: Entry) -> Iterator[list[str]]:
    """Yield the table of a section, and then those of the mappings nested in it."""
    shape = entry.shape
    if not isinstance(shape, Section | Part):
        return
    form = [f"書き方 / form: {_form(shape)}"] if isinstance(shape, Section) else []
    if isinstance(shape, Part) and shape.main:
        main = _KEYS[shape.main]
        form = [f"値だけを書くと「{main.ja}」({main.en}) の意味。 / A plain value stands for `{main.en}`."]
    head = ("キー", "key", "値 / value", "未 / ?", "意味 / meaning", "必須 / required")
    rows = [
        (code(_KEYS[name].ja), code(name), _shape(each.shape), _unknown(each), _meaning(_KEYS[name]), _required(each))
        for name, each in _fields(shape.of)
    ]
    yield [f"## {_title(_KEYS[key])}", "", *form, *([""] if form else []), *table(head, rows)]
    for name, each in _fields(shape.of):
        yield from _section(name, each)


def _unknown(entry: Entry) -> str:
    return "●" if isinstance(entry.shape, Said) or (isinstance(entry.shape, Part) and entry.shape.main) else ""


def _shape(shape: Shape) -> str:
    """Return what may be written, in both languages."""
    match shape:
        case Said():
            return _shape(shape.item)
        case Many():
            return f"{_shape(shape.item)} [ ]"
        case WordOf():
            return f"[{shape.category}](#{anchor(shape.category)})"
        case Ref():
            names = "・".join(_linked(name) for name in shape.concepts)
            word = f"、または / or [{shape.or_word}](#{anchor(shape.or_word)})" if shape.or_word else ""
            return f"識別名 / id: {names}{word}"
        case Part() | Section():
            return "下の表 / see below"
    return _SIMPLE[type(shape)]


def _linked(name: str) -> str:
    key = _KEYS[name]
    return f"「A → B」 ({name})" if name in ("hops", "contracts") else f"[{key.ja}](#{anchor(_title(key))})"


def _statements() -> Iterator[list[str]]:
    rows = [(code(_KEYS[name].ja), code(name), _meaning(_KEYS[name])) for name in STATEMENT_KEYS]
    yield [*_UNKNOWN, *table(("キー", "key", "意味 / meaning"), rows), "", *_TOGETHER]


def _values() -> Iterator[list[str]]:
    yield ["## 値の書き方 / Values", "", *table(("種類 / kind", "書き方 / written"), _WRITTEN)]
    yield _LIMITS
