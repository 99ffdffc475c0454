"""Do the papers and figures say the same? Rules DIA-01 to DIA-06."""

from collections.abc import Iterable

from dataflow_assess.plugin import Rule, hookimpl
from dataflow_assess_plugins.consistency.direction_mismatch import direction_mismatch
from dataflow_assess_plugins.consistency.item_sets_differ import item_sets_differ
from dataflow_assess_plugins.consistency.missing_in_figure import missing_in_figure
from dataflow_assess_plugins.consistency.papers_contradict import papers_contradict
from dataflow_assess_plugins.consistency.several_systems_in_figure import several_systems_in_figure
from dataflow_assess_plugins.consistency.terms_and_versions import terms_and_versions


@hookimpl
def dataflow_rules() -> Iterable[Rule]:
    """Return the rules of this group."""
    return [
        direction_mismatch,
        missing_in_figure,
        item_sets_differ,
        terms_and_versions,
        several_systems_in_figure,
        papers_contradict,
    ]
