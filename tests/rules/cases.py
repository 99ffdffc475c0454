"""Which cases does each rule have, what must be printed for each, and how is a finding written there?"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dataflow_assess.findings import Finding

FOLDER = Path(__file__).parent
EXPECTED = "expected.yaml"
CASES = sorted(path for path in FOLDER.glob("*/*.yaml") if path.name != EXPECTED)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def expected(identifier: str) -> dict[str, list[dict[str, Any]]]:
    """Return what must be printed for the cases of a rule, by file."""
    text = (FOLDER / identifier / EXPECTED).read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=_LOADER))  # noqa: S506 - a safe loader, in C where there is one


def told(finding: Finding) -> dict[str, Any]:
    """Return a finding in the form of expected.yaml."""
    said: dict[str, Any] = {
        "rule": finding.rule,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "subject": f"{finding.subject.kind} {finding.subject.id}",
        "line": finding.place.line,
        "message_en": finding.message.text("en"),
    }
    if finding.related:
        said["also_lines"] = [related.place.line for related in finding.related]
    if finding.alternatives:
        said["alternatives"] = list(finding.alternatives)
    return said
