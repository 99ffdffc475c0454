"""How do assessments read on a terminal: finding, excerpt, path, remedy, source?"""

from collections.abc import Iterator, Sequence

from dataflow_assess.assessment import Assessment
from dataflow_assess.facts import Protection
from dataflow_assess.findings import Finding, Kind, Severity, Step
from dataflow_assess.messages import Message, message, said
from dataflow_assess.reports.excerpt import excerpt, visible
from dataflow_assess.wording import PROTECTIONS, SEVERITIES


def render(assessments: Sequence[Assessment], lang: str) -> str:
    """Return all findings, grouped by description, passes under their own heading, and a summary."""
    lines: list[str] = []
    for assessment in assessments:
        lines.extend(_assessment(assessment, lang))
    if len(assessments) > 1:
        lines.extend(_table(assessments, lang))
    return "\n".join(lines) + "\n"


def _assessment(assessment: Assessment, lang: str) -> Iterator[str]:
    lines = assessment.system.text.split("\n")
    for finding in assessment.findings:
        if finding.kind is not Kind.PASS and finding.waived is None:
            yield from _finding(finding, assessment, lines, lang)
            yield ""
    passes = [finding for finding in assessment.findings if finding.kind is Kind.PASS]
    if passes:
        yield message("Shown to be in order:").text(lang)
        for finding in passes:
            yield f"  {finding.rule} {visible(str(finding.place))}: {visible(finding.message.text(lang))}"
        yield ""
    yield _summary(assessment, lang)


def _finding(finding: Finding, assessment: Assessment, lines: Sequence[str], lang: str) -> Iterator[str]:
    severity = SEVERITIES[finding.severity].text(lang)
    yield f"{severity}[{finding.rule}] {visible(finding.message.text(lang))}"
    yield f"  --> {visible(str(finding.place))}"
    yield from (f"  {line}" for line in excerpt(lines, finding.place))
    for label, text in _details(finding, assessment, lang):
        yield f"  = {label.text(lang)}: {visible(text)}"


def _details(finding: Finding, assessment: Assessment, lang: str) -> Iterator[tuple[Message, str]]:
    for related in (*finding.related, *filter(None, [finding.evidence])):
        where = f"{related.place.line}:{related.place.column}"
        yield message("also at {place}", place=where), related.message.text(lang)
    if finding.alternatives:
        yield message("holds if"), " / ".join(finding.alternatives)
    if finding.trace:
        yield message("path"), _path(finding.trace, assessment, lang)
    if finding.remedy:
        yield message("remedy"), finding.remedy.text(lang)
    if finding.sources:
        yield (
            message("source"),
            said(
                [_cited(source.label(lang), lang, informative=source.informative) for source in finding.sources], lang
            ),
        )


def _path(trace: Sequence[Step], assessment: Assessment, lang: str) -> str:
    """Return the path with the number of each hop as in the diagram; the finding's own hops stand in brackets."""
    graph = assessment.graph
    parts, at = list[str](), ""
    for step in trace:
        state = PROTECTIONS[Protection(step.protection)].text(lang)
        if step.source != at:
            parts.append(("/ " if parts else "") + graph.node(step.source).label)
        sign = f"-({graph.numbers[step.hop]} {state})->"
        parts.append(f"[{sign}]" if step.marked else sign)
        parts.append(graph.node(step.target).label)
        at = step.target
    return " ".join(parts)


def _cited(label: str, lang: str, *, informative: bool) -> str:
    return message("for reference: {source}", source=label).text(lang) if informative else label


def _summary(assessment: Assessment, lang: str) -> str:
    counts = assessment.summary()
    parts = [f"{SEVERITIES[severity].text(lang)} {counts[severity.value]}" for severity in Severity]
    if counts["waived"]:
        parts.append(message("waived {count}", count=counts["waived"]).text(lang))
    if counts["pass"]:
        parts.append(message("in order {count}", count=counts["pass"]).text(lang))
    path, title = visible(assessment.path), visible(assessment.system.overview.title)
    return message("{path} ({title}): {counts}", path=path, title=title, counts=tuple(parts)).text(lang)


def _table(assessments: Sequence[Assessment], lang: str) -> Iterator[str]:
    yield ""
    yield message("All {count} descriptions:", count=len(assessments)).text(lang)
    for assessment in assessments:
        yield f"  {_summary(assessment, lang)}"
