"""Where does each data item rest, in which form and until when, and what outlives the deletion of the original?

A copy kept for N days may have been made when the original was deleted, so it may outlive it by N days; where both
count from the same event, only by the difference.
"""

from collections.abc import Iterable, Iterator
from enum import Enum

import attrs

from dataflow_assess.facts.handling import Hands, Level
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import DataItem, Node, Period, Statement, Storage


class Ending(Enum):
    """When the last copy is gone, relative to the deletion of the original."""

    WITH_ORIGINAL = "with-original"
    AFTER = "after"
    NEVER = "never"
    UNKNOWN = "unknown"


@attrs.frozen
class Rest:
    """One place at which an item, or what derives from it, rests.

    Attributes:
        item: the item that rests; it may derive from the one asked about.
        node: where.
        storage: the storage, or None where nothing is said on whether it stays at a service or medium that got it.
        contradicts: whether the papers also say that nothing is kept at the node.
    """

    item: str
    node: Node
    storage: Storage | None
    contradicts: bool = False

    @property
    def is_original(self) -> bool:
        """Whether this is the original."""
        form = self.storage.form.value if self.storage else None
        return form is not None and form.en == "original"


@attrs.frozen
class Residence:
    """Everything that rests of one item.

    Attributes:
        data: identifier of the item.
        rests: every place, originals first in the order of the description.
        ending: when the last copy is gone, relative to the deletion of the original.
        days: for `Ending.AFTER`, at most how many days after it.
        because: the rest that decides, or None where nothing outlives the original or no place is named.
        unsaid: the servers, services and self-service machines that have it in hand readably, or may have, and of
            which the papers say neither that it is kept there nor that nothing is; none of `rests`.
    """

    data: str
    rests: tuple[Rest, ...]
    ending: Ending
    days: float | None = None
    because: Rest | None = None
    unsaid: tuple[Node, ...] = ()

    @property
    def has_original(self) -> bool:
        """Whether the papers describe an original of the item itself."""
        return any(rest.is_original and rest.item == self.data for rest in self.rests)


_End = tuple[Ending, float | None]


def residences(graph: DataFlowGraph, in_hand: Hands) -> dict[str, Residence]:
    """Return the residence of every data item, by identifier; what derives from an item rests with it."""
    stored: dict[str, list[Storage]] = {}
    for storage in graph.system.storage:
        for item in storage.data:
            stored.setdefault(item, []).append(storage)
    passed: dict[str, list[Node]] = {}
    readable: dict[str, list[Node]] = {}
    for (node_id, item), held in in_hand.items():
        passed.setdefault(item, []).append(graph.node(node_id))
        if any(hand.level is not Level.CIPHERTEXT for hand in held):
            readable.setdefault(item, []).append(graph.node(node_id))
    resting = {
        item.id: tuple(_rests(item.id, stored.get(item.id, []), passed.get(item.id, []))) for item in graph.system.data
    }
    found = {}
    for asked in graph.system.data:
        forms = (asked.id, *graph.derived_from(asked.id))
        rests = [rest for form in forms for rest in resting[form]]
        told = {rest.node.id for rest in rests}
        at = {node.id: node for form in forms for node in readable.get(form, ())}
        unsaid = tuple(node for node in at.values() if node.id not in told and _is_unsaid(node))
        found[asked.id] = _residence(asked, rests, unsaid)
    return found


def _residence(item: DataItem, rests: list[Rest], unsaid: tuple[Node, ...]) -> Residence:
    originals = [rest for rest in rests if rest.is_original and rest.item == item.id]
    copies = [rest for rest in rests if not (rest.is_original and rest.item == item.id)]
    endless = [rest for rest in originals if _ending(rest, ())[0] is Ending.NEVER]
    worst: tuple[_End, Rest | None] = (Ending.WITH_ORIGINAL if rests else Ending.UNKNOWN, None), None
    for rest in (*endless, *copies):
        ending = _ending(rest, originals)
        if _weight(ending) > _weight(worst[0]):
            worst = ending, rest
    return Residence(item.id, (*originals, *copies), *worst[0], worst[1], unsaid)


def _rests(item: str, storages: list[Storage], nodes: list[Node]) -> Iterator[Rest]:
    by_id = {node.id: node for node in nodes}
    for storage in storages:
        node = by_id[storage.node]
        keeps = node.keeps.known()
        yield Rest(item, node, storage, contradicts=keeps is not None and keeps.en == "nothing")
    places = {storage.node for storage in storages}
    for node in nodes:
        if node.id not in places and node.keeps.known() is None and _may_keep(node):
            yield Rest(item, node, None)


def _may_keep(node: Node) -> bool:
    """Tell whether what gets to a node stays there unless somebody sees to it: at others' services and on media."""
    return node.is_a("hosting") or node.is_a("communication") or node.is_a("medium")


def _is_unsaid(node: Node) -> bool:
    """Tell whether a node might keep what it reads, and the papers do not say whether it does."""
    reads = node.is_a("opens") or node.is_a("opens-unknown") or node.is_a("self-service")
    return reads and node.keeps.known() is None


def _ending(rest: Rest, originals: Iterable[Rest]) -> _End:
    """Return how long a copy may outlive the original; NEVER only where every option says so."""
    if rest.storage is None:
        return Ending.UNKNOWN, None
    options = [_of_period(said, rest.storage, originals) for said in rest.storage.keep.period.possible()]
    if len({ending for ending, _ in options}) > 1 and Ending.NEVER in {ending for ending, _ in options}:
        return Ending.UNKNOWN, None
    return max(options, key=_weight)


def _of_period(said: Statement[Period], storage: Storage, originals: Iterable[Rest]) -> _End:
    period = said.known()
    if period is None:
        passing = storage.form.value is not None and storage.form.value.en in ("temporary", "cache")
        gone = said.is_silent and passing and storage.delete.when.is_stated
        return (Ending.WITH_ORIGINAL if gone else Ending.UNKNOWN), None
    if period.kind == "indefinite":
        return Ending.NEVER, None
    if period.days is None:
        return Ending.UNKNOWN, None
    days = period.days - _counted_alike(storage, originals)
    return (Ending.AFTER, days) if days > 0 else (Ending.WITH_ORIGINAL, None)


def _counted_alike(storage: Storage, originals: Iterable[Rest]) -> float:
    """Return the days for which the original is kept from the same event as a copy; 0 where that is not said."""
    start = storage.keep.start.known()
    spans = [rest.storage.keep for rest in originals if rest.storage is not None]
    alike = [keep.period.known() for keep in spans if start is not None and keep.start.known() == start]
    days = [period.days for period in alike if period is not None and period.days is not None]
    return min(days) if days and len(days) == len(spans) else 0.0


def _weight(end: _End) -> tuple[int, float]:
    order = (Ending.WITH_ORIGINAL, Ending.AFTER, Ending.UNKNOWN, Ending.NEVER)
    return order.index(end[0]), end[1] or 0.0
