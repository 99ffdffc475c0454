"""What does this plugin bring? A kind of machine, a rule on it, and the policy that the rule answers to."""

from collections.abc import Iterable

from dataflow_assess.plugin import ControlMapping, Rule, Term, hookimpl
from dataflow_assess_drones.recordings_kept_too_long import recordings_kept_too_long


@hookimpl
def dataflow_rules() -> Iterable[Rule]:
    """Return the rule of the ordinance."""
    return [recordings_kept_too_long]


@hookimpl
def dataflow_vocabulary() -> Iterable[Term]:
    """Return the word for the machine; with it a description may say ``kind: drone`` or ``kind: ドローン``."""
    return [Term("node-kind", "drone", "ドローン", {"begins", "watches", "flies"}, ["無人航空機", "uav"])]


@hookimpl
def dataflow_mappings() -> Iterable[ControlMapping]:
    """Return the paragraph of the city's own policy."""
    return [ControlMapping("DRN-01", "みなと市情報セキュリティ対策基準", ("6.3",))]
