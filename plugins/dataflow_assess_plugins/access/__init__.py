"""Who gets at the data, how is that checked, and what is left to people's care? Rules ACC-01 to ACC-06."""

from collections.abc import Iterable

from dataflow_assess.plugin import Rule, hookimpl
from dataflow_assess_plugins.access.human_only_address_check import human_only_address_check
from dataflow_assess_plugins.access.incidental_view import incidental_view
from dataflow_assess_plugins.access.lost_device import lost_device
from dataflow_assess_plugins.access.review_cadence import review_cadence
from dataflow_assess_plugins.access.shared_accounts import shared_accounts
from dataflow_assess_plugins.access.unverified_enrolment import unverified_enrolment


@hookimpl
def dataflow_rules() -> Iterable[Rule]:
    """Return the rules of this group."""
    return [
        shared_accounts,
        unverified_enrolment,
        review_cadence,
        lost_device,
        human_only_address_check,
        incidental_view,
    ]
