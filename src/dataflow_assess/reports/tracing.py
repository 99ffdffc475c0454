"""Where does a data item go, hop by hop, with its protection, who can read it, and where it rests?"""

from collections.abc import Iterator
from typing import Any

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.facts import Ending, Level, Protection, Residence, Role, Seer, Sight
from dataflow_assess.messages import Message, message, said
from dataflow_assess.model import Hop, Statement, Storage
from dataflow_assess.reports.excerpt import visible
from dataflow_assess.wording import LEVELS, PROTECTIONS, ROLES, STANDINGS


@attrs.frozen
class Tracing:
    """The way of one item.

    Attributes:
        data: identifier of the item.
        hops: the hops that carry it, in order of travel.
        at_node: who sees it at each node.
        on_hop: who sees it on the network of each hop.
        residence: where it rests.
    """

    data: str
    hops: tuple[Hop, ...]
    at_node: dict[str, tuple[Sight, ...]]
    on_hop: dict[str, tuple[Sight, ...]]
    residence: Residence


def trace(assessment: Assessment, data: str, start: str | None = None, end: str | None = None) -> Tracing:
    """Return the way of the item ``data``, only between two nodes where these are given.

    A hop is on the way from ``start`` to ``end`` when the item can get from the one to the hop and from the hop to
    the other; no path is enumerated.
    """
    graph = assessment.graph
    carrying = [hop for hop in graph.hops() if data in graph.data_on(hop)]
    if start is not None:
        reached = _closure(start, [(hop.source, hop.target) for hop in carrying])
        carrying = [hop for hop in carrying if hop.source in reached]
    if end is not None:
        reached = _closure(end, [(hop.target, hop.source) for hop in carrying])
        carrying = [hop for hop in carrying if hop.target in reached]
    at_node: dict[str, list[Sight]] = {}
    on_hop: dict[str, list[Sight]] = {}
    for seen in assessment.facts.visibility.values():
        for sight in seen.sights if seen.data == data else ():
            where = on_hop if isinstance(sight.element, Hop) else at_node
            where.setdefault(sight.element.id, []).append(sight)
    return Tracing(
        data,
        tuple(sorted(carrying, key=lambda hop: graph.numbers[hop.id])),
        {node: tuple(sights) for node, sights in at_node.items()},
        {hop: tuple(sights) for hop, sights in on_hop.items()},
        assessment.facts.residence[data],
    )


