"""Everything that a plugin may import from the core.

A plugin is a module with functions marked `hookimpl`, registered under the entry-point group
"dataflow_assess". See docs/write-a-plugin.md.
"""

import pluggy

from dataflow_assess.assessment import Assessment
from dataflow_assess.extensions import Annotation, Reader, Reporter
from dataflow_assess.facts import Exposure, Facts, Opening, Outcome, Protection, Relay
from dataflow_assess.findings import Finding, Kind, Related, Severity, Source, Step, Subject
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.messages import Catalogue, Message
from dataflow_assess.model import (
    Contract,
    DataItem,
    Element,
    Flow,
    Hop,
    Node,
    Party,
    Standing,
    Statement,
    Storage,
    System,
    Zone,
)
from dataflow_assess.rules import Hit, Rule, path, rule, subject_of
from dataflow_assess.vocabulary import Term

GROUP = "dataflow_assess"
"""The entry-point group, and the project name of the hooks."""

hookimpl = pluggy.HookimplMarker(GROUP)
"""Marks a function of a plugin as the answer to one of the core's questions."""

__all__ = [
    "GROUP", "Annotation", "Assessment", "Catalogue", "Contract", "DataFlowGraph", "DataItem", "Element", "Exposure",
    "Facts", "Finding", "Flow", "Hit", "Hop", "Kind", "Message", "Node", "Opening", "Outcome", "Party", "Protection",
    "Reader", "Related", "Relay", "Reporter", "Rule", "Severity", "Source", "Standing", "Statement", "Step",
    "Storage", "Subject", "System", "Term", "Zone", "hookimpl", "path", "rule", "subject_of",
]  # fmt: skip
