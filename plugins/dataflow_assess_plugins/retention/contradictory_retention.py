"""RET-03: do the papers give more than one retention period for the same data?"""

from collections.abc import Iterable, Iterator
from math import isclose

import attrs

from dataflow_assess.plugin import (
    Facts,
    Hit,
    Parameter,
    Period,
    Related,
    Severity,
    Statement,
    Storage,
    rule,
    subject_of,
)
from dataflow_assess_plugins.retention.keeping import data_names, form, node_name
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "RET-03",
    title=message("Contradictory retention periods"),
    severity=Severity.WARNING,
    sources=sources("act-61-2", "act-65"),
    parameters=(
        # Twelve months of 30 days and a year of 365 mean the same.
        Parameter(
            "tolerance",
            0.02,
            message("By which part of the longer one two periods may differ and still mean the same."),
            minimum=0,
            maximum=1,
        ),
    ),
)
def contradictory_retention(facts: Facts, *, tolerance: float) -> Iterator[Hit]:
    """The papers, or a paper and an answer, say differently how long the same data is kept at the same place.

    What:
        Another period that the papers give and do not take back, for the same storage or for the same data in the same
        form at the same node. Every period is quoted, with where it is said.
    Why:
        Whoever deletes must follow one of them, and deletes either too early or too late.
    Quiet:
        When the other period was corrected, when two spellings mean the same length, when originals and copies differ,
        and when different places keep the data for different times (RET-05).
    Ask:
        The paper says five years and the answer says until the return: which of the two holds?
    Bad:
        - 管理システム: {data: 返還情報, keep: {value: 5年, also: [{value: 返還まで}]}}
    Good:
        - 管理システム: {data: 返還情報, keep: {value: 5年, corrects: [{value: 返還まで}]}}
    Remedy:
        Decide on one period, and correct the papers that say otherwise.
    """
    for storage in facts.system.storage:
        if facts.graph.holds_personal_data(storage):
            undecided = storage.keep.period
            for index, period in enumerate(undecided.possible()):
                different = [other for other in period.also if _differ(period, other, tolerance)]
                if different:
                    hit = _hit(facts, (storage,), [period, *different])
                    yield attrs.evolve(hit, when=(((undecided.choice, index),),) if undecided.alternatives else ())
    for first, second, shared in _twice(facts, tolerance):
        storages = attrs.evolve(first, data=tuple(shared)), second
        yield _hit(facts, storages, [first.keep.period, second.keep.period])


def _twice(facts: Facts, tolerance: float) -> Iterable[tuple[Storage, Storage, list[str]]]:
    """Return the storages that keep the same items in the same form at the same node for different times."""
    firsts: dict[tuple[str, str, str], Storage] = {}
    found: dict[tuple[str, str], tuple[Storage, Storage, list[str]]] = {}
    for storage in facts.system.storage:
        for item in storage.data:
            first = firsts.setdefault((storage.node, form(storage), item), storage)
            if facts.graph.item(item).personal and _differ(first.keep.period, storage.keep.period, tolerance):
                found.setdefault((first.id, storage.id), (first, storage, []))[2].append(item)
    return found.values()


def _differ(one: Statement[Period], other: Statement[Period], tolerance: float) -> bool:
    if one.value is None or other.value is None:
        return False
    if one.value.days is not None and other.value.days is not None:
        return not isclose(one.value.days, other.value.days, rel_tol=tolerance)
    return one.value != other.value


def _hit(facts: Facts, storages: tuple[Storage, ...], periods: list[Statement[Period]]) -> Hit:
    related = tuple(
        Related(message("there: “{period}”", period=said.value), said.place, subject_of(storages[-1]))
        for said in periods[1:]
        if said.place is not None
    )
    return Hit(
        message(
            "Different retention periods are given for {data} at {node}: {periods}",
            data=data_names(facts, storages[:1]),
            node=node_name(facts, storages[0]),
            periods=tuple(said.value for said in periods),
        ),
        storages[0],
        place=periods[0].place,
        related=related,
        statement=periods[0],
    )
