"""Which law governs a consultation of the council: an ordinance before 2023-04, or the Act?"""

from dataflow_assess.plugin import Facts, Source
from dataflow_assess_plugins.sources import sources

BOTH = ("act-129", "ordinance-online")
"""What a rule rests on where the regime is not known."""

_OF_REGIME = {"ordinance": ("ordinance-online",), "act": ("act-129",)}


def is_under_act(facts: Facts) -> bool:
    """Tell whether the description states that the Act applies."""
    regime = facts.system.overview.regime.known()
    return regime is not None and regime.en == "act"


def governing(facts: Facts) -> tuple[Source, ...]:
    """Return what a consultation rests on under the regime that the description names."""
    regime = facts.system.overview.regime.known()
    return sources(*_OF_REGIME.get(regime.en if regime else "", BOTH))
