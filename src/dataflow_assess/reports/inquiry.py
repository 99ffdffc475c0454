"""What will the council ask, and what does the description answer?

Three kinds of question: those that every council asks, those that the description records, and one for each
finding. A question without an answer stays open, with who is to answer and by when.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.errors import Place
from dataflow_assess.facts import Border, Level, Link, Seer
from dataflow_assess.findings import Finding, Kind
from dataflow_assess.messages import Message, message
from dataflow_assess.model import Day, Standing, Statement
from dataflow_assess.reports.stated import Clauses, deletion, shown, stated_then_open
from dataflow_assess.reports.tracing import seer_name
from dataflow_assess.wording import PROTECTIONS


class Origin(Enum):
    """Where a question comes from."""

    STANDING = "standing"
    RECORDED = "recorded"
    FINDING = "finding"


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
    return (*_standing(assessment), *_recorded(assessment), *_of_findings(assessment))


def _standing(assessment: Assessment) -> Iterator[Inquiry]:
    questions: tuple[tuple[Message, Iterable[Answer]], ...] = (
        (message("Where does the data leave the organisation?"), _leaving(assessment)),
        (message("Is it encrypted there?"), _encrypted(assessment)),
        (message("Who can see it?"), _visible(assessment)),
        (message("Who keeps it, and how long?"), _kept(assessment)),
        (message("Who deletes it, and who verifies that?"), _deleted(assessment)),
        (message("Is the work passed on to another firm?"), _passed_on(assessment)),
        (message("What happens on failure or loss?"), _failure(assessment)),
        (message("When does it start, and when does it end?"), _dates(assessment)),
    )
    for question, answers in questions:
        yield Inquiry(Origin.STANDING, question, tuple(answers))


def _leaving(assessment: Assessment) -> Iterator[Answer]:
    outside = [each for each in assessment.facts.crossings if each.border is Border.ORGANISATION]
    for crossing in outside:
        number = assessment.graph.numbers[crossing.hop.id]
        if crossing.certain:
            yield Answer(message("Segment {number}: {hop}", number=number, hop=crossing.hop.label))
        else:
            text = message("Segment {number}: {hop}; one side is not named", number=number, hop=crossing.hop.label)
            yield Answer(text, Standing.NOT_STATED)
    if not outside and next(assessment.graph.hops(), None) is not None:
        yield Answer(message("Nowhere: all segments stay with one organisation."))


def _encrypted(assessment: Assessment) -> Iterator[Answer]:
    crossed = {each.hop.id: each.hop for each in assessment.facts.crossings if each.border is Border.ORGANISATION}
    for hop in crossed.values():
        state = assessment.facts.protection(hop.id)
        number = assessment.graph.numbers[hop.id]
        text = message("Segment {number}: {hop} ({state})", number=number, hop=hop.label, state=PROTECTIONS[state])
        yield _answer(text, hop.encryption, known=state.is_known)


def _answer(text: Message, statement: Statement[object], *, known: bool) -> Answer:
    """Return an answer with the statement's evidence, or with who is to answer where it is not known."""
    if known:
        return Answer(text, Standing.STATED, statement.evidence)
    standing = Standing.NOT_STATED if statement.is_stated else statement.standing
    return Answer(text, standing, statement.evidence, statement.by, statement.due)


def _visible(assessment: Assessment) -> Iterator[Answer]:
    """Yield what each can read, item by item in the order of the description; also where nobody is named."""
    seen: dict[tuple[Seer, Level], list[str]] = {}
    levels = {key: visibility.level for key, visibility in assessment.facts.visibility.items()}
    order = {item.id: index for index, item in enumerate(assessment.system.data)}
    for (seer, item), level in sorted(levels.items(), key=lambda each: order[each[0][1]]):
        if level in (Level.PLAINTEXT, Level.UNDECIDED, Level.UNKNOWN):
            seen.setdefault((seer, level), []).append(assessment.graph.item(item).label)
    for (seer, level), items in sorted(seen.items(), key=lambda each: tuple(Level).index(each[0][1])):
        given = {"seer": seer_name(assessment, seer), "items": tuple(items)}
        if level is Level.PLAINTEXT:
            yield Answer(message("{seer} can read {items}", **given), seer.standing)
        elif level is Level.UNDECIDED:
            yield Answer(message("{seer} can read {items} under some of the alternatives", **given), Standing.UNDECIDED)
        else:
            yield Answer(message("Whether {seer} can read {items}", **given), Standing.NOT_STATED)


