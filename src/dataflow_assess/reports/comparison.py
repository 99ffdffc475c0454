"""How does a comparison of two versions read, as text or as a comment on a pull request?"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import attrs

from dataflow_assess.changes import Aspect, Change, Comparison, Direction
from dataflow_assess.findings import Finding
from dataflow_assess.messages import Message, message
from dataflow_assess.reports.excerpt import visible
from dataflow_assess.reports.marking import escaped
from dataflow_assess.vocabulary import Key, standard_vocabulary
from dataflow_assess.wording import SEVERITIES

_ASPECTS: dict[Aspect, Message] = {
    Aspect.CROSSING: message("Where data leaves an organisation, tier or country"),
    Aspect.PARTY: message("Who handles the data"),
    Aspect.SUBCONTRACTOR: message("Subcontracting"),
    Aspect.CONTRACT: message("Contracts"),
    Aspect.SIGHT: message("Who sees what"),
    Aspect.PROTECTION: message("Protection"),
    Aspect.STORAGE: message("Where data rests"),
    Aspect.RETENTION: message("Retention"),
    Aspect.DELETION: message("Deletion"),
    Aspect.PLACE: message("Place of processing"),
    Aspect.DATA: message("Personal data"),
    Aspect.PURPOSE: message("Purpose of use"),
}

_SIGNS = {Direction.NEW: "+", Direction.GONE: "-", Direction.WORSE: "!", Direction.BETTER: "*", Direction.CHANGED: "~"}
"""How a change begins; the same in black and white."""


@attrs.frozen
class _Style:
    """How headings and lines are written, and how a text of a description becomes part of them."""

    title: str
    heading: str
    line: str
    text: Callable[[str], str]


_TEXT = _Style("{}", "\n{}", "  {}", visible)
_MARKDOWN = _Style("## {}", "\n### {}\n", "- {}", escaped)


def render_text(comparisons: Sequence[Comparison], lang: str) -> str:
    """Return every comparison for a terminal."""
    return "\n\n".join("\n".join(_lines(each, lang, _TEXT)) for each in comparisons) + "\n"


def render_markdown(comparisons: Sequence[Comparison], lang: str) -> str:
    """Return every comparison as Markdown."""
    return "\n\n".join("\n".join(_lines(each, lang, _MARKDOWN)) for each in comparisons) + "\n"


def _lines(comparison: Comparison, lang: str, style: _Style) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    title = message("{title}: {old} → {new}", title=new.system.label, old=old.path, new=new.path)
    yield style.title.format(style.text(title.text(lang)))
    yield from _consultation(comparison, lang, style)
    for aspect, group in groupby(comparison.changes, key=lambda change: change.aspect):
        yield style.heading.format(_ASPECTS[aspect].text(lang))
        yield from (style.line.format(_change(change, lang, style)) for change in group)
    if comparison.changes:
        yield ""
        yield style.text(message("Signs: + new, - gone, ! worse, * better, ~ changed").text(lang))
    if comparison.renames:
        yield style.heading.format(message("Renamed, and otherwise the same").text(lang))
        for rename in comparison.renames:
            section: Key | None = standard_vocabulary().key(rename.section)
            text = message("{section}: {old} → {new}", section=section, old=rename.before, new=rename.after)
            yield style.line.format(style.text(text.text(lang)))
    for heading, findings in (
        (message("Findings that came"), comparison.came),
        (message("Findings that went"), comparison.went),
    ):
        if findings:
            yield style.heading.format(f"{heading.text(lang)} ({len(findings)})")
            yield from (style.line.format(_finding(finding, lang, style)) for finding in findings)


def _consultation(comparison: Comparison, lang: str, style: _Style) -> Iterator[str]:
    """Yield the answer to the question whether the change goes before the council again, with the reasons."""
    answer = comparison.consultation
    yield style.heading.format(message("Does this need to be put to the council again?").text(lang))
    if not (comparison.changes or comparison.renames or comparison.came or comparison.went):
        yield style.line.format(message("No: nothing changed that a council asks about.").text(lang))
        return
    if not answer.is_usual:
        yield style.line.format(message("Usually not: no change is of a kind that brings a case before it.").text(lang))
        return
    whys = tuple(dict.fromkeys(reason.why.text(lang) for reason in answer.reasons))
    yield style.line.format(message("Usually yes, because:").text(lang))
    yield from (style.line.format(f"{'  ' if style is _TEXT else ''}{style.text(why)}") for why in whys)
    yield style.line.format(style.text(answer.law.text(lang)))
    if answer.sources:
        labels = tuple(_cited(source.label(lang), informative=source.informative) for source in answer.sources)
        text = message("source: {sources}", sources=labels)
        yield style.line.format(style.text(text.text(lang)))
    yield style.line.format(
        message("This tells facts that usually bring a case before a council; it is no judgement of law.").text(lang)
    )


def _cited(label: str, *, informative: bool) -> Message | str:
    return message("for reference: {source}", source=label) if informative else label


def _change(change: Change, lang: str, style: _Style) -> str:
    where = f" ({change.place})" if change.place is not None else ""
    sign = _SIGNS[change.direction]
    return f"{sign if style is _TEXT else f'`{sign}`'} {style.text(change.message.text(lang) + where)}"


def _finding(finding: Finding, lang: str, style: _Style) -> str:
    severity = SEVERITIES[finding.severity].text(lang)
    return style.text(f"{severity}[{finding.rule}] {finding.message.text(lang)} ({finding.place})")
