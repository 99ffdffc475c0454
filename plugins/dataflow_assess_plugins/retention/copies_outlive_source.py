"""RET-05: does a backup, log or copy stay when the original is deleted?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import (
    ALWAYS,
    Case,
    Facts,
    Hit,
    Kind,
    Period,
    Related,
    Severity,
    Storage,
    assume,
    decide,
    holding,
    rule,
    subject_of,
)
from dataflow_assess_plugins.left_open import in_words, kind_of, severity_of
from dataflow_assess_plugins.retention.copies import bodies, copies
from dataflow_assess_plugins.retention.keeping import form, node_name, others
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "RET-05",
    title=message("Copies outlive the original"),
    severity=Severity.WARNING,
    sources=sources("my-number-guideline-2e-d", "cwe-212"),
)
def copies_outlive_source(facts: Facts) -> Iterator[Hit]:
    """A backup, log or other copy is kept longer than the original that it derives from.

    What:
        A backup with a period stays that long after the original is deleted; another copy stays when its period is
        longer than that of the original, when the original ends with an event, or when it has no end. A backup whose
        period is left open is reported as such. All copies of one original are one finding.
    Why:
        "Deleted" is believed of all copies; what is left in a backup comes back with the next restoration.
    Quiet:
        When the time at which the copy is deleted is stated and its period is no longer, when the original is kept
        without end, and for a copy other than a backup when one of the two periods is not stated (RET-01).
    Ask:
        When a resident's entry is deleted, when is it gone from the backups too?
    Bad:
        - 受付サーバ: {data: 申込情報, form: original, keep: 1年}
        - バックアップ: {data: 申込情報, form: backup, keep: 14日}
    Good:
        - 受付サーバ: {data: 申込情報, form: original, keep: 1年}
        - バックアップ: {data: 申込情報, form: backup, keep: 14日, delete: {when: 本体の消去から14日}}
    Remedy:
        Write when the backups, logs and copies are deleted once the original is, and shorten periods that are longer.
    """
    groups: dict[object, _Outliving] = {}
    for item in facts.residence:
        if facts.graph.item(item).personal:
            for outliving in _of_item(facts, item):
                groups.setdefault(outliving.key, outliving).take(outliving)
    for group in groups.values():
        yield group.hit(facts)


@attrs.define
class _Outliving:
    """Copies that stay, or may stay, when what is kept at ``body`` is deleted."""

    body: Storage
    kind: Kind
    when: tuple[Case, ...]
    copies: dict[str, Storage]
    items: dict[str, None]

    @property
    def key(self) -> object:
        said = next(iter(self.copies.values())).keep.period
        return self.body.id, self.kind, self.when, self.kind is Kind.VIOLATION or (said.standing, said.by, said.due)

    def take(self, other: "_Outliving") -> None:
        self.copies |= other.copies
        self.items |= other.items

    def hit(self, facts: Facts) -> Hit:
        stored = list(self.copies.values())
        first, said = stored[0], stored[0].keep.period
        given = {
            "data": tuple(facts.graph.item(item).label for item in self.items),
            "node": node_name(facts, self.body),
            "copies": tuple(dict.fromkeys(node_name(facts, storage) for storage in stored)),
        }
        original = Related(message("what it outlives"), self.body.place, subject_of(self.body), context=True)
        related = (*others(stored[1:]), original)
        if self.kind is Kind.VIOLATION:
            kept = (assume(each.keep.period, case).value for each in stored for case in self.when or ALWAYS)
            text = message(
                "After {data} is deleted at {node}, it or what derives from it stays at {copies} ({periods})",
                periods=tuple(dict.fromkeys(period for period in kept if period is not None)),
                **given,
            )
            return Hit(text, first, place=said.place, related=related, statement=said, when=self.when)
        text = in_words(
            message("How long {data} stays in the backup at {copies} after its deletion at {node}", **given), said
        )
        return Hit(
            text, first, kind=self.kind, severity=severity_of(said), place=said.place, related=related, statement=said
        )


def _of_item(facts: Facts, item: str) -> Iterator[_Outliving]:
    for body in bodies(facts, item)[:1]:
        for copy in copies(facts, item):
            said = copy.keep.period
            if form(copy) == "backup" and not said.is_stated and not said.alternatives:
                if not copy.delete.when.is_stated:
                    yield _Outliving(body, kind_of(said), (), {copy.id: copy}, {item: None})
            elif cases := _outlives(copy, body):
                when = () if cases == ALWAYS else cases
                yield _Outliving(body, Kind.VIOLATION, when, {copy.id: copy}, {item: None})


def _outlives(copy: Storage, body: Storage) -> tuple[Case, ...]:
    """Return the cases in which a copy stays when its body is deleted."""

    def stays(assumed: dict[str, int]) -> bool:
        kept, of_body = assume(copy.keep.period, assumed).value, assume(body.keep.period, assumed).value
        return kept is not None and _stays(copy, kept, body, of_body)

    return holding(decide([copy.keep.period, body.keep.period], stays, otherwise=False))


def _stays(copy: Storage, kept: Period, body: Storage, of_body: Period | None) -> bool:
    if of_body is not None and of_body.kind == "indefinite":
        return False
    ends = of_body is not None or body.delete.when.is_stated
    if kept.kind == "indefinite":
        return ends
    if kept.days is None:
        return False
    if of_body is not None and of_body.days is not None and kept.days > of_body.days:
        return True
    if copy.delete.when.is_stated:
        return False
    return form(copy) == "backup" or (ends and (of_body is None or of_body.kind == "event"))
