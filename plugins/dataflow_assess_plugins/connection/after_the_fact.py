"""CON-02: did the system start before it was put to the council?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Day, Facts, Hit, Message, Related, Severity, Statement, rule, subject_of
from dataflow_assess_plugins.connection.precedent import applied_precedent
from dataflow_assess_plugins.connection.regime import BOTH, governing, is_under_act
from dataflow_assess_plugins.left_open import stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "CON-02",
    title=message("Put to the council after the fact"),
    severity=Severity.ERROR,
    sources=sources(*BOTH),
)
def after_the_fact(facts: Facts) -> Iterator[Hit]:
    """The system started, or should have been put to the council, before the council met on it.

    What:
        The start, and the time by which the case should have been put to the council, are compared with the date of
        the meeting. Dates without a day count only when every day that they may mean is earlier. Under the Act, which
        does not ask for a consultation in every case, this is a warning. An earlier opinion that was applied instead
        is shown beside it.
    Why:
        A council that is asked afterwards cannot prevent anything, and the trust in its procedure is spent.
    Quiet:
        When a date is missing (TRN-02) or the month of the start is the month of the meeting.
    Ask:
        Why was this not put to the council before it began?
    Bad:
        system: {start: 2007-10, council: {date: 2017-07-21}}
    Good:
        system: {start: 2017-12, council: {date: 2017-07-21}}
    Remedy:
        Explain how it came about, have the system checked again, and look for other cases that were not put forward.
    """
    overview, council = facts.system.overview, facts.system.overview.council
    met = council.date.value
    if met is None:
        return

    def earlier(said: Statement[Day]) -> bool:
        return said.value is not None and said.value.certainly_before(met)

    started, due = when(overview.start, earlier), when(council.consult_by, earlier)
    if not started and not due:
        return
    said, cases = (overview.start, started) if started else (council.consult_by, due)
    related = applied_precedent(facts)
    if started and due and council.consult_by.place is not None:
        text = message("it should have been put to the council by {day}", day=_day(council.consult_by))
        related = (Related(text, council.consult_by.place, subject_of(facts.system), context=True), *related)
    yield Hit(
        _text(said, met, began=bool(started)),
        facts.system,
        severity=Severity.WARNING if is_under_act(facts) else None,
        place=said.place,
        related=related,
        statement=said,
        when=stamped(cases),
        sources=governing(facts),
    )


def _day(said: Statement[Day]) -> Day | None:
    return next(each.value for each in said.possible() if each.value is not None)


def _text(said: Statement[Day], met: Day, *, began: bool) -> Message:
    given = {"day": _day(said), "met": met}
    if began:
        return message("It started in {day}, before the council met on it on {met}", **given)
    return message("It should have been put to the council by {day}, but the council met on it on {met}", **given)
