"""Which letter has each group of findings, and what does it stand at?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.picture import Finding
from dataflow_assess.drawing.tables import circled
from dataflow_assess.findings import Finding as Found
from dataflow_assess.findings import Kind, Severity, Subject
from dataflow_assess.messages import message, said
from dataflow_assess.wording import SEVERITIES


def lettered(assessment: Assessment, numbers: set[int], nodes: set[str], lang: str) -> tuple[Finding, ...]:
    """Return one lettered row for each rule, kind and severity that concerns something in view.

    Letters are given over the whole system, so that they are the same in every view of it.

    Args:
        assessment: what is drawn.
        numbers: the numbers of the arrows in view.
        nodes: the identifiers of the cards in view.
        lang: "ja" or "en".
    """
    whole = (set(assessment.graph.numbers.values()), {node.id for node in assessment.system.nodes}) == (numbers, nodes)
    rows = []
    for letter, group in by_letter(assessment).items():
        marked = [_marked(assessment, found).within(numbers, nodes, whole=whole) for found in group]
        if in_view := [each for each in marked if each is not None]:
            rows.append(_row(assessment, letter, in_view, lang))
    return tuple(rows)


def by_letter(assessment: Assessment) -> dict[str, tuple[Found, ...]]:
    """Return the findings that share each letter: those of one rule, kind and severity, the weightiest first."""
    groups: dict[tuple[str, Kind, Severity], list[Found]] = {}
    for found in assessment.open_findings:
        groups.setdefault((found.rule, found.kind, found.severity), []).append(found)
    order = list(Severity)
    ranked = sorted(groups.items(), key=lambda group: (order.index(group[0][2]), group[0][0]))
    return {_letter(index): tuple(group) for index, (_key, group) in enumerate(ranked)}


@attrs.frozen
class _Marked:
    """A finding with the arrows and cards at which it is marked."""

    found: Found
    arrows: tuple[int, ...]
    cards: tuple[str, ...]

    def within(self, numbers: set[int], nodes: set[str], *, whole: bool) -> "_Marked | None":
        """Return what of it is in view; what is marked nowhere belongs to the whole system alone."""
        arrows = tuple(number for number in self.arrows if number in numbers)
        cards = tuple(card for card in self.cards if card in nodes)
        return _Marked(self.found, arrows, cards) if arrows or cards or whole else None


def _row(assessment: Assessment, letter: str, group: list[_Marked], lang: str) -> Finding:
    arrows = tuple(sorted({number for marked in group for number in marked.arrows}))
    cards = tuple(dict.fromkeys(card for marked in group for card in marked.cards))
    where: list[object] = ["".join(map(circled, arrows))] if arrows else []
    where += [assessment.graph.node(card).label for card in cards]
    where += _unmarked(assessment, [marked.found.subject for marked in group if not (marked.arrows or marked.cards)])
    return Finding(
        letter=letter,
        severity=SEVERITIES[group[0].found.severity].text(lang),
        where=said(where, lang),
        message=_sentence(assessment, [marked.found for marked in group], lang),
        arrows=arrows,
        cards=cards,
        details=tuple(dict.fromkeys(marked.found.message.text(lang) for marked in group)) if len(group) > 1 else (),
    )


_TOLD = {
    "condition": message("Opinion"),
    "question": message("Question"),
    "claim": message("General statement"),
    "measure": message("Measure"),
    "incident": message("Incident"),
}
"""What is known by a whole sentence, and by its number where a few words must do; its section is called the plural."""
_WHOLE = message("The whole system")


def _unmarked(assessment: Assessment, subjects: list[Subject]) -> Iterator[object]:
    """Yield in a few words what stands nowhere on the diagram, each once."""
    counted: dict[str, dict[str, None]] = {}
    for subject in dict.fromkeys(subjects):
        section = [each.id for each in getattr(assessment.system, f"{subject.kind}s", ())]
        if subject.kind in _TOLD and subject.id in section:
            own = [str(section.index(subject.id) + 1)] if len(section) > 1 else []
            counted.setdefault(subject.kind, {}).update(dict.fromkeys(own))
        elif subject.kind == "system":
            counted.setdefault(subject.kind, {})
        else:
            yield subject.name
    for kind, numbers in counted.items():
        what = _TOLD.get(kind, _WHOLE)
        yield message("{what} {numbers}", what=what, numbers=tuple(numbers)) if numbers else what


def _sentence(assessment: Assessment, group: list[Found], lang: str) -> str:
    if len(group) == 1:
        return group[0].message.text(lang)
    rule = assessment.rules[group[0].rule]
    return message("{title} ({count} places)", title=rule.title, count=len(group)).text(lang)


def _marked(assessment: Assessment, found: Found) -> _Marked:
    subjects = [found.subject, *(each.subject for each in found.related if each.subject and not each.context)]
    numbers = assessment.graph.numbers
    arrows = dict.fromkeys(numbers[each.id] for each in subjects if each.kind == "hop" and each.id in numbers)
    if found.subject.kind == "flow":
        arrows |= dict.fromkeys(numbers[hop.id] for hop in assessment.graph.flow(found.subject.id).hops)
    return _Marked(found, tuple(arrows), tuple(dict.fromkeys(_cards(assessment, found))))


def _cards(assessment: Assessment, found: Found) -> Iterator[str]:
    if found.subject.kind == "node":
        yield found.subject.id
    elif found.subject.kind == "storage":
        ids = {found.subject.id, *(each.subject.id for each in found.related if each.subject)}
        yield from (storage.node for storage in assessment.system.storage if storage.id in ids)


def _letter(index: int) -> str:
    """Return A … Z, AA, AB …"""
    before, last = divmod(index, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)
