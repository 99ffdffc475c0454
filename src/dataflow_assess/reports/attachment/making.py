"""What does every section of an attachment need: language, names with references, letters of findings?"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.lettered import by_letter
from dataflow_assess.extensions import Annotation
from dataflow_assess.findings import Finding, Subject
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.messages import Message, message, said
from dataflow_assess.model import Element, Statement, System
from dataflow_assess.reports.attachment.contents import Block, Cell, Column, Line, Paragraph, Ref, Row, Table
from dataflow_assess.reports.attachment.telling import lines, silence


@attrs.define(slots=False, frozen=True)
class Making:
    """One attachment in the making.

    Attributes:
        assessment: what it is about.
        lang: "ja" or "en".
        annotations: badges that plugins want on the diagram.
    """

    assessment: Assessment
    lang: str
    annotations: tuple[Annotation, ...] = ()

    @property
    def system(self) -> System:
        """The description."""
        return self.assessment.system

    @property
    def graph(self) -> DataFlowGraph:
        """The data-flow graph."""
        return self.assessment.graph

    def text(self, value: object) -> str:
        """Return a message, a word or a list in the language."""
        return said(value, self.lang)

    def line(self, value: object, evidence: Iterable[str] = (), refs: Iterable[Ref] = ()) -> Line:
        """Return a stated sentence."""
        return Line(self.text(value), tuple(evidence), refs=tuple(refs))

    def lines(self, statement: Statement[Any], label: Message | None = None, **how: Any) -> tuple[Line, ...]:  # noqa: ANN401 - as in telling.lines
        """Return a statement as lines; see `telling.lines`."""
        return lines(statement, self.lang, label=label, **how)

    def lines_open(self, matters: Iterable[Message]) -> Line:
        """Return one line that names the matters of which nothing is stated."""
        return silence(self.lang, message("{standing}: {what}", standing=message("not stated"), what=tuple(matters)))

    def cell(self, *parts: Line | Iterable[Line]) -> Cell:
        """Return a cell of these lines; an empty one says that nothing is stated."""
        found = list(_flat(parts))
        return Cell(tuple(found) or (silence(self.lang),))

    def items(self, data: Iterable[str]) -> Line:
        """Return the names of data items."""
        known = tuple(data)
        return self.line(
            tuple(self.graph.item(item).label for item in known), refs=[Ref("data", item) for item in known]
        )

    def node(self, identifier: str) -> Line:
        """Return the name of a node."""
        return self.line(self.graph.node(identifier).label, refs=[Ref("node", identifier)])

    def party(self, identifier: str) -> Line:
        """Return the name of a party."""
        return self.line(self.graph.party(identifier).label, refs=[Ref("party", identifier)])

    def named(self, identifiers: Iterable[str]) -> Line:
        """Return the names of elements of any kind; what is none is shown as it is written."""
        known = [(identifier, self._elements.get(identifier)) for identifier in identifiers]
        names = tuple(element[1].label if element else identifier for identifier, element in known)
        return self.line(names, refs=[Ref(element[0], identifier) for identifier, element in known if element])

    @cached_property
    def _elements(self) -> dict[str, tuple[str, Element]]:
        system = self.system
        kinds: dict[str, Iterable[Element]] = {
            "flow": system.flows, "party": system.parties, "zone": system.zones, "node": system.nodes,
            "data": system.data, "contract": system.contracts,
        }  # fmt: skip
        return {element.id: (kind, element) for kind, elements in kinds.items() for element in elements}

    @cached_property
    def groups(self) -> dict[str, tuple[Finding, ...]]:
        """The findings by letter, as on the diagram."""
        return by_letter(self.assessment)

    def letters(self, *refs: Ref) -> Cell:
        """Return the letters of the findings about any of these; a dash where there are none."""
        found = sorted({letter for ref in refs for letter in self._letters.get(ref, ())}, key=lambda at: (len(at), at))
        if not found:
            return Cell((Line("－"),))
        return Cell((Line(", ".join(found), refs=tuple(Ref("finding", letter) for letter in found)),))

    @cached_property
    def _letters(self) -> dict[Ref, list[str]]:
        index: dict[Ref, list[str]] = {}
        for letter, group in self.groups.items():
            for found in group:
                for ref in self.refs_of(found):
                    index.setdefault(ref, []).append(letter)
        return index

    def refs_of(self, found: Finding) -> tuple[Ref, ...]:
        """Return everything that a finding is about; hops by their number."""
        subjects = [found.subject, *(each.subject for each in found.related if each.subject and not each.context)]
        return tuple(dict.fromkeys(ref for subject in subjects for ref in self._refs(subject)))

    def _refs(self, subject: Subject) -> Iterator[Ref]:
        numbers = self.graph.numbers
        if subject.kind == "flow":
            yield from (Ref("flow", str(numbers[hop.id])) for hop in self.graph.flow(subject.id).hops)
        elif subject.kind == "hop":
            yield Ref("flow", str(numbers[subject.id]))
        else:
            yield Ref(subject.kind, subject.id)

    def table(self, name: str, columns: Iterable[Column], rows: Iterable[Row], caption: Message | None = None) -> Block:
        """Return a table, or where it would have no rows a paragraph that says so."""
        found = tuple(rows)
        shown = caption.text(self.lang) if caption else ""
        if found:
            return Table(name, tuple(columns), found, shown)
        nothing = message("not stated in the papers")
        told = message("{what}: {told}", what=caption, told=nothing) if caption else nothing
        return Paragraph(silence(self.lang, told))

    def form(
        self,
        name: str,
        rows: Iterable[tuple[Message, Cell]],
        caption: Message | None = None,
        about: tuple[Ref, ...] = (),
    ) -> Block:
        """Return a table of two columns: the items of a form, and what is to be written there."""
        columns = (self.column("item", message("Item of the form"), 30), self.column("content", message("Content"), 70))
        return self.table(name, columns, [Row((Cell((self.line(what),)), cell), about) for what, cell in rows], caption)

    @staticmethod
    def blank() -> Cell:
        """Return a cell to be filled in by hand."""
        return Cell((Line(""),))

    def column(self, key: str, head: Message, width: int) -> Column:
        """Return a column with its heading in the language."""
        return Column(key, head.text(self.lang), width)


def _flat(parts: Iterable[Line | Iterable[Line]]) -> Iterator[Line]:
    for part in parts:
        if isinstance(part, Line):
            yield part
        else:
            yield from part
