"""How are assessments written for people and for machines? One format a module."""

from dataflow_assess.extensions import Reporter
from dataflow_assess.reports import json_report, text_report

__all__ = ["standard_reporters"]


def standard_reporters() -> dict[str, Reporter]:
    """Return the formats of ``check`` that come with the core, by name."""
    return {
        "text": Reporter("text", ".txt", "text/plain", text_report.render),
        "json": Reporter("json", ".json", "application/json", json_report.render),
    }
