"""PTY-06: do the papers call one party by several names, or several parties by one?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Party, Related, Severity, rule, subject_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_SEVERAL = 2
"""Other names from which on a reader loses track; one role name beside the name is usual."""


@rule(
    "PTY-06",
    title=message("Wavering names of parties"),
    severity=Severity.WARNING,
    sources=sources("council-practice"),
)
def wavering_names(facts: Facts) -> Iterator[Hit]:
    """The papers use several names for one party, one name for several parties, or a name that was taken back.

    What:
        A party with two or more other names, a name that was corrected, and a name that stands for several parties
        are a finding each.
    Why:
        Where names waver, nobody can tell which firm holds the data and which certificate or contract is meant.
    Quiet:
        For one name of a role beside the name, and for individuals.
    Ask:
        Are these two the same firm, and which of them has our data?
    Bad:
        開発会社: {kind: company, aliases: [提供事業者, クラウド事業者]}
    Good:
        開発会社: {kind: company, aliases: [受託者]}
    Remedy:
        Use one name a party throughout the papers, and add a glossary of roles and names.
    """
    used: dict[str, dict[str, Party]] = {}
    for party in facts.system.parties:
        if party.kind is not None and party.kind.has("individual"):
            continue
        names = _other_names(party)
        for name in (party.label, *names):
            used.setdefault(name, {})[party.id] = party
        if corrected := [said.value for said in party.name.corrects if said.value not in (None, party.label)]:
            text = message(
                "{party} is wrongly called {names} in the papers", party=party.label, names=tuple(map(str, corrected))
            )
            yield Hit(text, party, place=party.name.place, statement=party.name)
        elif len(names) >= _SEVERAL:
            text = message("{party} has several names in the papers: {names}", party=party.label, names=names)
            yield Hit(text, party)
    for name, parties in used.items():
        if len(parties) > 1:
            yield _shared(name, list(parties.values()))


def _other_names(party: Party) -> tuple[str, ...]:
    also = (said.value for said in party.name.also if said.value is not None)
    return tuple(name for name in dict.fromkeys((*party.aliases, *also)) if name != party.label)


def _shared(name: str, parties: list[Party]) -> Hit:
    text = message(
        "“{name}” stands for several parties: {parties}", name=name, parties=tuple(party.id for party in parties)
    )
    return Hit(
        text,
        parties[0],
        related=tuple(
            Related(message("also {party}", party=party.id), party.place, subject_of(party)) for party in parties[1:]
        ),
    )
