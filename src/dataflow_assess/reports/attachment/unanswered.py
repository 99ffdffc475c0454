"""未回答の質問（想定問答）: what will the council ask, and what is the answer from the description?"""

from collections.abc import Iterable, Iterator

from dataflow_assess.messages import Message, message
from dataflow_assess.model import Standing
from dataflow_assess.reports.answering import Answer
from dataflow_assess.reports.attachment.contents import Block, Cell, Line, Ref, Row
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.reports.attachment.telling import dated
from dataflow_assess.reports.inquiry import Inquiry, Origin, inquiries
from dataflow_assess.reports.inquiry_report import HEADINGS, LETTERS
from dataflow_assess.wording import STANDINGS


def unanswered(making: Making) -> tuple[Block, ...]:
    """Return the table of questions of each origin; what findings lead to names the finding only."""
    asked: dict[Origin, dict[str, list[Inquiry]]] = {origin: {} for origin in HEADINGS}
    for inquiry in inquiries(making.assessment):
        asked[inquiry.origin].setdefault(making.text(inquiry.question), []).append(inquiry)
    return tuple(_table(making, origin, questions) for origin, questions in asked.items())


def _table(making: Making, origin: Origin, questions: dict[str, list[Inquiry]]) -> Block:
    columns = (
        making.column("number", message("No."), 7),
        making.column("question", message("Question"), 35),
        making.column("answer", message("Answer from the papers"), 58),
    )
    rows = []
    for number, (question, inquiries_) in enumerate(questions.items(), start=1):
        if origin is Origin.FINDING:
            answer, refs = _by_finding(making, inquiries_)
        else:
            answer, refs = Cell(tuple(_answers(making, [each for one in inquiries_ for each in one.answers]))), ()
        rows.append(Row((Cell((Line(f"{LETTERS[origin]}{number}"),)), Cell((Line(question),)), answer), refs))
    return making.table(f"questions-{origin.value}", columns, rows, HEADINGS[origin])


def _by_finding(making: Making, asked: Iterable[Inquiry]) -> tuple[Cell, tuple[Ref, ...]]:
    """Return the letters under which the points are told, or what was found in order."""
    findings = [inquiry.finding for inquiry in asked if inquiry.finding is not None]
    letters = [letter for letter, group in making.groups.items() if any(found in group for found in findings)]
    refs = tuple(Ref("finding", letter) for letter in letters)
    lines = []
    if letters:
        still = any(inquiry.is_open for inquiry in asked)
        told = message("Unanswered; see point {letters}", letters=tuple(letters))
        answered = message("See point {letters}", letters=tuple(letters))
        text = making.text(told if still else answered)
        lines.append(Line(text, standing=Standing.NOT_STATED if still else Standing.STATED, refs=refs))
    lines += [
        making.line(found.message) for found in findings if not any(found in group for group in making.groups.values())
    ]
    return making.cell(lines), refs


def _answers(making: Making, answers: Iterable[Answer]) -> Iterator[Line]:
    """Yield what is answered, then what is open, each with who is to answer and by when."""
    found = list(answers)
    if not found:
        yield Line(making.text(message("Unanswered")), standing=Standing.NOT_STATED)
    for answer in found:
        if answer.standing is Standing.STATED and answer.text:
            yield making.line(answer.text, answer.evidence)
    still: dict[tuple[Standing, str], list[Answer]] = {}
    for answer in found:
        if answer.standing is not Standing.STATED:
            still.setdefault((answer.standing, making.text(_open(answer))), []).append(answer)
    for (standing, heading), group in still.items():
        texts = tuple(dict.fromkeys(making.text(answer.text) for answer in group if answer.text))
        evidence = tuple(dict.fromkeys(text for answer in group for text in answer.evidence))
        if len(texts) < 2:
            told = message("{what}: {told}", what=heading, told=texts) if texts else heading
            yield Line(making.text(told), evidence, standing)
        else:
            yield Line(heading, evidence, standing)
            yield from (Line(making.text(message("・{text}", text=text)), (), standing) for text in texts)


def _open(answer: Answer) -> Message:
    parts: list[object] = [STANDINGS[answer.standing]]
    if answer.by:
        parts.append(message("to answer: {by}", by=answer.by))
    if answer.due is not None:
        parts.append(message("by: {due}", due=dated(answer.due)))
    return message("Unanswered ({standing})", standing=tuple(parts))
