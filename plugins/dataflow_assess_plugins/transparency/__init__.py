"""Do the papers answer what was asked, and show what is in order? Rules TRN-01 to TRN-04."""

from collections.abc import Iterable

from dataflow_assess.plugin import Rule, hookimpl
from dataflow_assess_plugins.transparency.condition_open import condition_open
from dataflow_assess_plugins.transparency.dates_unstated import dates_unstated
from dataflow_assess_plugins.transparency.deletion_in_order import deletion_in_order
from dataflow_assess_plugins.transparency.open_question import open_question


@hookimpl
def dataflow_rules() -> Iterable[Rule]:
    """Return the rules of this group."""
    return [open_question, dates_unstated, condition_open, deletion_in_order]
