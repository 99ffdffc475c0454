"""How do the council's questions and their answers read, as text, Markdown and JSON?"""

from collections.abc import Iterator, Sequence
from typing import Any

from dataflow_assess.assessment import Assessment
from dataflow_assess.messages import Message, message, said
from dataflow_assess.model import Standing
from dataflow_assess.reports.excerpt import visible
from dataflow_assess.reports.inquiry import Answer, Inquiry, Origin, inquiries
from dataflow_assess.wording import STANDINGS

_HEADINGS: dict[Origin, Message] = {
    Origin.STANDING: message("What every council asks"),
    Origin.RECORDED: message("Questions in the description"),
    Origin.FINDING: message("Questions that the findings lead to"),
}


def render_text(assessment: Assessment, lang: str) -> str:
    """Return the questions with their answers, open ones marked, and how many are open."""
    return _render(assessment, lang, heading="{}", question="  {}", answer="     {}")


def render_markdown(assessment: Assessment, lang: str) -> str:
    """Return the same as Markdown, for a paper or a pull request."""
    return _render(assessment, lang, heading="## {}", question="\n**{}**\n", answer="- {}", escape=True)


def _render(assessment: Assessment, lang: str, *, escape: bool = False, **forms: str) -> str:
    asked = inquiries(assessment)
    lines: list[str] = []
    for origin, heading in _HEADINGS.items():
        of_origin = [inquiry for inquiry in asked if inquiry.origin is origin]
        if of_origin:
            lines += ["", forms["heading"].format(heading.text(lang))]
        for number, inquiry in enumerate(of_origin, start=1):
            question = f"{_LETTERS[origin]}{number}. {inquiry.question.text(lang)}"
            lines.append(forms["question"].format(_clean(question, escape=escape)))
            lines += [forms["answer"].format(_clean(line, escape=escape)) for line in _answers(inquiry, lang)]
    unanswered = sum(inquiry.is_open for inquiry in asked)
    total = message("{open} of {count} questions are open", open=unanswered, count=len(asked))
    return "\n".join([*lines[1:], "", total.text(lang)]) + "\n"


_LETTERS = {Origin.STANDING: "S", Origin.RECORDED: "Q", Origin.FINDING: "F"}


def _clean(text: str, *, escape: bool) -> str:
    shown = visible(text)
    return "".join("\\" + char if char in r"\`*_{}[]<>#|!" else char for char in shown) if escape else shown


def _answers(inquiry: Inquiry, lang: str) -> Iterator[str]:
    if not inquiry.answers:
        yield message("Unanswered").text(lang)
    for answer in inquiry.answers:
        text = answer.text.text(lang)
        if answer.standing is not Standing.STATED:
            text = message("Unanswered ({standing}): {text}", standing=STANDINGS[answer.standing], text=text).text(lang)
        yield text + "".join(_details(answer, lang))


def _details(answer: Answer, lang: str) -> Iterator[str]:
    if answer.evidence:
        yield message(" [evidence: {evidence}]", evidence=answer.evidence).text(lang)
    if answer.by:
        yield message(" [to answer: {by}]", by=answer.by).text(lang)
    if answer.due:
        yield message(" [by: {due}]", due=answer.due).text(lang)


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
        "finding": {"rule": finding.rule, "fingerprint": finding.fingerprint} if finding else None,
    }


def _answers_json(answers: Sequence[Answer], lang: str) -> list[dict[str, Any]]:
    return [
        {
            "text": said(answer.text, lang),
            "standing": answer.standing.value,
            "evidence": list(answer.evidence),
            "by": answer.by or None,
            "due": answer.due.iso if answer.due else None,
        }
        for answer in answers
    ]
