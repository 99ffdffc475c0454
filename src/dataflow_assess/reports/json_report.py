"""How do assessments read as JSON, format 1?"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from dataflow_assess.assessment import Assessment
from dataflow_assess.collecting import uncollected
from dataflow_assess.errors import Place
from dataflow_assess.findings import Finding, Source, Subject
from dataflow_assess.reports.details import beside
from dataflow_assess.reports.excerpt import FORMATTING

FORMAT = 1


@uncollected()
def render(assessments: Sequence[Assessment], lang: str) -> str:
    """Return one JSON object with the findings of all assessments, in the order given.

    Messages, remedies and titles are in ``lang``; keys and words are the same in every language.
    """
    totals: Counter[str] = Counter()
    for assessment in assessments:
        totals.update(assessment.summary())
    report = {
        "format": FORMAT,
        "tool": {"name": "dataflow-assess", "version": version("dataflow-assess")},
        "systems": [_system(assessment) for assessment in assessments],
        "findings": [finding_json(finding, lang) for assessment in assessments for finding in assessment.findings],
        "summary": {key: totals[key] for key in ("error", "warning", "info", "question", "pass", "waived")},
    }
    return json_text(report)


def json_text(value: object) -> str:
    """Return values as JSON with control and formatting characters escaped; they stand in its strings alone.

    What is written reaches terminals too, where such a character moves the cursor or turns the reading order.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNUSUAL.sub(lambda char: _escaped(char[0]), text) + "\n"


_UNUSUAL = re.compile("[^\n -~\u2190-\u23ff\u3000-\u9fff\uff01-\uffee]")
"""What is neither ASCII, an arrow, kana, kanji nor full-width: the characters among which acting ones may be."""


def _escaped(char: str) -> str:
    if unicodedata.category(char) not in FORMATTING:
        return char
    return json.dumps(char)[1:-1]


def _system(assessment: Assessment) -> dict[str, Any]:
    system = assessment.system
    controller = assessment.graph.party(system.overview.controller)
    return {
        "path": assessment.path,
        "title": system.overview.title,
        "controller": controller.label,
        "nodes": len(system.nodes),
        "hops": sum(len(flow.hops) for flow in system.flows),
        "data_items": len(system.data),
    }


def finding_json(finding: Finding, lang: str) -> dict[str, Any]:
    """Return a finding as the contract says."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "kind": finding.kind.value,
        "message": finding.message.text(lang),
        "subject": subject_json(finding.subject),
        "location": location_json(finding.place),
        "related": [
            {
                "message": related.message.text(lang),
                "location": location_json(related.place),
                "subject": subject_json(related.subject) if related.subject else None,
            }
            for related in beside(finding)
        ],
        "trace": [
            {"hop": step.hop, "from": step.source, "to": step.target, "protection": step.protection}
            for step in finding.trace
        ],
        "alternatives": list(finding.alternatives),
        "remedy": finding.remedy.text(lang) if finding.remedy else None,
        "sources": [source_json(source, lang) for source in finding.sources],
        "fingerprint": finding.fingerprint,
        "waived": {"reason": finding.waived.reason, "until": finding.waived.until} if finding.waived else None,
        **({"known": True} if finding.known else {}),
    }


def subject_json(subject: Subject) -> dict[str, str]:
    """Return the element that a finding or change is about."""
    return {"kind": subject.kind, "id": subject.id, "name": subject.name}


def location_json(place: Place) -> dict[str, Any]:
    """Return where something stands."""
    return {"path": place.path, "line": place.line, "column": place.column}


def source_json(source: Source, lang: str) -> dict[str, Any]:
    """Return what a rule rests on."""
    title = source.title_ja if lang == "ja" else source.title_en
    return {"key": source.key, "title": title, "section": source.cited(lang), "informative": source.informative}
