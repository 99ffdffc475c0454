"""Which sections has an attachment? The same for every case, in one order; one without contents says so."""

from collections.abc import Callable

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.scene import footer, title_block
from dataflow_assess.extensions import Annotation
from dataflow_assess.messages import Message, message
from dataflow_assess.reports.attachment.contents import Block, Contents, Section
from dataflow_assess.reports.attachment.entrusting import entrusting
from dataflow_assess.reports.attachment.figures import figures
from dataflow_assess.reports.attachment.items import items
from dataflow_assess.reports.attachment.keeping import keeping
from dataflow_assess.reports.attachment.making import Making
from dataflow_assess.reports.attachment.opinions import opinions
from dataflow_assess.reports.attachment.overview import overview
from dataflow_assess.reports.attachment.pia import pia
from dataflow_assess.reports.attachment.raised import raised
from dataflow_assess.reports.attachment.safeguards import safeguards
from dataflow_assess.reports.attachment.seeing import seeing
from dataflow_assess.reports.attachment.segments import segments
from dataflow_assess.reports.attachment.telling import dated
from dataflow_assess.reports.attachment.terms import terms
from dataflow_assess.reports.attachment.unanswered import unanswered

_SECTIONS: tuple[tuple[str, Message, Callable[[Making], tuple[Block, ...]] | None], ...] = (
    ("overview", message("Overview"), overview),
    ("diagram", message("Diagram of the system"), figures),
    ("segments", message("Segments"), segments),
    ("items", message("Items of personal data"), items),
    ("keeping", message("Retention and deletion"), keeping),
    ("entrusting", message("Contractors and subcontractors"), entrusting),
    ("seeing", message("Who can see it"), seeing),
    ("safeguards", message("Security control measures"), None),
    ("raised", message("Points raised by the assessment"), raised),
    ("unanswered", message("Open questions, and what will be asked"), unanswered),
    ("opinions", message("Opinions attached by the council, and what was done"), opinions),
    ("terms", message("Terms"), terms),
)


KINDS = {
    "attachment": message("Attachment on the flow of personal data"),
    "pia": message("Draft of a Specific Personal Information Protection Assessment (all items)"),
}
"""What can be written, with what it is called in its heading."""


def contents_of(
    assessment: Assessment, lang: str, kind: str = "attachment", annotations: tuple[Annotation, ...] = ()
) -> Contents:
    """Return the contents of the attachment, or of the drafts for a 特定個人情報保護評価書.

    Args:
        assessment: what it is about.
        lang: "ja" or "en".
        kind: one of `KINDS`: "attachment", or "pia" for the drafts.
        annotations: badges that plugins want on the diagram.
    """
    making = Making(assessment, lang, annotations)
    overview_ = assessment.system.overview
    day = overview_.council.date.value
    block = title_block(assessment, lang)
    return Contents(
        kind=kind,
        language=lang,
        title=overview_.title,
        subtitle=making.text(KINDS[kind]),
        author=block.author,
        version=block.version,
        date=making.text(dated(day)) if day is not None else "",
        source=footer(assessment),
        sections=pia(making) if kind == "pia" else _attachment(making),
    )


def _attachment(making: Making) -> tuple[Section, ...]:
    return tuple(_section(making, number, *each) for number, each in enumerate(_SECTIONS, start=1))


def _section(
    making: Making, number: int, name: str, title: Message, make: Callable[[Making], tuple[Block, ...]] | None
) -> Section:
    if make is not None:
        return Section(name, str(number), making.text(title), make(making))
    parts = tuple(
        Section(f"{name}-{part}", f"{number}.{index}", making.text(heading), blocks)
        for index, (part, heading, blocks) in enumerate(safeguards(making), start=1)
    )
    return Section(name, str(number), making.text(title), (), parts)
