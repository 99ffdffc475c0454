"""区間一覧: which segments are there, how is each protected, and what else do the papers say of it?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.drawing.tables import circled
from dataflow_assess.facts import Protection
from dataflow_assess.messages import message
from dataflow_assess.model import Flow, Hop, Standing
from dataflow_assess.reports.attachment.contents import Block, Line, Ref, Row
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.reports.attachment.telling import open_details
from dataflow_assess.wording import PROTECTIONS

_STANDINGS = {
    Protection.TO_CONFIRM: Standing.TO_CONFIRM,
    Protection.UNDECIDED: Standing.UNDECIDED,
    Protection.WITHHELD: Standing.WITHHELD,
}


def segments(making: Making) -> tuple[Block, ...]:
    """Return the table of the segments in order of travel, and what is said of whole flows."""
    return (_hops(making), _flows(making))


def _hops(making: Making) -> Block:
    columns = (
        making.column("number", message("No."), 6),
        making.column("segment", message("Segment"), 24),
        making.column("data", message("Data"), 17),
        making.column("state", message("State of protection"), 21),
        making.column("remark", message("Network, medium, occasion"), 23),
        making.column("findings", message("Finding"), 9),
    )
    hops = sorted(making.graph.hops(), key=lambda hop: making.graph.numbers[hop.id])
    return making.table("segments", columns, [_hop(making, hop) for hop in hops])


def number_of(making: Making, hop: Hop) -> Line:
    """Return the number of a hop, as on the diagram."""
    number = making.graph.numbers[hop.id]
    return Line(circled(number), refs=(Ref("flow", str(number)),))


def _hop(making: Making, hop: Hop) -> Row:
    number = number_of(making, hop)
    ends = making.line(hop.label, hop.evidence, [Ref("node", hop.source), Ref("node", hop.target)])
    items = making.items(making.graph.data_on(hop))
    cells = (
        making.cell(number),
        making.cell(ends),
        making.cell(items),
        making.cell(state_of(making, hop)),
        making.cell(remarks_of(making, hop)),
        making.letters(*number.refs),
    )
    return Row(cells, (*number.refs, *ends.refs, *items.refs))


def state_of(making: Making, hop: Hop) -> tuple[Line, ...]:
    """Return how a hop is protected, or in which way that is open, and what the papers say of it otherwise."""
    state, channel = making.assessment.facts.protection(hop.id), hop.encryption
    what: object = PROTECTIONS[state]
    by = channel.value
    if by is not None and by.en not in ("stated", "none") and state is Protection.ENCRYPTED:
        what = message("{what} ({by})", what=what, by=by)
    standing = Standing.STATED if state.is_known else _STANDINGS.get(state, Standing.NOT_STATED)
    told = making.lines(channel)
    head = Line(making.text(what), channel.evidence if channel.is_stated else (), standing, state)
    if channel.is_stated:
        return (head, *([making.line(channel.note)] if channel.note else []), *told[1:])
    if channel.is_silent:
        return (head,)
    if channel.standing is not standing:
        return (head, *making.lines(channel, message("channel")))
    details = open_details(channel, making.lang)
    if details is None:
        return (attrs.evolve(head, evidence=told[0].evidence), *told[1:])
    return (head, attrs.evolve(told[0], text=making.text(details)), *told[1:])


def remarks_of(making: Making, hop: Hop) -> Iterator[Line]:
    """Yield over which network or medium a hop goes, on what occasion, and what else is said of it."""
    flow = making.graph.flow(hop.flow)
    yield from making.lines(hop.network, silent=False, show=lambda network: _network(making, network))
    for statement in (hop.medium, hop.trigger if not hop.trigger.is_silent else flow.trigger):
        yield from making.lines(statement, silent=False)
    for what, detail in (
        (message("interval"), hop.every if not hop.every.is_silent else flow.every),
        (message("method"), hop.method),
        (message("necessity"), hop.necessity),
        (message("control of access"), hop.control),
        (message("record of operations"), hop.record),
        (message("sanitised"), hop.sanitised),
        (
            message("check of the recipient"),
            hop.address_check if not hop.address_check.is_silent else flow.address_check,
        ),
    ):
        yield from making.lines(detail, what, silent=False)
    if hop.note:
        yield making.line(hop.note)


def _network(making: Making, network: object) -> object:
    return making.graph.zone(network).label if isinstance(network, str) else network


def _flows(making: Making) -> Block:
    columns = (
        making.column("flow", message("Flow"), 20),
        making.column("segments", message("Segments it runs over"), 14),
        making.column("purpose", message("Purpose and basis"), 33),
        making.column("procedure", message("Consent, notice, procedure"), 33),
    )
    flows = [flow for flow in making.graph.flows_in_order_of_travel() if flow.hops]
    return making.table("flows", columns, [_flow(making, flow) for flow in flows], message("Purpose of each flow"))


def _flow(making: Making, flow: Flow) -> Row:
    numbers = [number_of(making, hop) for hop in flow.hops]
    refs = tuple(ref for number in numbers for ref in number.refs)
    sealed = [
        making.line(
            message(
                "sealed from {source} to {target}",
                source=making.graph.node(seal.source).label,
                target=making.graph.node(seal.target).label,
            ),
            seal.encryption.evidence,
        )
        for seal in flow.sealed
    ]
    purpose = (
        *making.lines(flow.purpose),
        *making.lines(flow.kind, message("kind"), silent=False),
        *making.lines(flow.basis, message("basis"), silent=False),
        *making.lines(flow.freshness, message("how old the data is"), silent=False),
        *sealed,
    )
    procedure = (
        *making.lines(flow.consent, message("consent"), silent=False),
        *making.lines(flow.notice, message("notice"), silent=False),
        *making.lines(flow.procedure, message("procedure"), silent=False),
        *making.lines(flow.masking, message("masking"), silent=False),
        *making.lines(flow.exchange, message("direction"), silent=False),
    )
    name = making.line(flow.label, flow.evidence)
    joined = Line("".join(number.text for number in numbers), refs=refs)
    return Row((making.cell(name), making.cell(joined), making.cell(purpose), making.cell(procedure)), refs)
