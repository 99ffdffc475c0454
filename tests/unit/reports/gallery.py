"""What do the tests of output formats render: the whole gallery, and a description full of traps?"""

from functools import cache
from pathlib import Path

import attrs

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Waiver
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_source
from dataflow_assess.reports import standard_reporters
from tests.unit.cli.running import SMALL

ROOT = Path(__file__).parents[3]
HOSTILE = "a]b[c|d`e*f<g>&h%i\\u0001\\u202e\\uffff@team #12 https://evil.example ::error::x\\n::error::y, z:1"
"""What must stand in every format as mere text; as a double-quoted scalar of YAML."""


@cache
def gallery() -> tuple[Assessment, ...]:
    """Return the assessments of every description of the gallery."""
    return tuple(
        assess(read_source(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()), load_plugins())
        for path in sorted(ROOT.glob("diagrams/*/*/description.yaml"))
    )


@cache
def hostile() -> Assessment:
    """Return an assessment whose names and path try to break out of every format."""
    text = SMALL.replace("Report: {", f'Report: {{name: "{HOSTILE}", ')
    return assess(read_source(text, "a b/::c,d%.yaml"), load_plugins())


def rendered(form: str, *assessments: Assessment, lang: str = "ja") -> str:
    """Return what a format makes of assessments."""
    return standard_reporters()[form].render(assessments, lang)


def accepted(assessment: Assessment, *rules: str) -> Assessment:
    """Return the assessment with the findings of ``rules`` waived."""
    waiver = Waiver("approved by the head of section", "2027-03-31")
    return attrs.evolve(
        assessment,
        findings=tuple(
            attrs.evolve(each, waived=waiver) if each.rule in rules else each for each in assessment.findings
        ),
    )


def known(assessment: Assessment, *rules: str) -> Assessment:
    """Return the assessment with the findings of ``rules`` known from a baseline."""
    return attrs.evolve(
        assessment,
        findings=tuple(attrs.evolve(each, known=True) if each.rule in rules else each for each in assessment.findings),
    )
