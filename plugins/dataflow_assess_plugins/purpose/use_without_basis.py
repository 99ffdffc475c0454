"""PUR-01: is data used beyond its purpose, or provided to others, without a stated basis?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import (
    ALWAYS,
    Case,
    DataItem,
    Facts,
    Flow,
    Hit,
    Message,
    Provision,
    Related,
    Severity,
    Statement,
    path,
    rule,
    subject_of,
)
from dataflow_assess_plugins.gaps import gaps, within
from dataflow_assess_plugins.left_open import alike, says_none
from dataflow_assess_plugins.purpose.uses import (
    collected_for,
    consenting_instead,
    ends,
    is_party_subject,
    is_subject,
    may_be,
    parties_of,
    personal,
    plain,
    provisions_to,
    purpose_of,
    undrawn_provisions,
    when_kind,
)
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "PUR-01",
    title=message("Use beyond the purpose, or provision, without a basis"),
    severity=Severity.ERROR,
    sources=sources("act-69"),
)
def use_without_basis(facts: Facts) -> Iterator[Hit]:
    """Personal data is used for another purpose than it was collected for, or provided, and no basis is settled.

    What:
        A flow that is called use beyond the purpose or provision, or whose purpose differs from that of its data, and
        each provision that the papers speak of. A basis that is silent, to be confirmed, undecided, or told in
        different ways is reported as just that; only a basis that is stated not to exist is a violation. Flows with
        the same data purpose, use and standing are one finding. Where the purpose is only that of another flow which
        collects the data, it is a warning.
    Why:
        Use and provision beyond the purpose are forbidden unless a law, the persons' consent or another ground of the
        Act allows them; without the ground nobody can tell how much of the data may be used.
    Quiet:
        Where a basis or consent of the persons themselves is stated, where the purpose is stated to be that of the
        data or a part of it, and where data is handed to the very persons whose it is. A flow that is called use is
        compared with the purpose of the data only, not with that of other flows.
    Ask:
        On which provision does this use beyond the original purpose rest?
    Bad:
        受渡し: {data: 名簿, kind: other-use, hops: [窓口の課 -> 訪問する課]}
    Good:
        受渡し: {data: 名簿, kind: other-use, basis: 法第69条第2項第2号, hops: [窓口の課 -> 訪問する課]}
    Remedy:
        Write which ground (item of the article) allows the use or provision, and why no less data would do.
    """
    groups: dict[object, list[_Use]] = {}
    for use in (*_flows(facts), *_undrawn(facts)):
        groups.setdefault(use.key, []).append(use)
    for group in groups.values():
        first = group[0]
        related = tuple(
            Related(message("also: {use}", use=use.element.label), use.element.place, subject_of(use.element))
            for use in group[1:]
        )
        flow = first.element if isinstance(first.element, Flow) else None
        matter = _matter(group)
        without = Hit(
            message("{matter} is stated not to exist", matter=matter),
            first.element,
            severity=first.severity,
            place=first.said.place or first.element.place,
            related=related,
            trace=path(facts, flow.hops) if flow else (),
        )
        yield from within(first.when, gaps(first.said, matter, without, settled_by_options=False))


@attrs.frozen
class _Use:
    """One use beyond the purpose, or provision.

    Attributes:
        element: the flow, or the provision where no flow is drawn.
        said: what is said of its basis.
        items: the items used.
        purpose, original: for what they are used, and for what they are there; "" where silent.
        recipient: to whom they are provided, else "".
        when: the cases in which it is such a use.
    """

    element: Flow | Provision
    said: Statement[str]
    items: tuple[DataItem, ...]
    purpose: str = ""
    original: str = ""
    recipient: str = ""
    severity: Severity | None = None
    when: tuple[Case, ...] = ALWAYS

    @property
    def key(self) -> object:
        """What uses have in common that are one finding."""
        same = (plain(self.purpose), self.original, self.recipient, self.severity, self.when)
        stands = (alike(self.said), self.said.value, self.said.choice)
        named = bool(self.purpose or self.recipient)
        return (same, stands) if named else self.element.id


def _matter(group: list[_Use]) -> Message:
    first = group[0]
    given = {"data": tuple(dict.fromkeys(item.label for use in group for item in use.items))}
    if first.recipient:
        return message("The basis for providing {data} to {recipient}", recipient=first.recipient, **given)
    if first.purpose and first.original:
        return message(
            "The basis for using {data}, which is there for “{original}”, for “{purpose}”",
            original=first.original,
            purpose=first.purpose,
            **given,
        )
    if first.purpose:
        return message("The basis for using {data} beyond its purpose, for “{purpose}”", purpose=first.purpose, **given)
    return message("The basis for using {data} beyond its purpose", **given)


def _flows(facts: Facts) -> Iterator[_Use]:
    collected = collected_for(facts)
    for flow in facts.system.flows:
        items = personal(facts, (item for hop in flow.hops for item in facts.graph.data_on(hop)))
        if not items or may_be(flow, "collection"):
            continue
        if may_be(flow, "provision"):
            for use in _provided(facts, flow, items):
                yield attrs.evolve(use, when=when_kind(flow, "provision"))
        else:
            yield from _used(facts, flow, items, collected)


def _used(
    facts: Facts, flow: Flow, items: tuple[DataItem, ...], collected: dict[str, tuple[str, ...]]
) -> Iterator[_Use]:
    """Yield the uses of a flow beyond the purposes of its items, one a purpose and basis."""
    purpose, called = flow.purpose.known() or "", may_be(flow, "other-use")
    found: dict[tuple[str, Severity | None, Statement[str]], list[DataItem]] = {}
    for item in items:
        own = purpose_of(facts, item)
        originals = (own,) if own else () if may_be(flow, "use") else collected.get(item.id, ())
        if called or (purpose and originals and not any(_within(purpose, each) for each in originals)):
            severity = None if called or own else Severity.WARNING
            found.setdefault((" / ".join(originals), severity, _basis((flow,), item)), []).append(item)
    for (original, severity, said), of_purpose in found.items():
        by_name = when_kind(flow, "other-use") if called and not (purpose and original) else ALWAYS
        yield _Use(flow, said, tuple(of_purpose), purpose, original, severity=severity, when=by_name)


def _within(purpose: str, original: str) -> bool:
    return plain(purpose) in plain(original)


def _provided(facts: Facts, flow: Flow, items: tuple[DataItem, ...]) -> Iterator[_Use]:
    """Yield the provision to each end of a flow that is not the person whose data it is."""
    purpose = flow.purpose.known()
    beyond = tuple(item for item in items if not (purpose and _within(purpose, purpose_of(facts, item))))
    for node in ends(facts, flow):
        given = tuple(item for item in beyond if not is_subject(facts, item, node))
        told = provisions_to(facts, node, (item.id for item in given))
        recipient = next((facts.graph.party(each).label for each in _known(facts, parties_of(facts, node))), node.label)
        yield from _to(recipient, (flow, *told), given)


def _undrawn(facts: Facts) -> Iterator[_Use]:
    """Yield the provisions of the papers that no flow of provision shows."""
    for provision in undrawn_provisions(facts):
        recipient = facts.graph.party(provision.target).label
        items = personal(facts, provision.data)
        given = tuple(item for item in items if not is_party_subject(facts, item, provision.target))
        yield from _to(recipient, (provision,), given)


def _to(recipient: str, told: tuple[Flow | Provision, ...], items: tuple[DataItem, ...]) -> Iterator[_Use]:
    """Yield the items that go to a recipient, those on the same basis together."""
    found: dict[Statement[str], list[DataItem]] = {}
    for item in items:
        found.setdefault(_basis(told, item), []).append(item)
    for said, on_basis in found.items():
        yield _Use(told[0], said, tuple(on_basis), recipient=recipient)


def _basis(told: tuple[Flow | Provision, ...], item: DataItem) -> Statement[str]:
    """Return what is said of the basis; where it is silent, the consent of the persons themselves is one."""
    bases = [each.basis for each in told if not each.basis.is_silent]
    consents = [
        each.consent
        for each in told
        if each.consent.is_stated and not says_none(each.consent) and not consenting_instead(each.consent, item)
    ]
    return (*bases, *consents, told[0].basis)[0]


def _known(facts: Facts, parties: tuple[str, ...]) -> tuple[str, ...]:
    declared = {party.id for party in facts.system.parties}
    return tuple(party for party in parties if party in declared)
