"""RET-02: is personal data kept without end, or until nobody knows when?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Case, Facts, Hit, Message, Period, Severity, Statement, Storage, rule
from dataflow_assess_plugins.retention.keeping import data_names, node_name, others
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_WEIGHT = {"indefinite": Severity.ERROR, "vague": Severity.WARNING}


@rule(
    "RET-02",
    title=message("Retention without end, or vague"),
    severity=Severity.WARNING,
    sources=sources("act-61-2"),
)
def indefinite_or_vague(facts: Facts) -> Iterator[Hit]:
    """The retention period stated is none: it has no end, or no number and no event.

    What:
        A period without end is an error; a vague one ("when no longer needed", "as required", "for a set time") is a
        warning. The words of the papers are quoted. The same words at one node are one finding. Where the period is
        undecided, the finding says under which alternatives it holds.
    Why:
        "As soon as no longer needed" cannot be checked by anybody, and data kept without end is held beyond need.
    Quiet:
        When a number or a named event ends the retention, for data that is not personal, and when the papers are
        silent (RET-01).
    Ask:
        When exactly does it become unneeded, and who decides that?
    Bad:
        - USBメモリ: {data: 帳票画像, keep: 不要になり次第}
    Good:
        - USBメモリ: {data: 帳票画像, keep: {value: 1日, from: 認識の終了}}
    Remedy:
        Write a number and from when it is counted, or the event that ends the retention.
    """
    groups: dict[tuple[str, Period, Case], list[tuple[Storage, Statement[Period]]]] = {}
    for storage in facts.system.storage:
        if not facts.graph.holds_personal_data(storage):
            continue
        for index, said in enumerate(storage.keep.period.possible()):
            if said.value is not None and said.value.kind in _WEIGHT:
                undecided = storage.keep.period
                case: Case = ((undecided.choice, index),) if undecided.alternatives else ()
                groups.setdefault((storage.node, said.value, case), []).append((storage, said))
    for (_node, period, case), group in groups.items():
        storage, said = group[0]
        storages = [each for each, _ in group]
        yield Hit(
            _text(facts, storages, period),
            storage,
            severity=_WEIGHT[period.kind],
            place=said.place,
            related=others(storages[1:]),
            statement=said,
            when=(case,) if case else (),
        )


def _text(facts: Facts, storages: list[Storage], period: Period) -> Message:
    given = {"data": data_names(facts, storages), "node": node_name(facts, storages[0]), "period": period}
    if period.kind == "indefinite":
        return message("{node} keeps {data} without end (“{period}”)", **given)
    return message("The retention of {data} at {node} is given as “{period}”, with no number and no event", **given)
