"""What would each onlooker see on the diagram: which arrows and machines, and how much of what they carry?"""

from collections.abc import Iterable, Mapping

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.lettering import clean
from dataflow_assess.facts import Level, Seer, Sight, most
from dataflow_assess.messages import message
from dataflow_assess.model import Choice, Hop, Node
from dataflow_assess.reports.stated import Clauses
from dataflow_assess.reports.tracing import seer_name
from dataflow_assess.reports.who_sees import axes, level
from dataflow_assess.wording import LEVELS


@attrs.frozen
class Onlooker:
    """Somebody who can see, and what.

    Attributes:
        name: who, as shown to people.
        hops: identifier of a hop → the most seen of what it carries, on its way or at one of its ends.
        nodes: identifier of a node → the most seen of what it has in hand.
        told: the same in one sentence, item by item.
    """

    name: str
    hops: dict[str, Level]
    nodes: dict[str, Level]
    told: str


def onlookers(assessment: Assessment, lang: str) -> tuple[Onlooker, ...]:
    """Return everybody who can see anything, in the order of the table of who sees what."""
    seers, items = axes(assessment)
    sights: dict[Seer, dict[tuple[str, str], list[Sight]]] = {seer: {} for seer in seers}
    for (seer, item), found in assessment.facts.visibility.items():
        for sight in found.sights:
            sights[seer].setdefault((sight.element.id, item), []).append(sight)
    return tuple(_onlooker(assessment, seer, items, sights[seer], lang) for seer in seers)


def _onlooker(
    assessment: Assessment, seer: Seer, items: list[str], sights: Mapping[tuple[str, str], list[Sight]], lang: str
) -> Onlooker:
    graph, choices = assessment.graph, assessment.system.choices
    hops, nodes = {}, {}
    for hop in graph.hops():
        places = (hop.id, hop.source, hop.target)
        seen = [sight for item in graph.data_on(hop) for place in places for sight in sights.get((place, item), ())]
        if seen:
            hops[hop.id] = _most(seen, choices)
    for node in {sight.element.id: None for found in sights.values() for sight in found if _at_node(sight)}:
        nodes[node] = _most((sight for (at, _), found in sights.items() if at == node for sight in found), choices)
    name = clean(seer_name(assessment, seer).text(lang))
    return Onlooker(name, hops, nodes, _told(assessment, seer, items, name, lang))


def _at_node(sight: Sight) -> bool:
    return isinstance(sight.element, Node) and not isinstance(sight.element, Hop)


def _most(sights: Iterable[Sight], choices: Mapping[str, Choice]) -> Level:
    return most(((sight.level, sight.when) for sight in sights), choices)


def _told(assessment: Assessment, seer: Seer, items: list[str], name: str, lang: str) -> str:
    seen: dict[Level, list[str]] = {}
    for item in items:
        seen.setdefault(level(assessment, seer, item), []).append(assessment.graph.item(item).label)
    parts = tuple(
        message("{level}: {items}", level=LEVELS[each], items=tuple(seen[each]))
        for each in Level
        if each in seen and each is not Level.NOTHING
    )
    return clean(message("{name}: {parts}", name=name, parts=Clauses(parts)).text(lang))
