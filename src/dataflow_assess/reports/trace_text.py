"""How does the way of a data item read?"""

from collections.abc import Iterable, Iterator

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.facts import Ending, Level, Protection, Residence, Role, most
from dataflow_assess.messages import Message, message
from dataflow_assess.model import Hop
from dataflow_assess.reports.excerpt import visible
from dataflow_assess.reports.stated import Clauses, resting
from dataflow_assess.reports.tracing import Onlooker, Tracing, onlookers, seer_name
from dataflow_assess.wording import LEVELS, PROTECTIONS, ROLES


def render_text(assessment: Assessment, way: Tracing, lang: str) -> str:
    """Return the way as text: each hop with its number as in the diagram, then what rests where."""
    item = assessment.graph.item(way.data)
    lines: list[str] = [message("The way of {item}", item=item.label).text(lang)]
    if item.sources:
        made = tuple(assessment.graph.item(source).label for source in item.sources)
        lines.append("  " + message("made of {items}", items=made).text(lang))
    lines.append("")
    if not way.hops:
        lines.append("  " + message("No segment carries it.").text(lang))
    for node in way.beginnings:
        lines += [f"       {line.text(lang)}" for line in _at(assessment, way, node, _beginning(assessment, node))]
    flow = ""
    for hop in way.hops:
        if hop.flow != flow and len({each.flow for each in way.hops}) > 1:
            lines.append("  " + message("Flow “{flow}”", flow=assessment.graph.flow(hop.flow).label).text(lang))
        flow = hop.flow
        lines.append(f"  {assessment.graph.numbers[hop.id]:>3}. {_heading(assessment, way, hop).text(lang)}")
        lines += [f"       {line.text(lang)}" for line in _details(assessment, way, hop)]
    lines += ["", message("Where it rests").text(lang)]
    lines += _rests(assessment, way.residence, lang)
    lines += ["", message("When the last copy is gone").text(lang), f"  {ending(assessment, way.residence).text(lang)}"]
    return "\n".join(map(visible, lines)) + "\n"


def _beginning(assessment: Assessment, node: str) -> Message:
    return message("begins at {node}", node=assessment.graph.node(node).label)


def _heading(assessment: Assessment, way: Tracing, hop: Hop) -> Message:
    graph = assessment.graph
    exposure = assessment.facts.exposure[hop.id, way.data]
    evidence = exposure.statement.evidence
    given = {
        "source": graph.node(hop.source).label,
        "target": graph.node(hop.target).label,
        "state": PROTECTIONS[exposure.protection],
    }
    if not evidence:
        return message("{source} → {target}  [{state}]", **given)
    return message("{source} → {target}  [{state}, evidence: {evidence}]", evidence=evidence, **given)


def _details(assessment: Assessment, way: Tracing, hop: Hop) -> Iterator[Message]:
    exposure = assessment.facts.exposure[hop.id, way.data]
    for outcome in exposure.outcomes if exposure.protection is Protection.UNDECIDED else ():
        options = tuple(assessment.system.choices[choice].options[option] for choice, option in outcome.when)
        if options:
            yield message("with {options}: {state}", options=options, state=PROTECTIONS[outcome.protection])
    on_way = onlookers(assessment, way.on_hop.get(hop.id, ()))
    if on_way:
        yield message("on the network: {seen}", seen=_seen(assessment, on_way))
    yield from _at(assessment, way, hop.target, _arrival(assessment, way, hop))


def _arrival(assessment: Assessment, way: Tracing, hop: Hop) -> Message:
    """Return what happens to an item at the end of a hop: whether it is taken out of encryption there."""
    node = assessment.graph.node(hop.target)
    exposure = assessment.facts.exposure[hop.id, way.data]
    named = {"node": node.label}
    if not any(outcome.protection is Protection.ENCRYPTED for outcome in exposure.outcomes):
        return message("at {node}", **named)
    held = assessment.facts.handling[hop.target, way.data]
    level = most(((hand.level, hand.when) for hand in held), assessment.system.choices)
    evidence = node.opens.evidence
    if level is Level.PLAINTEXT and evidence:
        return message("at {node}, which decrypts it [evidence: {evidence}]", evidence=evidence, **named)
    return {
        Level.PLAINTEXT: message("at {node}, which decrypts it", **named),
        Level.CIPHERTEXT: message("at {node}, where it stays encrypted", **named),
        Level.UNDECIDED: message("at {node}, which decrypts it under some of the alternatives", **named),
    }.get(level, message("at {node} (whether it decrypts is open)", **named))


