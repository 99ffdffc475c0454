"""Which cases does each rule have, what must be printed for each, and how is a finding written there?"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import yaml

from dataflow_assess.assessing import assess
from dataflow_assess.findings import Finding
from dataflow_assess.loading import Plugins, load_plugins
from dataflow_assess.model import Day
from dataflow_assess.reading import read_file
from dataflow_assess.rules import Rule
from dataflow_assess.waiving import accepted

FOLDER = Path(__file__).parent
EXPECTED = "expected.yaml"
CASES = sorted(path for path in FOLDER.glob("*/*.yaml") if path.name != EXPECTED)
MANDATORY = re.compile(r"# mandatory: (\S+)\n")
TODAY = Day(2026, 11, 1)
"""The day by which the cases' waivers are judged."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def plugins() -> Plugins:
    """Return the installed plugins."""
    return load_plugins()


def findings(path: Path, applied: Sequence[Rule] | None = None) -> Sequence[Finding]:
    """Return what is found, waivers included; a case may begin with ``# mandatory: ID``, as a configuration says it."""
    mandatory = MANDATORY.match(path.read_text(encoding="utf-8"))
    rules = [
        attrs.evolve(each, mandatory=mandatory is not None and each.id == mandatory[1])
        for each in applied or plugins().rules
    ]
    (found,) = accepted([assess(read_file(path), plugins(), rules)], plugins().rules, TODAY)
    return found.findings


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
