"""Where was protection lost or gained, on the way and at rest?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.changes.change import Aspect, Change, Direction, versus
from dataflow_assess.changes.version import Version
from dataflow_assess.errors import Place
from dataflow_assess.facts import Protection
from dataflow_assess.facts.exposure import state_of
from dataflow_assess.findings import Subject
from dataflow_assess.messages import message
from dataflow_assess.model import Hop, Storage
from dataflow_assess.wording import PROTECTIONS

_SAFEST_FIRST = (
    Protection.ENCRYPTED,
    Protection.WITHHELD,
    Protection.NOT_STATED,
    Protection.UNDECIDED,
    Protection.TO_CONFIRM,
    Protection.DISAGREES,
    Protection.PLAINTEXT,
)
"""Every way of being unknown lies between encrypted and plaintext."""
_OPEN = frozenset(_SAFEST_FIRST[1:-1])


@attrs.frozen
class _State:
    """The protection of one item at one place of the graph."""

    protection: Protection
    item: str
    place: Place | None


def protection_changes(old: Version, new: Version) -> Iterator[Change]:
    """Yield where items that travel or rest in both versions are protected otherwise; one change a place and state."""
    yield from _grouped(_travelling(old), _travelling(new), "hop")
    yield from _grouped(_resting(old), _resting(new), "storage")


_States = dict[tuple[str, str, str], _State]
"""(identifier of the hop or node, its name, identifier of the item) → state."""


def _travelling(version: Version) -> _States:
    found: _States = {}
    hops: dict[str, Hop] = {hop.id: hop for hop in version.graph.hops()}
    for (hop_id, item), exposure in version.facts.exposure.items():
        if item in version.personal:
            hop = hops[hop_id]
            own = version.hop(hop)
            state = _State(exposure.protection, version.graph.item(item).label, exposure.statement.place or hop.place)
            found[own, hop.label, version.id("data", item)] = state
    return found


def _resting(version: Version) -> _States:
    found: _States = {}
    for storage in version.system.storage:
        node = version.graph.node(storage.node)
        for item in storage.data:
            if item in version.personal:
                place = storage.at_rest.place or storage.place
                state = _State(state_of(storage.at_rest), version.graph.item(item).label, place)
                found[_own(version, storage), node.label, version.id("data", item)] = state
    return found


def _own(version: Version, storage: Storage) -> str:
    form = storage.form.value
    return f"{version.id('nodes', storage.node)} {form.en if form else ''}".strip()


def _grouped(old: _States, new: _States, kind: str) -> Iterator[Change]:
    before = {(where, item): state for (where, _, item), state in old.items()}
    after = {(where, item): state for (where, _, item), state in new.items()}
    names = {where: name for where, name, _ in (*old, *new)}
    groups: dict[tuple[str, Protection, Protection], list[_State]] = {}
    for (where, _), was, now in versus(before, after, lambda one, other: one.protection is other.protection):
        if was is not None and now is not None:
            groups.setdefault((where, was.protection, now.protection), []).append(now)
    for (where, was_so, now_so), states in groups.items():
        items = tuple(state.item for state in states)
        given = {"where": names[where], "items": items, "before": PROTECTIONS[was_so], "after": PROTECTIONS[now_so]}
        text = message("Encryption of {items} on {where}: {before}, now {after}", **given)
        if kind == "storage":
            text = message("Encryption of {items} at rest in {where}: {before}, now {after}", **given)
        subject = Subject(kind, where, names[where])
        direction = _direction(was_so, now_so)
        yield Change(
            Aspect.PROTECTION, direction, subject, text, states[0].place, PROTECTIONS[was_so], PROTECTIONS[now_so]
        )


def _direction(was: Protection, now: Protection) -> Direction:
    """Return whether protection was lost; between two ways of not knowing, or with paper, it only changed."""
    if {was, now} <= _OPEN or Protection.NOT_ELECTRONIC in (was, now):
        return Direction.CHANGED
    return Direction.WORSE if _SAFEST_FIRST.index(now) > _SAFEST_FIRST.index(was) else Direction.BETTER
