"""INT-01: does anybody check what a machine recognised, if it is not always right?"""

import re
import unicodedata
from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Severity, Statement, rule
from dataflow_assess_plugins.gaps import gaps, within
from dataflow_assess_plugins.left_open import when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:%|パーセント|percent)")


@rule(
    "INT-01",
    title=message("Automatic result without a human check"),
    severity=Severity.WARNING,
    sources=sources("act-65"),
)
def no_human_check(facts: Facts) -> Iterator[Hit]:
    """A machine's result is stated to be wrong at times, and no step is settled in which people check it.

    What:
        Nodes whose accuracy is stated, or may turn out, to be less than 100 per cent: a check by people is stated not
        to take place, is left open, or was named only when somebody asked.
    Why:
        At 96 per cent, four in a hundred are wrong, and the wrong value goes on into the register.
    Quiet:
        Where a check by people is stated in the papers, where accuracy is 100 per cent, and where nothing is said of
        accuracy.
    Ask:
        Who checks the results that are wrong, at which step, and where is that step in the figure?
    Bad:
        文字認識サービス: {kind: saas, accuracy: 96%以上}
    Good:
        文字認識サービス: {kind: saas, accuracy: 96%以上, human-check: 担当課が原本と照らし合わせる}
    Remedy:
        Draw the step in which people check the result, and write who does it and against what.
    """
    for node in facts.system.nodes:
        fallible = when(node.accuracy, _is_fallible)
        if not fallible:
            continue
        accuracy = next(option for option in node.accuracy.possible() if _is_fallible(option))
        without = Hit(
            message(
                "Nobody checks the results of {node} (accuracy: {accuracy})", node=node.label, accuracy=accuracy.value
            ),
            node,
            place=node.human_check.place or node.accuracy.place,
        )
        matter = message(
            "How people check the results of {node} (accuracy: {accuracy})", node=node.label, accuracy=accuracy.value
        )
        yield from within(fallible, gaps(node.human_check, matter, without))


def _is_fallible(said: Statement[str]) -> bool:
    """Tell whether an accuracy is stated that is less than 100 per cent, or given without a number."""
    if said.value is None:
        return False
    found = _PERCENT.search(unicodedata.normalize("NFKC", said.value))
    return found is None or float(found[1]) < 100
