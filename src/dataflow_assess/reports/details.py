"""What is told of a finding beside its sentence: further places, options, path, remedy, source?"""

from collections.abc import Iterator, Sequence

from dataflow_assess.assessment import Assessment
from dataflow_assess.facts import Protection
from dataflow_assess.findings import Finding, Kind, Related, Severity, Step, Waiver
from dataflow_assess.messages import Message, message, said
from dataflow_assess.model import read_day
from dataflow_assess.reports.excerpt import visible
from dataflow_assess.wording import PROTECTIONS


def listed(assessment: Assessment) -> Iterator[Finding]:
    """Yield what a format for machines lists: all that counts, and questions also where they are waived.

    A waiver takes a question's weight, never the question itself: nobody may overlook that it was asked.
    """
    for finding in assessment.findings:
        if finding.kind is not Kind.PASS and (finding.waived is None or finding.severity is Severity.QUESTION):
            yield finding


def beside(finding: Finding) -> tuple[Related, ...]:
    """Return the further places of a finding, where its evidence stands included."""
    return (*finding.related, *filter(None, [finding.evidence]))


def details(finding: Finding, assessment: Assessment, lang: str) -> Iterator[tuple[Message, str]]:
    """Yield a label and a text for everything that is told of a finding, on one line each."""
    for related in beside(finding):
        where = f"{related.place.line}:{related.place.column}"
        yield message("also at {place}", place=where), visible(related.message.text(lang))
    yield from remarks(finding, assessment, lang)


def remarks(finding: Finding, assessment: Assessment, lang: str) -> Iterator[tuple[Message, str]]:
    """Yield what `details` does, without the further places."""
    if finding.waived is not None:
        yield message("waived"), visible(waived(finding.waived).text(lang))
    if finding.alternatives:
        yield message("holds if"), visible(" / ".join(finding.alternatives))
    if finding.trace:
        yield message("path"), visible(path(finding.trace, assessment, lang))
    if finding.remedy:
        yield message("remedy"), visible(finding.remedy.text(lang))
    if finding.sources:
        cited = [_cited(source.label(lang), lang, informative=source.informative) for source in finding.sources]
        yield message("source"), visible(said(cited, lang))


def waived(waiver: Waiver) -> Message:
    """Return why a finding is waived, and until when."""
    until = read_day(waiver.until) if waiver.until else None
    if until is None:
        return message("{reason} (without end)", reason=waiver.reason)
    return message("{reason} (until {day})", reason=waiver.reason, day=until)


def path(trace: Sequence[Step], assessment: Assessment, lang: str) -> str:
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
