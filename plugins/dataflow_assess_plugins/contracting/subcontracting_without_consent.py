"""PTY-01: does a subcontractor handle personal data without the controller's consent?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Contract, Facts, Hit, Kind, Message, Severity, Statement, Term, rule
from dataflow_assess_plugins.left_open import in_words, is_open, kind_of, severity_of, stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_DENIED = ("refused", "none")
_PENDING = ("planned", "conditional")


@rule(
    "PTY-01",
    title=message("Subcontracting without consent"),
    severity=Severity.ERROR,
    sources=sources("my-number-act-10", "act-66-2", "special-clauses-3", "gdpr-28"),
)
def subcontracting_without_consent(facts: Facts) -> Iterator[Hit]:
    """A contractor passes personal data on to a subcontractor, and the controller has not consented.

    What:
        Every contract from the second link of a chain on, by which a party that holds or sees personal data is
        reached, needs the controller's consent. A refusal, and consent that is only planned or still depends on
        conditions, is an error: it is not given. A promise to confirm is an open question, and silence a warning.
    Why:
        What was entrusted to one firm ends up with another that the controller never chose and cannot inspect.
    Quiet:
        For the controller's own contracts, for agreements, laws and lending, and for parties with which the
        controller has a contract of its own.
    Ask:
        Has the city itself consented to this subcontractor, and on which conditions?
    Bad:
        - 受託業者 -> 再委託先: {kind: subcontracting, consent: none}
    Good:
        - 受託業者 -> 再委託先: {kind: subcontracting, consent: {value: given, evidence: 承諾書}}
    Remedy:
        Record the controller's consent to each subcontract, with its date and conditions.
    """
    for contract in _subcontracts(facts):
        said = contract.consent
        if denied := when(said, lambda each: each.value is not None and each.value.en in _DENIED):
            yield Hit(_denied(facts, contract), contract, place=said.place, statement=said, when=stamped(denied))
        elif is_open(said):
            matter = message(
                "The consent of {controller} to {source} subcontracting to {target}", **_named(facts, contract)
            )
            severity = severity_of(said, Severity.WARNING)
            text = in_words(matter, said)
            yield Hit(text, contract, kind=kind_of(said), severity=severity, place=said.place, statement=said)
        elif said.value is not None and said.value.en in _PENDING:
            yield Hit(
                _pending(facts, contract, said),
                contract,
                kind=Kind.VIOLATION,
                place=said.place,
                statement=said,
            )


def _subcontracts(facts: Facts) -> Iterator[Contract]:
    """Yield the contracts that lead on from a party which is bound itself to one that holds or sees data."""
    depths = {link.contract.target: link.depth for each in facts.custody.values() for link in each.chain}
    for contract in facts.system.contracts:
        above = depths.get(contract.source, 0)
        if above and depths.get(contract.target) == above + 1 and _entrusts(contract):
            yield contract


def _entrusts(contract: Contract) -> bool:
    """Tell whether a contract may be one by which data is entrusted; silence leaves that possible."""
    kinds = [said.value for said in contract.kind.possible()]
    return any(kind is None or kind.has("processing") or kind.en == "terms" for kind in kinds)


def _named(facts: Facts, contract: Contract) -> dict[str, str]:
    return {
        "controller": facts.graph.party(facts.system.overview.controller).label,
        "source": facts.graph.party(contract.source).label,
        "target": facts.graph.party(contract.target).label,
    }


def _denied(facts: Facts, contract: Contract) -> Message:
    return message("{source} subcontracts to {target} without the consent of {controller}", **_named(facts, contract))


def _pending(facts: Facts, contract: Contract, said: Statement[Term]) -> Message:
    given = {"state": said.value, **_named(facts, contract)}
    if said.note:
        return message(
            "The consent of {controller} to {source} subcontracting to {target} is not given yet: {state} ({note})",
            note=said.note,
            **given,
        )
    return message(
        "The consent of {controller} to {source} subcontracting to {target} is not given yet: {state}", **given
    )
