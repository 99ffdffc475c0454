"""Does a finding stand where its subject, or the statement that it is about, stands in the file?"""

from collections.abc import Iterator

from dataflow_assess.errors import Place
from dataflow_assess.findings import Finding, Subject
from dataflow_assess.model import Element, System
from dataflow_assess.model.matters import elements
from dataflow_assess.rules import subject_of


def misplaced(system: System, findings: tuple[Finding, ...]) -> list[str]:
    """Return what is wrong with the places of findings, in words; nothing when all are right."""
    lines = system.text.splitlines()
    known: dict[Subject, list[Element]] = {}
    for element in _all(system):
        known.setdefault(subject_of(element), []).append(element)
    found: list[str] = []
    for finding in findings:
        told = f"{finding.rule} on {finding.subject.id} at {finding.place}"
        places = (finding.place, *(related.place for related in finding.related))
        found.extend(f"{told}: {place} is not in the file" for place in places if not _in_file(place, lines))
        holders = known.get(finding.subject, [])
        said = finding.statement.place if finding.statement is not None else None
        if not holders:
            found.append(f"{told}: nothing in the description has this subject")
        elif not any(_holds(holder, finding.place, lines) for holder in holders) and finding.place != said:
            found.append(f"{told}: neither its subject nor its statement stands there")
    return found


def _all(system: System) -> Iterator[Element]:
    yield system
    yield system.overview.council
    yield from elements(system)


def _in_file(place: Place, lines: list[str]) -> bool:
    return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1


def _holds(element: Element, place: Place, lines: list[str]) -> bool:
    """Tell whether a place lies in the lines of an element: from its head to the next line that is no deeper."""
    if isinstance(element, System):
        return True
    first = element.place.line
    if place.line < first:
        return False
    head = lines[first - 1]
    depth = len(head) - len(head.lstrip(" "))
    inside = lines[first : place.line]
    return all(not line.strip() or len(line) - len(line.lstrip(" ")) > depth for line in inside)