def _kept(assessment: Assessment) -> Iterator[Answer]:
    for storage in assessment.system.storage:
        period = storage.keep.period
        given = {"node": assessment.graph.node(storage.node).label, "items": _items(assessment, storage.data)}
        if period.value is not None:
            text = message("{items} at {node}: {period}", period=period.value, **given)
        else:
            text = message("How long {items} is kept at {node}", **given)
        yield _answer(text, period, known=period.value is not None)


def _deleted(assessment: Assessment) -> Iterator[Answer]:
    for storage in assessment.system.storage:
        parts = deletion(assessment.graph, storage)
        text = message(
            "{items} at {node}: {details}",
            items=_items(assessment, storage.data),
            node=assessment.graph.node(storage.node).label,
            details=Clauses(stated_then_open(parts)),
        )
        unknown = next((said for _, said in parts if said.value is None), None)
        yield _answer(text, unknown or storage.delete.when, known=unknown is None)


def _items(assessment: Assessment, data: Iterable[str]) -> tuple[str, ...]:
    return tuple(assessment.graph.item(item).label for item in data)


def _passed_on(assessment: Assessment) -> Iterator[Answer]:
    """Yield each subcontract on a chain once, and who has no chain."""
    named: set[str] = set()
    for custody in assessment.facts.custody.values():
        party = assessment.graph.party(custody.party).label
        if not custody.is_bound:
            yield Answer(message("By which contract {party} has the data", party=party), Standing.NOT_STATED)
        for link in custody.chain[1:]:
            if link.contract.id not in named:
                named.add(link.contract.id)
                yield _consented(assessment, custody.chain[: link.depth])
    if assessment.facts.custody and all(each.depth == 1 for each in assessment.facts.custody.values()):
        yield Answer(message("No: every firm involved has its own contract with the controller."))


def _consented(assessment: Assessment, chain: Sequence[Link]) -> Answer:
    consent = chain[-1].consent
    contracts = tuple(link.contract.label for link in chain)
    given = {"party": assessment.graph.party(chain[-1].contract.target).label, "chain": contracts}
    if consent.value is None:
        return _answer(message("The controller's consent to {party} ({chain})", **given), consent, known=False)
    text = message("To {party} ({chain}); consent: {consent}", consent=consent.value, **given)
    return _answer(text, consent, known=True)


def _failure(assessment: Assessment) -> Iterator[Answer]:
    for zone in assessment.system.zones:
        if not zone.mirror.is_silent:
            text = message("{zone}: second site: {mirror}", zone=zone.label, mirror=shown(zone.mirror))
            yield _answer(text, zone.mirror, known=zone.mirror.value is not None)
    for node in assessment.system.nodes:
        if not node.remote_wipe.is_silent:
            text = message("{node}: remote erasure: {wipe}", node=node.label, wipe=shown(node.remote_wipe))
            yield _answer(text, node.remote_wipe, known=node.remote_wipe.value is not None)
    for measure in assessment.system.measures:
        yield Answer(message("{text}", text=measure.text), Standing.STATED, measure.evidence)


def _dates(assessment: Assessment) -> Iterator[Answer]:
    start, end = assessment.system.overview.start, assessment.system.overview.end
    for what, said in ((message("Start"), start), (message("End"), end)):
        text = what if said.value is None else message("{what}: {value}", what=what, value=said.value)
        yield _answer(text, said, known=said.value is not None)


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
