"""DEL-05: are media that held My Number data destroyed, and does somebody watch?"""

import unicodedata
from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Severity, Statement, Storage, rule
from dataflow_assess_plugins.left_open import in_words, kind_of, severity_of
from dataflow_assess_plugins.retention.keeping import data_names, node_name
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_DESTROYED = ("破壊", "破砕", "裁断", "粉砕", "溶解", "焼却", "シュレッダ", "destr", "shred", "incinerat", "pulveri")
_RESET = ("初期化", "フォーマット", "上書き", "消去ソフト", "format", "reset", "overwrit", "wipe", "initiali")
_WATCHED = ("立会", "立ち会", "witness", "attend")


@rule(
    "DEL-05",
    title=message("Sanitisation too weak for the class of data"),
    severity=Severity.ERROR,
    sources=sources("lg-security-2-4-1"),
)
def sanitisation_too_weak(facts: Facts) -> Iterator[Hit]:
    """Media or disks with My Number data are erased otherwise than by physical destruction under watch.

    What:
        My Number data, or personal data in the My Number tier, on a removable medium is erased otherwise than by
        destruction, or a disk is only initialised, formatted or overwritten. Where it is destroyed, somebody of the
        controller must attend; that nobody does is a violation, silence on it is not stated.
    Why:
        Leased disks that were only initialised have been sold with the residents' data on them.
    Quiet:
        When the medium is destroyed and attendance is stated, for data outside the My Number tier, when records are
        deleted from a disk that stays in use, and when the method is not stated (DEL-01).
    Ask:
        When the disks go back to the lessor, are they destroyed, and is one of our staff there?
    Bad:
        - 磁気テープ: {data: 個人番号, delete: {by: 委託先, when: 返却時, how: 初期化}}
    Good:
        - 磁気テープ: {data: 個人番号, delete: {by: 委託先, when: 返却時, how: 物理的破壊, verify: 職員の立会い}}
    Remedy:
        Have the media destroyed physically with a member of staff attending, and keep the record of completion.
    """
    for storage in facts.system.storage:
        how = storage.delete.how
        if how.value is None or not _is_my_number(facts, storage):
            continue
        given: dict[str, object] = {"data": data_names(facts, (storage,)), "node": node_name(facts, storage)}
        destroyed = _speaks_of(how, _DESTROYED)
        if not destroyed and (facts.graph.node(storage.node).is_a("removable") or _speaks_of(how, _RESET)):
            text = message("{node} holds {data}, and is erased by “{how}” and not destroyed", how=how.value, **given)
            yield Hit(text, storage, place=how.place, statement=how)
        elif destroyed:
            yield from _unwatched(storage, given)


def _unwatched(storage: Storage, given: dict[str, object]) -> Iterator[Hit]:
    verify = storage.delete.verify
    if not verify.is_stated:
        matter = message("Who attends when {node} with {data} is destroyed", **given)
        text = in_words(matter, verify)
        kind, severity = kind_of(verify), severity_of(verify)
        yield Hit(text, storage, kind=kind, severity=severity, place=verify.place, statement=verify)
    elif not _speaks_of(verify, _WATCHED):
        text = message(
            "{node} with {data} is destroyed with nobody attending (“{verify}”)",
            verify=verify.value,
            **given,
        )
        yield Hit(text, storage, place=verify.place, statement=verify)


def _is_my_number(facts: Facts, storage: Storage) -> bool:
    tier = facts.graph.tier_of(facts.graph.node(storage.node)).value
    in_tier = tier is not None and tier.en == "my-number"
    items = (facts.graph.item(item) for item in storage.data)
    return any(
        item.personal and (in_tier or any(each.has("my-number") for each in item.categories.value or ()))
        for item in items
    )


def _speaks_of(said: Statement[str], words: tuple[str, ...]) -> bool:
    text = unicodedata.normalize("NFKC", said.value or "").casefold()
    return any(word in text for word in words)
