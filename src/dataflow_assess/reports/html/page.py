"""What does the template ask about the contents: names, links, states, and what the script must know?"""

import re
from collections import Counter
from functools import cached_property
from importlib.metadata import version

import attrs
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.lettering import clean
from dataflow_assess.drawing.tables import circled
from dataflow_assess.facts import Protection
from dataflow_assess.messages import message
from dataflow_assess.model import Standing
from dataflow_assess.reports.attachment.contents import Block, Column, Contents, Figure, Line, Ref, Row, Section, Table
from dataflow_assess.reports.attachment.figures import drawn, papers
from dataflow_assess.reports.html.figure import inlined, printed
from dataflow_assess.reports.html.keys import HOMES, Keys
from dataflow_assess.reports.html.known import Known
from dataflow_assess.reports.html.sight import Onlooker, onlookers
from dataflow_assess.reports.html.words import words
from dataflow_assess.wording import PROTECTIONS

_CENTRED = ("number", "findings", "letter")
_JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
_LATIN = re.compile(r"[a-z]{2}")  # a word of English
_BUTTONS = {"flow": "no", "finding": "letter"}


@attrs.define(slots=False, frozen=True)
class Page:
    """A page in the making.

    Attributes:
        contents, assessment, lang: as `dataflow_assess.reports.html.render` got them.
    """

    contents: Contents
    assessment: Assessment
    lang: str

    @cached_property
    def words(self) -> dict[str, str]:
        """The words on the controls."""
        return words(self.lang)

    @cached_property
    def keys(self) -> Keys:
        """The names of things inside the page."""
        return Keys(self.contents, self.assessment.system)

    @property
    def generator(self) -> str:
        """What made the page."""
        return f"dataflow-assess {version('dataflow-assess')}"

    # ------------------------------------------------------------------------------------------ controls

    @cached_property
    def onlookers(self) -> tuple[Onlooker, ...]:
        """Everybody who can see anything."""
        return onlookers(self.assessment, self.lang)

    @property
    def seers(self) -> list[tuple[str, str]]:
        """Key and name of everybody who can see anything."""
        return [(f"seer-{index}", one.name) for index, one in enumerate(self.onlookers)]

    @property
    def items(self) -> list[tuple[str, str]]:
        """Key and name of every data item that travels."""
        graph = self.assessment.graph
        carried = {item for hop in graph.hops() for item in graph.data_on(hop)}
        found = enumerate(graph.system.data)
        return [(f"data-{index}", clean(item.label)) for index, item in found if item.id in carried]

    @cached_property
    def states(self) -> list[tuple[str, str, int]]:
        """Value and name of every state that occurs, and the number of flows in it."""
        facts = self.assessment.facts
        counted = Counter(facts.protection(hop.id) for hop in self.assessment.graph.hops())
        return [
            (state.value, PROTECTIONS[state].text(self.lang), counted[state]) for state in Protection if counted[state]
        ]

    @property
    def count_of_findings(self) -> int:
        """How many points are raised."""
        return len(self.assessment.open_findings)

    @property
    def facts(self) -> Markup:
        """What the script must know, as JSON that cannot end the element it stands in."""
        return htmlsafe_json_dumps(
            Known(self.assessment, self.lang, self.keys, self.onlookers).collected(),
            ensure_ascii=False,
            separators=(",", ":"),
        )

    # ------------------------------------------------------------------------------------------ blocks

    def kind(self, block: Block) -> str:
        """Return the name of a block's class."""
        return type(block).__name__

    def holds_figure(self, section: Section) -> bool:
        """Tell whether a diagram stands in a section."""
        return any(isinstance(block, Figure) for block in section.blocks)

    def drawing(self, figure: Figure) -> Markup:
        """Return the SVG of a figure."""
        keys = {ref.id: key for ref, (key, _) in self.keys.rows.items() if ref.kind == "node"}
        return inlined(drawn(figure, self.assessment, self.lang), figure.name, keys, self.lang)

    def papers(self, figure: Figure) -> list[Markup]:
        """Return the diagrams of a figure as they are printed, each on a page of its own; tables stand elsewhere."""
        found = papers(figure, self.assessment, self.lang, items=False)  # the page itself shows single items
        return [printed(each, f"caption-{figure.name}", self.lang) for each in found]

    # ------------------------------------------------------------------------------------------ tables

    @property
    def widths(self) -> str:
        """The style rules for the shares of the columns."""
        shares = sorted({column.width for table in self.keys.tables for column in table.columns})
        return "".join(f".w{share} {{ width: {share}%; }}\n" for share in shares)

    def name_of(self, table: Table) -> str:
        """Return what a table is called when it is read aloud: its caption or else the heading above it."""
        above = next(section.title for section in self.contents.every_section() if table in section.blocks)
        return table.caption or above

    def is_flows(self, table: Table) -> bool:
        """Tell whether each row of a table is one flow."""
        return HOMES.get(table.name) == "flow"

    def column_class(self, column: Column) -> Markup:
        """Return the class of the cells of a column that has a look of its own."""
        return Markup(' class="k-{}"').format(column.key) if column.key in _CENTRED else Markup("")

    def attributes(self, table: Table, row: Row) -> Markup:
        """Return what ties a row to the diagram and to addresses."""
        if table.name in HOMES:
            key = self.keys.of(row.about[0])
            plain = self.is_flows(table) and any(line.state is Protection.PLAINTEXT for line in _lines(row))
            return Markup(' id="{0}" data-key="{0}"{1}').format(key, Markup(' class="plaintext"') if plain else "")
        named = {one.name: f"seer-{index}" for index, one in enumerate(self.onlookers)}
        seer = named.get(row.cells[0].lines[0].text) if table.name.startswith(("who-sees", "ways")) else None
        return Markup(' class="seer" data-seer="{}"').format(seer) if seer else Markup("")

    def button(self, table: Table, row: Row) -> str:
        """Return the class of the button in a row's first cell, or "" where there is none."""
        return _BUTTONS.get(HOMES.get(table.name, ""), "") if row.about else ""

    # ------------------------------------------------------------------------------------------ statements

    def key(self, ref: Ref) -> str | None:
        """Return where a link to something leads, or None."""
        return self.keys.of(ref)

    def chips(self, line: Line) -> tuple[Ref, ...]:
        """Return what a line names where it is nothing but the numbers of flows or the letters of findings."""
        ids = [ref.id for ref in line.refs]
        if all(ref.kind == "finding" for ref in line.refs) and line.text == ", ".join(ids):
            return line.refs
        flows = all(ref.kind == "flow" and ref.id.isdecimal() for ref in line.refs)
        return line.refs if flows and line.text == "".join(circled(int(each)) for each in ids) else ()

    def state_word(self, line: Line) -> str:
        """Return the word for the state of a flow with which a line begins, or ""."""
        word = PROTECTIONS[line.state].text(self.lang) if line.state else ""
        return word if line.text.startswith(word) else ""

    def after_state(self, line: Line) -> str:
        """Return what a line says after the word for the state."""
        return line.text.removeprefix(self.state_word(line))

    def tongue(self, text: str) -> Markup:
        """Return the attribute that names the language of what is Japanese on an English page, for who listens."""
        japanese = self.lang != "ja" and _JAPANESE.search(text) and not _LATIN.search(text)
        return Markup(' lang="ja"') if japanese else Markup("")

    def is_open(self, line: Line) -> bool:
        """Tell whether a statement is still open."""
        return line.standing is not Standing.STATED

    def say(self, ref: Ref) -> str:
        """Return how a number or letter is read aloud."""
        if ref.kind == "flow":
            return message("Segment {number}", number=ref.id).text(self.lang)
        return message("Point {letter}", letter=ref.id).text(self.lang)


def _lines(row: Row) -> list[Line]:
    return [line for cell in row.cells for line in cell.lines]
