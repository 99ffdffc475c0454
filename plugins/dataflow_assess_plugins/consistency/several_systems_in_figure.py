"""DIA-05: does one figure show several systems as if they were one?"""

from collections.abc import Iterator
from itertools import combinations

from dataflow_assess.plugin import Facts, Flow, Hit, Node, Paper, Related, Severity, Storage, rule, subject_of
from dataflow_assess_plugins.consistency.versions import is_figure, listed
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_COPIES = ("backup", "copy", "derived", "temporary", "cache", "log")


@rule(
    "DIA-05",
    title=message("Several systems in one figure"),
    severity=Severity.INFO,
    sources=sources("council-practice"),
)
def several_systems_in_figure(facts: Facts) -> Iterator[Hit]:
    """One figure shows systems side by side that different vendors run, or that keep the same data differently long.

    What:
        Two systems stand side by side when they hold the same items and no flow leads from one to the other. Figures
        that show the same systems are one finding.
    Why:
        Questions on vendor, place, retention and deletion have two answers, and the figure suggests one.
    Quiet:
        For systems of one vendor with the same retention, for backups and other copies, for a chain in which data
        travels from one to the other, and where the elements of the figure are not listed.
    Ask:
        Is this one system or several, and what differs between them?
    Bad:
        papers:
          情報の流れの図: {kind: figure, shows: [学童用クラウド, 保育所用クラウド]}
    Good:
        papers:
          学童の図: {kind: figure, shows: [学童用クラウド]}
          保育所の図: {kind: figure, shows: [保育所用クラウド]}
    Remedy:
        Draw one figure for each system, with its vendor and its retention period.
    """
    pairs = list(_side_by_side(facts))
    found: dict[tuple[str, ...], list[Paper]] = {}
    for paper in facts.system.papers:
        if is_figure(paper):
            shown = set(paper.shows.value or ())
            together = (end.id for pair in pairs if {node.id for node in pair} <= shown for end in pair)
            found.setdefault(tuple(dict.fromkeys(together)), []).append(paper)
    for nodes, papers in found.items():
        if nodes:
            yield _hit([facts.graph.node(node) for node in nodes], papers)


def _hit(nodes: list[Node], papers: list[Paper]) -> Hit:
    further = (
        Related(message("also {paper}", paper=paper.label), paper.place, subject_of(paper)) for paper in papers[1:]
    )
    systems = (
        Related(message("one of them: {system}", system=node.label), node.place, subject_of(node), context=True)
        for node in nodes
    )
    return Hit(
        message(
            "{systems} stand in one figure ({paper}), though vendor or retention differ",
            paper=tuple(paper.label for paper in papers),
            systems=listed([node.label for node in nodes]),
        ),
        papers[0],
        place=papers[0].shows.place,
        related=(*further, *systems),
        statement=papers[0].shows,
    )


def _side_by_side(facts: Facts) -> Iterator[tuple[Node, Node]]:
    """Yield two nodes each that hold the same items, are not joined, and differ in vendor or retention."""
    holding: dict[str, list[Storage]] = {}
    for storage in facts.system.storage:
        form = storage.form.known()
        for item in storage.data if form is None or form.en not in _COPIES else ():
            if facts.graph.item(item).personal:
                holding.setdefault(item, []).append(storage)
    seen = set()
    for storages in holding.values():
        for one, other in combinations(storages, 2):
            pair = (one.node, other.node)
            if one.node != other.node and pair not in seen and _differ(facts, one, other):
                seen.add(pair)
                yield facts.graph.node(one.node), facts.graph.node(other.node)


def _differ(facts: Facts, one: Storage, other: Storage) -> bool:
    if any(_leads(flow, one.node, other.node) or _leads(flow, other.node, one.node) for flow in facts.system.flows):
        return False
    vendors = {facts.graph.operator_of(facts.graph.node(each.node)).known() for each in (one, other)}
    periods = {each.keep.period.known() for each in (one, other)}
    controller = facts.system.overview.controller
    two_vendors = len(vendors) == 2 and not vendors & {None, controller}
    return two_vendors or (len(periods) == 2 and None not in periods)


def _leads(flow: Flow, source: str, target: str) -> bool:
    """Tell whether a flow leads from one node to another, over any number of segments."""
    reached = {source}
    for hop in flow.hops:
        if hop.source in reached:
            reached.add(hop.target)
    return target in reached - {source}
