"""How do the council's questions and their answers read, as text, Markdown and JSON?"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Finding
from dataflow_assess.messages import Message, message
from dataflow_assess.model import Standing
from dataflow_assess.reports.answering import Answer
from dataflow_assess.reports.excerpt import visible
from dataflow_assess.reports.inquiry import Inquiry, Origin, inquiries
from dataflow_assess.reports.marking import escaped
from dataflow_assess.wording import STANDINGS

HEADINGS: dict[Origin, Message] = {
    Origin.STANDING: message("What every council asks"),
    Origin.RECORDED: message("Questions in the description"),
    Origin.FINDING: message("Questions that the findings lead to"),
}


LETTERS = {Origin.STANDING: "S", Origin.RECORDED: "Q", Origin.FINDING: "F"}


def render_text(assessment: Assessment, lang: str) -> str:
    """Return the questions with their answers, what is open set apart, and how many are open."""
    return _render(assessment, lang, visible, heading="{}", question="  {}", answer="     - {}", part="         - {}")


def render_markdown(assessment: Assessment, lang: str) -> str:
    """Return the same as Markdown, for a paper or a pull request."""
    forms = {"heading": "## {}", "question": "\n**{}**\n", "answer": "- {}", "part": "  - {}"}
    return _render(assessment, lang, escaped, **forms)


def _render(assessment: Assessment, lang: str, write: Callable[[str], str], **forms: str) -> str:
    """Return the questions, each text as ``write`` gives it; findings that lead to the same are answered together."""
    lines: list[str] = []
    counted: list[bool] = []
    for origin, asked in _asked(assessment, lang).items():
        if asked:
            lines += ["", forms["heading"].format(HEADINGS[origin].text(lang))]
        for number, (question, answers) in enumerate(asked.items(), start=1):
            title = f"{LETTERS[origin]}{number}. {question}"
            lines.append(forms["question"].format(write(title)))
            told = _told(answers, lang)
            lines += [forms[form].format(write(line)) for form, line in told]
            counted.append(not answers or any(answer.standing is not Standing.STATED for answer in answers))
    total = message("{open} of {count} questions are open", open=sum(counted), count=len(counted))
    return "\n".join([*lines[1:], "", total.text(lang)]) + "\n"


def _asked(assessment: Assessment, lang: str) -> dict[Origin, dict[str, list[Answer]]]:
    """Return the answers to each question, by origin; a question recorded twice is asked once."""
    found: dict[Origin, dict[str, list[Answer]]] = {origin: {} for origin in HEADINGS}
    for inquiry in inquiries(assessment):
        found[inquiry.origin].setdefault(inquiry.question.text(lang), []).extend(inquiry.answers)
    return found


def _told(answers: Sequence[Answer], lang: str) -> Iterator[tuple[str, str]]:
    """Yield the form and text of each line: what is answered, then what is open, each way of being open once."""
    if not answers:
        yield "answer", message("Unanswered").text(lang)
    still: dict[str, list[str]] = {}
    for answer in answers:
        text = answer.text.text(lang) if answer.text else ""
        evidence = message(" [evidence: {evidence}]", evidence=answer.evidence).text(lang) if answer.evidence else ""
        if answer.standing is Standing.STATED:
            yield "answer", text + evidence
        else:
            still.setdefault(_open(answer, lang), []).append(text + evidence)
    for heading, parts in still.items():
        yield "answer", heading
        yield from (("part", part) for part in parts if part)


def _open(answer: Answer, lang: str) -> str:
    """Return in which way an answer is open, who is to give it, and by when."""
    parts = [message("Unanswered ({standing})", standing=STANDINGS[answer.standing])]
    promised = answer.standing is Standing.TO_CONFIRM
    if answer.by:
        parts.append(message(" [to answer: {by}]", by=answer.by))
    elif promised:
        parts.append(message(" [to answer: nobody named]"))
    if answer.due:
        parts.append(message(" [by: {due}]", due=answer.due))
    elif promised:
        parts.append(message(" [by: no date]"))
    return "".join(part.text(lang) for part in parts)


def as_json(assessment: Assessment, lang: str) -> dict[str, Any]:
    """Return the questions as JSON values."""
    asked = inquiries(assessment)
    return {
        "format": 1,
        "path": assessment.path,
        "questions": [_json(inquiry, lang) for inquiry in asked],
        "summary": {"questions": len(asked), "open": sum(inquiry.is_open for inquiry in asked)},
    }


def _json(inquiry: Inquiry, lang: str) -> dict[str, Any]:
    place, finding = inquiry.place, inquiry.finding
    location = {"path": place.path, "line": place.line, "column": place.column} if place else None
    return {
        "origin": inquiry.origin.value,
        "question": inquiry.question.text(lang),
        "open": inquiry.is_open,
        "answers": _answers_json(inquiry.answers, lang),
        "location": location,
        "finding": _finding(finding) if finding else None,
    }


def _answers_json(answers: Sequence[Answer], lang: str) -> list[dict[str, Any]]:
    return [
        {
            "text": answer.text.text(lang) if answer.text else None,
            "standing": answer.standing.value,
            "evidence": list(answer.evidence),
            "by": answer.by or None,
            "due": answer.due.iso if answer.due else None,
        }
        for answer in answers
    ]


def _finding(finding: Finding) -> dict[str, str]:
    return {"rule": finding.rule, "subject": finding.subject.id, "fingerprint": finding.fingerprint}