def _at(assessment: Assessment, way: Tracing, node: str, place: Message) -> Iterator[Message]:
    seen = onlookers(assessment, way.at_node.get(node, ()))
    if seen:
        yield message("{place}: {seen}", place=place, seen=_seen(assessment, seen))


def _seen(assessment: Assessment, seen: Iterable[Onlooker]) -> Clauses:
    """Return who sees what, grouped by what is seen."""
    by_level: dict[Level, list[Message]] = {}
    for each in seen:
        by_level.setdefault(each.level, []).append(_named(assessment, each))
    return Clauses(
        tuple(message("{level} — {seers}", level=LEVELS[level], seers=who) for level, who in by_level.items())
    )


def _named(assessment: Assessment, onlooker: Onlooker) -> Message:
    """Return who looks on and in which roles; one who is not named is called the operator already."""
    name = seer_name(assessment, onlooker.seer)
    if onlooker.seer.kind in ("unnamed", "tenants", "network"):
        return name
    return message("{seer} ({roles})", seer=name, roles=_Roles(onlooker.roles))


@attrs.frozen
class _Roles:
    """Several roles of one, set apart more closely than several who have them."""

    roles: tuple[Role, ...]

    def label(self, lang: str) -> str:
        """Return the roles in ``lang``."""
        return ("・" if lang == "ja" else ", ").join(ROLES[role].text(lang) for role in self.roles)


def _rests(assessment: Assessment, residence: Residence, lang: str) -> Iterator[str]:
    """Yield what rests, node by node."""
    if not residence.rests:
        yield "  " + message("The papers name no place.").text(lang)
    for node in dict.fromkeys(rest.node.id for rest in residence.rests):
        at = [rest for rest in residence.rests if rest.node.id == node]
        yield f"  {at[0].node.label}"
        if any(rest.contradicts for rest in at):
            yield "    ! " + message("the papers also say that nothing is kept here").text(lang)
        for rest in at:
            item = assessment.graph.item(rest.item).label
            if rest.storage is None:
                text = message("{item} — whether it stays here is not stated", item=item)
            else:
                text = message("{item} — {details}", item=item, details=resting(assessment.graph, rest.storage))
            yield f"    - {text.text(lang)}"
    if residence.unsaid:
        nodes = tuple(node.label for node in residence.unsaid)
        yield "  " + message("Not stated whether it also stays at: {nodes}", nodes=nodes).text(lang)


def ending(assessment: Assessment, residence: Residence) -> Message:
    """Return when the last copy is gone relative to the deletion of the original, and because of what."""
    told = _ending(assessment, residence)
    if not residence.unsaid or residence.ending not in (Ending.WITH_ORIGINAL, Ending.AFTER):
        return told
    nodes = tuple(node.label for node in residence.unsaid)
    return message("{ending} It is not stated whether it also stays at {nodes}.", ending=told, nodes=nodes)


def _ending(assessment: Assessment, residence: Residence) -> Message:
    rest = residence.because
    if not residence.rests:
        return message("Unknown: the papers name no place where it rests.")
    if rest is None and not residence.has_original:
        return message("No original is described; what is kept for a time is deleted as stated.")
    if rest is None:
        return message("With the original: nothing is stated to outlive it.")
    given: dict[str, object] = {"item": assessment.graph.item(rest.item).label, "node": rest.node.label}
    if residence.ending is Ending.AFTER and not residence.has_original:
        return message(
            "No original is described; {item} is kept longest at {node}: {span}", span=_span(residence.days), **given
        )
    if residence.ending is Ending.AFTER:
        return message(
            "At the latest {span} after the original, because of {item} at {node}", span=_span(residence.days), **given
        )
    if residence.ending is Ending.NEVER:
        return message("Never, because {item} at {node} is kept without end", **given)
    if rest.storage is None:
        return message("Unknown, because it is not stated whether {item} stays at {node}", **given)
    return message("Unknown, because the papers leave open how long {item} stays at {node}", **given)


def _span(days: float | None) -> Message:
    """Return a number of days in words, in years where it is a whole number of them."""
    years, rest = divmod(days or 0, 365)
    if years and not rest:
        return message("{count} years", count=int(years)) if years > 1 else message("one year")
    return message("{count} days", count=format(days or 0, "g")) if days != 1 else message("one day")
