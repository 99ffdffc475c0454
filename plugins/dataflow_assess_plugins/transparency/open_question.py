"""TRN-01: which questions have been asked and not been answered?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import Facts, Hit, Message, Question, Related, Severity, Statement, rule, subject_of
from dataflow_assess_plugins.left_open import alike, in_words, is_open, kind_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "TRN-01",
    title=message("Open question"),
    severity=Severity.QUESTION,
    sources=sources("council-practice"),
)
def open_question(facts: Facts) -> Iterator[Hit]:
    """A question was asked, and the answer is missing, promised, refused or not settled.

    What:
        Each question is one finding, also where the description holds it several times. A promise to confirm is told
        from a question to which the papers hold no answer at all; who answers and by when is said where it is known.
    Why:
        A question that is not answered before the meeting is asked again there, and the case is carried over.
    Quiet:
        When an answer is stated, whatever it says. A promise that stands in another statement, and not in a question,
        is reported by the rule on that matter; where both are written, both are shown, but for masking (PUR-06).
    Ask:
        What is the answer to the question that was left open, who gives it, and by when?
    Bad:
        questions:
          - {ask: 加工した画像は元に戻せるか, about: 路面画像, answer: to-confirm}
    Good:
        questions:
          - {ask: 加工した画像は元に戻せるか, about: 路面画像, answer: {value: 戻せない, evidence: 回答書}}
    Remedy:
        Name who answers and by when, and write the answer into the papers before the meeting.
    """
    asked: dict[object, tuple[Statement[str], list[Question]]] = {}
    for question in facts.system.questions:
        if is_open(question.answer):
            said = _answer(question)
            key = (question.ask, alike(said))
            asked.setdefault(key, (said, []))[1].append(question)
    for said, questions in asked.values():
        yield Hit(
            in_words(_matter(questions[0].ask, said), said),
            questions[0],
            kind=kind_of(said),
            place=said.place,
            related=tuple(
                Related(message("the same question"), question.place, subject_of(question))
                for question in questions[1:]
            ),
            statement=said,
        )


def _answer(question: Question) -> Statement[str]:
    """Return the answer; who is to give it, by when and on which paper may also stand beside the question."""
    said = question.answer
    return attrs.evolve(
        said,
        by=said.by or question.by,
        due=said.due or question.due,
        evidence=said.evidence or question.evidence,
    )


def _matter(ask: str, said: Statement[str]) -> Message:
    if not said.is_silent or not (said.by or said.due):
        return message("The answer to “{question}”", question=ask)
    if said.by and said.due:
        return message("The answer to “{question}” (by {by}, due {due})", question=ask, by=said.by, due=said.due)
    if said.by:
        return message("The answer to “{question}” (by {by}, no date)", question=ask, by=said.by)
    return message("The answer to “{question}” (due {due}, nobody named)", question=ask, due=said.due)
