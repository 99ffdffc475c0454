"""保存と消去: what rests where, how long, who deletes it, and what outlives the original?"""

from collections.abc import Iterator

from dataflow_assess.messages import message
from dataflow_assess.model import Storage
from dataflow_assess.reports.attachment.contents import Block, Line, Ref, Row
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.reports.stated import deletion
from dataflow_assess.reports.trace_text import ending


def keeping(making: Making) -> tuple[Block, ...]:
    """Return the table of what is stored, when the last copy of each item is gone, and where nothing stays."""
    return (_stored(making), _endings(making), _nothing(making))


def _stored(making: Making) -> Block:
    columns = (
        making.column("node", message("Where, in which form"), 18),
        making.column("data", message("Item"), 15),
        making.column("keep", message("Period of retention"), 20),
        making.column("delete", message("Deletion"), 22),
        making.column("at-rest", message("Protection at rest"), 16),
        making.column("findings", message("Finding"), 9),
    )
    return making.table("storage", columns, [_storage(making, each) for each in making.system.storage])


def _storage(making: Making, storage: Storage) -> Row:
    node, data = making.node(storage.node), making.items(storage.data)
    ref = Ref("storage", storage.id)
    cells = (
        making.cell(node, making.lines(storage.form), making.lines(storage.purpose, message("purpose"), silent=False)),
        making.cell(data, [making.line(storage.note, storage.evidence)] if storage.note else []),
        making.cell(period_of(making, storage)),
        making.cell(deletion_of(making, storage)),
        making.cell(
            making.lines(storage.at_rest),
            making.lines(storage.keys, message("who holds the keys"), silent=False),
            making.lines(storage.shared, message("shared with other organisations"), silent=False),
            making.lines(storage.separation, message("how they are kept apart"), silent=False),
            making.lines(storage.register, message("entered in the register"), silent=False),
        ),
        making.letters(ref, *node.refs),
    )
    return Row(cells, (ref, *node.refs, *data.refs))


def period_of(making: Making, storage: Storage) -> Iterator[Line]:
    """Yield how long something is kept, counted from what, on which basis."""
    keep = storage.keep
    yield from making.lines(keep.period)
    for what, statement in (
        (message("counted from"), keep.start),
        (message("basis"), keep.basis),
        (message("at least"), keep.minimum),
        (message("needed for"), keep.needed),
        (message("extension"), keep.extension),
    ):
        yield from making.lines(statement, what, silent=False)


def deletion_of(making: Making, storage: Storage) -> Iterator[Line]:
    """Yield when it is deleted, by whom, how, and how that is verified; what is not stated in one line."""
    parts = deletion(making.graph, storage)
    for what, statement in parts:
        yield from making.lines(statement, what, silent=False)
    silent = tuple(what for what, statement in parts if statement.is_silent)
    if silent:
        yield making.lines_open(silent)
    yield from making.lines(storage.delete.basis, message("basis"), silent=False)


def _endings(making: Making) -> Block:
    columns = (
        making.column("data", message("Item"), 30),
        making.column("ending", message("When the last copy is gone"), 70),
    )
    rows = []
    for item in making.system.data:
        name = making.items([item.id])
        told = ending(making.assessment, making.assessment.facts.residence[item.id])
        rows.append(Row((making.cell(name), making.cell(making.line(told))), name.refs))
    return making.table("endings", columns, rows, message("What outlives the deletion of the original"))


def _nothing(making: Making) -> Block:
    columns = (making.column("node", message("Where"), 30), making.column("keeps", message("What stays there"), 70))
    rows = []
    for node in making.system.nodes:
        if not node.keeps.is_silent:
            name = making.node(node.id)
            rows.append(Row((making.cell(name), making.cell(making.lines(node.keeps))), name.refs))
    return making.table("keeps", columns, rows, message("Where nothing is said to stay"))
