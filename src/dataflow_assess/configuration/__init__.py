"""What may be set for this tool, where is it set, and what is in force?

A room of its own: it knows rules and their parameters, and neither the command line nor how a description is read.
"""

from dataflow_assess.configuration.finding import find, searched
from dataflow_assess.configuration.options import OPTIONS, THRESHOLDS, Option
from dataflow_assess.configuration.settings import CONFIG, NO_CONFIG, Given, Origin, Settings, resolve
from dataflow_assess.configuration.sheet import Sheet, read_sheet
from dataflow_assess.configuration.tuning import Ignored, InForce, Setting, Tuning, in_force, matching, unknown

__all__ = [
    "CONFIG",
    "NO_CONFIG",
    "OPTIONS",
    "THRESHOLDS",
    "Given",
    "Ignored",
    "InForce",
    "Option",
    "Origin",
    "Setting",
    "Settings",
    "Sheet",
    "Tuning",
    "find",
    "in_force",
    "matching",
    "read_sheet",
    "resolve",
    "searched",
    "unknown",
]
