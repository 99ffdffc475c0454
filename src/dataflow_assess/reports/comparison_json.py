"""How does a comparison of two versions read as JSON, format 1?"""

from collections.abc import Sequence
from typing import Any

from dataflow_assess.assessment import Assessment
from dataflow_assess.changes import Change, Comparison
from dataflow_assess.messages import said
from dataflow_assess.reports.json_report import finding_json, json_text, location_json, source_json, subject_json


def render_json(comparisons: Sequence[Comparison], lang: str) -> str:
    """Return one object with every comparison, in the order given."""
    return json_text({"format": 1, "comparisons": [_comparison(each, lang) for each in comparisons]})


def _comparison(comparison: Comparison, lang: str) -> dict[str, Any]:
    answer = comparison.consultation
    numbers = {id(change): number for number, change in enumerate(comparison.changes)}
    return {
        "old": _version(comparison.old),
        "new": _version(comparison.new),
        "consultation": {
            "usual": answer.is_usual,
            "regime": answer.regime or None,
            "law": answer.law.text(lang),
            "reasons": [
                {"change": numbers[id(reason.change)], "why": reason.why.text(lang)} for reason in answer.reasons
            ],
            "sources": [source_json(source, lang) for source in answer.sources],
        },
        "changes": [_change(change, lang) for change in comparison.changes],
        "renames": [
            {"section": each.section, "before": each.before, "after": each.after} for each in comparison.renames
        ],
        "findings": {
            "came": [finding_json(finding, lang) for finding in comparison.came],
            "went": [finding_json(finding, lang) for finding in comparison.went],
        },
    }


def _version(assessment: Assessment) -> dict[str, str]:
    return {"path": assessment.path, "title": assessment.system.label}


def _change(change: Change, lang: str) -> dict[str, Any]:
    return {
        "aspect": change.aspect.value,
        "direction": change.direction.value,
        "message": change.message.text(lang),
        "subject": subject_json(change.subject),
        "before": None if change.before is None else said(change.before, lang),
        "after": None if change.after is None else said(change.after, lang),
        "location": None if change.place is None else location_json(change.place),
    }
