"""PTY-03: does a chain of contracts lead from the controller to everybody who handles personal data?"""

from collections.abc import Iterable, Iterator

from dataflow_assess.plugin import (
    Case,
    Contract,
    Custody,
    Facts,
    Hit,
    Kind,
    Level,
    Message,
    Related,
    Role,
    Severity,
    Standing,
    either,
    rule,
    subject_of,
)
from dataflow_assess_plugins.left_open import in_words, is_open, kind_of, severity_of, stamped
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_HANDLING = (Role.OPERATOR, Role.MAINTAINER, Role.REMOTE_MAINTAINER, Role.PERSON)


@rule(
    "PTY-03",
    title=message("Broken chain of contracts"),
    severity=Severity.ERROR,
    sources=sources("my-number-guideline-4-2-1-2c", "act-66-2", "nist-sa-9"),
)
def broken_chain(facts: Facts) -> Iterator[Hit]:
    """A party handles personal data, and no contract is stated that binds it to the controller.

    What:
        Whoever runs, maintains or works at something with personal data, or runs a network that carries it readable,
        must be reached from the controller over contracts, agreements, terms or laws whose kind is stated. Parties
        that depend on the same missing link are one finding. Where the papers say in words that the contract is not
        known, that is an error; mere silence is a warning.
    Why:
        Without a contract there is nothing by which the controller could demand secrecy, inspection or deletion.
    Quiet:
        For the controller, for individuals, for bystanders and tenants, for carriers of encrypted data, and for
        recipients of a provision whose basis is stated. What binds a firm that is still to be chosen (PTY-02) is not
        asked of before it is chosen.
    Ask:
        On which contract does this party handle the data, and does it lead back to the city?
    Bad:
        contracts: []
    Good:
        contracts:
          - 市 -> 受託業者: {kind: outsourcing}
    Remedy:
        Write by which contract, agreement, terms or law each party is bound, link by link from the controller.
    """
    cases = _handling(facts)
    heads = _heads(facts, _unbound(facts, cases))
    for contract in _open_contracts(facts):
        ends = [end for end in (contract.source, contract.target) if end in heads]
        yield _of_contract(facts, contract, [party for end in ends for party in (end, *heads.pop(end))])
    for party, followers in heads.items():
        yield Hit(
            _text(facts, facts.custody[party]),
            facts.graph.party(party),
            kind=Kind.NOT_STATED,
            severity=Severity.WARNING,
            related=_related(facts, followers),
            when=stamped(cases[party]),
        )


def _handling(facts: Facts) -> dict[str, tuple[Case, ...]]:
    """Return who handles personal data, not only looks on, with the cases in which they do."""
    found: dict[str, dict[Case, None]] = {}
    for seen in facts.visibility.values():
        if seen.seer.kind == "party" and facts.graph.item(seen.data).personal:
            for sight in seen.sights:
                carries = sight.role is Role.NETWORK and sight.level is not Level.CIPHERTEXT
                if sight.role in _HANDLING or carries:
                    found.setdefault(seen.seer.id, {})[sight.when] = None
    return {party: either(tuple(cases)) for party, cases in found.items()}


def _unbound(facts: Facts, handling: Iterable[str]) -> dict[str, Custody]:
    """Return who handles personal data without a chain of contracts or a provision with a basis."""
    provided = {provision.target for provision in facts.system.provisions if not provision.basis.is_silent}
    for flow in facts.system.flows:
        if flow.kind.value is not None and flow.kind.value.has("provision") and not flow.basis.is_silent:
            ends = (facts.graph.organisation_of(facts.graph.node(hop.target)) for hop in flow.hops)
            provided.update(end.value for end in ends if end.value is not None)
    return {
        party: facts.custody[party]
        for party in handling
        if party in facts.custody and not facts.custody[party].is_bound and party not in provided
    }


def _heads(facts: Facts, unbound: dict[str, Custody]) -> dict[str, list[str]]:
    """Return those at whom a chain breaks, each with the parties that are bound through them alone."""
    led: dict[str, list[str]] = {}
    for contract in facts.system.contracts:
        if contract.source in unbound and contract.target in unbound:
            led.setdefault(contract.source, []).append(contract.target)
    below = {target for targets in led.values() for target in targets}
    heads: dict[str, list[str]] = {}
    met: set[str] = set()
    for party in (*(each for each in unbound if each not in below), *unbound):
        if party in met:
            continue
        met.add(party)
        heads[party], waiting = [], [party]
        while waiting:
            for target in led.get(waiting.pop(), ()):
                if target not in met:
                    met.add(target)
                    heads[party].append(target)
                    waiting.append(target)
    return heads


def _open_contracts(facts: Facts) -> Iterator[Contract]:
    """Yield the contracts with somebody who holds or sees data whose kind is not known."""
    for contract in facts.system.contracts:
        involved = contract.source in facts.custody or contract.target in facts.custody
        chosen = facts.graph.party(contract.target).name.standing is not Standing.UNDECIDED
        if involved and chosen and is_open(contract.kind) and not contract.law:
            yield contract


def _of_contract(facts: Facts, contract: Contract, unbound: list[str]) -> Hit:
    source, target = facts.graph.party(contract.source), facts.graph.party(contract.target)
    said = contract.kind
    matter = message("What contract binds {target} to {source}", target=target.label, source=source.label)
    return Hit(
        in_words(matter, said),
        contract,
        kind=kind_of(said),
        severity=severity_of(said, None if said.is_silent and said.text else Severity.WARNING),
        place=said.place,
        statement=said,
        related=_related(facts, unbound),
    )


def _related(facts: Facts, parties: list[str]) -> tuple[Related, ...]:
    controller = facts.graph.party(facts.system.overview.controller).label
    return tuple(
        Related(
            message("no contract leads from {controller} to {party}", controller=controller, party=party.label),
            party.place,
            subject_of(party),
        )
        for party in map(facts.graph.party, parties)
    )


def _text(facts: Facts, custody: Custody) -> Message:
    items = (facts.graph.item(item) for item in custody.data)
    given = {
        "controller": facts.graph.party(facts.system.overview.controller).label,
        "party": facts.graph.party(custody.party).label,
        "data": tuple(item.label for item in items if item.personal),
    }
    return message("{party} handles {data}, but no contract that leads to it from {controller} is stated", **given)
