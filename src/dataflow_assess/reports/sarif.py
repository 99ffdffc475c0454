"""How do assessments read as SARIF 2.1.0, by the rules of GitHub code scanning?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.errors import Place
from dataflow_assess.facts import Protection
from dataflow_assess.findings import Finding, Severity
from dataflow_assess.messages import message
from dataflow_assess.model import Hop
from dataflow_assess.reports.details import beside, listed, remarks
from dataflow_assess.reports.excerpt import visible
from dataflow_assess.reports.json_report import json_text
from dataflow_assess.reports.sarif_rules import LEVELS, descriptors
from dataflow_assess.wording import PROTECTIONS

MOST_RESULTS = 25_000
"""What GitHub takes in one run; it refuses a file with more."""

_SHOWN_BESIDE = ("waived", "holds if")
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


@attrs.frozen
class _Source:
    """One description, as its results refer to it."""

    assessment: Assessment
    hops: dict[str, Hop]

    @classmethod
    def of(cls, assessment: Assessment) -> "_Source":
        """Return the assessment with its hops by identifier."""
        return cls(assessment, {hop.id: hop for hop in assessment.graph.hops()})


def render(assessments: Sequence[Assessment], lang: str) -> str:
    """Return one SARIF log with one run; waived findings and passes are left out, waived questions are not."""
    rules = {rule.id: rule for assessment in assessments for rule in assessment.rules.values()}
    order = {identifier: index for index, identifier in enumerate(sorted(rules))}
    found = [(finding, source) for source in map(_Source.of, assessments) for finding in listed(source.assessment)]
    kept = _heaviest(found)
    taken: Counter[str] = Counter()
    run = {
        "tool": {
            "driver": {
                "name": "dataflow-assess",
                "version": version("dataflow-assess"),
                "rules": descriptors([rules[identifier] for identifier in order], lang),
            }
        },
        "automationDetails": {"id": "dataflow-assess/"},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, **_left_out(len(found) - len(kept), lang)}],
        "results": [
            _result(finding, source, order, _unique(finding.fingerprint, taken), lang) for finding, source in kept
        ],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _heaviest(found: list[tuple[Finding, _Source]]) -> list[tuple[Finding, _Source]]:
    """Return what fits, in the order given: where there is too much, what weighs least is left out."""
    weight = {severity: rank for rank, severity in enumerate(Severity)}
    ranked = sorted(range(len(found)), key=lambda index: weight[found[index][0].severity])
    return [found[index] for index in sorted(ranked[:MOST_RESULTS])]


def _left_out(count: int, lang: str) -> dict[str, Any]:
    if not count:
        return {}
    text = message("{count} findings of the least weight are left out: there are more than fit", count=count)
    return {"toolExecutionNotifications": [{"level": "warning", "message": {"text": text.text(lang)}}]}


def _unique(fingerprint: str, taken: Counter[str]) -> str:
    """Return a fingerprint that no other result has: two descriptions may hold the same gap."""
    taken[fingerprint] += 1
    return f"{fingerprint}:{taken[fingerprint]}"


def _result(finding: Finding, source: _Source, order: dict[str, int], fingerprint: str, lang: str) -> dict[str, Any]:
    assessment = source.assessment
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": _text(finding, assessment, lang)},
        "locations": [_location(finding.place, assessment)],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
        "properties": {
            "kind": finding.kind.value,
            "subject": {"kind": finding.subject.kind, "id": finding.subject.id, "name": finding.subject.name},
        },
    }
    if finding.rule in order:
        result["ruleIndex"] = order[finding.rule]
    related = [
        {"id": number, "message": {"text": _plain(each.message.text(lang))}, **_location(each.place, assessment)}
        for number, each in enumerate(beside(finding), start=1)
    ]
    if related:
        result["relatedLocations"] = related
    if finding.trace:
        steps = list(_steps(finding, source, lang))
        result["codeFlows"] = [{"threadFlows": [{"locations": steps}]}]
    if finding.known:
        result["baselineState"] = "unchanged"
    return result


def _text(finding: Finding, assessment: Assessment, lang: str) -> str:
    """Return the sentence, with links to the further places and what changes its meaning."""
    lines = [_plain(finding.message.text(lang))]
    links = [f"[{_plain(each.message.text(lang))}]({number})" for number, each in enumerate(beside(finding), start=1)]
    if links:
        lines.append(message("Further places: {places}", places=tuple(links)).text(lang))
    lines += [
        f"{label.text(lang)}: {_plain(text)}"
        for label, text in remarks(finding, assessment, lang)
        if label.template in _SHOWN_BESIDE
    ]
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Return text that holds no link: square brackets would begin one."""
    return visible(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _steps(finding: Finding, source: _Source, lang: str) -> Iterator[dict[str, Any]]:
    graph = source.assessment.graph
    for step in finding.trace:
        hop = source.hops[step.hop]
        state = PROTECTIONS[Protection(step.protection)].text(lang)
        yield {
            "location": {
                **_location(hop.place, source.assessment),
                "message": {"text": _plain(f"{graph.numbers[hop.id]} {hop.label}: {state}")},
            },
            "importance": "essential" if step.marked else "unimportant",
        }


def _location(place: Place, assessment: Assessment) -> dict[str, Any]:
    line, column = max(place.line, 1), max(place.column, 1)
    end_line = max(place.end_line, line)
    end_column = max(place.end_column, 1 if end_line > line else column + 1)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri(place.path or assessment.path)},
            "region": {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column},
        }
    }


def uri(path: str) -> str:
    """Return a path as a URI reference: relative as it is, absolute with the scheme ``file``."""
    if path.startswith("/"):
        return "file://" + quote(path)
    if path[1:3] == ":/":
        return "file:///" + path[:2] + quote(path[2:])
    return quote(path)
