"""What are the systems and machines of the picture called, and what are they?"""

from collections.abc import Iterable, Iterator

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.picture import Note
from dataflow_assess.messages import message
from dataflow_assess.model import Node


def glossary(assessment: Assessment, nodes: Iterable[Node], lang: str) -> tuple[Note, ...]:
    """Return 「上記システム等の名称説明」: for each node its kind, product, place and whatever the papers remark."""
    return tuple(Note(node.label, "／".join(_told(assessment, node, lang))) for node in nodes)


def _told(assessment: Assessment, node: Node, lang: str) -> Iterator[str]:
    if node.kind is not None:
        yield node.kind.label(lang)
    product = node.product.known()
    if product is not None:
        yield product
    if node.zone is not None:
        around = " ".join(zone.label for zone in reversed(assessment.graph.zones_around(node.zone)))
        yield message("in {zone}", zone=around).text(lang)
    if node.note:
        yield node.note
