"""PTY-04: does a contract lack clauses that entrusting personal data requires?"""

from collections.abc import Iterator
from typing import Any

import attrs

from dataflow_assess.plugin import Contract, Facts, Hit, Link, Parameter, Related, Severity, Statement, rule, subject_of
from dataflow_assess_plugins.contract_texts import text_handed_in
from dataflow_assess_plugins.left_open import in_words, kind_of, severity_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "PTY-04",
    title=message("Required clauses missing"),
    severity=Severity.ERROR,
    sources=sources("my-number-guideline-4-2-1-1b", "act-66-2", "special-clauses"),
    parameters=(
        Parameter(
            "optional",
            (),
            message("Clauses of the ten that the contracts of your office need not hold."),
            words="clause",
        ),
    ),
)
def missing_clauses(facts: Facts, *, optional: tuple[str, ...]) -> Iterator[Hit]:
    """A contract by which personal data is entrusted lacks required clauses, or its clauses are not stated.

    What:
        The ten clauses that the guideline on specific personal information requires are compared with those listed;
        the finding names those that are missing. Where no clauses are listed, that is a warning of its own.
    Why:
        What is not in the contract cannot be demanded: secrecy, inspection, return and deletion at the end. For
        ordinary personal data the guideline is followed by analogy.
    Quiet:
        For agreements, terms, laws and lending, for contracts whose kind and clauses are both not stated (PTY-03),
        and where the text of the contract is among the papers, unless the papers disagree on its clauses.
    Ask:
        Does the contract forbid other uses, and may the city inspect?
    Bad:
        - 市 -> 受託業者: {kind: outsourcing, clauses: [秘密保持, 目的外利用禁止]}
    Good:
        - 市 -> 受託業者:
            kind: outsourcing
            clauses: [秘密保持, 持出し禁止, 目的外利用禁止, 再委託の条件, 責任,
              返却・廃棄, 従業者の明確化, 監督・教育, 報告, 監査]
    Remedy:
        Add the missing clauses, and list the clauses of the contract in the papers.
    """
    for contract in facts.system.contracts:
        if not _entrusts(contract):
            continue
        said = contract.clauses
        known = False
        for index, option in enumerate(said.possible()):
            missing = Link(attrs.evolve(contract, clauses=option), 1).missing_clauses
            known = known or missing is not None
            missing = tuple(clause for clause in missing or () if clause.en not in optional)
            if missing:
                text = message(
                    "The contract {contract} lacks required clauses: {clauses}",
                    contract=_label(facts, contract),
                    clauses=missing,
                )
                when = (((said.choice, index),),) if said.alternatives else ()
                yield Hit(text, contract, place=option.place, statement=option, when=when)
        if not known:
            yield from _open(facts, contract)


def _entrusts(contract: Contract) -> bool:
    """Tell whether a contract is one of processing, or may be and something is said of its clauses."""
    kinds = [said.value for said in contract.kind.possible()]
    if any(kind is not None and kind.has("processing") for kind in kinds):
        return True
    return None in kinds and not contract.clauses.is_silent


def _open(facts: Facts, contract: Contract) -> Iterator[Hit]:
    said: Statement[Any] = contract.clauses
    related: tuple[Related, ...] = ()
    text = text_handed_in(facts, contract)
    if said.is_silent and text is not None:
        if not text.clauses.disagrees:
            return
        said = text.clauses
        shown = message("the text of the contract: {paper}", paper=text.label)
        related = (Related(shown, text.place, subject_of(text), context=True),)
    matter = message("What clauses the contract {contract} holds", contract=_label(facts, contract))
    yield Hit(
        in_words(matter, said),
        contract,
        kind=kind_of(said),
        severity=severity_of(said, Severity.WARNING),
        place=contract.clauses.place,
        statement=said,
        related=related,
    )


def _label(facts: Facts, contract: Contract) -> str:
    if contract.name:
        return contract.name
    return f"{facts.graph.party(contract.source).label} → {facts.graph.party(contract.target).label}"
