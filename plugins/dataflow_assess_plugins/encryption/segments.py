"""How are hops with the same fault gathered, so that one statement about a path is one finding?"""

from collections.abc import Callable, Hashable, Iterable, Iterator

import attrs

from dataflow_assess.plugin import Exposure, Facts, Hop, Protection, Related, subject_of
from dataflow_assess_plugins.texts import message

When = tuple[tuple[tuple[str, int], ...], ...]


@attrs.frozen
class Segment:
    """A hop with the personal data that crosses it in one state.

    Attributes:
        hop: the hop.
        data: identifiers of the items in that state.
        when: the assumptions under which they are; empty when always.
    """

    hop: Hop
    data: tuple[str, ...]
    when: When


def in_state(facts: Facts, protection: Protection) -> Iterator[Segment]:
    """Yield each hop on which personal data is, or may turn out to be, in the state ``protection``."""
    found: dict[str, list[Exposure]] = {}
    for (hop_id, item), exposure in facts.exposure.items():
        if facts.graph.item(item).personal and exposure.when(protection):
            found.setdefault(hop_id, []).append(exposure)
    for exposed in found.values():
        whens = dict.fromkeys(when for exposure in exposed for when in exposure.when(protection))
        always = () in whens
        yield Segment(exposed[0].hop, tuple(e.data for e in exposed), () if always else tuple(whens))


def runs(segments: Iterable[Segment], key: Callable[[Segment], Hashable]) -> Iterator[list[Segment]]:
    """Yield the segments that follow one another in a flow and agree in ``key``."""
    run: list[Segment] = []
    for segment in segments:
        if run and not (_continues(run[-1].hop, segment.hop) and key(run[-1]) == key(segment)):
            yield run
            run = []
        run.append(segment)
    if run:
        yield run


def _continues(before: Hop, after: Hop) -> bool:
    return before.flow == after.flow and after.index == before.index + 1 and before.target == after.source


def by_key(segments: Iterable[Segment], key: Callable[[Segment], Hashable]) -> list[list[Segment]]:
    """Return the segments that agree in ``key``, in order of first appearance."""
    groups: dict[Hashable, list[Segment]] = {}
    for segment in segments:
        groups.setdefault(key(segment), []).append(segment)
    return list(groups.values())


def others(group: list[Segment]) -> tuple[Related, ...]:
    """Return all but the first segment as related places."""
    return tuple(
        Related(message("also {hop}", hop=segment.hop.label), segment.hop.place, subject_of(segment.hop))
        for segment in group[1:]
    )


def route(group: list[Segment]) -> str:
    """Return the nodes along a run, or the hops where they do not follow one another."""
    parts = [group[0].hop.label]
    for before, segment in zip(group, group[1:], strict=False):
        joined = before.hop.target == segment.hop.source
        parts.append(f" → {segment.hop.target}" if joined else f" / {segment.hop.label}")
    return "".join(parts)


def names(facts: Facts, group: Iterable[Segment]) -> tuple[str, ...]:
    """Return the names of the items concerned, once each."""
    items = dict.fromkeys(item for segment in group for item in segment.data)
    return tuple(facts.graph.item(item).label for item in items)
