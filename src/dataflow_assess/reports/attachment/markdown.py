"""How does an attachment read as GitHub-flavoured Markdown?"""

from collections.abc import Iterator

from dataflow_assess.assessment import Assessment
from dataflow_assess.reports.attachment.contents import (
    Block,
    Cell,
    Contents,
    Figure,
    Line,
    Listing,
    Paragraph,
    Section,
    Table,
)
from dataflow_assess.reports.attachment.telling import with_evidence
from dataflow_assess.reports.marking import escaped


def render(contents: Contents, assessment: Assessment, lang: str) -> bytes:
    """Return the attachment; the diagram is told in words, since a Markdown file holds no picture."""
    del assessment
    lines = [f"# {escaped(contents.title)}", "", escaped(contents.subtitle)]
    lines += ["", escaped(contents.imprint)]
    for section in contents.sections:
        lines += _section(section, lang, 2)
    lines += ["", "---", "", escaped(contents.source)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _section(section: Section, lang: str, depth: int) -> Iterator[str]:
    yield ""
    yield f"{'#' * depth} {section.number} {escaped(section.title)}"
    for block in section.blocks:
        yield ""
        yield from _block(block, lang)
    for part in section.parts:
        yield from _section(part, lang, depth + 1)


def _block(block: Block, lang: str) -> Iterator[str]:
    match block:
        case Paragraph():
            text = _told(block.line, lang)
            yield f"> {text}" if block.remark else text
        case Listing():
            yield from (f"- {_told(line, lang)}" for line in block.lines)
        case Table():
            yield from _table(block, lang)
        case Figure():
            yield f"*{escaped(block.caption)}*"
            yield ""
            yield escaped(block.alternative)


def _table(table: Table, lang: str) -> Iterator[str]:
    if table.caption:
        yield f"**{escaped(table.caption)}**"
        yield ""
    yield _row([escaped(column.head) for column in table.columns])
    yield _row(["---"] * len(table.columns))
    for row in table.rows:
        yield _row([_cell(cell, lang) for cell in row.cells])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell, lang: str) -> str:
    return "<br>".join(_told(line, lang) for line in cell.lines) or "　"


def _told(line: Line, lang: str) -> str:
    return escaped(with_evidence(line, lang))
