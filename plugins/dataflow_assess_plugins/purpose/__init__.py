"""Is personal data used for what it was collected for, with the persons' knowledge, and no more of it than needed?

Rules PUR-01 to PUR-07.
"""

from collections.abc import Iterable

from dataflow_assess.plugin import Rule, hookimpl
from dataflow_assess_plugins.purpose.excessive_items import excessive_items
from dataflow_assess_plugins.purpose.masking_not_proven import masking_not_proven
from dataflow_assess_plugins.purpose.persons_not_told import persons_not_told
from dataflow_assess_plugins.purpose.provision_not_drawn import provision_not_drawn
from dataflow_assess_plugins.purpose.register_missing import register_missing
from dataflow_assess_plugins.purpose.unmasked_reuse import unmasked_reuse
from dataflow_assess_plugins.purpose.use_without_basis import use_without_basis


@hookimpl
def dataflow_rules() -> Iterable[Rule]:
    """Return the rules of this group."""
    return [
        use_without_basis,
        provision_not_drawn,
        excessive_items,
        persons_not_told,
        unmasked_reuse,
        masking_not_proven,
        register_missing,
    ]
