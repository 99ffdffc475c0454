"""Ⅱの4・5: who is entrusted with the file, who passes it on, and to whom is it provided, as the form asks?"""

from collections.abc import Iterator

from dataflow_assess.messages import Message, message
from dataflow_assess.model import Contract, Flow, Hop, Provision
from dataflow_assess.reports.attachment.contents import Block, Cell, Line, Paragraph, Ref, Row
from dataflow_assess.reports.attachment.entrusting import kind_of
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.reports.attachment.segments import number_of, remarks_of
from dataflow_assess.reports.attachment.telling import silence


def entrusting(making: Making) -> tuple[Block, ...]:
    """Return a table for each contract by which the controller entrusts work, with what it says of passing it on."""
    given = [each for each in making.system.contracts if each.source == making.system.overview.controller]
    given = [each for each in given if each.kind.value is None or each.kind.value.has("processing")]
    if not given:
        return (Paragraph(silence(making.lang, message("not stated in the papers"))),)
    return tuple(_entrusted(making, number, contract) for number, contract in enumerate(given, start=1))


def _entrusted(making: Making, number: int, contract: Contract) -> Block:
    refs = (Ref("contract", contract.id), Ref("party", contract.target))
    caption = message("Work entrusted {number}", number=str(number))
    return making.form(f"pia-entrusted-{number}", _contract_rows(making, contract), caption, refs)


def _contract_rows(making: Making, contract: Contract) -> Iterator[tuple[Message, Cell]]:
    named = [making.line(contract.name)] if contract.name else []
    yield message("① Work entrusted"), making.cell(named or making.lines(contract.kind))
    data = [making.items(contract.data)] if contract.data else [silence(making.lang, message("data not delimited"))]
    yield message("② Range of the file entrusted"), making.cell(data)
    yield message("③ Number of persons handling it"), making.blank()
    yield message("④ Way of handing it over"), making.cell(_handed(making, contract.target))
    yield message("⑤ How the contractor's name can be learnt"), making.blank()
    yield message("⑥ Name of the contractor"), making.cell(making.party(contract.target))
    further = [each for each in making.system.contracts if each.source == contract.target]
    yield (
        message("⑦ Whether it is subcontracted"),
        making.cell(
            [making.line(message("yes: {parties}", parties=tuple(making.party(each.target).text for each in further)))]
            if further
            else []
        ),
    )
    yield (
        message("⑧ How subcontracting is permitted"),
        making.cell([line for each in further for line in making.lines(each.consent)]),
    )
    yield (
        message("⑨ Work subcontracted"),
        making.cell([line for each in further for line in _subcontracted(making, each)]),
    )


def _subcontracted(making: Making, contract: Contract) -> Iterator[Line]:
    if contract.name:
        yield making.line(contract.name)
    else:
        yield from kind_of(making, contract)


def _handed(making: Making, party: str) -> Iterator[Line]:
    """Yield the segments on which data goes from the controller's machines to the contractor's."""
    controller = making.system.overview.controller
    for hop in sorted(making.graph.hops(), key=lambda hop: making.graph.numbers[hop.id]):
        ends = [making.graph.organisation_of(making.graph.node(end)).value for end in (hop.source, hop.target)]
        if ends == [controller, party]:
            yield _way(making, hop)


def _way(making: Making, hop: Hop) -> Line:
    number = number_of(making, hop)
    how = tuple(line.text for line in remarks_of(making, hop))
    segment = message("{number} {hop}", number=number.text, hop=hop.label)
    text = message("{name} ({about})", name=segment, about=how) if how else segment
    return making.line(text, hop.evidence, number.refs)


def provision(making: Making) -> tuple[Block, ...]:
    """Return the table of those to whom data is provided: as the papers tell it, and as the flows show it."""
    columns = (
        making.column("party", message("To whom"), 17),
        making.column("basis", message("① Legal basis"), 17),
        making.column("purpose", message("② Use there"), 17),
        making.column("data", message("③ Information provided"), 17),
        making.column("way", message("⑥ Way of provision"), 18),
        making.column("when", message("⑦ Time, frequency"), 14),
    )
    rows = [_told(making, each) for each in making.system.provisions]
    kinds = ((flow, flow.kind.value) for flow in making.system.flows if flow.hops)
    rows += [_shown(making, flow) for flow, kind in kinds if kind is not None and kind.has("provision")]
    return (making.table("pia-provisions", columns, rows),)


def _told(making: Making, provision: Provision) -> Row:
    party, data = making.party(provision.target), making.items(provision.data)
    cells = (
        making.cell(party),
        making.cell(making.lines(provision.basis)),
        making.cell(making.lines(provision.purpose)),
        making.cell(data),
        making.cell(making.lines(provision.procedure)),
        making.blank(),
    )
    return Row(cells, (*party.refs, *data.refs))


def _shown(making: Making, flow: Flow) -> Row:
    last = flow.hops[-1]
    receiver, data = making.node(last.target), making.items(flow.data)
    cells = (
        making.cell(receiver),
        making.cell(making.lines(flow.basis)),
        making.cell(making.lines(flow.purpose)),
        making.cell(data),
        making.cell(_way(making, last)),
        making.cell(making.lines(flow.trigger, silent=False), making.lines(flow.every, silent=False)),
    )
    return Row(cells, (*receiver.refs, *data.refs))
