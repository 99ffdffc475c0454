"""The page reference/rules.md: every rule in both languages, from the rules' own texts."""

from collections.abc import Iterable, Iterator

from docs.generate.markdown import anchor, cell, page, table

from dataflow_assess.extensions import ControlMapping
from dataflow_assess.loading import load_plugins
from dataflow_assess.parameters import written
from dataflow_assess.rules import Rule
from dataflow_assess.wording import SEVERITIES

_LANGUAGES = {"ja": "日本語", "en": "English"}
_HEADINGS = {
    "What": {"ja": "見つけるもの", "en": "What it looks for"},
    "Why": {"ja": "なぜ問われるか", "en": "Why it matters"},
    "Quiet": {"ja": "指摘しないとき", "en": "When it stays quiet"},
    "Ask": {"ja": "審議会での問い", "en": "What a council asks"},
    "Remedy": {"ja": "どうするか", "en": "What to do"},
}
_EXAMPLES = {"Bad": "指摘する例 / What it finds", "Good": "指摘しない例 / What it accepts"}


def rules_page() -> str:
    """Return the page."""
    plugins = load_plugins()
    rules, mappings = plugins.rules, plugins.mappings()
    rows = (
        (
            f"[{rule.id}](#{anchor(_title(rule))})",
            SEVERITIES[rule.severity].text("ja"),
            cell(rule.title.text("ja")),
            SEVERITIES[rule.severity].text("en"),
            cell(rule.title.text("en")),
        )
        for rule in rules
    )
    head = ("規則 / rule", "重要度", "題", "severity", "title")
    intro = [
        "# 規則 / Rules",
        "",
        "同じ内容を `dataflow-assess explain ID` でも読めます。例は英語のキーで書いてあります。",
        "「参考」の出典は、原文と照合していないか、拘束力のないものです。",
        "",
        "`dataflow-assess explain ID` prints the same.",
        "Sources marked 参考 (for reference) were not compared with the original or do not bind.",
        "",
        *table(head, rows),
    ]
    return page(intro, *(list(_rule(rule, mappings[rule.id])) for rule in rules))


def _title(rule: Rule) -> str:
    return f"{rule.id} {rule.title.text('ja')} / {rule.title.text('en')}"


def _rule(rule: Rule, mappings: Iterable[ControlMapping]) -> Iterator[str]:
    yield f"## {_title(rule)}"
    for lang, name in _LANGUAGES.items():
        yield from ("", f"**{name}** ({SEVERITIES[rule.severity].text(lang)})", "")
        for heading, shown in _HEADINGS.items():
            text = rule.section(heading)
            if text is not None:
                yield f"- {shown[lang]}: {text.text(lang)}"
    for heading, both in _EXAMPLES.items():
        text = rule.section(heading)
        if text is not None:
            yield from ("", f"{both}:", "", "```text", *text.text("ja").splitlines(), "```")
    if rule.parameters:
        yield from ("", f"設定 / Parameters（`[rules.{rule.id}]`）:", "")
    for each in rule.parameters:
        what = " / ".join(dict.fromkeys((each.text.text("ja"), each.text.text("en"))))
        yield f"- `{each.name} = {written(each.default)}` — {what}"
    yield from ("", "出典 / Sources:", "")
    for source in rule.sources:
        mark = "（参考 / for reference）" if source.informative else ""
        labels = dict.fromkeys((source.label("ja"), source.label("en")))
        yield f"- {' / '.join(labels)}{mark}"
    yield from ("", "他の枠組みの管理策（参考） / Controls of other frameworks, for reference:", "")
    yield from (f"- {mapping.framework}: {', '.join(mapping.controls)}" for mapping in mappings)
