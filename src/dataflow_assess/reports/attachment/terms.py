"""用語: what are the machines and places of the diagram, and what do the words of the paper mean?"""

from collections.abc import Iterator

from dataflow_assess.messages import Message, message
from dataflow_assess.model import Node, Zone
from dataflow_assess.reports.attachment.contents import Block, Cell, Ref, Row
from dataflow_assess.reports.attachment.making import Making


def terms(making: Making) -> tuple[Block, ...]:
    """Return the machines with who runs them, the places and networks, and the words used."""
    return (machines(making), _zones(making), _words(making))


def machines(making: Making) -> Block:
    """Return 「上記システム等の名称説明」: every machine, person, paper and medium of the diagram."""
    columns = (
        making.column("node", message("Name"), 26),
        making.column("kind", message("What it is"), 20),
        making.column("zone", message("Where it stands"), 27),
        making.column("operator", message("Who runs it"), 27),
    )
    rows = [_node(making, node) for node in making.system.nodes]
    return making.table("machines", columns, rows, message("Names of the systems and machines"))


def _node(making: Making, node: Node) -> Row:
    name = making.node(node.id)
    kind = [making.line(node.kind)] if node.kind is not None else []
    zone = making.graph.zone(node.zone) if node.zone else None
    if node.is_a("person"):
        operator = [making.party(node.party)] if node.party else []
    else:
        operator = list(making.lines(making.graph.operator_of(node), show=lambda party: making.party(party).text))
    cells = (
        making.cell(name, [making.line(node.note)] if node.note else []),
        making.cell(
            kind,
            making.lines(node.product, silent=False),
            making.lines(node.count, message("how many"), silent=False),
        ),
        making.cell([making.line(zone.label, refs=[Ref("zone", zone.id)])] if zone else []),
        making.cell(operator),
    )
    return Row(cells, name.refs)


def _zones(making: Making) -> Block:
    columns = (
        making.column("zone", message("Name"), 26),
        making.column("kind", message("What it is"), 20),
        making.column("parent", message("Inside"), 27),
        making.column("operator", message("Who runs it"), 27),
    )
    rows = [_zone(making, zone) for zone in making.system.zones]
    return making.table("zones", columns, rows, message("Places and networks"))


def _zone(making: Making, zone: Zone) -> Row:
    ref = Ref("zone", zone.id)
    parent = making.graph.zone(zone.parent).label if zone.parent else "－"
    operator = making.graph.operator_of(zone)
    cells = (
        making.cell(making.line(zone.label, refs=[ref])),
        making.cell([making.line(zone.kind)] if zone.kind is not None else [], making.lines(zone.tier, silent=False)),
        making.cell(making.line(parent)),
        making.cell(making.lines(operator, show=lambda party: making.party(party).text)),
    )
    return Row(cells, (ref,))


def _words(making: Making) -> Block:
    columns = (making.column("word", message("Word"), 26), making.column("meaning", message("Meaning"), 74))
    rows = [Row((Cell((making.line(word),)), Cell((making.line(meaning),)))) for word, meaning in _meanings()]
    return making.table("words", columns, rows, message("Words of this paper"))


def _meanings() -> Iterator[tuple[Message, Message]]:
    yield message("Segment"), message("one arrow of the diagram: data going from one machine or person to the next")
    yield message("plaintext"), message("not encrypted: whoever gets at it on the way can read it")
    yield (
        message("encrypted"),
        message("nobody without the key can read it on the way; how strong it is, is not judged"),
    )
    yield (
        message("closed network"),
        message("a network that is not connected to the internet; this alone is no encryption"),
    )
    yield message("not stated"), message("the papers say nothing about it; that is not the same as “there is none”")
    yield message("to be confirmed"), message("an answer has been promised and is still to come")
    yield message("undecided"), message("several possibilities are named, and none has been chosen yet")
    yield message("withheld"), message("it is known and not disclosed, for the reason given")
    yield message("sees plaintext"), message("can read the contents at one place at least")
    yield message("ciphertext only"), message("has the data in hand or on its network, but only encrypted")
