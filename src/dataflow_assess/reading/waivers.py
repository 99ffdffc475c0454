"""How is a file of waivers read, with all problems at once?"""

from pathlib import Path

import attrs

from dataflow_assess.messages import message
from dataflow_assess.model import ListedWaiver, WaiverList
from dataflow_assess.reading.context import Context
from dataflow_assess.reading.description import check_format
from dataflow_assess.reading.document import Mapping
from dataflow_assess.reading.events import build
from dataflow_assess.reading.sections import Head
from dataflow_assess.reading.source import read_text
from dataflow_assess.reading.structure import read_element
from dataflow_assess.vocabulary import Vocabulary, standard_vocabulary

WAIVERS = "dataflow-assess-waivers.yaml"
"""The name under which a file of waivers is found by itself."""


def read_waivers(path: Path, shown: str, vocabulary: Vocabulary | None = None) -> tuple[ListedWaiver, ...]:
    """Return the waivers of a YAML or JSON file, each named after its rule and what it is for.

    Args:
        path: the file.
        shown: its name, for places and messages.
        vocabulary: the words in force; those of format 1 when None.

    Raises:
        DescriptionFault: with every problem found, each with its place; a waiver without a reason is one.
    """
    ctx = Context(shown, vocabulary or standard_vocabulary())
    root = build(read_text(path, shown), shown, ctx.problems, json=shown.lower().endswith(".json"))
    if not isinstance(root, Mapping):
        ctx.expected(root, message("“format: 1” and a list “waivers”"))
        raise ctx.problems.fault()
    check_format(root, ctx)
    read: WaiverList = read_element(WaiverList, root, ctx, Head("", root.place(shown)))
    if ctx.problems:
        raise ctx.problems.fault()
    return tuple(attrs.evolve(each, id=f"{', '.join(each.elements)}.{each.rule}") for each in read.waivers)
