"""Are waivers in force, of use and approved? Rules WVR-01 to WVR-03."""

from collections.abc import Iterable

from dataflow_assess.plugin import Rule, hookimpl
from dataflow_assess_plugins.waivers.expired import expired
from dataflow_assess_plugins.waivers.unapproved import unapproved
from dataflow_assess_plugins.waivers.unused import unused


@hookimpl
def dataflow_rules() -> Iterable[Rule]:
    """Return the rules of this group."""
    return [expired, unused, unapproved]
