"""Is everybody who holds or sees personal data known, bound and answerable? Rules PTY-01 to PTY-09."""

from collections.abc import Iterable

from dataflow_assess.plugin import Rule, hookimpl
from dataflow_assess_plugins.contracting.broken_chain import broken_chain
from dataflow_assess_plugins.contracting.certificate_of_another import certificate_of_another
from dataflow_assess_plugins.contracting.missing_clauses import missing_clauses
from dataflow_assess_plugins.contracting.place_unknown import place_unknown
from dataflow_assess_plugins.contracting.remote_maintenance import remote_maintenance
from dataflow_assess_plugins.contracting.shared_without_separation import shared_without_separation
from dataflow_assess_plugins.contracting.subcontracting_without_consent import subcontracting_without_consent
from dataflow_assess_plugins.contracting.unknown_party import unknown_party
from dataflow_assess_plugins.contracting.wavering_names import wavering_names


@hookimpl
def dataflow_rules() -> Iterable[Rule]:
    """Return the rules of this group."""
    return [
        subcontracting_without_consent,
        unknown_party,
        broken_chain,
        missing_clauses,
        certificate_of_another,
        wavering_names,
        remote_maintenance,
        shared_without_separation,
        place_unknown,
    ]
