"""What must the script know of a system: what each arrow carries, past whom, and what belongs together?"""

from typing import Any

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.facts import Level
from dataflow_assess.messages import message, said
from dataflow_assess.model import Hop, Node
from dataflow_assess.reports.attachment.contents import Ref, Row
from dataflow_assess.reports.html.keys import Keys
from dataflow_assess.reports.html.sight import Onlooker
from dataflow_assess.reports.html.words import words
from dataflow_assess.wording import LEVELS


@attrs.frozen
class Known:
    """Collects it.

    Attributes:
        assessment, lang: what it is about, for readers of which language.
        keys: the names of things inside the page.
        onlookers: everybody who can see anything.
    """

    assessment: Assessment
    lang: str
    keys: Keys
    onlookers: tuple[Onlooker, ...]

    def collected(self) -> dict[str, Any]:
        """Return it as JSON values; keys are those of `Keys`, ``data-0`` for items and ``seer-0`` for onlookers."""
        graph = self.assessment.graph
        hops = sorted(graph.hops(), key=lambda hop: graph.numbers[hop.id])
        return {
            "flows": {f"flow-{graph.numbers[hop.id]}": self._flow(hop) for hop in hops},
            "nodes": {f"node-{index}": self._node(node) for index, node in enumerate(graph.system.nodes)},
            "links": self.keys.links,
            "said": {key: self._said(row) for key, row in self.keys.rows.values()},
            "seers": {f"seer-{index}": each.told for index, each in enumerate(self.onlookers)},
            "words": words(self.lang) | {"levels": {level.value: LEVELS[level].text(self.lang) for level in Level}},
        }

    def _flow(self, hop: Hop) -> dict[str, Any]:
        graph = self.assessment.graph
        items = {item.id: f"data-{index}" for index, item in enumerate(graph.system.data)}
        ends = (self.keys.of(Ref("node", end)) for end in (hop.source, hop.target))
        seers = enumerate(self.onlookers)
        return {
            "data": [items[item] for item in graph.data_on(hop)],
            "state": self.assessment.facts.protection(hop.id).value,
            "ends": [end for end in ends if end],
            "sees": {f"seer-{at}": one.hops[hop.id].value for at, one in seers if hop.id in one.hops},
        }

    def _node(self, node: Node) -> dict[str, Any]:
        seers = enumerate(self.onlookers)
        return {"sees": {f"seer-{at}": one.nodes[node.id].value for at, one in seers if node.id in one.nodes}}

    def _said(self, row: Row) -> str:
        """Return what a row says, in one sentence."""
        cells = [[line.text for line in cell.lines if line.text] for cell in row.cells]
        ref = row.about[0]
        if ref.kind == "flow":
            parts = {"segment": cells[1][0], "data": said(tuple(cells[2]), self.lang), "state": cells[3][0]}
            return message("Segment {number}: {segment}, {data}, {state}", number=ref.id, **parts).text(self.lang)
        if ref.kind == "finding":
            told = {"letter": ref.id, "severity": cells[1][0], "text": cells[2][0]}
            return message("Point {letter} ({severity}): {text}", **told).text(self.lang)
        return message("{name} ({kind})", name=cells[0][0], kind=cells[1][0]).text(self.lang)
