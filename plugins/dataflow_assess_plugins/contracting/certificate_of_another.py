"""PTY-05: does a certificate belong to those who run the place of the data, and cover what is used?"""

from collections.abc import Iterable, Iterator

from dataflow_assess.plugin import Certification, Facts, Hit, Related, Severity, rule, subject_of
from dataflow_assess_plugins.left_open import in_words, is_open, kind_of, severity_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "PTY-05",
    title=message("Certificate of another party"),
    severity=Severity.WARNING,
    sources=sources("lg-security-2-8-3", "ismap-scope"),
)
def certificate_of_another(facts: Facts) -> Iterator[Hit]:
    """A certificate belongs to somebody who does not run the place where the data is, or what it covers is open.

    What:
        A certificate that was ascribed to another party than its holder, one whose holder runs nothing at which
        personal data is, one without a known holder, and those of one holder without a stated scope are a finding.
    Why:
        A certificate vouches for one party and one service; that of another firm says nothing about this data.
    Quiet:
        When the holder runs the node or the data centre around it, nothing else was said, and the scope is stated.
    Ask:
        Whose certificate is it, and does it cover the service in which our data is kept?
    Bad:
        - ISMAP: {holder: 開発会社}
    Good:
        - ISMAP: {holder: クラウド事業者, scope: クラウドサービス(言明の対象)}
    Remedy:
        Make a table of certificate, holder, role of the holder here, and service covered.
    """
    runners = _runners(facts) if facts.system.certifications else {}
    vague: dict[tuple[str, object], list[Certification]] = {}
    for each in facts.system.certifications:
        if is_open(each.holder):
            matter = message("Who holds the certificate {scheme}", scheme=each.scheme)
            yield Hit(
                in_words(matter, each.holder),
                each,
                kind=kind_of(each.holder),
                severity=severity_of(each.holder),
                place=each.holder.place,
                statement=each.holder,
            )
            continue
        if told := [other.value for other in each.holder.corrects if other.value not in (None, each.holder.value)]:
            yield _ascribed(facts, each, told)
        elif runners and each.holder.value not in runners:
            yield _elsewhere(facts, each, tuple(runners))
        if is_open(each.scope):
            vague.setdefault((str(each.holder.value), each.scope.standing), []).append(each)
    for group in vague.values():
        yield _without_scope(facts, group)


def _runners(facts: Facts) -> dict[str, None]:
    """Return the parties that may run a node at which personal data rests, or the places around it."""
    found: dict[str, None] = {}
    for item in facts.system.data:
        for rest in facts.residence[item.id].rests if item.personal else ():
            zones = facts.graph.zones_around(rest.node.zone)
            for said in (facts.graph.operator_of(rest.node), *map(facts.graph.operator_of, zones)):
                found |= dict.fromkeys(each.value for each in said.possible() if each.value is not None)
    return found


def _ascribed(facts: Facts, each: Certification, told: Iterable[str | None]) -> Hit:
    text = message(
        "The certificate {scheme} was first ascribed to {told}; it belongs to {holder}",
        scheme=each.scheme,
        told=_names(facts, told),
        holder=_names(facts, [each.holder.value]),
    )
    related = tuple(
        Related(
            message("said before: {party}", party=party.label),
            said.place or each.place,
            subject_of(party),
            context=True,
        )
        for said in each.holder.corrects
        if said.value is not None
        for party in (facts.graph.party(said.value),)
    )
    return Hit(text, each, place=each.holder.place, statement=each.holder, related=related)


def _elsewhere(facts: Facts, each: Certification, runners: tuple[str, ...]) -> Hit:
    text = message(
        "The certificate {scheme} belongs to {holder}, but the data is kept by {runners}",
        scheme=each.scheme,
        holder=_names(facts, [each.holder.value]),
        runners=_names(facts, runners),
    )
    return Hit(text, each, place=each.holder.place, statement=each.holder)


def _without_scope(facts: Facts, group: list[Certification]) -> Hit:
    first = group[0]
    matter = message(
        "Which service the certificate {schemes} of {holder} covers",
        schemes=tuple(each.scheme for each in group),
        holder=_names(facts, [first.holder.value]),
    )
    return Hit(
        in_words(matter, first.scope),
        first,
        kind=kind_of(first.scope),
        severity=severity_of(first.scope),
        place=first.scope.place,
        statement=first.scope,
        related=tuple(
            Related(message("also {scheme}", scheme=each.scheme), each.place, subject_of(each)) for each in group[1:]
        ),
    )


def _names(facts: Facts, parties: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(facts.graph.party(party).label for party in parties if party is not None)
