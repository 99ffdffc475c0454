"""Which data newly leaves an organisation, a tier or a country, or newly crosses an open network?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.changes.change import Aspect, Change, Direction, versus
from dataflow_assess.changes.version import Version, name_of, quoted
from dataflow_assess.errors import Place
from dataflow_assess.facts import Border
from dataflow_assess.findings import Subject
from dataflow_assess.messages import message
from dataflow_assess.model import Hop, Statement

_BORDERS = (Border.ORGANISATION, Border.TIER, Border.COUNTRY, Border.OPEN_NETWORK)
_Key = tuple[Border, str, str, bool]
"""The border, its two sides, and whether it is certain that it is crossed."""


@attrs.frozen
class _Crossed:
    """What crosses one border from one side to the other.

    Attributes:
        before, after: the two sides, for people.
        hop: the first hop that crosses it.
        items: names of the items by identifier.
    """

    before: object
    after: object
    hop: Hop
    items: dict[str, str]

    @property
    def place(self) -> Place:
        """Where the hop stands."""
        return self.hop.place


def border_changes(old: Version, new: Version) -> Iterator[Change]:
    """Yield each border that is newly crossed or crossed no longer, and what newly crosses one that was."""
    for key, before, after in versus(
        _crossed(old), _crossed(new), lambda one, other: one.items.keys() == other.items.keys()
    ):
        if before is None and after is not None:
            yield _change(key, after, Direction.NEW, after.items)
        elif after is None and before is not None:
            yield _change(key, before, Direction.GONE, before.items)
        elif before is not None and after is not None:
            more = {item: name for item, name in after.items.items() if item not in before.items}
            less = {item: name for item, name in before.items.items() if item not in after.items}
            if more:
                yield _change(key, after, Direction.NEW, more)
            if less:
                yield _change(key, before, Direction.GONE, less)


def _crossed(version: Version) -> dict[_Key, _Crossed]:
    found: dict[_Key, _Crossed] = {}
    for crossing in version.facts.crossings:
        items = [item for item in version.graph.data_on(crossing.hop) if item in version.personal]
        if crossing.border not in _BORDERS or not items:
            continue
        section = {Border.ORGANISATION: "parties", Border.OPEN_NETWORK: "zones"}.get(crossing.border)
        sections = () if section is None else (section,)
        sides = [quoted(version.said(said, *sections)) for said in (crossing.before, crossing.after)]
        key = (crossing.border, str(sides[0]), str(sides[1]), crossing.certain)
        hop = crossing.hop
        shown = [
            _shown(version, crossing.border, said, end)
            for said, end in ((crossing.before, hop.source), (crossing.after, hop.target))
        ]
        held = found.setdefault(key, _Crossed(shown[0], shown[1], crossing.hop, {}))
        held.items.update({version.id("data", item): version.graph.item(item).label for item in items})
    return found


def _shown(version: Version, border: Border, said: Statement[object], end: str) -> object:
    """Return how a side is called: by its party, tier or country, and by the node where nobody says whose it is."""
    if border is Border.ORGANISATION and said.value is None:
        return version.graph.node(end).label
    return name_of(version, quoted(said))


def _change(key: _Key, crossed: _Crossed, direction: Direction, items: dict[str, str]) -> Change:
    border = key[0]
    given = {"items": tuple(items.values()), "before": crossed.before, "after": crossed.after}
    if direction is Direction.NEW:
        texts = {
            Border.ORGANISATION: message("{items} newly goes from {before} to {after}", **given),
            Border.TIER: message("{items} newly crosses from the tier {before} into {after}", **given),
            Border.COUNTRY: message("{items} newly leaves the country: from {before} to {after}", **given),
            Border.OPEN_NETWORK: message("{items} newly crosses an open network ({after})", **given),
        }
    else:
        texts = {
            Border.ORGANISATION: message("{items} no longer goes from {before} to {after}", **given),
            Border.TIER: message("{items} no longer crosses from the tier {before} into {after}", **given),
            Border.COUNTRY: message("{items} no longer leaves the country: from {before} to {after}", **given),
            Border.OPEN_NETWORK: message("{items} no longer crosses an open network ({after})", **given),
        }
    subject = Subject(border.value, f"{key[1]} → {key[2]}", crossed.hop.label)
    text = (
        texts[border]
        if key[3]
        else message("{change} (possibly: it is not stated for both sides)", change=texts[border])
    )
    return Change(Aspect.CROSSING, direction, subject, text, crossed.place)
