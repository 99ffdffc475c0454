"""What do the tables ``[rules.ID]`` of a configuration file set, and which words name rules?"""

from collections.abc import Sequence
from typing import Any

from dataflow_assess.configuration.sheet import Sheet
from dataflow_assess.configuration.tuning import Setting, matching, unknown, weights
from dataflow_assess.errors import Place, Problem
from dataflow_assess.findings import Kind, Severity
from dataflow_assess.messages import message
from dataflow_assess.parameters import Refusal, Value, did_you_mean
from dataflow_assess.rules import RESERVED, Rule
from dataflow_assess.vocabulary import Vocabulary, nearest

SEVERITIES = tuple(severity.value for severity in Severity)
KINDS = tuple(kind.value for kind in Kind if kind is not Kind.PASS)
Path = tuple[str | int, ...]


def rule_tables(
    sheet: Sheet,
    tables: object,
    rules: Sequence[Rule],
    vocabulary: Vocabulary,
    problems: list[Problem],
    at: Path,
) -> dict[str, Setting]:
    """Return the settings of single rules; what is wrong with them is added to ``problems``."""
    known = {rule.id: rule for rule in rules}
    if not isinstance(tables, dict):
        problems.append(Problem(message("“rules” is no table"), sheet.value(*at), message("write [rules.ENC-01]")))
        return {}
    found: dict[str, Setting] = {}
    for name, table in tables.items():
        if name not in known:
            problems.append(unknown(name, rules, sheet.key(*at, name)))
        elif not isinstance(table, dict):
            hint = message("write [rules.{rule}], and below it what is set", rule=name)
            problems.append(Problem(message("“{name}” is no table", name=name), sheet.value(*at, name), hint))
        else:
            found[name] = _Table(sheet, (*at, name), known[name], vocabulary, problems).read(table)
    return found


class _Table:
    """One table ``[rules.ID]``."""

    def __init__(self, sheet: Sheet, at: Path, rule: Rule, vocabulary: Vocabulary, problems: list[Problem]) -> None:
        self.sheet, self.at, self.rule, self.vocabulary, self.problems = sheet, at, rule, vocabulary, problems

    def read(self, table: dict[str, Any]) -> Setting:
        """Return what the table sets."""
        parameters = {each.name: each for each in self.rule.parameters}
        values: dict[str, Value] = {}
        for name, given in table.items():
            if name in parameters:
                read = parameters[name].read(given, self.vocabulary)
                if isinstance(read, list):
                    self._refused(read, name)
                else:
                    values[name] = read
            elif name not in RESERVED:
                self._unknown(name, tuple(parameters))
        places: dict[str, Place] = {name: self.sheet.key(*self.at, name) for name in table}
        return Setting(self._weights(table.get("severity")), values, self._reason(table), places)

    def _weights(self, given: object) -> dict[Kind, Severity]:
        if given is None:
            return {}
        if isinstance(given, str):
            return weights(self.rule, given) if self._is_word(given, SEVERITIES, "severity") else {}
        if not isinstance(given, dict):
            hint = message("expected one of: {words}", words=SEVERITIES)
            self.problems.append(Problem(message("this is no severity"), self.sheet.value(*self.at, "severity"), hint))
            return {}
        right: dict[str, str] = {}
        for kind, word in given.items():
            if kind not in KINDS:
                found = message("there is no kind of finding “{name}”", name=kind)
                hint = did_you_mean(nearest(kind, KINDS), KINDS)
                self.problems.append(Problem(found, self.sheet.key(*self.at, "severity", kind), hint))
            elif self._is_word(word, SEVERITIES, "severity", kind):
                right[kind] = word
        return weights(self.rule, right)

    def _reason(self, table: dict[str, Any]) -> str:
        reason = table.get("reason", "")
        if isinstance(reason, str) and (reason.strip() or "reason" not in table):
            return reason
        found, hint = message("the reason is no text"), message('write reason = "…"')
        self.problems.append(Problem(found, self.sheet.value(*self.at, "reason"), hint))
        return ""

    def _is_word(self, given: object, known: tuple[str, ...], *path: str) -> bool:
        if given in known:
            return True
        found = message("there is no severity “{name}”", name=str(given))
        hint = did_you_mean(nearest(str(given), known), known)
        self.problems.append(Problem(found, self.sheet.value(*self.at, *path), hint))
        return False

    def _refused(self, refusals: list[Refusal], name: str) -> None:
        for each in refusals:
            path = (*self.at, name) if each.index is None else (*self.at, name, each.index)
            text = message("“{name}”: {found}", name=name, found=each.message)
            self.problems.append(Problem(text, self.sheet.value(*path), each.hint))

    def _unknown(self, name: str, known: tuple[str, ...]) -> None:
        found = message("the rule {rule} has no parameter “{name}”", rule=self.rule.id, name=name)
        words = ("severity", "reason", *known)
        self.problems.append(Problem(found, self.sheet.key(*self.at, name), did_you_mean(nearest(name, words), words)))


def words_of(
    sheet: Sheet, given: object, rules: Sequence[Rule], problems: list[Problem], *at: str | int
) -> tuple[str, ...]:
    """Return the words of a list that name rules; the others are added to ``problems``."""
    words = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    found = []
    for index, word in enumerate(words):
        if not isinstance(word, str):
            continue
        if matching(rules, word):
            found.append(word)
        else:
            place = sheet.value(*at, index) if isinstance(given, list) else sheet.value(*at)
            problems.append(unknown(word, rules, place))
    return tuple(found)
