"""DIA-04: do names, clauses and versions differ between the papers?"""

from collections.abc import Iterator, Sequence

from dataflow_assess.plugin import (
    Contract,
    Element,
    Facts,
    Hit,
    Paper,
    Party,
    Related,
    Severity,
    Statement,
    rule,
    subject_of,
)
from dataflow_assess_plugins.consistency.versions import differing, quoted
from dataflow_assess_plugins.left_open import in_words, is_open, kind_of, severity_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "DIA-04",
    title=message("Names, clauses or versions differ"),
    severity=Severity.INFO,
    sources=sources("council-practice"),
)
def terms_and_versions(facts: Facts) -> Iterator[Hit]:
    """The papers name a party, a clause, a version or the provision relied on differently in different places.

    What:
        Names of parties that were corrected, at the paper that uses them where one is given; clauses and versions of
        papers and contracts that stand differently elsewhere; a provision relied on that was corrected. Where versions
        differ, the history of revisions is asked for.
    Why:
        Whoever looks up the clause, finds another one; whoever reads the old name, looks for another party.
    Quiet:
        For other names that stand side by side and are known as such (PTY-06), and where a history explains versions:
        the difference alone is then still shown.
    Ask:
        Which version applies, and what was changed in it?
    Bad:
        papers:
          特記仕様書: {kind: contract, version: {value: 令和3年改定, also: [{value: 平成30年版}]}}
    Good:
        papers:
          特記仕様書: {kind: contract, version: 令和3年改定, history: 別表1}
    Remedy:
        Use one name, quote the clauses of the version that applies, and attach a history of revisions.
    """
    for party in facts.system.parties:
        yield from _names(facts, party)
    for contract in facts.system.contracts:
        yield from _versions(contract, contract.version)
        yield from _clauses(contract, contract.clauses)
    for paper in facts.system.papers:
        yield from _versions(paper, paper.version)
        yield from _history(paper)
        yield from _clauses(paper, paper.clauses)
    yield from _provision(facts)


def _names(facts: Facts, party: Party) -> Iterator[Hit]:
    others = differing(party.name)
    for paper in facts.system.papers:
        used = [other for other in others if other.value in paper.mentions]
        if used:
            names = tuple(quoted(other) for other in used)
            yield Hit(
                message("{paper} calls {party} {names}", paper=paper.label, party=party.label, names=names), paper
            )
            others = [other for other in others if other not in used]
    if others:
        names = tuple(quoted(other) for other in others)
        text = message("The papers call {party} {names}", party=party.label, names=names)
        yield Hit(text, party, place=party.name.place, statement=others[0])


def _versions(element: Contract | Paper, said: Statement[str]) -> Iterator[Hit]:
    others = differing(said)
    if said.value is not None and others:
        text = message(
            "The version of {paper} is {version}, and elsewhere {others}",
            paper=element.label,
            version=quoted(said),
            others=tuple(quoted(other) for other in others),
        )
        yield Hit(text, element, place=said.place, related=_places(element, others), statement=said)


def _history(paper: Paper) -> Iterator[Hit]:
    said = paper.history
    if differing(paper.version) and is_open(said):
        matter = message("The history of revisions of {paper}", paper=paper.label)
        yield Hit(
            in_words(matter, said),
            paper,
            kind=kind_of(said),
            severity=severity_of(said),
            place=said.place or paper.version.place,
            statement=said,
        )


def _clauses(element: Contract | Paper, said: Statement[tuple[object, ...]]) -> Iterator[Hit]:
    for other in differing(said):
        here, there = said.value or (), other.value or ()
        only_here = tuple(each for each in here if each not in there)
        only_there = tuple(each for each in there if each not in here)
        if not (only_here or only_there):
            continue
        text = message(
            "The clauses of {paper} differ: {here}; elsewhere {there}",
            paper=element.label,
            here=_list(only_here, said),
            there=_list(only_there, other),
        )
        yield Hit(text, element, place=said.place, related=_places(element, [other]), statement=said)


def _list(clauses: tuple[object, ...], said: Statement[object]) -> object:
    shown: object = clauses or message("nothing further")
    return message("{clauses} ({evidence})", clauses=shown, evidence=said.evidence) if said.evidence else shown


def _provision(facts: Facts) -> Iterator[Hit]:
    overview = facts.system.overview
    others = differing(overview.law)
    if overview.law.value is not None and others:
        text = message(
            "The provision relied on is {law}, and elsewhere {others}",
            law=quoted(overview.law),
            others=tuple(quoted(other) for other in others),
        )
        related = _places(facts.system, others)
        yield Hit(text, facts.system, place=overview.law.place, related=related, statement=overview.law)


def _places(element: Element, others: Sequence[Statement[object]]) -> tuple[Related, ...]:
    return tuple(
        Related(message("elsewhere: {version}", version=quoted(other)), other.place, subject_of(element))
        for other in others
        if other.place is not None
    )
