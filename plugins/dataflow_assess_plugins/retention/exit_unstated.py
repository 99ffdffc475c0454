"""DEL-03: what happens to the data when the contract with a processor ends?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Contract, Facts, Hit, Kind, Message, Related, Severity, Storage, rule, subject_of
from dataflow_assess_plugins.contract_texts import text_handed_in
from dataflow_assess_plugins.left_open import in_words, is_open, kind_of, says_none, severity_of
from dataflow_assess_plugins.retention.keeping import form, keeper
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "DEL-03",
    title=message("No return or deletion at the end of the contract"),
    severity=Severity.ERROR,
    sources=sources("my-number-guideline-4-2-1-1b", "special-clauses-7", "gdpr-28-3-g"),
)
def exit_unstated(facts: Facts) -> Iterator[Hit]:
    """A party keeps personal data under a contract, and what happens to it at the end is not stated.

    What:
        The contract of outsourcing or subcontracting that binds a party at whose nodes personal data rests says
        nothing on return, complete deletion or migration. That nothing is done is a violation, a promise to confirm an
        open question. Whose the data is stands beside it where the papers leave that open.
    Why:
        When the vendor changes, the data of the residents stays behind, or cannot be had back.
    Quiet:
        When the exit or a clause on return or destruction is stated, for parties that only pass data on or keep it
        just while they work on it, for a party that no contract of processing binds (group PTY), and where nothing is
        said but the text of the contract is among the papers.
    Ask:
        When the vendor changes, do we get all data back, and is it erased there?
    Bad:
        - A市 -> 収納会社: {kind: outsourcing}
    Good:
        - A市 -> 収納会社: {kind: outsourcing, exit: 返還のうえ完全に消去し、消去証明書を出す}
    Remedy:
        Put into the contract that the data is returned, completely deleted and migrated at the end or at a change.
    """
    for party, stored in _held(facts).items():
        bound = facts.custody.get(party)
        if bound is None or not bound.is_bound:
            continue
        contract = bound.chain[-1].contract
        kind = contract.kind.value
        if kind is None or not kind.has("processing") or _is_settled(facts, contract):
            continue
        yield Hit(
            _text(facts, contract, stored),
            contract,
            kind=Kind.VIOLATION if contract.exit.is_stated else kind_of(contract.exit),
            severity=severity_of(contract.exit),
            place=contract.exit.place,
            related=(*_resting(stored), *_ownership(contract)),
            statement=contract.exit,
        )


def _resting(stored: list[Storage]) -> Iterator[Related]:
    for storage in stored:
        text = message("data rests at {node}", node=storage.node)
        yield Related(text, storage.place, subject_of(storage), context=True)


def _ownership(contract: Contract) -> Iterator[Related]:
    """Yield what the papers leave open on whose the data is, where they raise it."""
    said = contract.ownership
    if said.place is not None and is_open(said):
        matter = message("whose the data is, and whether the controller has access to it,")
        yield Related(in_words(matter, said), said.place, subject_of(contract), context=True)


def _held(facts: Facts) -> dict[str, list[Storage]]:
    """Return the storages at the nodes that each party but the controller runs, or at its persons."""
    held: dict[str, list[Storage]] = {}
    for storage in facts.system.storage:
        party = keeper(facts, storage)
        lasting = form(storage) not in ("temporary", "cache")
        if party is not None and lasting and facts.graph.holds_personal_data(storage):
            held.setdefault(party, []).append(storage)
    return held


def _is_settled(facts: Facts, contract: Contract) -> bool:
    if contract.exit.is_silent and contract.clauses.is_silent and text_handed_in(facts, contract) is not None:
        return True
    clauses = contract.clauses.value or ()
    return (contract.exit.is_stated and not says_none(contract.exit)) or (
        contract.exit.is_silent and any(clause.en == "return-or-destroy" for clause in clauses)
    )


def _text(facts: Facts, contract: Contract, stored: list[Storage]) -> Message:
    items = (facts.graph.item(item) for storage in stored for item in storage.data)
    given = {
        "party": facts.graph.party(contract.target).label,
        "data": tuple(dict.fromkeys(item.label for item in items if item.personal)),
    }
    if contract.exit.is_stated:
        return message(
            "{party} neither returns nor deletes {data} when the contract ends (“{exit}”)",
            exit=contract.exit.value,
            **given,
        )
    return in_words(
        message("The return and deletion of {data} by {party} at the end of the contract", **given), contract.exit
    )
