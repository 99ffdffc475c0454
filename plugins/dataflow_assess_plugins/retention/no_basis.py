"""RET-04: do the papers say on which basis a retention period rests?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Message, Parameter, Severity, Standing, Statement, Storage, rule
from dataflow_assess_plugins.left_open import in_words, kind_of, severity_of
from dataflow_assess_plugins.retention.keeping import data_names, form, node_name, others
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "RET-04",
    title=message("Retention period without a basis"),
    severity=Severity.INFO,
    sources=sources("records-rules", "act-61-2"),
    parameters=(Parameter("days", 0, message("From how many days on a retention period needs a basis."), minimum=0),),
)
def no_basis(facts: Facts, *, days: int) -> Iterator[Hit]:
    """A number of years or days is stated, and not on which clause or standard it rests.

    What:
        The same period at one node is one finding. A basis that was given only in an answer, the papers being silent,
        is still a finding, and says so.
    Why:
        A number without a basis looks arbitrary: why six years here and one year there?
    Quiet:
        When a basis is stated in the papers, when an event and no number ends the retention, for backups, caches and
        temporary data, whose period follows from their rotation, and when there is no period (RET-01, RET-02).
    Ask:
        Why six years for one and one year for the other? Which clause says so?
    Bad:
        - 保育所クラウド: {data: 児童等の情報, keep: {value: 6年, from: 卒園}}
    Good:
        - 保育所クラウド: {data: 児童等の情報, keep: {value: 6年, from: 卒園, basis: 文書管理規程 別表第2}}
    Remedy:
        Attach the clause of the records rules, ordinance or contract from which the period follows.
    """
    groups: dict[object, list[Storage]] = {}
    for storage in facts.system.storage:
        said = storage.keep.basis
        if _needs_basis(facts, storage, days) and (not said.is_stated or _came_late(said)):
            period = storage.keep.period.value
            groups.setdefault((storage.node, period, said.standing, said.value or said.text), []).append(storage)
    for storages in groups.values():
        first, said = storages[0], storages[0].keep.basis
        yield Hit(
            _text(facts, storages),
            first,
            kind=kind_of(said),
            severity=severity_of(said),
            place=said.place or first.keep.period.place,
            related=others(storages[1:]),
            statement=said,
        )


def _needs_basis(facts: Facts, storage: Storage, days: int) -> bool:
    period = storage.keep.period.value
    rotates = form(storage) in ("backup", "cache", "temporary")
    numbered = period is not None and period.kind == "duration" and (period.days is None or period.days >= days)
    return numbered and not rotates and facts.graph.holds_personal_data(storage)


def _came_late(said: Statement[str]) -> bool:
    return any(before.standing is Standing.NOT_STATED for before in said.corrects)


def _text(facts: Facts, storages: list[Storage]) -> Message:
    said = storages[0].keep.basis
    given = {
        "data": data_names(facts, storages),
        "node": node_name(facts, storages[0]),
        "period": storages[0].keep.period.value,
    }
    if said.is_stated:
        return message(
            "The basis for keeping {data} at {node} for {period} is not stated in the papers (the answer: {basis})",
            basis=said.value,
            **given,
        )
    return in_words(message("The basis for keeping {data} at {node} for {period}", **given), said)
