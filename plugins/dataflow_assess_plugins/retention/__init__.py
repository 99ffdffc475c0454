"""How long is personal data kept, and who erases it? Rules RET-01 to RET-07 and DEL-01 to DEL-05."""

from collections.abc import Iterable

from dataflow_assess.plugin import Rule, hookimpl
from dataflow_assess_plugins.retention.contradictory_retention import contradictory_retention
from dataflow_assess_plugins.retention.copies_outlive_source import copies_outlive_source
from dataflow_assess_plugins.retention.deletion_incomplete import deletion_incomplete
from dataflow_assess_plugins.retention.deletion_unverified import deletion_unverified
from dataflow_assess_plugins.retention.exit_unstated import exit_unstated
from dataflow_assess_plugins.retention.indefinite_or_vague import indefinite_or_vague
from dataflow_assess_plugins.retention.no_basis import no_basis
from dataflow_assess_plugins.retention.open_ended_hold import open_ended_hold
from dataflow_assess_plugins.retention.residue_on_the_way import residue_on_the_way
from dataflow_assess_plugins.retention.retention_unstated import retention_unstated
from dataflow_assess_plugins.retention.sanitisation_too_weak import sanitisation_too_weak
from dataflow_assess_plugins.retention.too_short import too_short


@hookimpl
def dataflow_rules() -> Iterable[Rule]:
    """Return the rules of this group."""
    return [
        retention_unstated,
        indefinite_or_vague,
        contradictory_retention,
        no_basis,
        copies_outlive_source,
        too_short,
        open_ended_hold,
        deletion_incomplete,
        deletion_unverified,
        exit_unstated,
        residue_on_the_way,
        sanitisation_too_weak,
    ]
