"""How do assessments read as a comment on a pull or merge request?"""

from collections.abc import Callable, Iterator, Sequence

from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Finding, Kind, Severity
from dataflow_assess.messages import Message, message
from dataflow_assess.reports.details import details, waived
from dataflow_assess.reports.marking import escaped
from dataflow_assess.wording import SEVERITIES

LIMIT = 60_000
"""Characters of a comment; GitHub refuses more than 65 536."""

_Listed = list[tuple[Finding, Assessment]]


def render(assessments: Sequence[Assessment], lang: str) -> str:
    """Return a table of counts, then the findings, the heaviest first; what does not fit is counted instead."""
    title = message("Check of the data flow")
    parts = [f"## {title.text(lang)}", "\n".join(_table(assessments, lang))]
    room = LIMIT - sum(map(len, parts))
    for heading, found, folded in _groups(assessments):
        entries = [_entry(finding, assessment, lang) for finding, assessment in found]
        kept = _fitting(entries, room)
        if len(kept) < len(entries):
            rest = message("- … and {count} more; the other formats hold them all", count=len(entries) - len(kept))
            kept.append(rest.text(lang))
        text = "\n".join(kept)
        room -= len(text)
        counted = f"{heading.text(lang)} ({len(entries)})"
        parts.append(_folded(counted, text) if folded else f"### {counted}\n\n{text}")
    return "\n\n".join(parts) + "\n"


def _table(assessments: Sequence[Assessment], lang: str) -> Iterator[str]:
    further = (message("known"), message("waived"), message("in order"))
    heads = [message("description"), *(SEVERITIES[severity] for severity in Severity), *further]
    yield f"| {' | '.join(head.text(lang) for head in heads)} |"
    yield "|---" + "|--:" * (len(heads) - 1) + "|"
    for assessment in assessments:
        found = assessment.summary()
        known = sum(finding.known for finding in assessment.open_findings)
        counts = [*(found[severity.value] for severity in Severity), known, found["waived"], found["pass"]]
        name = f"{escaped(assessment.system.label)}<br>{escaped(assessment.path)}"
        yield f"| {name} | {' | '.join(map(str, counts))} |"


def _groups(assessments: Sequence[Assessment]) -> Iterator[tuple[Message, _Listed, bool]]:
    """Yield each heading with its findings, and whether it is folded, leaving out what is empty."""

    def those(wanted: Callable[[Finding], bool]) -> _Listed:
        return [(finding, each) for each in assessments for finding in each.findings if wanted(finding)]

    def open_of(severity: Severity) -> Callable[[Finding], bool]:
        return lambda f: f.severity is severity and f.kind is not Kind.PASS and f.waived is None and not f.known

    groups = [(SEVERITIES[severity], those(open_of(severity)), severity is Severity.INFO) for severity in Severity]
    groups += [
        (message("Known from the baseline"), those(lambda f: f.known and f.waived is None), True),
        (message("Waived"), those(lambda f: f.waived is not None), True),
        (message("Shown to be in order"), those(lambda f: f.kind is Kind.PASS), True),
    ]
    return (group for group in groups if group[1])


def _entry(finding: Finding, assessment: Assessment, lang: str) -> str:
    lines = [f"- **{finding.rule}** {escaped(finding.message.text(lang))} — {escaped(str(finding.place))}"]
    if finding.kind is Kind.PASS:
        return lines[0]
    if finding.waived is not None:
        why = message("waived: {why}", why=waived(finding.waived))
        return f"{lines[0]}<br>{escaped(why.text(lang))}"
    if finding.known:
        return lines[0]
    lines += [f"  - {label.text(lang)}: {escaped(text)}" for label, text in details(finding, assessment, lang)]
    return "\n".join(lines)


def _fitting(entries: Sequence[str], room: int) -> list[str]:
    kept = []
    for entry in entries:
        room -= len(entry) + 1
        if room < 0:
            break
        kept.append(entry)
    return kept


def _folded(title: str, text: str) -> str:
    return f"<details><summary>{title}</summary>\n\n{text}\n\n</details>"
