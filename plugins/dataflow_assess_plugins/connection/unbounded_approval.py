"""CON-03: is an approval of a whole type of cases held in bounds?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import Facts, Hit, Message, Severity, Statement, rule
from dataflow_assess_plugins.connection.precedent import applied_precedent
from dataflow_assess_plugins.connection.regime import BOTH, governing
from dataflow_assess_plugins.left_open import alike, in_words, is_open, kind_of, says_none, severity_of, stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "CON-03",
    title=message("Blanket approval without bounds"),
    severity=Severity.WARNING,
    sources=sources(*BOTH),
)
def unbounded_approval(facts: Facts) -> Iterator[Hit]:
    """Approval of a whole type of cases is asked for, and what holds it in bounds is missing or left open.

    What:
        A blanket approval needs both: what is excluded from the type, and how single cases are reported afterwards.
        What is missing in the same way is one finding.
    Why:
        Without bounds the section decides alone from then on, and the council never hears of the cases.
    Quiet:
        When it is one case that is put to the council, and when exclusions and follow-up are both stated.
    Ask:
        Which cases still come to the council, and how do we hear of the others?
    Bad:
        system: {council: {blanket: yes}}
    Good:
        system: {council: {blanket: yes, exclusions: 要配慮個人情報を含むもの, follow-up: 直近の審議会に報告}}
    Remedy:
        List the conditions under which a case is put forward on its own, and report single cases afterwards.
    """
    council = facts.system.overview.council
    cases = when(council.blanket, lambda said: said.value is True)
    if not cases:
        return
    groups: dict[tuple[object, ...], list[tuple[str, Statement[str]]]] = {}
    for matter, said in (("exclusions", council.exclusions), ("follow-up", council.follow_up)):
        if says_none(said) or is_open(said):
            key = (alike(said), said.value, said.choice)
            groups.setdefault(key, []).append((matter, said))
    for group in groups.values():
        said = group[0][1]
        none = says_none(said)
        hit = Hit(
            _without(group) if none else in_words(_matter(group), said),
            facts.system,
            place=said.place or council.blanket.place,
            statement=said,
            related=applied_precedent(facts),
            when=stamped(cases),
            sources=governing(facts),
        )
        yield hit if none else attrs.evolve(hit, kind=kind_of(said), severity=severity_of(said))


def _matter(group: list[tuple[str, Statement[str]]]) -> Message:
    if len(group) > 1:
        return message("What the blanket approval excludes and how its cases are reported")
    if group[0][0] == "exclusions":
        return message("What the blanket approval excludes")
    return message("How cases under the blanket approval are reported")


def _without(group: list[tuple[str, Statement[str]]]) -> Message:
    if len(group) > 1:
        return message("The blanket approval excludes nothing, and its cases are not reported")
    if group[0][0] == "exclusions":
        return message("The blanket approval excludes nothing")
    return message("Cases under the blanket approval are not reported")
