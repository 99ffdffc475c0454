"""Which media carry personal data, and are they registered, encrypted and attended? Rules MED-01 to MED-04."""

from collections.abc import Iterable

from dataflow_assess.plugin import Rule, hookimpl
from dataflow_assess_plugins.media.left_unattended import left_unattended
from dataflow_assess_plugins.media.no_media_register import no_media_register
from dataflow_assess_plugins.media.removable_media import removable_media
from dataflow_assess_plugins.media.unencrypted_media import unencrypted_media


@hookimpl
def dataflow_rules() -> Iterable[Rule]:
    """Return the rules of this group."""
    return [removable_media, no_media_register, unencrypted_media, left_unattended]
