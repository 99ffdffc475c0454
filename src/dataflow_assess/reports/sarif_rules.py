"""How does a SARIF log describe the rules that were applied?"""

from collections.abc import Iterator, Sequence
from typing import Any

from dataflow_assess.findings import Severity
from dataflow_assess.messages import message, said
from dataflow_assess.reports.excerpt import visible
from dataflow_assess.rules import Rule
from dataflow_assess.wording import HEADINGS

LEVELS: dict[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
    Severity.QUESTION: "note",
}

_PROBLEM: dict[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
    Severity.QUESTION: "recommendation",
}

_SECURITY: dict[Severity, str] = {
    Severity.ERROR: "8.0",
    Severity.WARNING: "5.0",
    Severity.INFO: "3.0",
    Severity.QUESTION: "1.0",
}
"""GitHub calls 7.0 and above high, 4.0 and above medium, and the rest low."""


def descriptors(rules: Sequence[Rule], lang: str) -> list[dict[str, Any]]:
    """Return the rules as SARIF's reporting descriptors, in the order given."""
    return [_descriptor(rule, lang) for rule in rules]


def _descriptor(rule: Rule, lang: str) -> dict[str, Any]:
    title = visible(rule.title.text(lang))
    what = rule.section("What")
    paragraphs = [*_paragraphs(rule, lang)]
    return {
        "id": rule.id,
        "shortDescription": {"text": title},
        "fullDescription": {"text": visible(what.text(lang)) if what else title},
        "help": {
            "text": "\n\n".join(f"{label}: {text}" for label, text in paragraphs) or title,
            "markdown": "\n\n".join(f"**{label}** {text}" for label, text in paragraphs) or title,
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": ["privacy", "security", rule.id.partition("-")[0]],
            "precision": "high",
            "problem.severity": _PROBLEM[rule.severity],
            "security-severity": _SECURITY[rule.severity],
        },
    }


def _paragraphs(rule: Rule, lang: str) -> Iterator[tuple[str, str]]:
    """Yield heading and text of what helps somebody who meets a finding of the rule."""
    for heading in ("Why", "Quiet", "Remedy"):
        section = rule.section(heading)
        if section is not None:
            yield HEADINGS[heading].text(lang), visible(section.text(lang))
    if rule.sources:
        yield message("Sources").text(lang), visible(said([source.label(lang) for source in rule.sources], lang))
