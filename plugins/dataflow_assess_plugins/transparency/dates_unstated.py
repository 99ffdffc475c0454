"""TRN-02: do the papers leave open when it starts, or when a trial ends?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Day, Facts, Hit, Kind, Message, Severity, Standing, Statement, System, rule
from dataflow_assess_plugins.gaps import was_silent
from dataflow_assess_plugins.left_open import alike, in_words, kind_of, severity_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "TRN-02",
    title=message("Dates not stated"),
    severity=Severity.WARNING,
    sources=sources("council-practice"),
)
def dates_unstated(facts: Facts) -> Iterator[Hit]:
    """The papers do not say when a trial ends, or when something put to the council starts.

    What:
        For a trial both dates are expected, for a consultation the start. A date that only an answer gave is missing
        in the papers all the same, and the answer is quoted. Dates that are open in the same way are one finding; a
        promise to confirm is an open question.
    Why:
        A trial without an end becomes permanent without anybody having decided it, and whether the council is asked
        in time can only be seen from the start.
    Quiet:
        On the end of what is meant to stay, on the start of what is only reported, for the approval of a whole type of
        cases, which has no period of its own, where the papers give different dates (DIA-06), and on dates of which
        nothing is said when a schedule is among the papers.
    Ask:
        From when until when does this run?
    Bad:
        system: {title: 文字認識の実証実験, controller: C市, status: trial, start: 2026-05}
    Good:
        system: {title: 文字認識の実証実験, controller: C市, status: trial, start: 2026-05, end: 2026-07}
    Remedy:
        Write the day or month of the start and, for a trial, of the end.
    """
    found: dict[object, dict[str, Statement[Day]]] = {}
    for which, said in _open_dates(facts.system):
        key = alike(said)
        found.setdefault(key, {})[which] = said
    for dates in found.values():
        said = next(iter(dates.values()))
        yield Hit(
            _text(facts.system.label, dates),
            facts.system,
            kind=Kind.NOT_STATED if said.is_stated else kind_of(said),
            severity=severity_of(said),
            place=said.place or facts.system.overview.place,
            statement=said,
        )


def _open_dates(system: System) -> Iterator[tuple[str, Statement[Day]]]:
    overview, council = system.overview, system.overview.council
    trial = overview.status is not None and overview.status.en == "trial"
    consulted = council.kind is not None and council.kind.en == "consultation" and council.blanket.value is not True
    scheduled = any(paper.kind is not None and paper.kind.en == "schedule" for paper in system.papers)
    for which, said, expected in (("start", overview.start, trial or consulted), ("end", overview.end, trial)):
        missing = was_silent(said) or not (said.is_stated or (said.is_silent and scheduled))
        if missing and (expected or said.standing is Standing.TO_CONFIRM):
            yield which, said


def _text(title: str, dates: dict[str, Statement[Day]]) -> Message:
    if len(dates) > 1:
        matter = message("The period of “{title}” (start and end)", title=title)
    elif "start" in dates:
        matter = message("The start of “{title}”", title=title)
    else:
        matter = message("The end of “{title}”", title=title)
    said = next(iter(dates.values()))
    if said.is_stated:
        answer = tuple(each.value for each in dates.values())
        return message("{matter} is not stated in the papers; the answer was “{answer}”", matter=matter, answer=answer)
    return in_words(matter, said)
