"""ENC-06: does data that came encrypted go on in plaintext?"""

from collections import deque
from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import (
    ALWAYS,
    Case,
    Exposure,
    Facts,
    Flow,
    Hit,
    Hop,
    Protection,
    Related,
    Severity,
    both,
    path,
    rule,
    subject_of,
)
from dataflow_assess_plugins.left_open import stamped
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ENC-06",
    title=message("From encrypted to plaintext on the way"),
    severity=Severity.ERROR,
    sources=sources("nist-sc-8", "cwe-319"),
)
def downgrade_on_path(facts: Facts) -> Iterator[Hit]:
    """On the way of one flow, encrypted data goes on in plaintext.

    What:
        The first plaintext segment after an encrypted one is reported, with the segment that was still encrypted,
        also when segments lie between of which the papers say nothing. Where one of the two is undecided, the finding
        says under which alternatives it holds.
    Why:
        The weakest segment decides. A reader of the papers who is told "it is encrypted" does not expect plaintext
        behind it.
    Quiet:
        When the way begins in plaintext and becomes encrypted, where a segment's state is unknown, and when paper or a
        person stands between.
    Ask:
        Why does the encryption end before the data has arrived?
    Bad:
        - 広域交付サーバ -> 提供設備: {encryption: TLS}
        - 提供設備 -> 転送サーバ: {encryption: none}
    Good:
        - 広域交付サーバ -> 提供設備 -> 転送サーバ: {encryption: TLS}
    Remedy:
        Move the end of the encryption further inside, to the node that uses the data.
    """
    mixed = _mixed(facts)
    for flow in facts.system.flows:
        for found in sorted(_downgrades(facts, flow, mixed.get(flow.id, {})), key=lambda found: found.hop.index):
            data = tuple(facts.graph.item(item).label for item in found.data)
            text = message("{hop} carries in plaintext what arrived encrypted: {data}", data=data, hop=found.hop.label)
            before = found.before
            text_before = message("still encrypted: {hop}", hop=before.label)
            last = Related(text_before, before.place, subject_of(before), context=True)
            steps = path(facts, [before, found.hop])
            yield Hit(text, found.hop, related=(last,), trace=steps, when=stamped(found.when))


@attrs.define
class _Downgrade:
    """A plaintext hop after an encrypted one, in which cases, and of which items."""

    hop: Hop
    before: Hop
    when: tuple[Case, ...]
    data: list[str]


@attrs.frozen
class _Token:
    """What is remembered at a node: the last encrypted hop before it, and in which cases it was."""

    before: Hop
    when: tuple[Case, ...]


_Encrypted = dict[str, list[Exposure]]
"""The exposures that are, or may be, encrypted, by the item."""


def _mixed(facts: Facts) -> dict[str, _Encrypted]:
    """Return what travels both encrypted and in plaintext in one flow, by the flow."""
    plain = {(each.hop.flow, each.data) for each in facts.exposed[Protection.PLAINTEXT]}
    found: dict[str, _Encrypted] = {}
    for each in facts.exposed[Protection.ENCRYPTED]:
        if (each.hop.flow, each.data) in plain:
            found.setdefault(each.hop.flow, {}).setdefault(each.data, []).append(each)
    return found


def _downgrades(facts: Facts, flow: Flow, encrypted: _Encrypted) -> list[_Downgrade]:
    found: dict[tuple[str, tuple[Case, ...]], _Downgrade] = {}
    for item, exposures in encrypted.items():
        for hop, token in _after_encryption(facts, flow, item, _arrivals(exposures)):
            when = both(token.when, facts.exposure[hop.id, item].when(Protection.PLAINTEXT))
            if when:
                found.setdefault((hop.id, when), _Downgrade(hop, token.before, when, [])).data.append(item)
    return list(found.values())


def _after_encryption(facts: Facts, flow: Flow, item: str, tokens: dict[str, _Token]) -> Iterator[tuple[Hop, _Token]]:
    """Yield each hop that an encrypted hop precedes, with no plaintext in between, from the arrivals ``tokens`` on.

    A token is handed on over each hop at most twice, once as one that holds in some cases and once as one that
    always holds, so the cost is linear in the hops that carry the item.
    """
    waiting = deque(tokens)
    while waiting:
        node = waiting.popleft()
        for hop in _leaving(facts, flow, node, item, tokens[node]):
            if _is_passed(facts.exposure[hop.id, item]) and _is_better(tokens[node], tokens.get(hop.target)):
                tokens[hop.target] = tokens[node]
                waiting.append(hop.target)
    for node, token in tokens.items():
        yield from ((hop, token) for hop in _leaving(facts, flow, node, item, token))


def _leaving(facts: Facts, flow: Flow, node: str, item: str, token: _Token) -> list[Hop]:
    """Return the hops on which an item travels on with a token: where the flow begins only those written after it."""
    begins = node == flow.hops[0].source
    leaving = facts.graph.item_hops_from(flow.id, node, item)
    return [hop for hop in leaving if not begins or hop.index > token.before.index]


def _is_passed(exposure: Exposure) -> bool:
    """Tell whether a hop hands on what came encrypted before it: it is unknown, and plaintext in no case."""
    states = {outcome.protection for outcome in exposure.outcomes}
    ending = {Protection.PLAINTEXT, Protection.NOT_ELECTRONIC}
    return states.isdisjoint(ending) and states != {Protection.ENCRYPTED}


def _is_better(token: _Token, held: _Token | None) -> bool:
    return held is None or held.when != ALWAYS == token.when


def _arrivals(encrypted: list[Exposure]) -> dict[str, _Token]:
    """Return the nodes at which an item of a flow arrives encrypted; an arrival that always is stands before others."""
    tokens: dict[str, _Token] = {}
    for exposure in encrypted:
        hop, when = exposure.hop, exposure.when(Protection.ENCRYPTED)
        if _is_better(token := _Token(hop, when), tokens.get(hop.target)):
            tokens[hop.target] = token
    return tokens
