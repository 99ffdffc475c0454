"""CON-04: are tiers of the network connected without anything that guards the border?"""

from collections import deque
from collections.abc import Iterator
from itertools import pairwise

import attrs

from dataflow_assess.plugin import (
    Case,
    Facts,
    Hit,
    Hop,
    Kind,
    Message,
    Parameter,
    Related,
    Severity,
    Standing,
    Term,
    path,
    rule,
    subject_of,
)
from dataflow_assess_plugins.connection.borders import is_border_device, is_connection, is_guarded
from dataflow_assess_plugins.connection.tiers import MY_NUMBER, is_between, network_tiers, tier_of
from dataflow_assess_plugins.left_open import says_none, severity_of, stamped
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_NAMES = {
    "my-number": message("the My Number tier"),
    "lgwan": message("the LGWAN tier"),
    "internet": message("the Internet tier"),
}
_Pair = tuple[str, str]


@rule(
    "CON-04",
    title=message("Tiers connected without a guard"),
    severity=Severity.ERROR,
    sources=sources("lg-security-2-3"),
    parameters=(
        Parameter(
            "connected",
            (),
            message("Pairs of tiers that may be connected without a guard, because it is approved elsewhere."),
            choices=("my-number/lgwan", "my-number/internet", "lgwan/internet"),
        ),
    ),
)
def tier_crossing(facts: Facts, *, connected: tuple[str, ...]) -> Iterator[Hit]:
    """Tiers of the network are connected, and neither sanitising nor access control is stated at the border.

    What:
        A hop from one tier into another, or over a network that leads into another. Hops between the same two tiers
        of which the same is said are one finding. Where the My Number tier is connected with another one through
        machines for which no tier is stated, the finding shows the way. What is stated to be missing is a violation.
        Where a firewall or gateway stands on the way and only what it lets through is left open, it is a warning.
    Why:
        The three tiers keep an attack from the Internet away from residents' records; each bridge undoes that.
    Quiet:
        When sanitising or access control is stated for a hop on the way, or for the firewall or gateway at its end;
        for what people carry or do by hand; and between machines that stand in no stated tier.
    Ask:
        How does the terminal relate to the core system, and what guards the border between the tiers?
    Bad:
        - 住民記録サーバ -> 申請受付サーバ: {sanitised: no}
    Good:
        - 申請受付サーバ -> 住民記録サーバ: {sanitised: yes, control: 特定通信(相手と通信を限定)}
    Remedy:
        Show in which tier each machine stands, and write how the border is guarded: restricted connection, sanitising.
    """
    links = _Links(
        tuple(hop for hop in facts.graph.hops() if is_connection(hop) and not is_guarded(facts, hop)),
        {node.id: tier_of(facts, node.id) for node in facts.system.nodes},
        connected,
    )
    yield from _direct(facts, links)
    yield from _through(facts, links)


@attrs.frozen
class _Links:
    """The unguarded connections, the tier of each node, and the pairs of tiers that may be connected."""

    unguarded: tuple[Hop, ...]
    tiers: dict[str, Term | None]
    connected: tuple[str, ...]


def _direct(facts: Facts, links: _Links) -> Iterator[Hit]:
    groups: dict[tuple[_Pair, Kind, tuple[Case, ...]], list[Hop]] = {}
    for hop in links.unguarded:
        ends = {tier.en for end in (hop.source, hop.target) if (tier := links.tiers[end]) is not None}
        if len(ends) > 1:
            groups.setdefault((_pair(*ends), _kind(hop), ()), []).append(hop)
        elif ends:
            for leads, cases in network_tiers(facts, hop).items():
                if leads not in ends:
                    groups.setdefault((_pair(*ends, leads), _kind(hop), cases), []).append(hop)
    for (pair, kind, cases), hops in groups.items():
        if "/".join(pair) not in links.connected:
            yield _hit(facts, pair, kind, hops, cases)


def _kind(hop: Hop) -> Kind:
    """Return what the papers say of the guard of a hop: that there is none, that it will be confirmed, or nothing."""
    if hop.sanitised.value is False or says_none(hop.control):
        return Kind.VIOLATION
    promised = Standing.TO_CONFIRM in (hop.sanitised.standing, hop.control.standing)
    return Kind.TO_CONFIRM if promised else Kind.NOT_STATED


def _pair(*tiers: str) -> _Pair:
    """Return two tiers, the innermost first."""
    first, second = sorted(tiers, key=tuple(_NAMES).index)
    return first, second


def _named(tiers: _Pair) -> dict[str, Message]:
    return {"inner": _NAMES[tiers[0]], "outer": _NAMES[tiers[1]]}


