"""What does a description say? Frozen values that remember where they stand."""

from dataflow_assess.model.calendar import Day, Period, read_day, read_period
from dataflow_assess.model.element import Element
from dataflow_assess.model.governance import (
    Claim,
    Condition,
    Council,
    Incident,
    Measure,
    Paper,
    Provision,
    Question,
)
from dataflow_assess.model.parties import Certification, Contract, Party
from dataflow_assess.model.places import Maintenance, Node, Zone
from dataflow_assess.model.statement import NOT_STATED, Choice, Standing, Statement
from dataflow_assess.model.system import Overview, System
from dataflow_assess.model.travel import DataItem, Deletion, Flow, Hop, Retention, Seal, Storage
from dataflow_assess.model.waivable import ListedWaiver, Waivable, Waiver, WaiverList

__all__ = [
    "NOT_STATED", "Certification", "Choice", "Claim", "Condition", "Contract", "Council", "DataItem", "Day", "Deletion",
    "Element", "Flow", "Hop", "Incident", "ListedWaiver", "Maintenance", "Measure", "Node", "Overview", "Paper",
    "Party", "Period", "Provision", "Question", "Retention", "Seal", "Standing", "Statement", "Storage", "System",
    "Waivable", "Waiver", "WaiverList", "Zone",
    "read_day", "read_period",
]  # fmt: skip
