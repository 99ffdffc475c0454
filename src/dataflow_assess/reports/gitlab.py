"""How do assessments read as GitLab's code quality report?"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any

from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Finding, Severity
from dataflow_assess.reports.details import listed, waived
from dataflow_assess.reports.excerpt import visible
from dataflow_assess.reports.json_report import json_text

_SEVERITIES: dict[Severity, str] = {
    Severity.ERROR: "critical",
    Severity.WARNING: "major",
    Severity.INFO: "minor",
    Severity.QUESTION: "info",
}


def render(assessments: Sequence[Assessment], lang: str) -> str:
    """Return a JSON list with one entry a finding; GitLab itself tells what is new in a merge request."""
    taken: Counter[str] = Counter()
    return json_text(
        [
            _entry(finding, assessment, _unique(finding.fingerprint, taken), lang)
            for assessment in assessments
            for finding in listed(assessment)
        ]
    )


def _entry(finding: Finding, assessment: Assessment, fingerprint: str, lang: str) -> dict[str, Any]:
    text = finding.message.text(lang)
    if finding.waived is not None:
        text = f"{text} — {waived(finding.waived).text(lang)}"
    return {
        "description": visible(text),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.place.path or assessment.path, "lines": {"begin": max(finding.place.line, 1)}},
    }


def _unique(fingerprint: str, taken: Counter[str]) -> str:
    """Return a fingerprint of its own: of two findings with the same one GitLab would drop the second."""
    taken[fingerprint] += 1
    text = f"{fingerprint}\x1f{taken[fingerprint]}"
    return hashlib.sha256(text.encode()).hexdigest()[:32]
