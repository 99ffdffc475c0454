"""What does the picture of an assessment show?"""

import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import PurePosixPath
from typing import Literal

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.glossary import glossary
from dataflow_assess.drawing.lettered import lettered
from dataflow_assess.drawing.picture import Arrow, Card, Keys, Picture, Row, State, TitleBlock, Zone
from dataflow_assess.drawing.zoning import icon_of, style_of
from dataflow_assess.errors import Fault
from dataflow_assess.extensions import Annotation
from dataflow_assess.facts import Protection
from dataflow_assess.messages import Message, message, said
from dataflow_assess.model import Hop, Node, Statement, Storage
from dataflow_assess.wording import STANDINGS

_STATES = {
    Protection.PLAINTEXT: State.PLAINTEXT,
    Protection.ENCRYPTED: State.ENCRYPTED,
    Protection.TO_CONFIRM: State.TO_CONFIRM,
    Protection.UNDECIDED: State.UNDECIDED,
    Protection.WITHHELD: State.WITHHELD,
    Protection.NOT_STATED: State.UNKNOWN,
    Protection.DISAGREES: State.UNKNOWN,
}


@attrs.frozen
class View:
    """Which part of a system is drawn, in which language and for which paper.

    Attributes:
        lang: "ja" or "en".
        data: identifier of the only data item to show, or None for all; numbers stay the same.
        annotations: badges that plugins want.
        mono: draw for black-and-white printing.
        paper: the smallest paper, landscape, or "screen" for the diagram and its legend without heading and tables.
        page: the number of the only page that is wanted, from 1, or None for all.
    """

    lang: str
    data: str | None = None
    annotations: tuple[Annotation, ...] = ()
    mono: bool = False
    paper: Literal["A4", "A3", "screen"] = "A4"
    page: int | None = None


def picture_of(assessment: Assessment, view: View) -> Picture:
    """Return the picture of an assessment; flow numbers are the same in every view of it.

    Raises:
        KeyError: ``view.data`` is no data item of the system.
        Fault: there is nothing to show.
    """
    system, graph = assessment.system, assessment.graph
    hops = [hop for hop in graph.hops() if view.data is None or view.data in graph.data_on(hop)]
    stored = [each for each in system.storage if view.data is None or view.data in each.data]
    shown = {end for hop in hops for end in (hop.source, hop.target)} | {each.node for each in stored}
    nodes = [node for node in system.nodes if view.data is None or node.id in shown]
    if not nodes:
        raise _nothing_to_draw(assessment, view)
    zones = {zone.id for node in nodes for zone in graph.zones_around(node.zone)}
    arrows = tuple(sorted((_arrow(assessment, hop, view) for hop in hops), key=lambda arrow: arrow.number))
    return Picture(
        title=system.overview.title,
        subtitle=_subtitle(assessment, view),
        cards=tuple(_card(assessment, node, stored, view) for node in nodes),
        arrows=arrows,
        zones=tuple(
            Zone(zone.id, zone.label, style_of(assessment, zone), zone.parent)
            for zone in system.zones
            if zone.id in zones
        ),
        findings=lettered(assessment, {arrow.number for arrow in arrows}, {n.id for n in nodes}, view.lang),
        notes=glossary(assessment, nodes, view.lang),
        title_block=title_block(assessment, view.lang),
        footer=footer(assessment),
        language=view.lang,
    )


def _nothing_to_draw(assessment: Assessment, view: View) -> Fault:
    if view.data is None:
        found = message("{path}: there is nothing to draw", path=assessment.path)
        return Fault.of(found, message("describe at least one node"))
    return Fault.of(
        message("nothing is said of where {item} goes or rests", item=assessment.graph.item(view.data).label),
        message("describe a flow or a storage of it, or draw without --data"),
    )


def _subtitle(assessment: Assessment, view: View) -> str:
    graph = assessment.graph
    if view.data is not None:
        return message("Only what {item} touches", item=graph.item(view.data).label).text(view.lang)
    carried = dict.fromkeys(item for hop in graph.hops() for item in graph.data_on(hop))
    return message("Data: {items}", items=tuple(graph.item(item).label for item in carried)).text(view.lang)


def _arrow(assessment: Assessment, hop: Hop, view: View) -> Arrow:
    graph = assessment.graph
    protection = assessment.facts.protection(hop.id)
    medium = hop.medium.known()
    state = _STATES.get(protection, State.PAPER if medium is not None and medium.has("paper") else State.IN_PERSON)
    items = [item for item in graph.data_on(hop) if view.data is None or item == view.data]
    return Arrow(
        number=graph.numbers[hop.id],
        source=hop.source,
        target=hop.target,
        data=said(tuple(graph.item(item).label for item in items), view.lang),
        state=state,
        remark="・".join(_remarks(assessment, hop, view.lang)),
        evidence="; ".join(dict.fromkeys((*hop.encryption.evidence, *hop.evidence))),
        badges=_badges(hop.id, view),
        keys=Keys(hop.id, tuple(items), tuple(dict.fromkeys(_parties_along(assessment, hop)))),
    )


