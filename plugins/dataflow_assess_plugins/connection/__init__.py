"""Which connections lead out of the organisation or across a tier, and were they put to the council? Rules CON."""

from collections.abc import Iterable

from dataflow_assess.plugin import Rule, hookimpl
from dataflow_assess_plugins.connection.after_the_fact import after_the_fact
from dataflow_assess_plugins.connection.external_link_undocumented import external_link_undocumented
from dataflow_assess_plugins.connection.tier_crossing import tier_crossing
from dataflow_assess_plugins.connection.transitive_reach import transitive_reach
from dataflow_assess_plugins.connection.unbounded_approval import unbounded_approval


@hookimpl
def dataflow_rules() -> Iterable[Rule]:
    """Return the rules of this group."""
    return [
        external_link_undocumented,
        after_the_fact,
        unbounded_approval,
        tier_crossing,
        transitive_reach,
    ]
