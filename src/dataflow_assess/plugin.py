"""Everything that a plugin may import from the core.

A plugin is a module with functions marked `hookimpl`, registered under the entry-point group
"dataflow_assess". See docs/write-a-plugin.md.
"""

import pluggy

from dataflow_assess.assessment import Assessment
from dataflow_assess.extensions import Annotation, ControlMapping, Reader, Reporter
from dataflow_assess.facts import (
    Border,
    Break,
    Crossing,
    Custody,
    Discontinuity,
    Ending,
    Exposure,
    Facts,
    Level,
    Link,
    Opening,
    Outcome,
    Protection,
    Reach,
    Relay,
    Residence,
    Rest,
    Role,
    Seer,
    Sight,
    Visibility,
)
from dataflow_assess.facts.alternatives import ALWAYS, Case, assume, both, decide, either, holding
from dataflow_assess.findings import Finding, Kind, Related, Severity, Source, Step, Subject
from dataflow_assess.grants import Grant, WaiverOutcome
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.messages import Catalogue, Message
from dataflow_assess.model import (
    Certification,
    Claim,
    Condition,
    Contract,
    Council,
    DataItem,
    Day,
    Deletion,
    Element,
    Flow,
    Hop,
    Incident,
    Maintenance,
    Measure,
    Node,
    Overview,
    Paper,
    Party,
    Period,
    Provision,
    Question,
    Retention,
    Seal,
    Standing,
    Statement,
    Storage,
    System,
    Waiver,
    Zone,
    read_period,
)
from dataflow_assess.model.matters import Matter, elements, statements
from dataflow_assess.parameters import Parameter
from dataflow_assess.proof import path
from dataflow_assess.rules import Hit, Rule, rule, subject_of, waiver_rule
from dataflow_assess.vocabulary import Term

GROUP = "dataflow_assess"
"""The entry-point group, and the project name of the hooks."""

hookimpl = pluggy.HookimplMarker(GROUP)
"""Marks a function of a plugin as the answer to one of the core's questions."""

__all__ = [
    "ALWAYS", "GROUP", "Annotation", "Assessment", "Border", "Break", "Case", "Catalogue", "Certification", "Claim",
    "Condition", "Contract", "ControlMapping", "Council", "Crossing", "Custody", "DataFlowGraph", "DataItem", "Day",
    "Deletion", "Discontinuity", "Element", "Ending", "Exposure", "Facts", "Finding", "Flow", "Grant", "Hit", "Hop",
    "Incident", "Kind", "Level", "Link", "Maintenance", "Matter", "Measure", "Message", "Node", "Opening", "Outcome",
    "Overview", "Paper", "Parameter", "Party", "Period", "Protection", "Provision", "Question", "Reach", "Reader",
    "Related", "Relay", "Reporter", "Residence", "Rest", "Retention", "Role", "Rule", "Seal", "Seer", "Severity",
    "Sight", "Source", "Standing", "Statement", "Step", "Storage", "Subject", "System", "Term", "Visibility", "Waiver",
    "WaiverOutcome", "Zone",
    "assume", "both", "decide", "either", "elements", "holding", "hookimpl", "path", "read_period", "rule",
    "statements", "subject_of", "waiver_rule",
]  # fmt: skip
