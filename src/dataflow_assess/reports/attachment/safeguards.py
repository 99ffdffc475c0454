"""安全管理措置: which measures of each kind are told, and which are stated at single machines and places?"""

from collections.abc import Callable, Iterator

from dataflow_assess.messages import Message, message
from dataflow_assess.model import Maintenance, Measure, Node, Zone
from dataflow_assess.reports.attachment.contents import Block, Cell, Line, Ref, Row
from dataflow_assess.reports.attachment.making import Making

Stated = Iterator[tuple[Line, tuple[Line, ...]]]
"""Where something is stated, and what."""


def safeguards(making: Making) -> Iterator[tuple[str, Message, tuple[Block, ...]]]:
    """Yield name, title and blocks of the part of each kind, then of measures whose kind is not stated."""
    kinds: tuple[tuple[str, Message, Callable[[Making], Stated]], ...] = (
        ("organisational", message("Organisational measures"), _organisational),
        ("human", message("Measures concerning people"), _human),
        ("physical", message("Physical measures"), _physical),
        ("technical", message("Technical measures"), _technical),
        ("external", message("Knowledge of the environment abroad"), _external),
    )
    for kind, title, stated in kinds:
        told = [each for each in making.system.measures if each.kind is not None and each.kind.en == kind]
        yield kind, title, (_table(making, kind, told, stated(making)),)
    standing = {kind for kind, *_ in kinds}
    rest = [each for each in making.system.measures if each.kind is None or each.kind.en not in standing]
    if rest:
        yield "other", message("Measures of no stated kind"), (_table(making, "other", rest, iter(())),)


def _table(making: Making, kind: str, told: list[Measure], stated: Stated) -> Block:
    columns = (
        making.column("measure", message("What is done"), 46),
        making.column("about", message("Where, for what"), 27),
        making.column("by", message("By whom, how often, how checked"), 27),
    )
    rows = [_measure(making, each) for each in told]
    for where, lines in stated:
        rows.append(Row((making.cell(lines), making.cell(where), Cell((Line("－"),))), where.refs))
    return making.table(f"measures-{kind}", columns, rows)


def _measure(making: Making, measure: Measure) -> Row:
    about = making.named(measure.about)
    cells = (
        making.cell(making.line(measure.text, measure.evidence)),
        making.cell([about] if measure.about else []),
        making.cell(
            making.lines(measure.by, silent=False),
            making.lines(measure.every, silent=False),
            making.lines(measure.method, silent=False),
        ),
    )
    return Row(cells, about.refs)


def _at(kind: str, element: Node | Zone, *parts: tuple[Line, ...]) -> Stated:
    lines = tuple(line for part in parts for line in part)
    if lines:
        yield Line(element.label, refs=(Ref(kind, element.id),)), lines


def _organisational(making: Making) -> Stated:
    for node in making.system.nodes:
        yield from _at("node", node, making.lines(node.register, message("register of media"), silent=False))


def _human(making: Making) -> Stated:
    for node in making.system.nodes:
        yield from _at(
            "node",
            node,
            making.lines(node.human_check, message("check by people"), silent=False),
            making.lines(node.enrolment, message("check of identity on enrolment"), silent=False),
        )


def _physical(making: Making) -> Stated:
    for zone in making.system.zones:
        yield from _at("zone", zone, making.lines(zone.lock, message("locks"), silent=False))
    for node in making.system.nodes:
        yield from _at(
            "node",
            node,
            making.lines(node.lock, message("locks"), silent=False),
            making.lines(node.stays_in, message("where it stays"), silent=False),
        )


def _technical(making: Making) -> Stated:
    for zone in making.system.zones:
        yield from _at(
            "zone",
            zone,
            making.lines(zone.closed, message("closed network"), silent=False),
            making.lines(zone.separation, message("kept apart from other organisations"), silent=False),
            making.lines(zone.mirror, message("second site"), silent=False),
        )
    for node in making.system.nodes:
        yield from _at("node", node, *_technical_of(making, node))


def _technical_of(making: Making, node: Node) -> Iterator[tuple[Line, ...]]:
    for what, statement in (
        (message("encryption"), node.encryption),
        (message("user accounts"), node.accounts),
        (message("control of access"), node.control),
        (message("record of operations"), node.record),
        (message("erasure from afar"), node.remote_wipe),
        (message("kept apart from other organisations"), node.separation),
        (message("accuracy of automatic processing"), node.accuracy),
    ):
        yield making.lines(statement, what, silent=False)
    for maintenance in node.maintainers:
        yield _maintained(making, maintenance)


def _maintained(making: Making, maintenance: Maintenance) -> tuple[Line, ...]:
    party = making.party(maintenance.party).text
    details: tuple[tuple[Message, Iterator[Line]], ...] = (
        (message("remote maintenance by {party}", party=party), iter(making.lines(maintenance.remote, silent=False))),
        (message("its control"), iter(making.lines(maintenance.control, silent=False))),
        (message("its record"), iter(making.lines(maintenance.record, silent=False))),
    )
    return tuple(
        Line(making.text(message("{what}: {told}", what=what, told=line.text)), line.evidence, line.standing)
        for what, found in details
        for line in found
    )


def _external(making: Making) -> Stated:
    for zone in making.system.zones:
        yield from _at(
            "zone",
            zone,
            making.lines(zone.country, message("country"), silent=False),
            making.lines(zone.location, message("location"), silent=False),
            making.lines(zone.sites, message("number of sites"), silent=False),
        )
    for party in making.system.parties:
        lines = making.lines(party.country, message("country"), silent=False)
        if lines:
            yield making.party(party.id), lines
