"""個人情報の項目: which items of personal data are there, whose are they, and what are they used for?"""

from dataflow_assess.messages import message
from dataflow_assess.model import DataItem
from dataflow_assess.reports.attachment.contents import Block, Ref, Row
from dataflow_assess.reports.attachment.making import Making


def items(making: Making) -> tuple[Block, ...]:
    """Return the table of the items."""
    columns = (
        making.column("data", message("Item"), 17),
        making.column("subjects", message("Whose, how many"), 16),
        making.column("categories", message("Category"), 16),
        making.column("contains", message("Contains"), 23),
        making.column("purpose", message("Purpose of use, basis, consent"), 21),
        making.column("findings", message("Finding"), 9),
    )
    return (making.table("items", columns, [_item(making, item) for item in making.system.data]),)


def _item(making: Making, item: DataItem) -> Row:
    ref = Ref("data", item.id)
    name = [making.line(item.label, item.evidence, [ref])]
    if item.sources:
        name.append(making.line(message("made of {items}", items=making.items(item.sources).text)))
    if item.note:
        name.append(making.line(item.note))
    if not item.personal:
        name.append(making.line(message("no personal data")))
    cells = (
        making.cell(name),
        making.cell(making.lines(item.subjects), making.lines(item.people, message("number of persons"))),
        making.cell(
            making.lines(item.categories),
            making.lines(item.confidentiality, message("confidentiality"), silent=False),
            making.lines(item.masking, message("masking"), silent=False),
            making.lines(item.restorable, message("can be undone"), silent=False),
        ),
        making.cell(
            making.lines(item.items),
            making.lines(item.open_ended, message("ends in “and others”"), silent=False),
            [making.line(message("optional: {items}", items=item.optional))] if item.optional else [],
            making.lines(item.optional_use, message("what the optional items are for"), silent=False),
        ),
        making.cell(
            making.lines(item.purpose),
            making.lines(item.basis, message("basis"), silent=False),
            making.lines(item.notice, message("notice"), silent=False),
            making.lines(item.consent, message("consent"), silent=False),
            making.lines(item.register, message("entered in the register"), silent=False),
        ),
        making.letters(ref),
    )
    return Row(cells, (ref,))
