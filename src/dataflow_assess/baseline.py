"""Which findings are known already, and which known ones occur no longer?

A baseline holds rule, kind and element of each finding, never lines, wording or the file's name.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from dataflow_assess.assessment import Assessment
from dataflow_assess.errors import Fault, Place, Problem
from dataflow_assess.findings import Finding, Kind, Severity
from dataflow_assess.messages import Message, message
from dataflow_assess.reading.document import Mapping, Scalar, Value
from dataflow_assess.reading.document import Sequence as Items
from dataflow_assess.reading.events import build
from dataflow_assess.reading.problems import Problems
from dataflow_assess.reading.source import read_text

FORMAT = 1
_GRAVEST_FIRST = tuple(Severity)


@attrs.frozen
class Entry:
    """One element that a known finding is about.

    Attributes:
        rule: identifier of the rule.
        kind: value of the kind of finding; what was not stated and is now stated wrongly is another finding.
        subject: kind of the element; id: its identifier.
    """

    rule: str
    kind: str
    subject: str
    id: str


@attrs.frozen
class Baseline:
    """What was known when it was written.

    Attributes:
        known: how often each entry was found, with which severity.
    """

    known: Counter[tuple[Entry, Severity]]

    @classmethod
    def of(cls, assessments: Iterable[Assessment]) -> "Baseline":
        """Return the baseline that holds every finding that counts now."""
        found = (
            (entry, finding.severity)
            for assessment in assessments
            for finding in assessment.open_findings
            for entry in entries_of(finding)
        )
        return cls(Counter(found))

    def text(self) -> str:
        """Return the baseline as JSON, sorted, so that its changes can be read."""
        rows = [
            {
                "rule": entry.rule,
                "kind": entry.kind,
                "severity": severity.value,
                "subject": {"kind": entry.subject, "id": entry.id},
                "count": count,
            }
            for (entry, severity), count in sorted(self.known.items(), key=_sorted)
        ]
        return json.dumps({"format": FORMAT, "findings": rows}, ensure_ascii=False, indent=1) + "\n"

    def compared(self, assessments: Sequence[Assessment]) -> tuple[list[Assessment], tuple[Entry, ...]]:
        """Return the assessments with what is known marked, and the entries that occur no longer.

        A finding is known when each element that it is about is, with at least its severity; each entry stands for
        one finding only. An entry of a rule that was not applied is not missed.
        """
        left = self.known.copy()
        marked = [
            attrs.evolve(each, findings=tuple(_marked(finding, left) for finding in each.findings))
            for each in assessments
        ]
        applied = {identifier for each in assessments for identifier in each.rules}
        there = {entry for each in assessments for finding in each.findings for entry in entries_of(finding)}
        gone = {entry: None for entry, _ in sorted(self.known, key=lambda key: attrs.astuple(key[0]))}
        return marked, tuple(entry for entry in gone if entry.rule in applied and entry not in there)


def entries_of(finding: Finding) -> Iterator[Entry]:
    """Yield one entry an element that a finding is about."""
    for subject in finding.about:
        yield Entry(finding.rule, finding.kind.value, subject.kind, subject.id)


def _sorted(item: tuple[tuple[Entry, Severity], int]) -> tuple[object, ...]:
    (entry, severity), _ = item
    return (*attrs.astuple(entry), severity.value)


def _marked(finding: Finding, left: Counter[tuple[Entry, Severity]]) -> Finding:
    if finding.kind is Kind.PASS or finding.waived is not None:
        return finding
    rank = _GRAVEST_FIRST.index(finding.severity)
    fitting = [
        next(((entry, each) for each in reversed(_GRAVEST_FIRST[: rank + 1]) if left[entry, each] > 0), None)
        for entry in entries_of(finding)
    ]
    if None in fitting:
        return finding
    left.subtract(key for key in fitting if key is not None)
    return attrs.evolve(finding, known=True)


def read_baseline(path: Path, shown: str) -> Baseline:
    """Return the baseline in a file.

    Raises:
        Fault: it cannot be read, or is none; with every problem, each with its place.
    """
    problems = Problems()
    root = build(read_text(path, shown), shown, problems, json=True)
    reader = _Reader(shown, problems)
    known = reader.known(root)
    if problems:
        raise Fault(problems.fault().problems)
    return Baseline(known)


@attrs.define
class _Reader:
    """Reads what a baseline file holds, noting each problem."""

    shown: str
    problems: Problems

    def known(self, root: Value) -> Counter[tuple[Entry, Severity]]:
        top = self._fields(root, ("format", "findings"))
        found: Counter[tuple[Entry, Severity]] = Counter()
        if self.problems:
            return found
        if self._text(top["format"]) != str(FORMAT):
            self._note(top["format"], message("this version of a baseline is not known"))
        rows = top["findings"]
        if not isinstance(rows, Items):
            self._note(rows, message("a list of findings is expected"))
            return found
        for row in rows.items:
            found.update(self._row(row))
        return found

    def _row(self, row: Value) -> dict[tuple[Entry, Severity], int]:
        fields = self._fields(row, ("rule", "kind", "severity", "subject", "count"))
        subject = self._fields(fields["subject"], ("kind", "id")) if "subject" in fields else {}
        if len(fields) < 5 or len(subject) < 2:
            return {}
        kind = self._one_of(fields["kind"], [each.value for each in Kind])
        severity = self._one_of(fields["severity"], [each.value for each in Severity])
        count = self._text(fields["count"])
        if not (count.isascii() and count.isdigit() and 0 < len(count) <= 9):
            self._note(fields["count"], message("a number is expected"))
        if self.problems:
            return {}
        entry = Entry(self._text(fields["rule"]), kind, self._text(subject["kind"]), self._text(subject["id"]))
        return {(entry, Severity(severity)): int(count)}

    def _fields(self, value: Value, names: Sequence[str]) -> dict[str, Value]:
        if not isinstance(value, Mapping):
            self._note(value, message("a mapping with these keys is expected: {names}", names=tuple(names)))
            return {}
        found = {label.text: each for label, each in value if label.text in names}
        for name in names:
            if name not in found:
                self._note(value, message("“{key}” is missing", key=name))
        return found

    def _one_of(self, value: Value, words: Sequence[str]) -> str:
        text = self._text(value)
        if text not in words:
            self._note(value, message("expected one of: {words}", words=tuple(words)))
        return text

    def _text(self, value: Value) -> str:
        return value.text if isinstance(value, Scalar) else ""

    def _note(self, value: Value, found: Message) -> None:
        place: Place = value.place(self.shown)
        hint = message("write the baseline anew with --write-baseline")
        self.problems.note(Problem(found, place, hint))
