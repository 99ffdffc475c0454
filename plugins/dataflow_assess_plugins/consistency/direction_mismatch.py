"""DIA-01: do the papers or a figure show an exchange in the wrong direction, or in one direction only?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import Facts, Flow, Hit, Hop, Message, Paper, Related, Severity, path, rule, subject_of
from dataflow_assess_plugins.consistency.versions import differing, quoted, versions
from dataflow_assess_plugins.gaps import options
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "DIA-01",
    title=message("Direction differs"),
    severity=Severity.WARNING,
    sources=sources("council-practice"),
)
def direction_mismatch(facts: Facts) -> Iterator[Hit]:
    """The papers or a figure show an exchange in one direction, and it runs in the other, or in both.

    What:
        The direction that is stated for a flow is compared with what the papers say elsewhere or said before it was
        corrected, and each segment with the arrows of the figures. A request and its reply are one finding.
    Why:
        An arrow that is missing hides a transfer: nobody asks how that direction is protected or who receives.
    Quiet:
        Where a figure shows no arrow at all between the two ends (DIA-02), where its arrows are not listed, and for
        segments that run in the directions shown.
    Ask:
        Does data also travel back on this way?
    Bad:
        flows:
          安否確認: {data: 安否情報, exchange: {value: two-way, also: [{value: one-way}]}, hops: [端末 -> クラウド]}
    Good:
        flows:
          安否確認: {data: 安否情報, exchange: two-way, hops: [端末 -> クラウド]}
    Remedy:
        Correct the arrow in the figure and the words in the papers, and describe the other direction as well.
    """
    found: dict[str, list[Hit]] = {}
    for flow in facts.system.flows:
        exchange = facts.graph.exchanges[flow.id]
        found.setdefault(exchange, []).extend((*_told(facts, flow), *_drawn(facts, flow)))
    for hits in found.values():
        if hits:
            further = (
                related
                for hit in hits[1:]
                for related in (
                    Related(hit.message, hit.place or hit.element.place, subject_of(hit.element)),
                    *hit.related,
                )
            )
            yield attrs.evolve(hits[0], related=(*hits[0].related, *further))


def _told(facts: Facts, flow: Flow) -> Iterator[Hit]:
    """Yield where the papers give another direction in words."""
    for said, case in options(flow.exchange):
        others = differing(said) if said.value is not None else []
        if others:
            yield Hit(
                message(
                    "“{flow}” is {direction}, but the papers also say {others}",
                    flow=flow.label,
                    direction=said.value,
                    others=tuple(quoted(other) for other in others),
                ),
                flow,
                place=said.place,
                trace=path(facts, flow.hops),
                statement=said,
                when=(case,) if case else (),
            )


def _drawn(facts: Facts, flow: Flow) -> Iterator[Hit]:
    """Yield where the arrows of a figure run otherwise than the segments; once a figure."""
    for paper in facts.system.papers:
        for arrows in versions(paper.arrows):
            drawn = frozenset(arrows.value or ())
            wrong = [(hop, said) for hop in flow.hops if (said := _wrong(facts, hop, paper, drawn))]
            if wrong:
                yield Hit(
                    wrong[0][1],
                    flow,
                    place=wrong[0][0].place,
                    related=tuple(Related(said, hop.place, subject_of(hop)) for hop, said in wrong[1:]),
                    trace=path(facts, [hop for hop, _ in wrong]),
                    statement=arrows,
                )


def _wrong(facts: Facts, hop: Hop, paper: Paper, arrows: frozenset[str]) -> Message | None:
    """Return what a figure shows otherwise of one segment, or None."""
    flow = facts.graph.flow(hop.flow)
    there, back = f"{hop.source} → {hop.target}", f"{hop.target} → {hop.source}"
    given = {"paper": paper.label, "flow": flow.label}
    if back in arrows and there not in arrows:
        return message("{paper} shows only {shown}, but “{flow}” runs {other}", shown=back, other=there, **given)
    exchange = flow.exchange.known()
    both_ways = exchange is not None and exchange.en == "two-way"
    if both_ways and there in arrows and back not in arrows and not facts.graph.hops_between(hop.target, hop.source):
        return message("{paper} shows only {shown}, but “{flow}” runs both ways", shown=there, **given)
    return None
