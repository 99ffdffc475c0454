"""DIA-06: do the papers contradict one another?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import (
    Case,
    Claim,
    Condition,
    Contract,
    Element,
    Facts,
    Flow,
    Hit,
    Hop,
    Incident,
    Matter,
    Measure,
    Message,
    Node,
    Overview,
    Paper,
    Party,
    Provision,
    Question,
    Related,
    Severity,
    Statement,
    Storage,
    elements,
    path,
    rule,
    statements,
    subject_of,
)
from dataflow_assess_plugins.consistency.versions import differing, quoted
from dataflow_assess_plugins.gaps import options
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_ELSEWHERE = {
    Condition: ("done",),
    Contract: ("clauses", "version"),
    Flow: ("exchange",),
    Overview: ("law",),
    Paper: ("arrows", "clauses", "items", "shows", "version"),
    Party: ("name",),
    Question: ("answer",),
}
_OF_ANY = ("encryption", "at-rest", "items", "keep.value")
"""What other rules name, so that the same is not said twice; see Quiet."""
_PASSING = ("temporary", "cache")


@attrs.frozen
class _Contradiction:
    """A matter of an element on which the papers differ: what holds, what else is said, and in which case."""

    matter: Matter
    said: Statement[object]
    others: tuple[Statement[object], ...]
    when: Case

    @property
    def key(self) -> object:
        """What contradictions have in common that are the same one at several places."""
        return (self.matter.name, *(str(said.value) for said in (self.said, *self.others)), self.when)


@rule(
    "DIA-06",
    title=message("Papers contradict one another"),
    severity=Severity.WARNING,
    sources=sources("council-practice"),
)
def papers_contradict(facts: Facts) -> Iterator[Hit]:
    """The papers say different things on the same matter, or say that nothing is kept where something is.

    What:
        What is said on a matter is compared with what the papers say elsewhere; a general statement is compared also
        with what it said before it was corrected. A place of which it is said that no data stays is compared with the
        logs, backups and copies that rest there. Each element is one finding, which quotes what is said and where.
    Why:
        Of two statements one is wrong, and the council cannot tell which one it approves.
    Quiet:
        Where different words mean the same value, where single statements were corrected, for copies that are there
        only while something is processed, and for what other rules quote: directions (DIA-01), lists of items
        (DIA-03), names, clauses and versions (DIA-04), encryption (ENC-02, ENC-09), retention periods (RET-03),
        answers (TRN-01) and conditions (TRN-03).
    Ask:
        The papers say one thing here and another thing there: which of the two holds?
    Bad:
        nodes:
          受付サーバ: {kind: server, keeps: {value: nothing, also: [{value: transient}]}}
    Good:
        nodes:
          受付サーバ: {kind: server, keeps: {value: transient, corrects: [{value: nothing}]}}
    Remedy:
        Decide which statement holds, and correct the papers that say otherwise.
    """
    resting = _resting(facts)
    alike: dict[object, list[Hit]] = {}
    for number, element in enumerate(elements(facts.system)):
        found = list(_contradictions(element))
        if found:
            same = (element.flow, found[0].key) if isinstance(element, Hop) else number
            alike.setdefault(same, []).append(_told(facts, element, found))
        elif isinstance(element, Node) and element.id in resting:
            alike[number] = [_kept(facts, element, resting[element.id])]
    for hits in alike.values():
        yield _joined(facts, hits)


def _contradictions(element: Element) -> Iterator[_Contradiction]:
    several = [each for each in statements(element) if each[1].also or each[1].corrects or each[1].alternatives]
    for matter, said in several:
        if matter.name in _OF_ANY or matter.name in _ELSEWHERE.get(type(element), ()):
            continue
        for option, case in options(said):
            others = [other for other in differing(option) if option.value is not None]
            if not isinstance(element, Claim):
                others = [other for other in others if other in option.also]
            if others:
                yield _Contradiction(matter, option, tuple(others), case)


def _told(facts: Facts, element: Element, found: list[_Contradiction]) -> Hit:
    first = found[0]
    target = facts.system if isinstance(element, Overview) else element
    related = [
        Related(message("elsewhere: {version}", version=quoted(other)), other.place, subject_of(target))
        for other in first.others
        if other.place is not None
    ]
    related.extend(
        Related(_text(facts, target, each), each.said.place, subject_of(target))
        for each in found[1:]
        if each.said.place
    )
    return Hit(
        _text(facts, target, first),
        target,
        place=first.said.place,
        related=tuple(related),
        statement=first.said,
        when=(first.when,) if first.when else (),
    )


def _joined(facts: Facts, hits: list[Hit]) -> Hit:
    """Return one hit for the segments of a flow on which the papers differ in the same way."""
    hops = [hit.element for hit in hits if isinstance(hit.element, Hop)]
    others = tuple(Related(message("also {hop}", hop=hop.label), hop.place, subject_of(hop)) for hop in hops[1:])
    return attrs.evolve(hits[0], related=(*hits[0].related, *others), trace=path(facts, hops))


def _text(facts: Facts, element: Element, found: _Contradiction) -> Message:
    quotes = tuple(quoted(said) for said in (found.said, *found.others))
    if isinstance(element, Claim):
        return message("The papers contradict one another: {quotes}", quotes=quotes)
    return message(
        "The papers contradict one another on “{matter}” of {element}: {quotes}",
        matter=found.matter,
        element=_name(facts, element),
        quotes=quotes,
    )


def _name(facts: Facts, element: Element) -> str | Message:
    match element:
        case Provision():
            return message("the provision to {recipient}", recipient=facts.graph.party(element.target).label)
        case Storage():
            node = facts.graph.node(element.node).label
            return message("{data} at {node}", data=_items(facts, element), node=node)
        case Measure() | Incident():
            return message("“{text}”", text=element.label)
    return element.label


def _items(facts: Facts, storage: Storage) -> tuple[str, ...]:
    return tuple(facts.graph.item(item).label for item in storage.data)


def _resting(facts: Facts) -> dict[str, list[Storage]]:
    """Return the personal data that rests for good at nodes of which the papers say that nothing stays."""
    found: dict[str, list[Storage]] = {}
    for storage in facts.system.storage:
        keeps, form = facts.graph.node(storage.node).keeps.value, storage.form.known()
        passing = form is not None and form.en in _PASSING and storage.keep.period.is_silent
        if keeps is not None and not passing and facts.graph.holds_personal_data(storage):
            found.setdefault(storage.node, []).append(storage)
    return found


def _kept(facts: Facts, node: Node, storages: list[Storage]) -> Hit:
    claims = [claim for claim in facts.system.claims if node.id in claim.about and _is_on_deletion(claim)]
    return Hit(
        message(
            "The papers contradict one another on what {node} keeps: {keeps}, and yet {stores} rests there",
            node=node.label,
            keeps=quoted(node.keeps),
            stores=tuple(_store(facts, storage) for storage in storages),
        ),
        node,
        place=node.keeps.place,
        related=(
            *(Related(_store(facts, storage), storage.place, subject_of(storage)) for storage in storages),
            *(Related(quoted(claim.text), claim.place, subject_of(claim), context=True) for claim in claims),
        ),
        statement=node.keeps,
    )


def _is_on_deletion(claim: Claim) -> bool:
    return claim.topic is not None and claim.topic.en in ("deletion", "retention")


def _store(facts: Facts, storage: Storage) -> Message:
    form = storage.form.value
    if form is None:
        return message("{data} (form not named)", data=_items(facts, storage))
    return message("{data} ({form})", data=_items(facts, storage), form=form)
