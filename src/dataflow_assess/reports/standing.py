"""What does every council ask, and what does the description answer?"""

from collections.abc import Iterable, Iterator, Sequence

from dataflow_assess.assessment import Assessment
from dataflow_assess.facts import Border, Crossing, Level, Link, Seer
from dataflow_assess.messages import Message, message
from dataflow_assess.model import Hop, Standing, Statement
from dataflow_assess.reports.answering import Answer, answered
from dataflow_assess.reports.stated import Clauses, deletion, shown, stated_then_open
from dataflow_assess.reports.tracing import seer_name
from dataflow_assess.wording import PROTECTIONS, STANDINGS


def standing_questions(assessment: Assessment) -> Iterator[tuple[Message, tuple[Answer, ...]]]:
    """Yield each question that every council asks, in the order in which members ask, with its answers."""
    questions: tuple[tuple[Message, Iterable[Answer]], ...] = (
        (message("Where does the data leave the organisation?"), _leaving(assessment)),
        (message("Is it encrypted there?"), _encrypted(assessment)),
        (message("Who can see it?"), _visible(assessment)),
        (message("Who keeps it, and how long?"), _kept(assessment)),
        (message("Who deletes it, and who verifies that?"), _deleted(assessment)),
        (message("Is the work passed on to another firm?"), _passed_on(assessment)),
        (message("What happens on failure or loss?"), _failure(assessment)),
        (message("When does it start, and when does it end?"), _dates(assessment)),
    )
    for question, answers in questions:
        yield question, tuple(answers)


def _leaving(assessment: Assessment) -> Iterator[Answer]:
    routes: dict[tuple[str, Message, Message, bool], list[Hop]] = {}
    for each in _outside(assessment):
        sides = _organisation(assessment, each.before), _organisation(assessment, each.after)
        routes.setdefault((each.hop.label, *sides, each.certain), []).append(each.hop)
    for (hop, before, after, certain), hops in routes.items():
        numbers = _numbers(assessment, hops)
        text = message(
            "Segment {numbers}: {hop} (from {before} to {after})", numbers=numbers, hop=hop, before=before, after=after
        )
        yield Answer(text) if certain else Answer(text, Standing.NOT_STATED)
    if not routes and assessment.graph.hops():
        yield Answer(message("Nowhere: all segments stay with one organisation."))


def _outside(assessment: Assessment) -> list[Crossing]:
    """Return where hops leave an organisation, or may, in the order of their numbers."""
    found = [each for each in assessment.facts.crossings if each.border is Border.ORGANISATION]
    return sorted(found, key=lambda each: assessment.graph.numbers[each.hop.id])


def _numbers(assessment: Assessment, hops: Iterable[Hop]) -> tuple[str, ...]:
    return tuple(str(assessment.graph.numbers[hop.id]) for hop in hops)


def _organisation(assessment: Assessment, said: Statement[object]) -> Message:
    """Return whose one side of a border is, or in which way that is not known."""
    if said.alternatives:
        names = dict.fromkeys(_organisation(assessment, each) for each in said.alternatives)
        return message("{options} (undecided)", options=tuple(names))
    if said.value is None:
        return STANDINGS[said.standing]
    return message("{text}", text=assessment.graph.actor(str(said.value)).label)


def _encrypted(assessment: Assessment) -> Iterator[Answer]:
    crossed = {each.hop.id: each.hop for each in _outside(assessment)}
    routes: dict[tuple[object, ...], list[Hop]] = {}
    for hop in crossed.values():
        said = assessment.facts.weakest(hop.id).statement
        told = hop.label, assessment.facts.protection(hop.id), said.evidence, said.standing, said.by, said.due
        routes.setdefault(told, []).append(hop)
    for hops in routes.values():
        exposure = assessment.facts.weakest(hops[0].id)
        state = exposure.protection
        numbers = _numbers(assessment, hops)
        text = message(
            "Segment {numbers}: {hop} ({state})", numbers=numbers, hop=hops[0].label, state=PROTECTIONS[state]
        )
        yield answered(text, exposure.statement, known=state.is_known)
    if not crossed and assessment.graph.hops():
        yield Answer(message("Not asked here: no segment leaves the organisation."))


def _visible(assessment: Assessment) -> Iterator[Answer]:
    """Yield what each can read, item by item in the order of the description; also where nobody is named."""
    seen: dict[tuple[Seer, Level], list[str]] = {}
    levels = {key: visibility.level for key, visibility in assessment.facts.visibility.items()}
    order = {item.id: index for index, item in enumerate(assessment.system.data)}
    for (seer, item), level in sorted(levels.items(), key=lambda each: order[each[0][1]]):
        if level in (Level.PLAINTEXT, Level.UNDECIDED, Level.UNKNOWN):
            seen.setdefault((seer, level), []).append(assessment.graph.item(item).label)
    for (seer, level), items in sorted(seen.items(), key=lambda each: tuple(Level).index(each[0][1])):
        given = {"seer": seer_name(assessment, seer), "items": tuple(items)}
        if level is Level.PLAINTEXT:
            yield Answer(message("{seer} can read {items}", **given), seer.standing)
        elif level is Level.UNDECIDED:
            yield Answer(message("{seer} can read {items} under some of the alternatives", **given), Standing.UNDECIDED)
        else:
            yield Answer(message("Whether {seer} can read {items}", **given), Standing.NOT_STATED)