def _hit(facts: Facts, tiers: _Pair, kind: Kind, hops: list[Hop], cases: tuple[Case, ...]) -> Hit:
    hop = hops[0]
    said = hop.control if hop.sanitised.is_silent else hop.sanitised
    given = {"hop": hop.label, **_named(tiers)}
    text = message("{hop} connects {inner} with {outer}, and it is not stated how the border is guarded", **given)
    devices = _devices(facts, hops) if kind is Kind.NOT_STATED else ()
    if devices:
        text = message(
            "{hop} connects {inner} with {outer}, and it is not stated what {devices} lets through",
            devices=devices,
            **given,
        )
    elif kind is Kind.VIOLATION:
        text = message("{hop} connects {inner} with {outer} without sanitising or access control", **given)
    elif kind is Kind.TO_CONFIRM:
        text = message(
            "{hop} connects {inner} with {outer}, and it is still to be confirmed how the border is guarded", **given
        )
    return Hit(
        text,
        hop,
        kind=kind,
        severity=severity_of(said, Severity.WARNING if devices else None),
        place=said.place,
        statement=said,
        related=tuple(
            Related(message("also {hop}", hop=each.label), each.place, subject_of(each)) for each in hops[1:]
        ),
        trace=path(facts, hops),
        when=stamped(cases),
    )


@attrs.define
class _Between:
    """Unguarded hops around the machines that stand in no stated tier."""

    among: dict[str, list[tuple[Hop, str]]] = attrs.field(factory=dict)
    inward: dict[str, list[Hop]] = attrs.field(factory=dict)
    outward: dict[str, dict[tuple[str, tuple[Case, ...]], list[Hop]]] = attrs.field(factory=dict)


def _through(facts: Facts, links: _Links) -> Iterator[Hit]:
    """Yield where the My Number tier is connected with another one through machines without a stated tier."""
    around = _between(facts, links)
    met: set[str] = set()
    for start in around.inward:
        if start in met:
            continue
        came: dict[str, Hop | None] = {start: None}
        waiting, end = deque([start]), ""
        while waiting:
            node = waiting.popleft()
            end = end or (node if node in around.outward else "")
            for hop, other in around.among.get(node, ()):
                if other not in came:
                    came[other] = hop
                    waiting.append(other)
        met.update(came)
        if end:
            yield _bridge(facts, around, came, end)


def _between(facts: Facts, links: _Links) -> _Between:
    found = _Between()
    between = {node.id for node in facts.system.nodes if is_between(facts, node)}
    for hop in links.unguarded:
        if between.isdisjoint((hop.source, hop.target)):
            continue
        leads = network_tiers(facts, hop)
        for here, there in ((hop.source, hop.target), (hop.target, hop.source)):
            if here not in between:
                continue
            tier = links.tiers[there]
            if there in between:
                found.among.setdefault(here, []).append((hop, there))
            if tier is not None and tier.en == MY_NUMBER:
                found.inward.setdefault(here, []).append(hop)
            elif tier is not None and _apart(tier.en, links.connected):
                found.outward.setdefault(here, {}).setdefault((tier.en, ()), []).append(hop)
            for name, cases in leads.items():
                if name != MY_NUMBER and _apart(name, links.connected):
                    found.outward.setdefault(here, {}).setdefault((name, cases), []).append(hop)
    return found


def _apart(tier: str, connected: tuple[str, ...]) -> bool:
    """Tell whether a tier may not be connected with the My Number tier."""
    return "/".join(_pair(MY_NUMBER, tier)) not in connected


def _devices(facts: Facts, hops: list[Hop]) -> tuple[str, ...]:
    """Return the names of the firewalls and gateways at which the hops end."""
    ends = (facts.graph.node(end) for hop in hops for end in (hop.source, hop.target))
    return tuple(dict.fromkeys(node.label for node in ends if is_border_device(node)))


def _bridge(facts: Facts, around: _Between, came: dict[str, Hop | None], end: str) -> Hit:
    nodes = [end]
    while (hop := came[nodes[-1]]) is not None:
        nodes.append(hop.target if hop.source == nodes[-1] else hop.source)
    way = [hop for before, after in pairwise(reversed(nodes)) for hop, other in around.among[before] if other == after]
    (tier, cases), outward = min(
        around.outward[end].items(), key=lambda led: (tuple(_NAMES).index(led[0][0]), led[0][1])
    )
    inward = sorted(around.inward[nodes[-1]], key=lambda hop: hop.target != nodes[-1])
    hops = list(dict.fromkeys((*inward, *way, *outward)))
    given = {"nodes": tuple(facts.graph.node(node).label for node in reversed(nodes)), **_named((MY_NUMBER, tier))}
    devices = _devices(facts, hops)
    text = message(
        "Through {nodes}, for which no tier and no guard is stated, {inner} and {outer} are connected", **given
    )
    if devices:
        text = message(
            "Through {nodes}, for which no tier is stated, {inner} and {outer} are connected, "
            "and it is not stated what {devices} lets through",
            devices=devices,
            **given,
        )
    return Hit(
        text,
        hops[0],
        kind=Kind.NOT_STATED,
        severity=Severity.WARNING if devices else None,
        related=tuple(Related(message("also {hop}", hop=hop.label), hop.place, subject_of(hop)) for hop in hops[1:]),
        trace=path(facts, hops),
        when=stamped(cases),
    )
