"""RET-06: may data be gone before the purpose is served?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Period, Severity, Statement, rule
from dataflow_assess_plugins.retention.keeping import data_names, node_name
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "RET-06",
    title=message("Kept for less than the purpose needs"),
    severity=Severity.INFO,
    sources=sources("council-practice"),
)
def too_short(facts: Facts) -> Iterator[Hit]:
    """Data may be overwritten or deleted before the purpose that it is kept for is served.

    What:
        The shortest time for which data is certain to stay, or else its period, is less than what is stated to be
        needed. Where it is undecided, the finding says under which alternatives it holds.
    Why:
        A recording that is gone when it is asked for was collected for nothing.
    Quiet:
        When either time is not stated or is not a number, and when the shortest time is long enough.
    Ask:
        If only four hours are left, is the recording still there when an accident is reported a few days later?
    Bad:
        - SDカード: {data: 映像, keep: {value: 1週間, minimum: 4時間, needed: 1週間}}
    Good:
        - SDカード: {data: 映像, keep: {value: 2週間, minimum: 1週間, needed: 1週間}}
    Remedy:
        Change the capacity or the cycle of overwriting so that the shortest time covers what is needed.
    """
    for storage in facts.system.storage:
        keep = storage.keep
        shortest = keep.period if keep.minimum.is_silent else keep.minimum
        needed = keep.needed.known()
        if needed is None or needed.days is None or not facts.graph.holds_personal_data(storage):
            continue
        for index, said in enumerate(shortest.possible()):
            if _is_shorter(said, needed):
                yield Hit(
                    message(
                        "{data} at {node} may be gone after {shortest}, while {needed} are needed",
                        data=data_names(facts, (storage,)),
                        node=node_name(facts, storage),
                        shortest=said.value,
                        needed=needed,
                    ),
                    storage,
                    place=said.place,
                    statement=said,
                    when=(((shortest.choice, index),),) if shortest.alternatives else (),
                )


def _is_shorter(said: Statement[Period], needed: Period) -> bool:
    days = None if said.value is None else said.value.days
    return days is not None and needed.days is not None and days < needed.days
