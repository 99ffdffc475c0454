"""How are assessments written for people and for machines? One format a module."""

import importlib
from collections.abc import Callable, Sequence

from dataflow_assess.assessment import Assessment
from dataflow_assess.extensions import Reporter

__all__ = ["standard_reporters"]

_FORMATS = (
    ("text", ".txt", "text/plain", "text_report"),
    ("json", ".json", "application/json", "json_report"),
    ("sarif", ".sarif", "application/sarif+json", "sarif"),
    ("junit", ".xml", "application/xml", "junit"),
    ("github", ".txt", "text/plain", "github"),
    ("gitlab", ".json", "application/json", "gitlab"),
    ("markdown", ".md", "text/markdown", "markdown_report"),
)


def standard_reporters() -> dict[str, Reporter]:
    """Return the formats of ``check`` that come with the core, by name; each is loaded when it is first used."""
    return {name: Reporter(name, suffix, media_type, _render(module)) for name, suffix, media_type, module in _FORMATS}


def _render(module: str) -> Callable[[Sequence[Assessment], str], str]:
    def render(assessments: Sequence[Assessment], lang: str) -> str:
        text: str = importlib.import_module(f"dataflow_assess.reports.{module}").render(assessments, lang)
        return text

    return render
