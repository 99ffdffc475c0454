"""What newly rests where, for how long now, and how is it deleted now?"""

from collections.abc import Iterator
from math import inf
from typing import Any

import attrs

from dataflow_assess.changes.change import Aspect, Change, Direction, versus
from dataflow_assess.changes.version import Version, identity, quoted, towards
from dataflow_assess.findings import Subject
from dataflow_assess.messages import Message, message
from dataflow_assess.model import Period, Statement, Storage

_Key = tuple[str, str, str]
"""Node, item and form, by identifier."""


@attrs.frozen
class _Kept:
    """One item at rest in one form at one node."""

    storage: Storage
    node: str
    item: str
    deleted_by: Statement[str]


def keeping_changes(old: Version, new: Version) -> Iterator[Change]:
    """Yield what newly rests or rests no longer, longer or shorter retention, and changed deletion."""
    before, after = _kept(old), _kept(new)
    for key, was, now in versus(before, after, lambda one, other: _terms(one) == _terms(other)):
        subject = Subject("storage", " ".join(filter(None, key)), (now or was or after[key]).node)
        if was is None and now is not None:
            period = quoted(now.storage.keep.period)
            text = message(
                "{item} newly rests in {node} (retention: {period})", item=now.item, node=now.node, period=period
            )
            yield Change(Aspect.STORAGE, Direction.NEW, subject, text, now.storage.place, None, period)
        elif now is None and was is not None:
            text = message("{item} no longer rests in {node}", item=was.item, node=was.node)
            yield Change(Aspect.STORAGE, Direction.GONE, subject, text, was.storage.place)
        elif was is not None and now is not None:
            yield from _retention(subject, was, now)
            yield from _deletion(subject, was, now)


def _kept(version: Version) -> dict[_Key, _Kept]:
    found: dict[_Key, _Kept] = {}
    for storage in version.system.storage:
        form = storage.form.value
        for item in storage.data:
            if item in version.personal:
                key = (version.id("nodes", storage.node), version.id("data", item), form.en if form else "")
                labels = version.graph.node(storage.node).label, version.graph.item(item).label
                by = version.said(storage.delete.by, "parties", "nodes")
                found.setdefault(key, _Kept(storage, *labels, by))
    return found


def _terms(kept: _Kept) -> object:
    keep, delete = kept.storage.keep, kept.storage.delete
    said = (keep.period, keep.start, keep.extension, kept.deleted_by, delete.when, delete.how, delete.verify)
    return tuple(identity(each) for each in said)


def _retention(subject: Subject, was: _Kept, now: _Kept) -> Iterator[Change]:
    before, after = was.storage.keep, now.storage.keep
    longer, further = _longer(before.period, after.period), _longer(before.extension, after.extension)
    matters: tuple[tuple[Message, Statement[Any], Statement[Any], Direction], ...] = (
        (message("period of retention"), before.period, after.period, longer),
        (message("begin of the period"), before.start, after.start, Direction.CHANGED),
        (message("longest extension"), before.extension, after.extension, further),
    )
    for what, one, other, direction in matters:
        if identity(one) != identity(other):
            given = {"item": now.item, "node": now.node, "what": what, "before": quoted(one), "after": quoted(other)}
            text = message("{item} in {node}, {what}: {before}, now {after}", **given)
            place = other.place or now.storage.place
            yield Change(Aspect.RETENTION, direction, subject, text, place, quoted(one), quoted(other))


def _days(said: Statement[Period]) -> float | None:
    """Return for how many days something is kept at most; None where no number says."""
    period = said.known()
    if period is None:
        return None
    return inf if period.kind == "indefinite" else period.days


def _longer(before: Statement[Period], after: Statement[Period]) -> Direction:
    """Return which way a period changed: a statement that is dropped is worse, one that fills a silence is better."""
    one, other = _days(before), _days(after)
    if inf not in (one, other) and before.is_silent != after.is_silent:
        return towards(before, after)
    if one is None or other is None or one == other:
        return Direction.CHANGED
    return Direction.WORSE if other > one else Direction.BETTER


def _deletion(subject: Subject, was: _Kept, now: _Kept) -> Iterator[Change]:
    before, after = was.storage.delete, now.storage.delete
    matters = (
        (message("who deletes"), was.deleted_by, now.deleted_by),
        (message("time of deletion"), before.when, after.when),
        (message("how it is deleted"), before.how, after.how),
        (message("how deletion is verified"), before.verify, after.verify),
    )
    for what, one, other in matters:
        if identity(one) != identity(other):
            given = {"item": now.item, "node": now.node, "what": what, "before": quoted(one), "after": quoted(other)}
            text = message("{item} in {node}, {what}: {before}, now {after}", **given)
            place = other.place or now.storage.place
            yield Change(Aspect.DELETION, towards(one, other), subject, text, place, quoted(one), quoted(other))
