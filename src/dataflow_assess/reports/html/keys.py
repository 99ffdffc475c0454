"""By which name does a page know a flow, a finding or a machine, and where does the row of each stand?"""

from functools import cached_property

import attrs

from dataflow_assess.model import System
from dataflow_assess.reports.attachment.contents import Contents, Ref, Row, Table

HOMES = {"segments": "flow", "findings": "finding", "machines": "node"}
"""The tables whose rows each stand for one thing: links lead there, and the diagram selects them."""


@attrs.define(slots=False, frozen=True)
class Keys:
    """The keys of a page, such as ``flow-5``, ``finding-A`` and ``node-0``: fit for an address, whatever the labels.

    Attributes:
        contents: what is shown.
        system: what it is about.
    """

    contents: Contents
    system: System

    def of(self, ref: Ref) -> str | None:
        """Return the key of what a reference names, or None where the page has no row for it."""
        return self.rows.get(ref, (None, None))[0]

    @cached_property
    def rows(self) -> dict[Ref, tuple[str, Row]]:
        """Reference → its key and the row that stands for it."""
        nodes = {node.id: str(index) for index, node in enumerate(self.system.nodes)}
        found: dict[Ref, tuple[str, Row]] = {}
        for table in self.tables:
            kind = HOMES.get(table.name)
            for row in table.rows if kind else ():
                ref = row.about[0]
                found[ref] = (f"{kind}-{nodes[ref.id] if kind == 'node' else ref.id}", row)
        return found

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table of the contents."""
        return tuple(block for block in self.contents.blocks() if isinstance(block, Table))

    @cached_property
    def links(self) -> dict[str, list[str]]:
        """Key → the keys of what belongs to it: a finding with its flows and machines, and the other way round."""
        found: dict[str, dict[str, None]] = {}
        for key, row in self.rows.values():
            if row.about[0].kind != "finding":
                continue
            for ref in row.about[1:]:
                for other in filter(None, map(self.of, self._stands_for(ref))):
                    found.setdefault(key, {})[other] = None
                    found.setdefault(other, {})[key] = None
        return {key: list(others) for key, others in found.items()}

    def _stands_for(self, ref: Ref) -> tuple[Ref, ...]:
        """Return what shows something on the diagram: a storage is shown by its machine."""
        if ref.kind == "storage":
            return tuple(Ref("node", each.node) for each in self.system.storage if each.id == ref.id)
        return (ref,)