def _parties_along(assessment: Assessment, hop: Hop) -> Iterator[str]:
    """Yield who runs or maintains the ends of a hop, and who runs the network it crosses."""
    for end in (hop.source, hop.target):
        yield from _parties_at(assessment, assessment.graph.node(end))
    for zone in assessment.graph.zones_crossed(hop):
        operator = assessment.graph.operator_of(zone).value
        if operator is not None:
            yield operator


def _parties_at(assessment: Assessment, node: Node) -> Iterator[str]:
    operator = node.party if node.is_a("person") else assessment.graph.operator_of(node).value
    if operator is not None:
        yield operator
    yield from (each.party for each in node.maintainers)


def _remarks(assessment: Assessment, hop: Hop, lang: str) -> Iterator[str]:
    """Yield what the papers say about a hop besides its state: method, network, medium, disagreement."""
    if hop.encryption.value is not None and hop.encryption.value.en not in ("stated", "none"):
        yield hop.encryption.value.label(lang)
    for statement in (hop.network, hop.medium):
        value = statement.known()
        if value is not None:
            yield assessment.graph.zone(value).label if isinstance(value, str) else value.label(lang)
    if assessment.facts.protection(hop.id) is Protection.DISAGREES:
        yield message("papers disagree").text(lang)


def _card(assessment: Assessment, node: Node, storage: Iterable[Storage], view: View) -> Card:
    stored = [each for each in storage if each.node == node.id]
    return Card(
        id=node.id,
        label=node.label,
        icon=icon_of(node),
        zone=node.zone,
        rows=tuple(_rows(assessment, node, stored, view.lang)),
        badges=_badges(node.id, view),
        keys=Keys(
            items=tuple(dict.fromkeys(item for each in stored for item in each.data)),
            parties=tuple(dict.fromkeys(_parties_at(assessment, node))),
        ),
    )


def _rows(assessment: Assessment, node: Node, stored: list[Storage], lang: str) -> Iterator[Row]:
    yield from (Row(each.text(lang)) for each in _hands(assessment, node))
    for storage in stored:
        yield Row(_kept(assessment, storage, lang), shaded=True)
    keeps = node.keeps.known()
    if not stored and keeps is not None and keeps.en == "nothing":
        yield Row(message("nothing kept").text(lang), shaded=True)


def _hands(assessment: Assessment, node: Node) -> Iterator[Message]:
    """Yield to whom a person belongs, or who runs and who maintains a machine."""
    graph = assessment.graph
    maintainers = tuple(graph.party(each.party).label for each in node.maintainers)
    operator = graph.operator_of(node)
    if node.is_a("person"):
        if node.party is not None:
            yield message("of {party}", party=graph.party(node.party).label)
    elif operator.value is None:
        yield message("operator {standing}", standing=STANDINGS[operator.standing])
    else:
        party = graph.party(operator.value).label
        if maintainers == (party,):
            yield message("run, maint. by {party}", party=party)
            return
        yield message("run by {party}", party=party)
    if maintainers:
        yield message("maint. by {parties}", parties=maintainers)


def _kept(assessment: Assessment, storage: Storage, lang: str) -> str:
    items = said(tuple(assessment.graph.item(item).label for item in storage.data), lang)
    form, period = storage.form.known(), storage.keep.period
    until = period.value.text if period.value is not None else STANDINGS[period.standing].text(lang)
    if period.is_silent and storage.delete.when.value is not None:
        until = message("deleted: {event}", event=storage.delete.when.value).text(lang)
    about = (form.label(lang), until) if form is not None else (until,)
    return message("kept: {items} ({about})", items=items, about=about).text(lang)


def _badges(element: str, view: View) -> tuple[str, ...]:
    return tuple(each.text.text(view.lang) for each in view.annotations if each.element == element)


def title_block(assessment: Assessment, lang: str) -> TitleBlock:
    """Return the paper, its version, who made it and the day of the council, as far as they are stated."""
    overview = assessment.system.overview
    council, day = overview.council, overview.council.date.value
    return TitleBlock(
        document=" ".join(part for part in (council.name, said(council.papers[:2], lang)) if part),
        version=_version(overview.version, lang),
        author=" ".join(
            part for part in (assessment.graph.party(overview.controller).label, overview.department) if part
        ),
        date=day.label(lang) if day is not None else "",
    )


def _version(stated: Statement[str], lang: str) -> str:
    """Return the version as it is written, or in which way it is open; "" where nothing is stated."""
    if stated.value is not None:
        return stated.value
    return "" if stated.is_silent else STANDINGS[stated.standing].text(lang)


def footer(assessment: Assessment) -> str:
    """Return the line that names this program, the description's file and its hash."""
    digest = hashlib.sha256(assessment.system.text.encode("utf-8")).hexdigest()[:16]
    name = PurePosixPath(assessment.path).name
    return f"dataflow-assess {version('dataflow-assess')}　{name}　sha256 {digest}…"
