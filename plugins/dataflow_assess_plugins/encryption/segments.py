"""How are hops with the same fault gathered, so that one statement about a path is one finding?"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import pairwise

import attrs

from dataflow_assess.plugin import (
    Case,
    Exposure,
    Facts,
    Hop,
    Message,
    Protection,
    Related,
    Statement,
    Term,
    assume,
    subject_of,
)
from dataflow_assess_plugins.left_open import stamped
from dataflow_assess_plugins.texts import message

SHOWN = 12
"""Most hops of a group that a sentence names; the others are related places."""


@attrs.frozen
class Segment:
    """A hop with the personal data that crosses it in one state.

    Attributes:
        hop: the hop.
        data: identifiers of the items in that state.
        when: the cases in which they are; empty when always.
    """

    hop: Hop
    data: tuple[str, ...]
    when: tuple[Case, ...]


def in_state(facts: Facts, protection: Protection) -> Iterator[Segment]:
    """Yield each hop on which personal data is, or may turn out to be, in the state ``protection``.

    Items for which that depends on different choices are segments of their own.
    """
    found: dict[tuple[str, tuple[Case, ...]], list[Exposure]] = {}
    for exposure in facts.exposed[protection]:
        found.setdefault((exposure.hop.id, stamped(exposure.when(protection))), []).append(exposure)
    for (_hop_id, when), exposed in found.items():
        yield Segment(exposed[0].hop, tuple(exposure.data for exposure in exposed), when)


def runs(segments: Iterable[Segment], key: Callable[[Segment], Hashable]) -> list[list[Segment]]:
    """Return the segments that follow one another in a flow and agree in ``key``, in order of their beginning."""
    found: list[list[Segment]] = []
    latest: dict[Hashable, list[Segment]] = {}
    for segment in segments:
        run = latest.get(key(segment))
        if run is None or not _continues(run[-1].hop, segment.hop):
            run = latest[key(segment)] = []
            found.append(run)
        run.append(segment)
    return found


def _continues(before: Hop, after: Hop) -> bool:
    return before.flow == after.flow and after.index == before.index + 1 and before.target == after.source


def by_key(segments: Iterable[Segment], key: Callable[[Segment], Hashable]) -> list[list[Segment]]:
    """Return the segments that agree in ``key``, in order of first appearance."""
    groups: dict[Hashable, list[Segment]] = {}
    for segment in segments:
        groups.setdefault(key(segment), []).append(segment)
    return list(groups.values())


def over_the_same_lines(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Return the segments of each flow, those of flows between the very same nodes, there or back, together."""
    of_flows = by_key(segments, lambda segment: (segment.hop.flow, segment.when))
    lines: dict[Hashable, list[Segment]] = {}
    for group in of_flows:
        between = frozenset(frozenset((segment.hop.source, segment.hop.target)) for segment in group)
        lines.setdefault((between, group[0].when), []).extend(group)
    return list(lines.values())


def others(group: list[Segment]) -> tuple[Related, ...]:
    """Return all but the first segment as related places."""
    return tuple(
        Related(message("also {hop}", hop=segment.hop.label), segment.hop.place, subject_of(segment.hop))
        for segment in group[1:]
    )


def route(group: list[Segment]) -> str | Message:
    """Return the names of the nodes along a run, or of the hops that do not follow; long ones are cut."""
    ways = list(dict.fromkeys(segment.hop.ends or (segment.hop.source, segment.hop.target) for segment in group))
    parts = [" → ".join(ways[0])]
    for before, way in pairwise(ways[:SHOWN]):
        parts.append(f" → {way[1]}" if before[1] == way[0] else f" / {' → '.join(way)}")
    shown = "".join(parts)
    if len(ways) <= SHOWN:
        return shown
    return message("{route} (and {count} more)", route=shown, count=len(ways) - SHOWN)


def said_of(facts: Facts, segment: Segment, item: str) -> Statement[Term]:
    """Return what decides the state of an item on a segment, where need be in the first of its alternatives."""
    said = facts.exposure[segment.hop.id, item].statement
    return assume(said, segment.when[0]) if segment.when else said


def names(facts: Facts, group: Iterable[Segment]) -> tuple[str, ...]:
    """Return the names of the items concerned, once each."""
    items = dict.fromkeys(item for segment in group for item in segment.data)
    return tuple(facts.graph.item(item).label for item in items)
