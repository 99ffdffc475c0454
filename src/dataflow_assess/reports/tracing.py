"""Where does a data item go: the hops that carry it, who can read it on each, and where it rests?"""

from collections.abc import Iterable

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.facts import Level, Residence, Role, Seer, Sight, most
from dataflow_assess.messages import Message, message
from dataflow_assess.model import Hop
from dataflow_assess.vocabulary import standard_vocabulary
from dataflow_assess.wording import STANDINGS


@attrs.frozen
class Tracing:
    """The way of one item.

    Attributes:
        data: identifier of the item.
        hops: the hops that carry it, in order of travel.
        at_node: who sees it at each node.
        on_hop: who sees it on the network of each hop.
        residence: where it rests.
    """

    data: str
    hops: tuple[Hop, ...]
    at_node: dict[str, tuple[Sight, ...]]
    on_hop: dict[str, tuple[Sight, ...]]
    residence: Residence

    @property
    def beginnings(self) -> tuple[str, ...]:
        """The nodes at which the way shown begins."""
        entered = {hop.target for hop in self.hops}
        found = dict.fromkeys(hop.source for hop in self.hops if hop.source not in entered)
        return tuple(found) or tuple(hop.source for hop in self.hops[:1])


def trace(assessment: Assessment, data: str, start: str | None = None, end: str | None = None) -> Tracing:
    """Return the way of the item ``data``, only between two nodes where these are given.

    A hop is on the way from ``start`` to ``end`` when the item can get from the one to the hop and from the hop to
    the other; no path is enumerated.
    """
    graph = assessment.graph
    carrying = [hop for hop in graph.hops() if data in graph.data_on(hop)]
    if start is not None:
        reached = _closure(start, [(hop.source, hop.target) for hop in carrying])
        carrying = [hop for hop in carrying if hop.source in reached]
    if end is not None:
        reached = _closure(end, [(hop.target, hop.source) for hop in carrying])
        carrying = [hop for hop in carrying if hop.target in reached]
    at_node: dict[str, list[Sight]] = {}
    on_hop: dict[str, list[Sight]] = {}
    for seen in assessment.facts.visibility.values():
        for sight in seen.sights if seen.data == data else ():
            where = on_hop if isinstance(sight.element, Hop) else at_node
            where.setdefault(sight.element.id, []).append(sight)
    return Tracing(
        data,
        tuple(sorted(carrying, key=lambda hop: graph.numbers[hop.id])),
        {node: tuple(sights) for node, sights in at_node.items()},
        {hop: tuple(sights) for hop, sights in on_hop.items()},
        assessment.facts.residence[data],
    )


def _closure(start: str, arrows: list[tuple[str, str]]) -> set[str]:
    leaving: dict[str, list[str]] = {}
    for source, target in arrows:
        leaving.setdefault(source, []).append(target)
    reached, waiting = {start}, [start]
    while waiting:
        for target in leaving.get(waiting.pop(), ()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached


@attrs.frozen
class Onlooker:
    """Somebody who sees an item at one place, in all roles together, and the most that they see of it there."""

    seer: Seer
    roles: tuple[Role, ...]
    level: Level


def onlookers(assessment: Assessment, sights: Iterable[Sight]) -> tuple[Onlooker, ...]:
    """Return each who sees once, those who see most first."""
    found: dict[Seer, list[Sight]] = {}
    for sight in sights:
        found.setdefault(sight.seer, []).append(sight)
    choices = assessment.system.choices
    return tuple(
        sorted(
            (
                Onlooker(
                    seer,
                    tuple(dict.fromkeys(sight.role for sight in seen)),
                    most(((sight.level, sight.when) for sight in seen), choices),
                )
                for seer, seen in found.items()
            ),
            key=lambda onlooker: tuple(Level).index(onlooker.level),
        )
    )


def seer_name(assessment: Assessment, seer: Seer) -> Message:
    """Return how somebody who can see is named: party, person, or the unnamed operator of something."""
    graph = assessment.graph
    if seer.kind == "party":
        return message("{text}", text=graph.party(seer.id).label)
    if seer.kind == "person":
        return message("{text}", text=graph.node(seer.id).label)
    if seer.kind == "tenants":
        return message("others who share {element} (not named)", element=graph.node(seer.id).label)
    element: object = standard_vocabulary().term("network", seer.id) if seer.kind == "network" else None
    for named in (graph.node, graph.zone) if seer.kind == "unnamed" else ():
        try:
            element = element or named(seer.id).label
        except KeyError:
            continue
    return message("operator of {element} ({standing})", element=element, standing=STANDINGS[seer.standing])
