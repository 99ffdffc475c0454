"""Is the data still there after a disaster, is it fresh, and does somebody check what a machine made of it?

Rules AVL-01, AVL-02 and INT-01.
"""

from collections.abc import Iterable

from dataflow_assess.plugin import Rule, hookimpl
from dataflow_assess_plugins.availability.no_human_check import no_human_check
from dataflow_assess_plugins.availability.single_site import single_site
from dataflow_assess_plugins.availability.stale_copy import stale_copy


@hookimpl
def dataflow_rules() -> Iterable[Rule]:
    """Return the rules of this group."""
    return [single_site, stale_copy, no_human_check]
