"""Where does each data item rest, in which form and until when, and what outlives the deletion of the original?"""

from collections.abc import Iterator
from enum import Enum

import attrs

from dataflow_assess.facts.handling import Hands
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import DataItem, Node, Period, Standing, Statement, Storage


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
        storage: the storage, or None where nothing is said on whether it stays at a node that keeps others' data.
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
        days: for `Ending.AFTER`, how many days after it.
        because: the rest that decides, or None where nothing outlives the original.
    """

    data: str
    rests: tuple[Rest, ...]
    ending: Ending
    days: float | None = None
    because: Rest | None = None


def residences(graph: DataFlowGraph, in_hand: Hands) -> dict[str, Residence]:
    """Return the residence of every data item, by identifier."""
    stored: dict[str, list[Storage]] = {}
    for storage in graph.system.storage:
        for item in storage.data:
            stored.setdefault(item, []).append(storage)
    passed: dict[str, list[Node]] = {}
    for node_id, item in in_hand:
        passed.setdefault(item, []).append(graph.node(node_id))
    return {
        item.id: _residence(item, (item.id, *graph.derived_from(item.id)), stored, passed) for item in graph.system.data
    }


def _residence(
    item: DataItem,
    family: tuple[str, ...],
    stored: dict[str, list[Storage]],
    passed: dict[str, list[Node]],
) -> Residence:
    rests = [rest for each in family for rest in _rests(each, stored.get(each, []), passed.get(each, []))]
    rests.sort(key=lambda rest: not (rest.is_original and rest.item == item.id))
    worst: tuple[Ending, float | None, Rest | None] = (Ending.WITH_ORIGINAL, None, None)
    for rest in rests:
        if rest.is_original and rest.item == item.id and not _endless(rest):
            continue
        ending, days = _ending(rest)
        if _weight(ending, days) > _weight(worst[0], worst[1]):
            worst = (ending, days, rest)
    return Residence(item.id, tuple(rests), *worst)


def _rests(item: str, storages: list[Storage], nodes: list[Node]) -> Iterator[Rest]:
    by_id = {node.id: node for node in nodes}
    for storage in storages:
        node = by_id[storage.node]
        keeps = node.keeps.known()
        yield Rest(item, node, storage, contradicts=keeps is not None and keeps.en == "nothing")
    places = {storage.node for storage in storages}
    for node in nodes:
        if node.id not in places and node.keeps.is_silent and node.is_a("hosting") | node.is_a("communication"):
            yield Rest(item, node, None)


def _endless(rest: Rest) -> bool:
    return rest.storage is not None and any(
        said.value is not None and said.value.kind == "indefinite" for said in rest.storage.keep.period.possible()
    )


def _ending(rest: Rest) -> tuple[Ending, float | None]:
    """Return how long a copy may outlive the original; where undecided, the longest that any option allows."""
    if rest.storage is None:
        return Ending.UNKNOWN, None
    options = [_of_period(said, rest.storage) for said in rest.storage.keep.period.possible()]
    return max(options, key=lambda option: _weight(*option))


def _of_period(said: Statement[Period], storage: Storage) -> tuple[Ending, float | None]:
    if said.value is None:
        when = storage.delete.when.value
        immediate = said.standing is Standing.NOT_STATED and when is not None
        return (Ending.WITH_ORIGINAL if immediate else Ending.UNKNOWN), None
    if said.value.kind == "indefinite":
        return Ending.NEVER, None
    if said.value.kind == "duration" and not said.disagrees:
        return Ending.AFTER, said.value.days
    return Ending.UNKNOWN, None


def _weight(ending: Ending, days: float | None) -> tuple[int, float]:
    order = (Ending.WITH_ORIGINAL, Ending.AFTER, Ending.UNKNOWN, Ending.NEVER)
    return order.index(ending), days or 0.0
