"""What is the result: a system, what is concluded about it, and what the rules found?"""

from collections import Counter

import attrs

from dataflow_assess.facts import Facts
from dataflow_assess.findings import Finding, Kind, Severity
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.model import System
from dataflow_assess.rules import Rule


@attrs.frozen
class Assessment:
    """One assessed description; immutable.

    Attributes:
        path: the file as the user named it, with forward slashes.
        facts: the graph's conclusions, each computed when first asked for.
        findings: sorted by place, rule and subject.
        rules: the rules that were applied, by identifier.
    """

    path: str
    facts: Facts
    findings: tuple[Finding, ...]
    rules: dict[str, Rule] = attrs.field(factory=dict, repr=False)

    @property
    def system(self) -> System:
        """The description."""
        return self.facts.system

    @property
    def graph(self) -> DataFlowGraph:
        """The data-flow graph."""
        return self.facts.graph

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that count: neither passes nor waived."""
        return tuple(f for f in self.findings if f.kind is not Kind.PASS and f.waived is None)

    @property
    def new_findings(self) -> tuple[Finding, ...]:
        """The findings that decide on the exit status: those that count and that no baseline knows."""
        return tuple(finding for finding in self.open_findings if not finding.known)

    def summary(self) -> dict[str, int]:
        """Return how many findings there are of each severity, how many passes, and how many waived."""
        counted = Counter(finding.severity.value for finding in self.open_findings)
        passes = sum(finding.kind is Kind.PASS for finding in self.findings)
        waived = sum(finding.waived is not None for finding in self.findings)
        return {
            **{severity.value: counted[severity.value] for severity in Severity},
            "pass": passes,
            "waived": waived,
        }
