"""Through which machines without a stated tier is the My Number tier connected with another one?"""

from collections import deque
from collections.abc import Iterator
from itertools import pairwise

import attrs

from dataflow_assess.plugin import Case, Facts, Hit, Hop, Kind, Related, Severity, path, subject_of
from dataflow_assess_plugins.connection.borders import is_outside
from dataflow_assess_plugins.connection.tiers import MY_NUMBER, Links, depth, devices, named, network_tiers, pair
from dataflow_assess_plugins.left_open import stamped
from dataflow_assess_plugins.texts import message


@attrs.define
class _Between:
    """Unguarded hops around the machines that stand in no stated tier."""

    among: dict[str, list[tuple[Hop, str]]] = attrs.field(factory=dict)
    inward: dict[str, list[Hop]] = attrs.field(factory=dict)
    outward: dict[str, dict[tuple[str, tuple[Case, ...]], list[Hop]]] = attrs.field(factory=dict)


def bridges(facts: Facts, links: Links) -> Iterator[Hit]:
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


def _between(facts: Facts, links: Links) -> _Between:
    found = _Between()
    between = {node.id for node in facts.system.nodes if links.tiers[node.id] is None and not is_outside(facts, node)}
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
    return "/".join(pair(MY_NUMBER, tier)) not in connected


def _bridge(facts: Facts, around: _Between, came: dict[str, Hop | None], end: str) -> Hit:
    nodes = [end]
    while (hop := came[nodes[-1]]) is not None:
        nodes.append(hop.target if hop.source == nodes[-1] else hop.source)
    way = [hop for before, after in pairwise(reversed(nodes)) for hop, other in around.among[before] if other == after]
    (tier, cases), outward = min(around.outward[end].items(), key=lambda led: (depth(led[0][0]), led[0][1]))
    inward = sorted(around.inward[nodes[-1]], key=lambda hop: hop.target != nodes[-1])
    hops = list(dict.fromkeys((*inward, *way, *outward)))
    given = {"nodes": tuple(facts.graph.node(node).label for node in reversed(nodes)), **named((MY_NUMBER, tier))}
    guards = devices(facts, hops)
    text = message(
        "Through {nodes}, for which no tier and no guard is stated, {inner} and {outer} are connected", **given
    )
    if guards:
        text = message(
            "Through {nodes}, for which no tier is stated, {inner} and {outer} are connected, "
            "and it is not stated what {devices} lets through",
            devices=guards,
            **given,
        )
    return Hit(
        text,
        hops[0],
        kind=Kind.NOT_STATED,
        severity=Severity.WARNING if guards else None,
        related=tuple(Related(message("also {hop}", hop=hop.label), hop.place, subject_of(hop)) for hop in hops[1:]),
        trace=path(facts, hops),
        when=stamped(cases),
    )
