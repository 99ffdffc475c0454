"""Do the cases of the rules in one module still hold? Asked once a mutant by script/mutate, so it starts quickly.

    python -m tests.rules.killing dataflow_assess_plugins.retention.no_basis

Status 1 when a case of a rule prints something else than expected.yaml says, or a rule raises. A module without a
rule of its own is judged by the rules of its group, and one outside the groups by all.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import entry_points

from dataflow_assess.plugin import GROUP, Rule
from tests.rules.cases import CASES, expected, findings, told


def judged_by(name: str) -> Iterator[Rule]:
    """Yield the rules whose cases can tell that the module ``name`` has changed."""
    own = [value for value in vars(import_module(name)).values() if isinstance(value, Rule)]
    if own and not hasattr(import_module(name), "dataflow_rules"):
        yield from own
        return
    for point in entry_points(group=GROUP):
        if point.value in {name, name.rpartition(".")[0]} or name.count(".") == 1:
            yield from getattr(point.load(), "dataflow_rules", list)()


def holds(rule: Rule) -> bool:
    """Tell whether every case of a rule prints what is expected."""
    return all(
        [told(finding) for finding in findings(path, [rule]) if finding.rule == rule.id] == expected(rule.id)[path.name]
        for path in CASES
        if path.parent.name == rule.id
    )


if __name__ == "__main__":
    sys.exit(not all(map(holds, judged_by(sys.argv[1]))))
