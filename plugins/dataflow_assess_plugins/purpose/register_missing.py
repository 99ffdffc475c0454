"""PUR-07: is data of many people that is kept for more than a year entered in the register of files?"""

from collections.abc import Iterable, Iterator

import attrs

from dataflow_assess.plugin import (
    Case,
    DataItem,
    Facts,
    Hit,
    Parameter,
    Period,
    Related,
    Severity,
    Statement,
    Storage,
    both,
    either,
    rule,
    subject_of,
)
from dataflow_assess_plugins.gaps import open_hits, within
from dataflow_assess_plugins.left_open import stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "PUR-07",
    title=message("Not in the register of files"),
    severity=Severity.INFO,
    sources=sources("act-75", "act-74"),
    parameters=(
        Parameter("people", 1000, message("From how many people on a file is entered in the register."), minimum=1),
        Parameter("days", 365, message("For how many days at most a file may be kept without entry."), minimum=0),
    ),
)
def register_missing(facts: Facts, *, people: int, days: int) -> Iterator[Hit]:
    """Data of 1,000 people or more is kept for more than a year, and the register of files does not hold it.

    What:
        Personal data whose number of people is stated to be 1,000 or more and which rests somewhere for more than a
        year or without end: the register is stated not to hold it, or nothing settles whether it does.
    Why:
        People look in the register for what is held about them; a file that is not in it cannot be asked for.
    Quiet:
        Where the number of people or the period is not stated (RET-01 asks for the period), for files of fewer people,
        for what is deleted within a year, and once the register is stated to hold the data.
    Ask:
        Is this file in the published register of personal information files?
    Bad:
        data: {世帯の情報: {people: 24000}}
        storage: [{台帳: {data: 世帯の情報, keep: 5年}}]
    Good:
        data: {世帯の情報: {people: 24000, register: yes}}
        storage: [{台帳: {data: 世帯の情報, keep: 5年}}]
    Remedy:
        Enter the file in the register and publish it, or write why it need not be entered.
    """
    kept: dict[str, list[tuple[Storage, tuple[Case, ...]]]] = {}

    def long_kept(said: Statement[Period]) -> bool:
        return any(each.value is not None and _is_longer(each.value, days) for each in (said, *said.also))

    for storage in facts.system.storage:
        if long := when(storage.keep.period, long_kept):
            for held in dict.fromkeys(storage.data):
                kept.setdefault(held, []).append((storage, long))
    for item in facts.system.data:
        if item.personal and item.id in kept:
            storages, cases = zip(*kept[item.id], strict=True)
            many = when(item.people, lambda each: each.value is not None and each.value >= people)
            if remaining := both(either(*cases), many):
                yield from within(remaining, _hits(facts, item, storages))


def _hits(facts: Facts, item: DataItem, storages: Iterable[Storage]) -> Iterator[Hit]:
    said = item.register
    people = max((option.value or 0 for option in item.people.possible()), default=0)
    given = {"data": item.label, "people": people}
    like = Hit(
        message("{data} ({people} people, kept for more than a year) is not in the register of files", **given),
        item,
        place=said.place or item.place,
        statement=said,
        related=tuple(
            Related(
                message("kept at {node}", node=facts.graph.node(storage.node).label),
                storage.keep.period.place or storage.place,
                subject_of(storage),
                context=True,
            )
            for storage in storages
        ),
    )
    absent = when(said, lambda each: each.value is False)
    if absent:
        yield attrs.evolve(like, when=stamped(absent))
    matter = message("Whether {data} ({people} people, kept for more than a year) is in the register of files", **given)
    yield from open_hits(said, matter, like)


def _is_longer(period: Period, days: int) -> bool:
    return period.kind == "indefinite" or (period.days or 0) > days
