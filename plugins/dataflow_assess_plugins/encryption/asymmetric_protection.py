"""ENC-07: is one direction between two nodes protected otherwise than the other?"""

from collections.abc import Iterator
from itertools import product

import attrs

from dataflow_assess.plugin import (
    Case,
    Exposure,
    Facts,
    Hit,
    Hop,
    Kind,
    Message,
    Protection,
    Related,
    Severity,
    both,
    either,
    path,
    rule,
    subject_of,
)
from dataflow_assess_plugins.left_open import stamped
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_KNOWN = (Protection.PLAINTEXT, Protection.ENCRYPTED)


@rule(
    "ENC-07",
    title=message("Two directions, different protection"),
    severity=Severity.WARNING,
    sources=sources("council-practice"),
)
def asymmetric_protection(facts: Facts) -> Iterator[Hit]:
    """Between two nodes, the way there and the way back are not in the same state.

    What:
        Both directions between the same two nodes are compared: those of a request and its reply where there are any,
        else those of any flows. If both are stated and differ, that is a violation; if one is stated and the papers
        are silent on the other, the finding says so. Two nodes are one finding.
    Why:
        The same line is usually protected in both directions; a difference is an error in the papers, or a gap.
    Quiet:
        When the directions use networks that are stated to differ or media that differ (an e-mail is no reply to an
        entry on a page), when one of them is not electronic, and when one is to be confirmed.
    Ask:
        Why is one direction protected otherwise than the other?
    Bad:
        - 端末 -> サーバ: {encryption: TLS}
        - サーバ -> 端末: {encryption: none}
    Good:
        - 端末 -> サーバ: {encryption: TLS}
        - サーバ -> 端末: {encryption: TLS}
    Remedy:
        Write the protection of both directions, and encrypt both.
    """
    for pair in _pairs(facts):
        differences = [found for hop, back in pair.compared() if (found := _difference(facts, hop, back))]
        if differences:
            yield min(differences, key=lambda hit: hit.kind is not Kind.VIOLATION)


@attrs.define
class _Directions:
    """The first hop of each state, network and medium there and back: parallel hops are compared once."""

    there: dict[object, Hop] = attrs.field(factory=dict)
    back: dict[object, Hop] = attrs.field(factory=dict)

    @property
    def complete(self) -> bool:
        return bool(self.there and self.back)

    def take(self, other: "_Directions") -> None:
        self.there = {**other.there, **self.there}
        self.back = {**other.back, **self.back}


@attrs.define
class _Pair:
    """What goes between two nodes, exchange by exchange."""

    exchanges: dict[str, _Directions] = attrs.field(factory=dict)

    def compared(self) -> Iterator[tuple[Hop, Hop]]:
        """Yield the hops to compare: within each exchange, and all others together."""
        single = _Directions()
        for directions in self.exchanges.values():
            if directions.complete:
                yield from product(directions.there.values(), directions.back.values())
            else:
                single.take(directions)
        yield from product(single.there.values(), single.back.values())


def _pairs(facts: Facts) -> Iterator[_Pair]:
    """Yield the pairs of nodes between which personal data goes in both directions."""
    hops = [hop for hop in facts.graph.hops() if facts.graph.carries_personal_data(hop) and hop.source != hop.target]
    ways = {(hop.source, hop.target) for hop in hops}
    pairs: dict[frozenset[str], tuple[str, _Pair]] = {}
    for hop in hops:
        if (hop.target, hop.source) in ways:
            first, pair = pairs.setdefault(frozenset((hop.source, hop.target)), (hop.source, _Pair()))
            directions = pair.exchanges.setdefault(facts.graph.exchanges[hop.flow], _Directions())
            way = directions.there if hop.source == first else directions.back
            states = frozenset(outcome.protection for outcome in facts.weakest(hop.id).outcomes)
            way.setdefault((states, hop.network.known(), hop.medium.known()), hop)
    return (pair for _, pair in pairs.values())


def _difference(facts: Facts, hop: Hop, back: Hop) -> Hit | None:
    networks = {network for network in (hop.network.known(), back.network.known()) if network is not None}
    if len(networks) > 1 or hop.medium.known() != back.medium.known():
        return None
    there, here = facts.weakest(hop.id), facts.weakest(back.id)
    ends = {"a": hop.source, "b": hop.target}
    only_there, only_back = _only(there, here), _only(here, there)
    if only_there or only_back:
        text = message("Between {a} and {b}, only one direction may come to be encrypted", **ends)
        if not (only_there and only_back):
            encrypted = (hop if only_there else back).label
            text = message(
                "Between {a} and {b}, only {encrypted} is encrypted, not the way back", encrypted=encrypted, **ends
            )
        return _hit(facts, hop, back, text, Kind.VIOLATION, either(only_there, only_back))
    states = (there.protection, here.protection)
    if Protection.NOT_STATED in states and not {*_KNOWN}.isdisjoint(states):
        silent = (hop if there.protection is Protection.NOT_STATED else back).label
        text = message(
            "Between {a} and {b}, encryption is stated for one direction only, not for {silent}", silent=silent, **ends
        )
        return _hit(facts, hop, back, text, Kind.NOT_STATED, ())
    return None


def _only(encrypted: Exposure, plain: Exposure) -> tuple[Case, ...]:
    return both(encrypted.when(Protection.ENCRYPTED), plain.when(Protection.PLAINTEXT))


def _hit(facts: Facts, hop: Hop, back: Hop, text: Message, kind: Kind, when: tuple[Case, ...]) -> Hit:
    other = Related(message("the way back: {hop}", hop=back.label), back.place, subject_of(back))
    return Hit(text, hop, kind=kind, related=(other,), trace=path(facts, [hop, back]), when=stamped(when))
