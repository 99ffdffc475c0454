"""Which words do reports and diagrams use for severities, kinds and states of protection?"""

from dataflow_assess.facts import Protection
from dataflow_assess.findings import Kind, Severity
from dataflow_assess.messages import Message, message
from dataflow_assess.model import Standing

SEVERITIES: dict[Severity, Message] = {
    Severity.ERROR: message("error"),
    Severity.WARNING: message("warning"),
    Severity.INFO: message("info"),
    Severity.QUESTION: message("question"),
}

KINDS: dict[Kind, Message] = {
    Kind.VIOLATION: message("violation"),
    Kind.NOT_STATED: message("not stated"),
    Kind.TO_CONFIRM: message("to be confirmed"),
    Kind.PASS: message("pass"),
}

PROTECTIONS: dict[Protection, Message] = {
    Protection.PLAINTEXT: message("plaintext"),
    Protection.ENCRYPTED: message("encrypted"),
    Protection.NOT_ELECTRONIC: message("face to face or paper"),
    Protection.NOT_STATED: message("not stated"),
    Protection.TO_CONFIRM: message("to be confirmed"),
    Protection.UNDECIDED: message("undecided"),
    Protection.WITHHELD: message("withheld"),
    Protection.DISAGREES: message("papers disagree"),
}

STANDINGS: dict[Standing, Message] = {
    Standing.STATED: message("stated"),
    Standing.NOT_STATED: message("not stated"),
    Standing.TO_CONFIRM: message("to be confirmed"),
    Standing.UNDECIDED: message("undecided"),
    Standing.WITHHELD: message("withheld"),
}
