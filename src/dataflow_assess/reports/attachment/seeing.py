"""誰が見られるか: who can see which item, as what, and where?"""

from collections.abc import Iterable, Iterator

from dataflow_assess.drawing.tables import circled
from dataflow_assess.facts import Level, Role, Seer
from dataflow_assess.messages import message
from dataflow_assess.model import Hop, Node, Standing
from dataflow_assess.reports.attachment.contents import Block, Cell, Line, Ref, Row
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.reports.tracing import seer_name
from dataflow_assess.reports.who_sees import axes, level
from dataflow_assess.wording import LEVELS, ROLES

_ACROSS = 6
"""So many items a table: more columns cannot be read on a page."""


def seeing(making: Making) -> tuple[Block, ...]:
    """Return the tables of who sees what, and as what and where."""
    return (*_levels(making), _ways(making))


def _levels(making: Making) -> Iterator[Block]:
    seers, items = axes(making.assessment)
    for start in range(0, max(len(items), 1), _ACROSS):
        shown = items[start : start + _ACROSS]
        columns = [making.column("seer", message("Who"), 28)]
        columns += [making.column(item, message("{text}", text=making.graph.item(item).label), 12) for item in shown]
        rows = [Row(tuple(_level_cells(making, seer, shown)), _refs(seer)) for seer in seers]
        caption = message("Who can see what") if not start else message("Who can see what (continued)")
        yield making.table(f"who-sees-{start // _ACROSS + 1}", columns, rows, caption)


def _level_cells(making: Making, seer: Seer, items: list[str]) -> Iterator[Cell]:
    yield making.cell(making.line(seer_name(making.assessment, seer), refs=_refs(seer)))
    for item in items:
        seen = level(making.assessment, seer, item)
        yield Cell((Line(making.text(LEVELS[seen]), standing=_standing(seen), refs=(Ref("data", item),)),))


def _standing(seen: Level) -> Standing:
    return {Level.UNKNOWN: Standing.NOT_STATED, Level.UNDECIDED: Standing.UNDECIDED}.get(seen, Standing.STATED)


def _refs(seer: Seer) -> tuple[Ref, ...]:
    return (
        (Ref(seer.kind, seer.id),) if seer.kind == "party" else (Ref("node", seer.id),) if seer.kind == "person" else ()
    )


def _ways(making: Making) -> Block:
    columns = (
        making.column("seer", message("Who"), 20),
        making.column("role", message("As what"), 14),
        making.column("place", message("Where"), 26),
        making.column("data", message("Data"), 30),
        making.column("level", message("What is seen"), 10),
    )
    seers, items = axes(making.assessment)
    rows = [row for seer in seers for row in _ways_of(making, seer, items)]
    return making.table("ways", columns, rows, message("As what and where"))


def _ways_of(making: Making, seer: Seer, items: list[str]) -> Iterator[Row]:
    """Yield one row for each role and level; the places of one role stand together."""
    visibility = making.assessment.facts.visibility
    places: dict[tuple[Role, Level], dict[str, Node | Hop]] = {}
    seen: dict[tuple[Role, Level], dict[str, None]] = {}
    for item in items:
        found = visibility.get((seer, item))
        for sight in found.sights if found else ():
            places.setdefault((sight.role, sight.level), {}).setdefault(sight.element.id, sight.element)
            seen.setdefault((sight.role, sight.level), {})[item] = None
    order = tuple(Level)
    for (role, how), where in sorted(places.items(), key=lambda each: order.index(each[0][1])):
        data = making.items(seen[role, how])
        cells = (
            making.cell(making.line(seer_name(making.assessment, seer), refs=_refs(seer))),
            making.cell(making.line(ROLES[role])),
            making.cell(_places(making, where.values())),
            making.cell(data),
            Cell((Line(making.text(LEVELS[how]), standing=_standing(how)),)),
        )
        yield Row(cells, (*_refs(seer), *data.refs))


def _places(making: Making, elements: Iterable[Node | Hop]) -> Iterator[Line]:
    """Yield the machines by name, and the segments by number."""
    found = list(elements)
    nodes = [element for element in found if isinstance(element, Node)]
    if nodes:
        yield making.named(node.id for node in nodes)
    numbers = sorted(making.graph.numbers[element.id] for element in found if isinstance(element, Hop))
    if numbers:
        refs = tuple(Ref("flow", str(number)) for number in numbers)
        yield making.line(message("segments {numbers}", numbers="".join(map(circled, numbers))), refs=refs)