def _kept(assessment: Assessment) -> Iterator[Answer]:
    for storage in assessment.system.storage:
        period = storage.keep.period
        given = {"node": assessment.graph.node(storage.node).label, "items": _items(assessment, storage.data)}
        if period.value is not None:
            text = message("{items} at {node}: {period}", period=period.value, **given)
        else:
            text = message("How long {items} is kept at {node}", **given)
        yield answered(text, period, known=period.value is not None)

    for node, items in _unsaid(assessment).items():
        label = assessment.graph.node(node).label
        text = message("Whether {node} keeps {items}", items=_items(assessment, items), node=label)
        yield answered(text, assessment.graph.node(node).keeps, known=False)


def _unsaid(assessment: Assessment) -> dict[str, list[str]]:
    """Return the nodes of which the papers do not say whether an item stays there, with the items."""
    found: dict[str, list[str]] = {}
    for residence in assessment.facts.residence.values():
        presumed = (rest.node for rest in residence.rests if rest.storage is None and rest.item == residence.data)
        for node in (*presumed, *residence.unsaid):
            if assessment.facts.handling.get((node.id, residence.data)):
                found.setdefault(node.id, []).append(residence.data)
    return {node.id: found[node.id] for node in assessment.system.nodes if node.id in found}


def _deleted(assessment: Assessment) -> Iterator[Answer]:
    for storage in assessment.system.storage:
        parts = deletion(assessment.graph, storage)
        text = message(
            "{items} at {node}: {details}",
            items=_items(assessment, storage.data),
            node=assessment.graph.node(storage.node).label,
            details=Clauses(stated_then_open(parts)),
        )
        unknown = next((said for _, said in parts if said.value is None), None)
        yield answered(text, unknown or storage.delete.when, known=unknown is None)


def _items(assessment: Assessment, data: Iterable[str]) -> tuple[str, ...]:
    return tuple(assessment.graph.item(item).label for item in data)


def _passed_on(assessment: Assessment) -> Iterator[Answer]:
    """Yield each subcontract on a chain once, and who has no chain."""
    named: set[str] = set()
    for custody in assessment.facts.custody.values():
        party = assessment.graph.party(custody.party).label
        if not custody.is_bound:
            yield Answer(message("By which contract {party} has the data", party=party), Standing.NOT_STATED)
        for link in custody.chain[1:]:
            if link.contract.id not in named:
                named.add(link.contract.id)
                yield _consented(assessment, custody.chain[: link.depth])
    found = assessment.facts.custody.values()
    if found and all(each.depth == 1 for each in found):
        yield Answer(message("No: every firm involved has its own contract with the controller."))
    elif not found and all(seer.standing is Standing.STATED for seer, _ in assessment.facts.visibility):
        known = bool(assessment.graph.hops())
        yield from (Answer(message("No: as described, no other firm handles the data.")),) if known else ()


def _consented(assessment: Assessment, chain: Sequence[Link]) -> Answer:
    consent = chain[-1].consent
    contracts = tuple(link.contract.label for link in chain)
    given = {"party": assessment.graph.party(chain[-1].contract.target).label, "chain": contracts}
    if consent.value is None:
        return answered(message("The controller's consent to {party} ({chain})", **given), consent, known=False)
    text = message("To {party} ({chain}); consent: {consent}", consent=consent.value, **given)
    return answered(text, consent, known=True)


def _failure(assessment: Assessment) -> Iterator[Answer]:
    for zone in assessment.system.zones:
        if not zone.mirror.is_silent:
            text = message("{zone}: second site: {mirror}", zone=zone.label, mirror=shown(zone.mirror))
            yield answered(text, zone.mirror, known=zone.mirror.value is not None)
    for node in assessment.system.nodes:
        if not node.remote_wipe.is_silent:
            text = message("{node}: remote erasure: {wipe}", node=node.label, wipe=shown(node.remote_wipe))
            yield answered(text, node.remote_wipe, known=node.remote_wipe.value is not None)
    for incident in assessment.system.incidents:
        if not incident.remedy.is_silent:
            text = message("After “{incident}”: {remedy}", incident=incident.label, remedy=shown(incident.remedy))
            yield answered(text, incident.remedy, known=incident.remedy.value is not None)
    for measure in assessment.system.measures:
        if any(word in measure.text.casefold() for word in _ON_FAILURE):
            yield Answer(message("{text}", text=measure.text), Standing.STATED, measure.evidence)


_ON_FAILURE = (
    "障害", "故障", "停止", "停電", "電源", "災害", "耐震", "水害", "消火", "紛失", "なくし", "盗難", "漏えい",
    "漏洩", "流出", "事故", "緊急", "復旧", "バックアップ", "予備", "取り忘れ", "誤送信", "誤配", "failure",
    "outage", "power", "disaster", "loss", "lost", "theft", "stolen", "leak", "breach", "incident", "emergency",
    "recover", "backup",
)  # fmt: skip
"""Words by which a measure is known to answer what happens on failure or loss; the others answer something else."""


def _dates(assessment: Assessment) -> Iterator[Answer]:
    start, end = assessment.system.overview.start, assessment.system.overview.end
    for what, said in ((message("Start"), start), (message("End"), end)):
        text = what if said.value is None else message("{what}: {value}", what=what, value=said.value)
        yield answered(text, said, known=said.value is not None)
