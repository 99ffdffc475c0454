"""Which items of personal data came, went, hold more, or serve another purpose?"""

from collections.abc import Iterator

from dataflow_assess.changes.change import Aspect, Change, Direction, versus
from dataflow_assess.changes.version import Version, identity, quoted, towards
from dataflow_assess.findings import Subject
from dataflow_assess.messages import message
from dataflow_assess.model import DataItem, Statement


def content_changes(old: Version, new: Version) -> Iterator[Change]:
    """Yield new and dropped items, what an item newly contains, new legal categories and changed purposes."""
    before, after = _items(old), _items(new)
    for key, was, now in versus(before, after, lambda one, other: one is other):
        if was is None and now is not None:
            text = message("New item of personal data: {item}", item=now.label)
            yield Change(Aspect.DATA, Direction.NEW, _subject(key, now), text, now.place)
        elif now is None and was is not None:
            text = message("No longer an item of personal data: {item}", item=was.label)
            yield Change(Aspect.DATA, Direction.GONE, _subject(key, was), text, was.place)
        elif was is not None and now is not None:
            yield from _inside(_subject(key, now), was, now)


def _items(version: Version) -> dict[str, DataItem]:
    return {version.id("data", item.id): item for item in version.system.data if item.personal}


def _subject(key: str, item: DataItem) -> Subject:
    return Subject("data", key, item.label)


def _inside(subject: Subject, was: DataItem, now: DataItem) -> Iterator[Change]:
    parts: tuple[tuple[object, Statement[tuple[object, ...]], Statement[tuple[object, ...]]], ...] = (
        (message("items contained"), was.items, now.items),
        (message("legal categories"), was.categories, now.categories),
        (message("whose data it is"), was.subjects, now.subjects),
    )
    for what, one, other in parts:
        more, less = _without(other, one), _without(one, other)
        place = other.place or now.place
        if more:
            text = message("{item}, {what}: newly {parts}", item=subject.name, what=what, parts=more)
            yield Change(Aspect.DATA, Direction.NEW, subject, text, place, None, more)
        if less:
            text = message("{item}, {what}: no longer {parts}", item=subject.name, what=what, parts=less)
            yield Change(Aspect.DATA, Direction.GONE, subject, text, place, less, None)
    for what, one_said, other_said in (
        (message("purpose of use"), was.purpose, now.purpose),
        (message("basis of use"), was.basis, now.basis),
    ):
        if identity(one_said) != identity(other_said):
            given = {"item": subject.name, "what": what, "before": quoted(one_said), "after": quoted(other_said)}
            text = message("{item}, {what}: {before}, now {after}", **given)
            place = other_said.place or now.place
            direction = towards(one_said, other_said)
            yield Change(Aspect.PURPOSE, direction, subject, text, place, quoted(one_said), quoted(other_said))


def _without(said: Statement[tuple[object, ...]], other: Statement[tuple[object, ...]]) -> tuple[object, ...]:
    """Return what one statement lists and the other does not."""
    listed = other.value or ()
    return tuple(each for each in said.value or () if each not in listed)
