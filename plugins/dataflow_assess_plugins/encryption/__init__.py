"""Is personal data protected on every segment and wherever it rests? Rules ENC-01 to ENC-10."""

from collections.abc import Iterable

from dataflow_assess.plugin import Rule, hookimpl
from dataflow_assess_plugins.encryption.asymmetric_protection import asymmetric_protection
from dataflow_assess_plugins.encryption.at_rest_unstated import at_rest_unstated
from dataflow_assess_plugins.encryption.claim_without_segment import claim_without_segment
from dataflow_assess_plugins.encryption.closed_is_not_encrypted import closed_is_not_encrypted
from dataflow_assess_plugins.encryption.decryption_at_relay import decryption_at_relay
from dataflow_assess_plugins.encryption.downgrade_on_path import downgrade_on_path
from dataflow_assess_plugins.encryption.email_leg import email_leg
from dataflow_assess_plugins.encryption.encryption_to_confirm import encryption_to_confirm
from dataflow_assess_plugins.encryption.encryption_unstated import encryption_unstated
from dataflow_assess_plugins.encryption.plaintext_segment import plaintext_segment


@hookimpl
def dataflow_rules() -> Iterable[Rule]:
    """Return the rules of this group."""
    return [
        plaintext_segment,
        encryption_unstated,
        encryption_to_confirm,
        claim_without_segment,
        decryption_at_relay,
        downgrade_on_path,
        asymmetric_protection,
        closed_is_not_encrypted,
        at_rest_unstated,
        email_leg,
    ]
