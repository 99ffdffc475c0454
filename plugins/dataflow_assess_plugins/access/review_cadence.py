"""ACC-03: are checks frequent enough, and do they look at more than logs?"""

from collections.abc import Iterator
from datetime import date

import attrs

from dataflow_assess.plugin import Facts, Hit, Measure, Message, Parameter, Period, Severity, Statement, Term, rule
from dataflow_assess_plugins.gaps import open_hits
from dataflow_assess_plugins.left_open import stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ACC-03",
    title=message("Checks too rare, or of logs only"),
    severity=Severity.INFO,
    sources=sources("my-number-guideline-2c-b", "my-number-guideline-2c-e"),
    parameters=(
        # With fewer than three, a breach lasts for about half of the period.
        Parameter("checks", 3, message("How many checks the whole period should see at least."), minimum=1),
    ),
)
def review_cadence(facts: Facts, *, checks: int) -> Iterator[Hit]:
    """A check comes only once or twice in the whole period, or reads nothing but logs.

    What:
        Measures with an interval, compared with start and end of the system: fewer than three checks fit in. Measures
        whose method is the log only. Measures that state a method and leave open how often they are taken.
    Why:
        A trial of two months that is checked monthly is over when the first finding is dealt with, and a log shows who
        did something, not whether they kept to the rules.
    Quiet:
        Where start or end is not stated (only the method is looked at then), and for measures that are no checks, of
        which neither interval nor method is stated.
    Ask:
        Is one check a month enough, and can a log tell whether the rules are kept?
    Bad:
        measures: [{text: 利用状況の点検, every: 1か月, method: log}]
    Good:
        measures: [{text: 利用状況の点検, every: 1週間, method: visit}]
    Remedy:
        Check more often or at once in the using section, and look at how the work is done, not only at logs.
    """
    days = _days(facts)
    for measure in facts.system.measures:
        yield from _rare(measure, days, checks)
        yield from _of_logs(measure)


def _days(facts: Facts) -> int | None:
    """Return for how many days the system runs at most, or None where that is not known."""
    start, end = facts.system.overview.start.known(), facts.system.overview.end.known()
    if start is None or end is None:
        return None
    return (date(*end.last) - date(*start.first)).days + 1


def _rare(measure: Measure, days: int | None, checks: int) -> Iterator[Hit]:
    said = measure.every
    if not said.is_silent or not measure.method.is_silent:
        matter = message("How often “{measure}” takes place", measure=measure.text)
        yield from open_hits(said, matter, Hit(matter, measure, place=said.place or measure.place, statement=said))
    if days is None:
        return

    def rare(option: Statement[Period]) -> bool:
        interval = option.value.days if option.value is not None else None
        return interval is not None and interval * checks > days

    cases = when(said, rare)
    if cases:
        shown = next(option for option in said.possible() if rare(option))
        text = _too_rare(measure, shown, days)
        yield Hit(text, measure, place=said.place, statement=said, when=stamped(cases))


def _too_rare(measure: Measure, said: Statement[Period], days: int) -> Message:
    interval = (said.value.days if said.value is not None else None) or days
    return message(
        "“{measure}” takes place every {interval}; in the whole period of {days} days, that is {count} at most",
        measure=measure.text,
        interval=said.value,
        count=int(days // interval),
        days=days,
    )


def _of_logs(measure: Measure) -> Iterator[Hit]:
    said = measure.method
    like = Hit(
        message("“{measure}” looks at logs only", measure=measure.text), measure, place=said.place, statement=said
    )
    cases = when(said, _is_log)
    if cases:
        yield attrs.evolve(like, when=stamped(cases))
    elif said.place is not None:
        yield from open_hits(said, message("What “{measure}” looks at", measure=measure.text), like)


def _is_log(said: Statement[Term]) -> bool:
    return said.value is not None and said.value.has("log-only")
