"""What will the council ask, and what does the description answer?

Three kinds of question: those that every council asks, those that the description records, and one for each
finding. A question without an answer stays open, with who is to answer and by when.
"""

from collections.abc import Iterator
from enum import Enum

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.errors import Place
from dataflow_assess.findings import Finding, Kind
from dataflow_assess.messages import Message, message
from dataflow_assess.model import Standing
from dataflow_assess.reports.answering import Answer
from dataflow_assess.reports.standing import standing_questions


class Origin(Enum):
    """Where a question comes from."""

    STANDING = "standing"
    RECORDED = "recorded"
    FINDING = "finding"


@attrs.frozen
class Inquiry:
    """A question with its answers; without any it is unanswered.

    Attributes:
        origin: where it comes from.
        question: in a member's words.
        answers: sentences, answered and open.
        place: where in the description, or None for a standing question.
        finding: the finding that it belongs to, or None.
    """

    origin: Origin
    question: Message
    answers: tuple[Answer, ...]
    place: Place | None = None
    finding: Finding | None = None

    @property
    def is_open(self) -> bool:
        """Whether any part of the answer is missing."""
        return not self.answers or any(answer.standing is not Standing.STATED for answer in self.answers)


def inquiries(assessment: Assessment) -> tuple[Inquiry, ...]:
    """Return every question: the standing ones in the order in which members ask, the recorded, the findings'."""
    standing = (Inquiry(Origin.STANDING, question, answers) for question, answers in standing_questions(assessment))
    return (*standing, *_recorded(assessment), *_of_findings(assessment))


def _recorded(assessment: Assessment) -> Iterator[Inquiry]:
    for question in assessment.system.questions:
        answer = question.answer
        answers: tuple[Answer, ...] = ()
        if answer.value is not None:
            answers = (Answer(message("{text}", text=answer.value), Standing.STATED, answer.evidence),)
        elif not answer.is_silent or question.by or question.due:
            text = message("{text}", text=answer.text) if answer.text else None
            due = answer.due or question.due
            answers = (Answer(text, answer.standing, answer.evidence, answer.by or question.by, due),)
        yield Inquiry(Origin.RECORDED, message("{text}", text=question.ask), answers, question.place)


_STANDING_OF = {Kind.NOT_STATED: Standing.NOT_STATED, Kind.TO_CONFIRM: Standing.TO_CONFIRM}


def _of_findings(assessment: Assessment) -> Iterator[Inquiry]:
    for finding in assessment.findings:
        asked = assessment.rules[finding.rule].section("Ask")
        question = asked or message("How does it stand with {subject}?", subject=finding.subject.name)
        said = finding.statement
        answer = Answer(
            finding.message,
            _STANDING_OF.get(finding.kind, Standing.STATED),
            said.evidence if said else (),
            said.by if said else "",
            said.due if said else None,
        )
        yield Inquiry(Origin.FINDING, question, (answer,), finding.place, finding)
