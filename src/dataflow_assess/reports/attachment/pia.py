"""特定個人情報保護評価書の下書き: what does a description know of the form for all items? Every judgement stays blank.

Numbers and names of the items are those of 様式第4（全項目評価書）; what a description says nothing of is left to the
section that fills in the form.
"""

from collections.abc import Iterator

from dataflow_assess.drawing.tables import circled
from dataflow_assess.messages import Message, message
from dataflow_assess.model import DataItem, Hop, Storage
from dataflow_assess.reports.attachment.contents import Block, Cell, Line, Listing, Paragraph, Ref, Row, Section
from dataflow_assess.reports.attachment.figures import figures_of_form
from dataflow_assess.reports.attachment.keeping import deletion_of, period_of
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.reports.attachment.pia_others import entrusting, provision
from dataflow_assess.reports.attachment.telling import silence
from dataflow_assess.reports.attachment.terms import machines
from dataflow_assess.wording import PROTECTIONS


def pia(making: Making) -> tuple[Section, ...]:
    """Return the sections of the drafts, in the order of the form."""
    of_part_two = (
        _section(making, "Ⅱ-2", "pia-file", message("Basic information"), _file(making)),
        _section(making, "Ⅱ-4", "pia-entrusting", message("Entrusting of the file"), entrusting(making)),
        _section(making, "Ⅱ-5", "pia-provision", message("Provision and transfer"), provision(making)),
        _section(making, "Ⅱ-6", "pia-keeping", message("Storage and erasure"), (_storage(making),)),
    )
    part_two = message("Outline of the file of specific personal information")
    return (
        _section(making, "Ⅰ", "pia-work", message("Basic information"), (_remark(making), _work(making))),
        _section(making, message("(Annex 1)"), "pia-annex-1", message("Contents of the work"), _annex_1(making)),
        Section("pia-part-2", "Ⅱ", making.text(part_two), (), of_part_two),
        _section(making, message("(Annex 2)"), "pia-annex-2", message("Items recorded in the file"), _annex_2(making)),
    )


def _section(making: Making, number: Message | str, name: str, title: Message, blocks: tuple[Block, ...]) -> Section:
    return Section(name, making.text(number), making.text(title), blocks)


def _remark(making: Making) -> Block:
    remark = message(
        "A draft from the description. Judgements, and items that the description does not hold, are blank: they are "
        "for the controller to write."
    )
    return Paragraph(making.line(remark), remark=True)


def _work(making: Making) -> Block:
    return making.form("pia-work-items", _work_rows(making))


def _work_rows(making: Making) -> Iterator[tuple[Message, Cell]]:
    overview = making.system.overview
    yield message("① Name of the work"), making.cell(making.line(overview.title))
    yield message("② Contents of the work"), making.cell([making.line(overview.summary)] if overview.summary else [])
    yield message("③ Number of persons concerned"), making.cell(_people(making))
    yield message("Name of the system"), making.cell(_systems(making))
    yield message("Legal basis"), making.cell(making.lines(overview.law))
    yield message("Section in charge"), making.cell([making.line(overview.department)] if overview.department else [])


def _people(making: Making) -> Iterator[Line]:
    for item in making.system.data:
        what = message("{text}", text=item.label)
        yield from making.lines(item.people, what, silent=False)


def _systems(making: Making) -> list[Line]:
    """Return the machines, without people, paper and media."""
    found = [node.id for node in making.system.nodes if not any(map(node.is_a, ("person", "paper", "removable")))]
    return [making.named(found)] if found else []


def _annex_1(making: Making) -> tuple[Block, ...]:
    hops = sorted(making.graph.hops(), key=lambda hop: making.graph.numbers[hop.id])
    notes = Listing(tuple(_note(making, hop) for hop in hops)) if hops else None
    told = Paragraph(making.line(message("Remarks (the numbers are those of the figure)")))
    return (*figures_of_form(making), *((told, notes) if notes else ()), machines(making))


def _note(making: Making, hop: Hop) -> Line:
    """Return one numbered note: what goes from where to where, how protected."""
    number = making.graph.numbers[hop.id]
    text = message(
        "{number} {hop}: {items} ({state})",
        number=circled(number),
        hop=hop.label,
        items=making.items(making.graph.data_on(hop)).text,
        state=PROTECTIONS[making.assessment.facts.protection(hop.id)],
    )
    return making.line(text, hop.encryption.evidence, (Ref("flow", str(number)),))


def _is_specific(item: DataItem) -> bool:
    return any(category.has("my-number") for category in item.categories.value or ())


def _file(making: Making) -> tuple[Block, ...]:
    return (making.form("pia-file-items", _file_rows(making)),)


def _file_rows(making: Making) -> Iterator[tuple[Message, Cell]]:
    specific = [item.id for item in making.system.data if _is_specific(item)]
    none = silence(making.lang, message("no item is stated to be specific personal information"))
    yield message("Items of specific personal information"), making.cell(making.items(specific) if specific else none)
    yield message("② Number of persons whose data it is"), making.cell(_people(making))
    subjects = [line for item in making.system.data for line in making.lines(item.subjects, silent=False)]
    yield message("③ Range of persons whose data it is"), making.cell(dict.fromkeys(subjects))
    yield message("Its necessity"), making.blank()
    yield message("④ Main items recorded"), making.cell(making.items(item.id for item in making.system.data))
    yield message("Their adequacy"), making.blank()
    yield message("⑤ Date from which it is kept"), making.cell(making.lines(making.system.overview.start))
    yield (
        message("⑥ Section in charge of the work"),
        making.cell([making.line(making.system.overview.department)] if making.system.overview.department else []),
    )


def _storage(making: Making) -> Block:
    columns = (
        making.column("place", message("① Place of storage"), 24),
        making.column("data", message("Data"), 16),
        making.column("period", message("② Period of storage"), 18),
        making.column("adequacy", message("Its adequacy"), 14),
        making.column("erasure", message("③ Way of erasure"), 28),
    )
    return making.table("pia-storage", columns, [_stored(making, each) for each in making.system.storage])


def _stored(making: Making, storage: Storage) -> Row:
    node, data = making.node(storage.node), making.items(storage.data)
    around = making.graph.zones_around(making.graph.node(storage.node).zone)
    inside = [making.line(zone.label, refs=[Ref("zone", zone.id)]) for zone in around]
    locks = [line for zone in around for line in making.lines(zone.lock, message("locks"), silent=False)]
    at_rest = making.lines(storage.at_rest, message("encryption"))
    cells = (
        making.cell(node, making.lines(storage.form, silent=False), inside, locks, at_rest),
        making.cell(data),
        making.cell(period_of(making, storage)),
        making.blank(),
        making.cell(deletion_of(making, storage)),
    )
    return Row(cells, (Ref("storage", storage.id), *node.refs, *data.refs))


def _annex_2(making: Making) -> tuple[Block, ...]:
    columns = (
        making.column("data", message("Item of personal data"), 28),
        making.column("contains", message("Items recorded"), 46),
        making.column("categories", message("Category"), 26),
    )
    rows = []
    for item in making.system.data:
        name = making.items([item.id])
        contained = [
            making.line(
                message("{number}. {item}", number=str(number), item=each), item.items.evidence if number == 1 else ()
            )
            for number, each in enumerate(item.items.value or (), start=1)
        ]
        cells = (
            making.cell(name),
            making.cell(contained or making.lines(item.items)),
            making.cell(making.lines(item.categories)),
        )
        rows.append(Row(cells, name.refs))
    return (making.table("pia-items", columns, rows),)
