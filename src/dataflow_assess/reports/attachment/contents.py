"""Of which values does an attachment consist? Text in one language, no markup; every format is written from these."""

from collections.abc import Iterable, Iterator

import attrs

from dataflow_assess.drawing.lettering import clean
from dataflow_assess.extensions import Annotation
from dataflow_assess.facts import Protection
from dataflow_assess.messages import message
from dataflow_assess.model import Standing


def _cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(cleaned for text in texts if (cleaned := clean(text)))


@attrs.frozen
class Ref:
    """What something is about, so that an output can link or select it.

    Attributes:
        kind: "flow" (a hop), "finding", "node", "zone", "party", "contract", "data" or "storage".
        id: the number of a flow and the letter of a finding, as on the diagram; else the identifier.
    """

    kind: str
    id: str


@attrs.frozen
class Line:
    """One statement in words.

    Attributes:
        text: what is said, on one line, free of control characters; "" is a blank left to be filled in by hand.
        evidence: where it is written or who said it; outputs set it after the text.
        standing: in which way it is open, or STATED.
        state: for the protection of a flow, its state; else None.
        refs: what the text names.
    """

    text: str = attrs.field(converter=clean)
    evidence: tuple[str, ...] = attrs.field(default=(), converter=_cleaned)
    standing: Standing = Standing.STATED
    state: Protection | None = None
    refs: tuple[Ref, ...] = ()


@attrs.frozen
class Cell:
    """What stands in one cell of a table: statements, one below the other."""

    lines: tuple[Line, ...] = ()

    @property
    def refs(self) -> tuple[Ref, ...]:
        """Everything that its lines name."""
        return tuple(dict.fromkeys(ref for line in self.lines for ref in line.refs))


@attrs.frozen
class Column:
    """One column of a table.

    Attributes:
        key: its name for programs, the same in every language and case.
        head: its heading.
        width: its share of the width, relative to the other columns.
    """

    key: str
    head: str = attrs.field(converter=clean)
    width: int = 10


@attrs.frozen
class Row:
    """One row of a table.

    Attributes:
        cells: one a column.
        about: what the row is about, for links and filters.
    """

    cells: tuple[Cell, ...]
    about: tuple[Ref, ...] = ()


@attrs.frozen
class Table:
    """A table with a header row.

    Attributes:
        name: its name for programs, unique in the contents.
        columns: at least one.
        rows: at least one.
        caption: what it shows, or "".
        heads: whether the first cell of each row is its heading.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = attrs.field(default="", converter=clean)
    heads: bool = True


@attrs.frozen
class Paragraph:
    """A paragraph; ``remark`` marks what explains the paper itself rather than the case."""

    line: Line
    remark: bool = False


@attrs.frozen
class Listing:
    """A list of statements."""

    lines: tuple[Line, ...]


@attrs.frozen
class Figure:
    """A diagram of the assessment; `dataflow_assess.reports.attachment.figures.drawn` draws it in any format.

    Attributes:
        name: its name for programs, unique in the contents.
        caption: the line below it.
        alternative: the whole picture in words, for those who do not see it.
        data: identifier of the only data item shown, or None for all.
        annotations: badges that plugins want on it.
        findings: whether the points raised are marked on it.
    """

    name: str
    caption: str = attrs.field(converter=clean)
    alternative: str = attrs.field(converter=clean)
    data: str | None = None
    annotations: tuple[Annotation, ...] = ()
    findings: bool = True


Block = Paragraph | Listing | Table | Figure


@attrs.frozen
class Section:
    """A heading with what stands under it; never empty.

    Attributes:
        name: its name for programs, the same in every language and case.
        number: as printed before the title, such as "8.1".
        title: the heading.
        blocks: what stands directly under it.
        parts: sections one level below.
    """

    name: str
    number: str
    title: str = attrs.field(converter=clean)
    blocks: tuple[Block, ...] = ()
    parts: tuple["Section", ...] = ()


@attrs.frozen
class Contents:
    """A whole attachment.

    Attributes:
        kind: "attachment", or "pia" for the drafts of a 特定個人情報保護評価書.
        language: "ja" or "en".
        title: the case; subtitle: which paper this is; author: who hands it in.
        version: which version of the paper, as it is written, or in which way that is open; "" where nothing is stated.
        date: of the council, or "".
        source: the description's file name and hash and the version of this program, for the foot of the page.
        sections: in one fixed order for every case.
    """

    kind: str
    language: str
    title: str = attrs.field(converter=clean)
    subtitle: str = attrs.field(converter=clean)
    author: str = attrs.field(converter=clean)
    version: str = attrs.field(converter=clean)
    date: str = attrs.field(converter=clean)
    source: str = attrs.field(converter=clean)
    sections: tuple[Section, ...] = ()

    @property
    def imprint(self) -> str:
        """Who hands it in, in which version and of which date, as far as these are known; one line."""
        version = message("version {version}", version=self.version).text(self.language) if self.version else ""
        return "\u3000".join(part for part in (self.author, version, self.date) if part)

    def every_section(self) -> Iterator[Section]:
        """Yield every section, each followed by its parts."""
        for section in self.sections:
            yield section
            yield from section.parts

    def blocks(self) -> Iterator[Block]:
        """Yield every block in the order of reading."""
        for section in self.every_section():
            yield from section.blocks
