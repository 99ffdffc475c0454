"""MED-02: does a register say where each removable medium is?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Case, Facts, Hit, Kind, Severity, Statement, rule
from dataflow_assess_plugins.left_open import in_words, kind_of, says_none, severity_of, stamped, when
from dataflow_assess_plugins.media.carriers import Carrier, removable
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "MED-02",
    title=message("No register of media"),
    severity=Severity.WARNING,
    sources=sources("my-number-guideline-2c-b"),
)
def no_media_register(facts: Facts) -> Iterator[Hit]:
    """A removable medium with personal data is in no register, or whether it is in one is not stated.

    What:
        One medium is one finding. Without a node of its own, a medium is asked for the record of its carrying. That
        there is no register is a violation, silence is not stated, and a promise to confirm is an open question.
    Why:
        Without a register nobody notices that a medium is missing, nor when and with whom it went.
    Quiet:
        When a register or a record is stated, for paper, and for media without personal data.
    Ask:
        Is there a register that says when, by whom and where each card is taken?
    Bad:
        SDカード: {kind: sd-card}
    Good:
        SDカード: {kind: sd-card, register: yes}
    Remedy:
        Keep a register of media: which one, when, who, where to, and when it came back.
    """
    for carrier in removable(facts):
        found = [hit for said, lacking in _said(carrier) if (hit := _hit(facts, carrier, said, lacking))]
        if found:
            yield min(found, key=lambda hit: hit.kind is not Kind.VIOLATION)


def _said(carrier: Carrier) -> Iterator[tuple[Statement[object], tuple[Case, ...]]]:
    """Yield what is said of a register, else of the records of carrying, and in which cases there is none."""
    if carrier.node is None:
        for hop in carrier.hops:
            yield hop.record, when(hop.record, says_none)
        return
    said = (carrier.node.register, *(storage.register for storage in carrier.storages))
    register = next((each for each in said if not each.is_silent), carrier.node.register)
    yield register, when(register, lambda option: option.value is False)


def _hit(facts: Facts, carrier: Carrier, said: Statement[object], lacking: tuple[Case, ...]) -> Hit | None:
    given = {"medium": carrier.name, "data": carrier.data(facts)}
    if lacking:
        text = message("{medium} with {data} is in no register", **given)
    elif all(option.known() is not None for option in said.possible()):
        return None
    else:
        text = in_words(message("Whether {medium} with {data} is in a register", **given), said)
    return Hit(
        text,
        carrier.element,
        kind=Kind.VIOLATION if lacking else kind_of(said),
        severity=None if lacking else severity_of(said),
        place=said.place,
        trace=carrier.trace(facts) if carrier.node is None else (),
        statement=said,
        when=stamped(lacking) or carrier.when,
    )
