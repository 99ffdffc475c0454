"""What is an answer to a council's question: a sentence with its evidence, or what is missing and who owes it?"""

import attrs

from dataflow_assess.messages import Message
from dataflow_assess.model import Day, Standing, Statement


@attrs.frozen
class Answer:
    """One sentence of an answer, or what is missing in it.

    Attributes:
        text: the sentence, or None where there is nothing to say but that it is open.
        standing: STATED for an answer; otherwise in which way it is open.
        evidence: where it is written or who said it.
        by, due: who is to answer, and by when, where it is open.
    """

    text: Message | None
    standing: Standing = Standing.STATED
    evidence: tuple[str, ...] = ()
    by: str = ""
    due: Day | None = None


def answered(text: Message, statement: Statement[object], *, known: bool) -> Answer:
    """Return an answer with the statement's evidence, or with who is to answer where it is not known."""
    if known:
        return Answer(text, Standing.STATED, statement.evidence)
    standing = Standing.NOT_STATED if statement.is_stated else statement.standing
    return Answer(text, standing, statement.evidence, statement.by, statement.due)
