"""DIA-02: do the papers speak of elements that the figures do not show?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import (
    Element,
    Facts,
    Hit,
    Hop,
    Kind,
    Message,
    Paper,
    Related,
    Severity,
    Statement,
    elements,
    rule,
    statements,
    subject_of,
)
from dataflow_assess_plugins.consistency.versions import is_figure, listed
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@attrs.frozen
class _Gap:
    """Something that a paper does not show: its name, the element, and the statement that says so, if any."""

    name: str | Message
    element: Element
    said: Statement[object] | None = None


@rule(
    "DIA-02",
    title=message("Missing in a figure"),
    severity=Severity.WARNING,
    sources=sources("council-practice"),
)
def missing_in_figure(facts: Facts) -> Iterator[Hit]:
    """The papers or answers speak of a segment, a machine, a recipient or a step that a figure does not show.

    What:
        Looked for are segments between two elements of a figure that it does not join, machines with personal data and
        recipients of it that no figure shows, elements that a text names, and what is stated elsewhere but is said not
        to be in the figure. All that one paper does not show is one finding.
    Why:
        A council reads the figure first; what is not in it is not asked about.
    Quiet:
        Where the papers' elements are not listed at all, where another figure shows them, for what stands inside a
        place that is shown, for persons who only hand something over, and where just the direction is wrong (DIA-01).
        That no flow of the description leads to a recipient is another matter (PUR-02).
    Ask:
        Why is this not in the figure?
    Bad:
        papers:
          資料1の図: {kind: figure, shows: [窓口端末, 管理サーバ], missing: 目視確認の工程}
    Good:
        papers:
          資料1の図: {kind: figure, shows: [窓口端末, 管理サーバ, 確認端末]}
    Remedy:
        Add the missing element to the figure, or say in it what it leaves out on purpose.
    """
    figures = [paper for paper in facts.system.papers if is_figure(paper) and paper.shows.value]
    nowhere = list(_nowhere(facts, figures)) if figures else []
    for paper in facts.system.papers:
        gaps = [*_said_missing(paper), *_undrawn(facts, paper), *_said_not_shown(facts, paper)]
        if figures == [paper]:
            gaps.extend(nowhere)
        text = message("{paper} does not show {elements}", paper=paper.label, elements=_names(gaps))
        yield from _hits(text, paper, gaps)
    if len(figures) > 1:
        yield from _hits(message("No figure shows {elements}", elements=_names(nowhere)), figures[0], nowhere)


def _hits(text: Message, paper: Paper, gaps: list[_Gap]) -> Iterator[Hit]:
    if gaps:
        yield Hit(text, paper, kind=Kind.NOT_STATED, related=tuple(_places(paper, gaps)), statement=gaps[0].said)


def _names(gaps: list[_Gap]) -> tuple[str | Message, ...]:
    return listed([gap.name for gap in gaps])


def _places(paper: Paper, gaps: list[_Gap]) -> Iterator[Related]:
    for gap in gaps:
        place = gap.said.place if gap.said is not None and gap.said.place is not None else gap.element.place
        if gap.element is not paper:
            yield Related(message("not shown: {element}", element=gap.name), place, subject_of(gap.element))


def _said_missing(paper: Paper) -> Iterator[_Gap]:
    for name in paper.missing.value or ():
        yield _Gap(name, paper, paper.missing)


def _undrawn(facts: Facts, paper: Paper) -> Iterator[_Gap]:
    """Yield the segments between elements of a figure that it does not join in either direction."""
    arrows = set(paper.arrows.value or ())
    if not arrows:
        return
    ends = set(paper.shows.value or (end for arrow in arrows for end in arrow.split(" → ")))
    for hop in facts.graph.hops():
        joined = {f"{hop.source} → {hop.target}", f"{hop.target} → {hop.source}"} & arrows
        if not joined and hop.source in ends and hop.target in ends:
            yield _Gap(hop.label, hop)


def _said_not_shown(facts: Facts, paper: Paper) -> Iterator[_Gap]:
    """Yield what is stated of an element, but said not to be in this figure."""
    if not is_figure(paper):
        return
    for element in elements(facts.system):
        for matter, said in statements(element):
            for other in (*said.also, *said.corrects):
                if said.value is not None and other.is_silent and _names_paper(other, paper):
                    name = message("{matter} of {element}", matter=matter, element=element.label)
                    yield _Gap(name, element, said)


def _names_paper(said: Statement[object], paper: Paper) -> bool:
    return any(name in text for text in (said.text, *said.evidence) for name in (paper.id, paper.label))


def _nowhere(facts: Facts, figures: list[Paper]) -> Iterator[_Gap]:
    """Yield the elements that flows reach, data is provided to or a text names, and that no figure shows."""
    shown = {each for paper in figures for each in paper.shows.value or ()}
    named = {each for paper in facts.system.papers for each in paper.mentions}
    taking_part = _taking_part(facts)
    for node in facts.system.nodes:
        around = {zone.id for zone in facts.graph.zones_around(node.zone)}
        if node.id not in shown and (node.id in named or (node.id in taking_part and shown.isdisjoint(around))):
            yield _Gap(node.label, node)
    for each in (*facts.system.zones, *facts.system.parties, *facts.system.data, *facts.system.flows):
        if each.id in named - shown:
            yield _Gap(each.label, each)
    drawn = {facts.graph.organisation_of(node).value for node in facts.system.nodes if node.id in shown}
    met = shown | named | drawn
    for provision in facts.system.provisions:
        recipient = facts.graph.party(provision.target)
        if recipient.id not in met:
            yield _Gap(message("the provision to {recipient}", recipient=recipient.label), provision)


def _taking_part(facts: Facts) -> set[str]:
    """Return the nodes that personal data reaches, and the machines that send it or at which it rests."""
    hops: list[Hop] = [hop for hop in facts.graph.hops() if facts.graph.carries_personal_data(hop)]
    senders = {hop.source for hop in hops if not facts.graph.node(hop.source).is_a("person")}
    stores = {storage.node for storage in facts.system.storage if facts.graph.holds_personal_data(storage)}
    return senders | stores | {hop.target for hop in hops}
