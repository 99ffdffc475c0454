"""How do assessments read on a terminal: finding, excerpt, path, remedy, source?"""

from collections.abc import Iterator, Sequence

from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Finding, Kind, Severity
from dataflow_assess.messages import Message, message
from dataflow_assess.reports.details import details, waived
from dataflow_assess.reports.excerpt import excerpt, visible
from dataflow_assess.reports.side_by_side import side_by_side
from dataflow_assess.wording import SEVERITIES


def render(assessments: Sequence[Assessment], lang: str) -> str:
    """Return all findings, grouped by description, passes under their own heading, and a summary."""
    lines: list[str] = []
    for assessment in assessments:
        lines.extend(_assessment(assessment, lang))
    if len(assessments) > 1:
        lines.extend(("", *side_by_side(assessments, lang)))
    return "\n".join(lines) + "\n"


def render_quiet(assessments: Sequence[Assessment], lang: str) -> str:
    """Return the findings alone; nothing where there are none."""
    lines: list[str] = []
    for assessment in assessments:
        quoted = assessment.system.text.split("\n")
        for finding in assessment.open_findings:
            if not finding.known:
                lines.extend((*_finding(finding, assessment, quoted, lang), ""))
    return "".join(f"{line}\n" for line in lines)


def _assessment(assessment: Assessment, lang: str) -> Iterator[str]:
    lines = assessment.system.text.split("\n")
    for finding in assessment.open_findings:
        if not finding.known:
            yield from _finding(finding, assessment, lines, lang)
            yield ""
    known = [(finding, "") for finding in assessment.open_findings if finding.known]
    yield from _listed(message("Known from the baseline:"), known, lang)
    accepted = [(each, waived(each.waived).text(lang)) for each in assessment.findings if each.waived is not None]
    yield from _listed(message("Waived:"), accepted, lang)
    passes = [(finding, "") for finding in assessment.findings if finding.kind is Kind.PASS]
    yield from _listed(message("Shown to be in order:"), passes, lang)
    yield summary(assessment, lang)


def _listed(heading: Message, findings: Sequence[tuple[Finding, str]], lang: str) -> Iterator[str]:
    """Yield a heading with one line a finding, and what is said of it, where there are any."""
    if not findings:
        return
    yield heading.text(lang)
    for finding, remark in findings:
        yield f"  {finding.rule} {visible(str(finding.place))}: {visible(finding.message.text(lang))}"
        if remark:
            yield f"    = {visible(remark)}"
    yield ""


def _finding(finding: Finding, assessment: Assessment, lines: Sequence[str], lang: str) -> Iterator[str]:
    severity = SEVERITIES[finding.severity].text(lang)
    yield f"{severity}[{finding.rule}] {visible(finding.message.text(lang))}"
    yield f"  --> {visible(str(finding.place))}"
    if finding.place.path == assessment.path:
        yield from (f"  {line}" for line in excerpt(lines, finding.place))
    for label, text in details(finding, assessment, lang):
        yield f"  = {label.text(lang)}: {text}"


def summary(assessment: Assessment, lang: str) -> str:
    """Return the counts of one description, on one line."""
    path, title = visible(assessment.path), visible(assessment.system.overview.title)
    return message("{path} ({title}): {counts}", path=path, title=title, counts=counts(assessment, lang)).text(lang)


def counts(assessment: Assessment, lang: str) -> tuple[str, ...]:
    """Return how many findings there are of each severity, and how many are waived, known or in order."""
    found = assessment.summary()
    known = sum(finding.known for finding in assessment.open_findings)
    parts = [f"{SEVERITIES[severity].text(lang)} {found[severity.value]}" for severity in Severity]
    if known:
        parts.append(message("of these known {count}", count=known).text(lang))
    parts.append(message("waived {count}", count=found["waived"]).text(lang))
    if found["pass"]:
        parts.append(message("in order {count}", count=found["pass"]).text(lang))
    return tuple(parts)