def _closure(start: str, arrows: list[tuple[str, str]]) -> set[str]:
    leaving: dict[str, list[str]] = {}
    for source, target in arrows:
        leaving.setdefault(source, []).append(target)
    reached, waiting = {start}, [start]
    while waiting:
        for target in leaving.get(waiting.pop(), ()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached


def render_text(assessment: Assessment, way: Tracing, lang: str) -> str:
    """Return the way as text: each hop with its number as in the diagram, then what rests where."""
    item = assessment.graph.item(way.data).label
    lines = [message("The way of {item}", item=item).text(lang), ""]
    if not way.hops:
        lines.append("  " + message("No segment carries it.").text(lang))
    for hop in way.hops:
        lines.extend(_hop(assessment, way, hop, lang))
    lines += ["", message("Where it rests").text(lang)]
    lines += [f"  - {line}" for line in _rests(assessment, way.residence, lang)]
    lines += ["", message("When the last copy is gone").text(lang), f"  {ending(assessment, way.residence, lang)}"]
    return "\n".join(map(visible, lines)) + "\n"


def _hop(assessment: Assessment, way: Tracing, hop: Hop, lang: str) -> Iterator[str]:
    graph = assessment.graph
    exposure = assessment.facts.exposure[hop.id, way.data]
    state = PROTECTIONS[exposure.protection].text(lang)
    ends = f"{graph.node(hop.source).label} → {graph.node(hop.target).label}"
    evidence = f" ({said(exposure.statement.evidence, lang)})" if exposure.statement.evidence else ""
    yield f"  {graph.numbers[hop.id]:>3}. {ends}  [{state}]{evidence}"
    if exposure.protection is Protection.UNDECIDED:
        for outcome in exposure.outcomes:
            options = "; ".join(assessment.system.choices[choice].options[option] for choice, option in outcome.when)
            if options:
                yield f"       {options}: {PROTECTIONS[outcome.protection].text(lang)}"
    on_way = way.on_hop.get(hop.id, ())
    if on_way:
        yield "       " + message("on the network: {seers}", seers=_seers(assessment, on_way, lang)).text(lang)
    there = way.at_node.get(hop.target, ())
    if there:
        at = message("at {node}: {seers}", node=graph.node(hop.target).label, seers=_seers(assessment, there, lang))
        yield "       " + at.text(lang)


def _seers(assessment: Assessment, sights: tuple[Sight, ...], lang: str) -> tuple[str, ...]:
    """Return who sees what in which role, each seer once with the most they see."""
    best: dict[tuple[Seer, Role], Sight] = {}
    for sight in sights:
        held = best.setdefault((sight.seer, sight.role), sight)
        if tuple(Level).index(sight.level) < tuple(Level).index(held.level):
            best[sight.seer, sight.role] = sight
    return tuple(
        message(
            "{seer} as {role}: {level}",
            seer=seer_name(assessment, sight.seer, lang),
            role=ROLES[sight.role],
            level=LEVELS[Level.UNDECIDED if sight.when and sight.level is Level.PLAINTEXT else sight.level],
        ).text(lang)
        for sight in best.values()
    )


def seer_name(assessment: Assessment, seer: Seer, lang: str) -> str:
    """Return how somebody who can see is named: party, person, or the unnamed operator of something."""
    if seer.kind == "party":
        return assessment.graph.party(seer.id).label
    if seer.kind == "person":
        return assessment.graph.node(seer.id).label
    return message("operator of {element} ({standing})", element=seer.id, standing=STANDINGS[seer.standing]).text(lang)


def _rests(assessment: Assessment, residence: Residence, lang: str) -> Iterator[str]:
    if not residence.rests:
        yield message("The papers name no place.").text(lang)
    for rest in residence.rests:
        item = assessment.graph.item(rest.item).label
        if rest.storage is None:
            text = message("{node}: it is not stated whether {item} stays there", node=rest.node.label, item=item)
        else:
            text = message(
                "{node}: {item} — {details}", node=rest.node.label, item=item, details=_details(rest.storage)
            )
        contradiction = message(" (the papers also say that nothing is kept there)") if rest.contradicts else None
        yield text.text(lang) + (contradiction.text(lang) if contradiction else "")


def _details(storage: Storage) -> tuple[object, ...]:
    form: tuple[object, ...] = (storage.form.value,) if storage.form.value is not None else ()
    keep = message("kept: {period}", period=_value(storage.keep.period))
    deleted = message(
        "deleted: {when}, by {by}, verified: {verify}",
        when=_value(storage.delete.when),
        by=_value(storage.delete.by),
        verify=_value(storage.delete.verify),
    )
    return (*form, keep, deleted)


def _value(statement: Statement[Any]) -> object:
    return statement.value if statement.value is not None else STANDINGS[statement.standing]


_ENDINGS: dict[Ending, Message] = {
    Ending.WITH_ORIGINAL: message("With the original: nothing is stated to outlive it."),
}


def ending(assessment: Assessment, residence: Residence, lang: str) -> str:
    """Return when the last copy is gone relative to the deletion of the original, and because of what."""
    if residence.because is None:
        return _ENDINGS[Ending.WITH_ORIGINAL].text(lang)
    rest = residence.because
    what = assessment.graph.item(rest.item).label
    given = {"item": what, "node": rest.node.label}
    if residence.ending is Ending.AFTER and rest.storage is not None:
        period = rest.storage.keep.period.value
        return message("{period} after the original, because of {item} at {node}", period=period, **given).text(lang)
    if residence.ending is Ending.NEVER:
        return message("Never, because {item} at {node} is kept without end", **given).text(lang)
    return message("Unknown, because the papers leave open how long {item} stays at {node}", **given).text(lang)


def as_json(assessment: Assessment, way: Tracing) -> dict[str, Any]:
    """Return the way as JSON values; words are the same in every language."""
    graph = assessment.graph
    return {
        "format": 1,
        "path": assessment.path,
        "data": {"id": way.data, "name": graph.item(way.data).label},
        "hops": [_hop_json(assessment, way, hop) for hop in way.hops],
        "rests": [
            {
                "data": rest.item,
                "node": rest.node.id,
                "form": str(rest.storage.form.value) if rest.storage and rest.storage.form.value else None,
                "keep": _plain(rest.storage.keep.period) if rest.storage else None,
                "delete": {
                    "by": _plain(rest.storage.delete.by),
                    "when": _plain(rest.storage.delete.when),
                    "how": _plain(rest.storage.delete.how),
                    "verify": _plain(rest.storage.delete.verify),
                }
                if rest.storage
                else None,
                "contradicts": rest.contradicts,
            }
            for rest in way.residence.rests
        ],
        "ending": {
            "kind": way.residence.ending.value,
            "days": way.residence.days,
            "because": way.residence.because.node.id if way.residence.because else None,
        },
    }


def _hop_json(assessment: Assessment, way: Tracing, hop: Hop) -> dict[str, Any]:
    exposure = assessment.facts.exposure[hop.id, way.data]
    sights = (*way.on_hop.get(hop.id, ()), *way.at_node.get(hop.target, ()))
    return {
        "number": assessment.graph.numbers[hop.id],
        "hop": hop.id,
        "flow": hop.flow,
        "from": hop.source,
        "to": hop.target,
        "protection": exposure.protection.value,
        "outcomes": [
            {
                "protection": outcome.protection.value,
                "when": [
                    {"choice": choice, "option": assessment.system.choices[choice].options[option]}
                    for choice, option in outcome.when
                ],
            }
            for outcome in exposure.outcomes
        ],
        "evidence": list(exposure.statement.evidence),
        "seers": [
            {
                "kind": sight.seer.kind,
                "id": sight.seer.id,
                "role": sight.role.value,
                "level": sight.level.value,
                "at": "network" if isinstance(sight.element, Hop) else sight.element.id,
            }
            for sight in sights
        ],
    }


def _plain(statement: Statement[Any]) -> dict[str, Any]:
    value = statement.value
    return {"standing": statement.standing.value, "value": None if value is None else str(value)}
