"""ACC-05: is it left to people alone that data goes to the right recipient?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import (
    Facts,
    Flow,
    Hit,
    Hop,
    Message,
    Related,
    Severity,
    Statement,
    Term,
    path,
    rule,
    subject_of,
)
from dataflow_assess_plugins.gaps import open_hits, was_raised
from dataflow_assess_plugins.left_open import alike, stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_ADDRESSED = ("post", "fax", "e-mail")
"""Media with which a slip in the address sends the data to a stranger."""


@rule(
    "ACC-05",
    title=message("Recipients checked by people alone"),
    severity=Severity.WARNING,
    sources=sources("act-66", "act-68", "council-practice"),
)
def human_only_address_check(facts: Facts) -> Iterator[Hit]:
    """Nothing but people's care, or nothing at all, keeps personal data from going to the wrong recipient.

    What:
        Flows and segments whose address is checked by people only, or by nobody; where the papers raise the check and
        leave it open; and where a person sends personal data by post, fax or e-mail and nothing is said of the
        check. All that are in the same state are one finding.
    Why:
        Two people who look at the same wrong label both miss it; misdeliveries happen again under double checks.
    Quiet:
        Where a system helps (fixed recipients, a confirmation, an undo), for data that is not personal, and for
        what machines send by themselves or goes over a line, unless the papers raise the check.
    Ask:
        Apart from people's double checks, what does the system itself do against sending to the wrong person?
    Bad:
        個別連絡: {data: 連絡内容, address-check: human, hops: [施設の端末 -> 保護者の端末]}
    Good:
        個別連絡: {data: 連絡内容, address-check: both, hops: [施設の端末 -> 保護者の端末]}
    Remedy:
        Let the system fix the recipient, ask for confirmation before sending and allow it to be undone; for post, use
        window envelopes and matching by barcode.
    """
    groups: dict[object, list[_Checked]] = {}
    for checked in _checks(facts):
        said = checked.said
        state = (alike(said), said.value, said.choice)
        groups.setdefault(state, []).append(checked)
    for group in groups.values():
        yield from _hits(facts, group)


@attrs.frozen
class _Checked:
    """A flow, or one segment of it, and what is said of the check of its address."""

    element: Flow | Hop
    hops: tuple[Hop, ...]
    said: Statement[Term]


def _checks(facts: Facts) -> Iterator[_Checked]:
    for flow in facts.system.flows:
        hops = tuple(hop for hop in flow.hops if facts.graph.carries_personal_data(hop))
        apart = [hop for hop in hops if was_raised(hop.address_check)]
        for hop in apart:
            yield _Checked(hop, (hop,), hop.address_check)
        together = tuple(hop for hop in hops if hop not in apart)
        if was_raised(flow.address_check):
            if together:
                yield _Checked(flow, together, flow.address_check)
            continue
        sent = tuple(hop for hop in together if _sent_by_hand(facts, hop))
        if sent:
            yield _Checked(flow, sent, flow.address_check)


def _sent_by_hand(facts: Facts, hop: Hop) -> bool:
    medium, source = hop.medium.known(), facts.graph.node(hop.source)
    if medium is None or medium.en not in _ADDRESSED:
        return False
    return source.is_a("person") or _is_manual(hop.trigger) or _is_manual(facts.graph.flow(hop.flow).trigger)


def _is_manual(said: Statement[Term]) -> bool:
    trigger = said.known()
    return trigger is not None and trigger.en == "manual"


def _hits(facts: Facts, group: list[_Checked]) -> Iterator[Hit]:
    first, said = group[0], group[0].said
    named = tuple(dict.fromkeys(checked.element.label for checked in group))
    related = tuple(
        Related(message("also: {flow}", flow=checked.element.label), checked.element.place, subject_of(checked.element))
        for checked in group[1:]
    )
    like = Hit(
        _by_people(named),
        first.element,
        place=said.place or first.element.place,
        statement=said,
        related=related,
        trace=path(facts, first.hops),
    )
    by_people = when(said, lambda each: _is(each, "human") and not _is(each, "system"))
    by_nobody = when(said, lambda each: each.value is not None and not {"human", "system"} & each.value.properties)
    if by_people:
        yield attrs.evolve(like, when=stamped(by_people))
    if by_nobody:
        text = message("Nothing prevents {flows} from going to the wrong recipient", flows=named)
        yield attrs.evolve(like, message=text, when=stamped(by_nobody))
    yield from open_hits(said, message("What keeps {flows} from going to the wrong recipient", flows=named), like)


def _by_people(named: tuple[str, ...]) -> Message:
    return message("Only people check the recipients of {flows}; no system helps them", flows=named)


def _is(said: Statement[Term], prop: str) -> bool:
    return said.value is not None and said.value.has(prop)
