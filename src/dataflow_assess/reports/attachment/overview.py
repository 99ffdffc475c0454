"""概要: what is the case, who answers for it, from when to when, and what is said of it as a whole?"""

from collections.abc import Iterable, Iterator

from dataflow_assess.messages import Message, message
from dataflow_assess.model import Council, Incident, Paper
from dataflow_assess.reports.attachment.contents import Block, Cell, Line, Paragraph, Row
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.reports.attachment.telling import dated, silence


def overview(making: Making) -> tuple[Block, ...]:
    """Return the table of the case, with a remark on how the paper is to be read."""
    remark = message("〔 〕 names the paper or statement that it rests on. What is not stated is told as not stated.")
    columns = (making.column("matter", message("Matter"), 18), making.column("stated", message("What is stated"), 82))
    rows = [Row((Cell((Line(making.text(what)),)), cell)) for what, cell in _rows(making)]
    return (Paragraph(making.line(remark), remark=True), making.table("overview", columns, rows))


def _rows(making: Making) -> Iterator[tuple[Message, Cell]]:
    of = making.system.overview
    yield message("Title of the case"), making.cell(making.line(of.title))
    yield message("Controller"), making.cell(making.party(of.controller))
    yield message("Section in charge"), _text(making, of.department)
    yield message("Version"), making.cell(making.lines(of.version))
    yield message("Summary"), _text(making, of.summary)
    yield message("Necessity"), making.cell(making.lines(of.necessity))
    yield message("Council"), making.cell(_council(making, of.council))
    yield message("Regime"), making.cell(making.lines(of.regime))
    yield message("Provision relied on"), making.cell(making.lines(of.law))
    yield message("Status"), making.cell([making.line(of.status)] if of.status is not None else [])
    yield message("Start"), making.cell(making.lines(of.start))
    yield message("End"), making.cell(making.lines(of.end))
    yield message("What is said in general"), making.cell(_claims(making))
    yield message("Incidents"), making.cell(_incidents(making, making.system.incidents))
    yield message("Papers"), making.cell(_papers(making, making.system.papers))
    yield message("Extent of this paper"), making.cell(making.line(_extent(making)))


def _text(making: Making, text: str) -> Cell:
    return making.cell([making.line(text)] if text else [])


def _council(making: Making, council: Council) -> Iterator[Line]:
    name = (*((council.name,) if council.name else ()), *((council.kind,) if council.kind is not None else ()))
    if name:
        yield making.line(name, council.evidence)
    yield from making.lines(council.date, message("date"))
    if council.papers:
        yield making.line(message("{what}: {told}", what=message("papers"), told=council.papers))
    if council.result:
        yield making.line(message("{what}: {told}", what=message("result"), told=council.result))
    for what, statement in (
        (message("precedent applied"), council.precedent),
        (message("should have been consulted by"), council.consult_by),
        (message("approval of a whole type of cases"), council.blanket),
        (message("excluded from the type"), council.exclusions),
        (message("report on single cases"), council.follow_up),
    ):
        yield from making.lines(statement, what, silent=False)


def _claims(making: Making) -> Iterator[Line]:
    for claim in making.system.claims:
        topic = claim.topic
        yield from making.lines(claim.text, message("{text}", text=topic) if topic is not None else None)
        yield from making.lines(claim.basis, message("basis"), silent=False)


def _incidents(making: Making, incidents: Iterable[Incident]) -> Iterator[Line]:
    for each in incidents:
        refs = making.named(each.about).refs
        text = message("{day}: {text}", day=dated(each.date), text=each.text) if each.date else each.text
        yield making.line(text, each.evidence, refs)
        for what, statement in (
            (message("count"), each.count),
            (message("cause"), each.cause),
            (message("so that it does not happen again"), each.remedy),
        ):
            yield from making.lines(statement, what)


def _papers(making: Making, papers: Iterable[Paper]) -> Iterator[Line]:
    for paper in papers:
        kind = (paper.kind,) if paper.kind is not None else ()
        day = (dated(paper.date),) if paper.date is not None else ()
        about = (*kind, *day)
        yield making.line(message("{name} ({about})", name=paper.label, about=about) if about else paper.label)
        yield from making.lines(paper.version, message("version"), silent=False)
    if not papers and making.system.overview.council.papers:
        yield silence(making.lang, message("their contents are not described"))


def _extent(making: Making) -> Message:
    return message(
        "{nodes} machines, people and media; {hops} segments; {items} items of data; {findings} findings",
        nodes=len(making.system.nodes),
        hops=len(making.graph.numbers),
        items=len(making.system.data),
        findings=len(making.assessment.open_findings),
    )
