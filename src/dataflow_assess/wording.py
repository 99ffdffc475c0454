"""Which words do reports and diagrams use for severities, kinds and states of protection?"""

from dataflow_assess.facts import Level, Protection, Role
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

LEVELS: dict[Level, Message] = {
    Level.PLAINTEXT: message("sees plaintext"),
    Level.UNDECIDED: message("undecided"),
    Level.UNKNOWN: message("unknown"),
    Level.CIPHERTEXT: message("ciphertext only"),
    Level.NOTHING: message("sees nothing"),
}

ROLES: dict[Role, Message] = {
    Role.OPERATOR: message("operator"),
    Role.NETWORK: message("network operator"),
    Role.MAINTAINER: message("maintainer"),
    Role.REMOTE_MAINTAINER: message("remote maintainer"),
    Role.TENANT: message("tenant"),
    Role.PERSON: message("person handling it"),
    Role.BYSTANDER: message("bystander"),
}

HEADINGS: dict[str, Message] = {
    "What": message("What it looks for"),
    "Why": message("Why it matters"),
    "Quiet": message("When it stays quiet"),
    "Ask": message("What a council asks"),
    "Bad": message("What it finds"),
    "Good": message("What it accepts"),
    "Remedy": message("What to do"),
}
"""What the sections of a rule's docstring are called for its readers."""
