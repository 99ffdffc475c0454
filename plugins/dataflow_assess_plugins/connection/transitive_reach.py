"""CON-05: can the My Number tier be reached from outside over other machines?"""

from collections import deque
from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Hop, Related, Severity, path, rule, subject_of
from dataflow_assess_plugins.connection.borders import is_connection, is_guarded, is_outside
from dataflow_assess_plugins.connection.tiers import MY_NUMBER, tiers
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "CON-05",
    title=message("My Number tier reached in steps"),
    severity=Severity.INFO,
    sources=sources("nist-ca-3"),
)
def transitive_reach(facts: Facts) -> Iterator[Hit]:
    """Somebody's machine outside reaches the My Number tier over two or more hops.

    What:
        For each machine from which a hop leads into the My Number tier, the shortest way from a machine of another
        organisation is shown, in the direction in which data travels; all that is reached from there is one finding.
    Why:
        Each hop looks harmless; together they are a way from outside to residents' records.
    Quiet:
        When sanitising or access control is stated on the way, when something on the way is carried or done by
        hand, and for a direct hop from outside (CON-04).
    Ask:
        If the firm outside is attacked, where does the way to the core system end?
    Bad:
        - クラウド -> 中継PC -> 住民記録サーバ: {network: lan}
    Good:
        - クラウド -> 中継PC: {network: lgwan, sanitised: yes, control: 特定通信}
        - 中継PC -> 住民記録サーバ: {medium: usb}
    Remedy:
        Show the way and the point at which it is cut off: firewall, sanitising, transfer by hand.
    """
    core = {node for node, tier in tiers(facts).items() if tier is not None and tier.en == MY_NUMBER}
    starts = (node.id for node in facts.system.nodes if node.id not in core and is_outside(facts, node))
    came: dict[str, Hop | None] = dict.fromkeys(starts)
    waiting = deque(came)
    entered: list[Hop] = []
    while waiting:
        for hop in facts.graph.hops_from(waiting.popleft()):
            if hop.target not in came and is_connection(hop) and not is_guarded(facts, hop):
                came[hop.target] = hop
                if hop.target in core:
                    entered.append(hop)
                else:
                    waiting.append(hop.target)
    groups: dict[str, list[Hop]] = {}
    for last in entered:
        groups.setdefault(last.source, []).append(last)
    for group in groups.values():
        way = _way(came, group[0])
        if len(way) > 1:
            yield _hit(facts, way, group[1:])


def _way(came: dict[str, Hop | None], last: Hop) -> list[Hop]:
    way = [last]
    while (before := came[way[-1].source]) is not None:
        way.append(before)
    return way[::-1]


def _hit(facts: Facts, way: list[Hop], further: list[Hop]) -> Hit:
    first, last = facts.graph.node(way[0].source), facts.graph.node(way[-1].target)
    operator = facts.graph.organisation_of(first).value
    runner = facts.graph.party(operator).label if operator else ""
    given = {
        "first": f"{first.label} ({runner})" if runner else first.label,
        "last": last.label,
        "route": " → ".join((first.label, *(facts.graph.node(hop.target).label for hop in way))),
        "count": len(way),
    }
    return Hit(
        message("From {first}, {last} in the My Number tier is reached over {count} hops: {route}", **given),
        last,
        related=tuple(
            Related(message("also {node}", node=node.label), node.place, subject_of(node))
            for node in (facts.graph.node(hop.target) for hop in further)
        ),
        trace=path(facts, way),
    )
