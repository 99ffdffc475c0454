"""How do assessments read as annotations of a GitHub Actions run?"""

from collections.abc import Iterator, Sequence

from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Finding, Severity
from dataflow_assess.reports.details import details, listed
from dataflow_assess.reports.excerpt import visible
from dataflow_assess.reports.text_report import summary

_COMMANDS: dict[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
    Severity.QUESTION: "notice",
}


def render(assessments: Sequence[Assessment], lang: str) -> str:
    """Return one workflow command a finding, and a line with the counts of each description.

    Known findings are notices: they stay in view and mark nothing as failed.
    """
    return "".join(f"{line}\n" for assessment in assessments for line in _lines(assessment, lang))


def _lines(assessment: Assessment, lang: str) -> Iterator[str]:
    for finding in listed(assessment):
        quiet = finding.known or finding.waived is not None
        command = "notice" if quiet else _COMMANDS[finding.severity]
        where = ",".join(f"{name}={_property(value)}" for name, value in _where(finding, assessment))
        yield f"::{command} {where}::{_data(_text(finding, assessment, lang))}"
    # A line that began with a path could be taken for a command.
    yield f"dataflow-assess: {summary(assessment, lang)}"


def _where(finding: Finding, assessment: Assessment) -> Iterator[tuple[str, str]]:
    place = finding.place
    yield "file", place.path or assessment.path
    yield "line", str(max(place.line, 1))
    if place.end_line > place.line:
        yield "endLine", str(place.end_line)  # columns are for one line alone
    else:
        yield "col", str(max(place.column, 1))
        yield "endColumn", str(max(place.end_column, place.column + 1, 2))
    yield "title", finding.rule


def _text(finding: Finding, assessment: Assessment, lang: str) -> str:
    told = [visible(finding.message.text(lang))]
    told += [f"{label.text(lang)}: {text}" for label, text in details(finding, assessment, lang)]
    return "\n".join(told)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
