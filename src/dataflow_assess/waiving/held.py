"""Which elements does each waiver cover, in a description or named by a list?"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.errors import Place
from dataflow_assess.model import Contract, Element, Hop, ListedWaiver, System, Waivable, Waiver
from dataflow_assess.model.matters import elements
from dataflow_assess.model.shapes import Part, Section, entries
from dataflow_assess.model.system import Overview
from dataflow_assess.reading.scalars import arrow
from dataflow_assess.rules import subject_of

Key = tuple[str, str]
"""Kind and identifier of a finding's subject."""


@attrs.frozen
class Held:
    """A waiver with what it covers.

    Attributes:
        waiver: the waiver.
        element: what it is written beside or names, for people.
        covers: the subjects whose findings it may waive; empty where it names nothing that is there.
    """

    waiver: Waiver
    element: str
    covers: frozenset[Key]


def described(assessment: Assessment) -> Iterator[Held]:
    """Yield the waivers that stand in the description; one at a chain of hops covers all of them."""
    found: dict[Place, list[tuple[Waivable, Waiver]]] = {}
    for element in elements(assessment.system):
        if isinstance(element, Waivable):
            for waiver in element.waive:
                found.setdefault(waiver.place, []).append((element, waiver))
    for held in found.values():
        covers = frozenset(key for element, _ in held for key in _covered(element))
        yield Held(_plain(held[0][1]), held[0][0].label, covers)


def listed(assessment: Assessment, waivers: Sequence[ListedWaiver]) -> Iterator[Held]:
    """Yield the waivers of a list with what they cover of this description."""
    if not waivers:
        return
    named = _named(assessment.system)
    for waiver in waivers:
        covers = frozenset(
            key for name in waiver.elements for element in _meant(name, named) for key in _covered(element)
        )
        yield Held(_plain(waiver), ", ".join(waiver.elements), covers)


def _plain(waiver: Waiver) -> Waiver:
    """Return the waiver with the identifier of its rule in the form in which rules have it."""
    return attrs.evolve(waiver, rule=waiver.rule.strip().upper())


def _named(system: System) -> dict[object, list[Element]]:
    """Return every element by its identifier, and hops and contracts by their ends too."""
    found: dict[object, list[Element]] = {}
    for element in elements(system):
        found.setdefault(element.id, []).append(element)
        if isinstance(element, Hop | Contract):
            found.setdefault((element.source, element.target), []).append(element)
    return found


def _meant(name: str, named: dict[object, list[Element]]) -> Iterable[Element]:
    if name.strip() in named:
        return named[name.strip()]
    return [element for ends in pairwise(arrow(name) or ()) for element in named.get(ends, ())]


def _covered(element: Element) -> Iterator[Key]:
    """Yield the element itself and all that is written within it."""
    if element.id:
        subject = subject_of(element)
        yield subject.kind, subject.id
    if isinstance(element, Overview):
        yield "system", "system"
    for name, declared in entries(type(element)).values():
        value = getattr(element, name)
        if isinstance(declared.shape, Part):
            yield from _covered(value)
        elif isinstance(declared.shape, Section):
            for each in value:
                yield from _covered(each)
