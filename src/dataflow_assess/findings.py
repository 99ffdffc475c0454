"""What is a finding: a rule's verdict on one place of a description, with the path that proves it?"""

import hashlib
from enum import Enum

import attrs

from dataflow_assess.errors import Place
from dataflow_assess.messages import Message, message
from dataflow_assess.model import Statement


class Severity(Enum):
    """How much a finding weighs; "question" is an open question, never silenced by a default."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    QUESTION = "question"


class Kind(Enum):
    """Whether something stated is wrong, not stated, still to be confirmed, or shown to be right."""

    VIOLATION = "violation"
    NOT_STATED = "not-stated"
    TO_CONFIRM = "to-confirm"
    PASS = "pass"  # noqa: S105 - the word of the contract


@attrs.frozen
class Subject:
    """The element that a finding is about.

    Attributes:
        kind: "hop", "node", "storage", "party", "contract", "data", "flow", "zone", "system" …
        id: its identifier in the description, or the one made for it (a hop: "flow: A → B").
        name: the name shown to people.
    """

    kind: str
    id: str
    name: str


@attrs.frozen
class Related:
    """A further place that belongs to the same finding.

    Attributes:
        message: what is there.
        place: where.
        subject: the element, or None.
        context: whether it only explains the finding and is not itself at fault.
    """

    message: Message
    place: Place
    subject: Subject | None = None
    context: bool = False


@attrs.frozen
class Step:
    """One hop of the path that a finding shows, with the state of its protection.

    Attributes:
        hop: identifier of the hop; source, target: identifiers of its nodes.
        protection: a value of `dataflow_assess.facts.Protection`.
        marked: whether the finding is about this hop.
    """

    hop: str
    source: str
    target: str
    protection: str
    marked: bool = False


@attrs.frozen
class Source:
    """Where a rule takes its authority from.

    Attributes:
        key: its key in the table of sources.
        title_en, title_ja: the law, guideline or standard, with its edition.
        section: article or chapter, as cited in Japanese.
        informative: True where the text is not checked against the original or does not bind: 参考.
        section_en: article or chapter as cited in English, where that differs.
    """

    key: str
    title_en: str
    title_ja: str
    section: str
    informative: bool = False
    section_en: str = ""

    def label(self, lang: str) -> str:
        """Return title and section as cited in ``lang``."""
        title = self.title_ja if lang == "ja" else self.title_en
        return f"{title} {self.cited(lang)}".strip()

    def cited(self, lang: str) -> str:
        """Return the section as cited in ``lang``."""
        return self.section if lang == "ja" else self.section_en or self.section


@attrs.frozen
class Waiver:
    """Why a finding is accepted for now, and until when (ISO date, or None without end)."""

    reason: str
    until: str | None


@attrs.frozen
class Finding:
    """One finding, in no language yet.

    Attributes:
        rule: identifier of the rule.
        severity, kind: weight and sort.
        message: what is found, in words that can be pasted into a paper.
        subject: the element it is about.
        place: where in the file.
        related: further places.
        trace: the path that proves it, in order of travel.
        alternatives: the options under which it holds; empty when it holds in any case.
        remedy: what to do or to write.
        sources: what the rule rests on.
        fingerprint: 16 hexadecimal digits that stay the same when lines move.
        waived: why it does not count, or None.
        known: whether a baseline holds it already.
        statement: what the description says on the matter, with its evidence and who is to answer, or None.
    """

    rule: str
    severity: Severity
    kind: Kind
    message: Message
    subject: Subject
    place: Place
    related: tuple[Related, ...] = ()
    trace: tuple[Step, ...] = ()
    alternatives: tuple[str, ...] = ()
    remedy: Message | None = None
    sources: tuple[Source, ...] = ()
    fingerprint: str = ""
    waived: Waiver | None = None
    known: bool = False
    statement: Statement[object] | None = attrs.field(default=None, repr=False)

    @property
    def about(self) -> tuple[Subject, ...]:
        """The elements that it is about: its subject, and those of the same kind that share it."""
        shared = (each.subject for each in self.related if each.subject is not None and not each.context)
        return tuple(dict.fromkeys((self.subject, *(each for each in shared if each.kind == self.subject.kind))))

    @property
    def evidence(self) -> Related | None:
        """Where the papers say what the finding rests on, or None; every output carries it."""
        said = self.statement
        if said is None or not said.evidence:
            return None
        return Related(message("evidence: {evidence}", evidence=said.evidence), said.place or self.place, context=True)


def fingerprint(rule: str, kind: Kind, subject: Subject, ordinal: int) -> str:
    """Return a key for a finding that depends on elements, not on lines, wording or file name.

    Args:
        rule: identifier of the rule.
        kind: the sort of finding.
        subject: the element.
        ordinal: 0 for the first finding of this rule, kind and subject, 1 for the next …
    """
    text = "\x1f".join((rule, kind.value, subject.kind, subject.id, str(ordinal)))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
