"""DEL-01: do the papers leave open who deletes personal data, when, or how?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Message, Severity, Statement, Storage, rule
from dataflow_assess_plugins.left_open import alike
from dataflow_assess_plugins.retention.keeping import RESIDUAL, asked, data_names, form, node_name, open_at, party_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "DEL-01",
    title=message("Who deletes, when and how"),
    severity=Severity.ERROR,
    sources=sources("my-number-guideline-2c-b", "my-number-guideline-2e-d", "special-clauses-7"),
)
def deletion_incomplete(facts: Facts) -> Iterator[Hit]:
    """Who deletes personal data, when, or by which method is not stated.

    What:
        What is missing at one node in the same way is one finding, all three together or some of them. A promise to
        confirm is an open question. A retention that ends with a number or a named event says when.
    Why:
        A deletion that nobody is charged with does not happen, and one without a time cannot be checked.
    Quiet:
        When the controller itself deletes and the time is stated, for a register that it had before and that nothing
        here feeds, for data kept without end (RET-02), for logs, caches and backups (RET-05, DEL-04), for what a
        communication service of others keeps (DEL-04), and for data that is not personal.
    Ask:
        Who deletes it, when, and how?
    Bad:
        - USBメモリ: {data: 帳票画像, keep: 1日, delete: {when: 作業の終了後}}
    Good:
        - USBメモリ: {data: 帳票画像, keep: 1日, delete: {by: 利用課, when: 作業の終了後, how: 上書き消去}}
    Remedy:
        Write all three: who deletes, when, and by which method.
    """
    groups: dict[object, tuple[list[Storage], dict[str, Message], Statement[object]]] = {}
    for storage in asked(facts):
        if form(storage) in RESIDUAL or _has_no_end(storage):
            continue
        for said, parts in _gaps(facts, storage):
            key = (storage.node, alike(said), tuple(parts))
            storages, _, _ = groups.setdefault(key, ([], parts, said))
            storages.append(storage)
    for storages, parts, said in groups.values():
        matter = message(
            "The deletion of {data} at {node} ({parts})",
            data=data_names(facts, storages),
            node=node_name(facts, storages[0]),
            parts=tuple(parts.values()),
        )
        yield open_at(storages, matter, said)


def _gaps(facts: Facts, storage: Storage) -> list[tuple[Statement[object], dict[str, Message]]]:
    """Return the parts of a deletion that are open, those that are open in the same way together."""
    gaps: dict[object, tuple[Statement[object], dict[str, Message]]] = {}
    for name, label, said in _parts(facts, storage):
        if not said.is_stated:
            gaps.setdefault(alike(said), (said, {}))[1][name] = label
    return list(gaps.values())


def _parts(facts: Facts, storage: Storage) -> Iterator[tuple[str, Message, Statement[object]]]:
    delete = storage.delete
    yield "by", message("who"), delete.by
    if not _ends_by_itself(storage) or not (delete.when.is_silent or delete.when.is_stated):
        yield "when", message("when"), delete.when
    if not _is_own(facts, delete.by):
        yield "how", message("how"), delete.how


def _ends_by_itself(storage: Storage) -> bool:
    kinds = {None if said.value is None else said.value.kind for said in storage.keep.period.possible()}
    return kinds <= {"duration", "event"}


def _has_no_end(storage: Storage) -> bool:
    period = storage.keep.period.value
    return period is not None and period.kind == "indefinite"


def _is_own(facts: Facts, by: Statement[str]) -> bool:
    return by.value is not None and party_of(facts, by.value) == facts.system.overview.controller
