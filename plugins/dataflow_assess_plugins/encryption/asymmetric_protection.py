"""ENC-07: is one direction between two nodes protected otherwise than the other?"""

from collections.abc import Iterator
from itertools import product

from dataflow_assess.plugin import Facts, Hit, Hop, Kind, Message, Protection, Related, Severity, path, rule, subject_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_KNOWN = (Protection.PLAINTEXT, Protection.ENCRYPTED)


@rule(
    "ENC-07",
    title=message("Directions protected differently"),
    severity=Severity.WARNING,
    sources=sources("council-practice"),
)
def asymmetric_protection(facts: Facts) -> Iterator[Hit]:
    """Between two nodes, the way there and the way back are not in the same state.

    What:
        Both directions between the same two nodes are compared. If both are stated and differ, that is a violation; if
        one is stated and the papers are silent on the other, the finding says so.
    Why:
        The same line is usually protected in both directions; a difference is an error in the papers, or a gap.
    Quiet:
        When the directions use networks that are stated to differ, and when one of them is not electronic.
    Bad:
        - [A -> B: {encryption: TLS}]   # and back: B -> A: {encryption: none}
    Good:
        - [A -> B: {encryption: TLS}]   # and back: B -> A: {encryption: TLS}
    Remedy:
        Write the protection of both directions, and encrypt both.
    """
    ways = _ways(facts)
    for (source, target), there in ways.items():
        if source > target and (target, source) in ways:
            continue
        for hop, back in product(there.values(), ways.get((target, source), {}).values()):
            difference = _difference(facts, hop, back)
            if difference is not None:
                yield _hit(facts, hop, back, *difference)
                break


def _ways(facts: Facts) -> dict[tuple[str, str], dict[tuple[object, ...], Hop]]:
    """Return for each direction the first hop of each state and network: parallel hops are compared once."""
    ways: dict[tuple[str, str], dict[tuple[object, ...], Hop]] = {}
    for hop in facts.graph.hops():
        if facts.graph.carries_personal_data(hop) and hop.source != hop.target:
            state = (facts.protection(hop.id), hop.network.known())
            ways.setdefault((hop.source, hop.target), {}).setdefault(state, hop)
    return ways


def _hit(facts: Facts, hop: Hop, back: Hop, text: Message, kind: Kind) -> Hit:
    other = Related(message("the way back: {hop}", hop=back.label), back.place, subject_of(back))
    return Hit(text, hop, kind=kind, related=(other,), trace=(*path(facts, [hop]), *path(facts, [back])))


def _difference(facts: Facts, hop: Hop, back: Hop) -> tuple[Message, Kind] | None:
    there, here = facts.protection(hop.id), facts.protection(back.id)
    networks = {network for network in (hop.network.known(), back.network.known()) if network is not None}
    if there is here or len(networks) > 1:
        return None
    ends = {"a": hop.source, "b": hop.target}
    if there in _KNOWN and here in _KNOWN:
        encrypted = (hop if there is Protection.ENCRYPTED else back).label
        return message("{a} and {b}: only {encrypted} is encrypted, not the way back", encrypted=encrypted, **ends), (
            Kind.VIOLATION
        )
    if Protection.NOT_STATED in (there, here) and (there in _KNOWN or here in _KNOWN):
        silent = (hop if there is Protection.NOT_STATED else back).label
        return message("{a} and {b}: only one direction is stated; {silent} is not", silent=silent, **ends), Kind.NOT_STATED
    return None
