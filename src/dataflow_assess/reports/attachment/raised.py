"""指摘事項: which points does the assessment raise, what was found in order, and what was set aside for a reason?"""

from collections.abc import Iterator

from dataflow_assess.drawing.tables import circled
from dataflow_assess.findings import Finding, Kind
from dataflow_assess.messages import message
from dataflow_assess.reports.attachment.contents import Block, Cell, Line, Paragraph, Ref, Row
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.wording import KINDS, SEVERITIES


def raised(making: Making) -> tuple[Block, ...]:
    """Return the table of findings with a blank for the controller's view, what is in order, and what was waived."""
    remark = message("The points follow from the description by rule. The controller's view is left blank: it is no "
                     "matter of this program to judge.")  # fmt: skip
    return (Paragraph(making.line(remark), remark=True), _findings(making), *_passes(making), *_waived(making))


def _findings(making: Making) -> Block:
    columns = (
        making.column("letter", message("Sign"), 9),
        making.column("severity", message("Weight"), 8),
        making.column("message", message("Finding and where"), 28),
        making.column("remedy", message("Remedy and source"), 40),
        making.column("view", message("Controller's view"), 15),
    )
    rows = [_group(making, letter, group) for letter, group in making.groups.items()]
    return making.table("findings", columns, rows, message("Points raised"))


def _group(making: Making, letter: str, group: tuple[Finding, ...]) -> Row:
    ref, first = Ref("finding", letter), group[0]
    sources = _sources(making, group)
    cells = (
        Cell((Line(letter, refs=(ref,)), Line(first.rule))),
        Cell((Line(making.text(SEVERITIES[first.severity])), *_sort(making, first))),
        Cell(tuple(_told(making, group))),
        making.cell(
            [making.line(first.remedy)] if first.remedy else [],
            [making.line(message("source: {sources}", sources=source)) for source in sources],
        ),
        Cell((Line(""),)),
    )
    about = tuple(dict.fromkeys(each for found in group for each in making.refs_of(found)))
    return Row(cells, (ref, *about))


def _sources(making: Making, group: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return what a rule rests on, each law or guideline once with all that is cited of it."""
    cited: dict[str, dict[str, None]] = {}
    for found in group:
        for source in found.sources:
            title = source.title_ja if making.lang == "ja" else source.title_en
            cited.setdefault(title, {})[source.cited(making.lang)] = None
    return tuple(f"{title} {making.text(tuple(filter(None, sections)))}".strip() for title, sections in cited.items())


def _sort(making: Making, found: Finding) -> Iterator[Line]:
    if found.kind is not Kind.VIOLATION:
        yield making.line(KINDS[found.kind])


def _told(making: Making, group: tuple[Finding, ...]) -> Iterator[Line]:
    """Yield each finding with the numbers of its segments, after the rule's title where there are several."""
    if len(group) > 1:
        title = making.assessment.rules[group[0].rule].title
        yield making.line(message("{title} ({count} places)", title=title, count=len(group)))
    for found in group:
        refs = making.refs_of(found)
        numbers = "".join(map(circled, sorted(int(ref.id) for ref in refs if ref.kind == "flow")))
        text = making.text(found.message)
        evidence = found.statement.evidence if found.statement else ()
        mark = numbers or ("・" if len(group) > 1 else "")
        yield Line(f"{mark} {text}" if numbers else f"{mark}{text}", evidence, refs=refs)
        if found.alternatives:
            yield making.line(message("holds if: {cases}", cases=found.alternatives))


def _passes(making: Making) -> Iterator[Block]:
    columns = (making.column("rule", message("Rule"), 12), making.column("message", message("What was found"), 88))
    rows = [
        Row((Cell((Line(found.rule),)), making.cell(making.line(found.message))), making.refs_of(found))
        for found in making.assessment.findings
        if found.kind is Kind.PASS and found.waived is None
    ]
    if rows:
        yield making.table("passes", columns, rows, message("Found in order"))


def _waived(making: Making) -> Iterator[Block]:
    columns = (
        making.column("rule", message("Rule"), 12),
        making.column("message", message("What was found"), 48),
        making.column("reason", message("Reason, until when"), 40),
    )
    rows = [
        Row((Cell((Line(found.rule),)), making.cell(making.line(found.message)), _reason(making, found)))
        for found in making.assessment.findings
        if found.waived is not None
    ]
    if rows:
        yield making.table("waived", columns, rows, message("Set aside for a reason"))


def _reason(making: Making, found: Finding) -> Cell:
    waived = found.waived
    if waived is None:
        return making.cell()
    until = [making.line(message("until {day}", day=waived.until))] if waived.until else []
    return making.cell(making.line(waived.reason), until)
