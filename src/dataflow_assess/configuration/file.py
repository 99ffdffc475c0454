"""What does a configuration file set? Everything wrong with it is collected, each with its place."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from dataflow_assess.configuration.options import OPTIONS
from dataflow_assess.configuration.rule_tables import rule_tables, words_of
from dataflow_assess.configuration.sheet import Sheet
from dataflow_assess.configuration.tuning import Ignored, Setting, Tuning, matching, unknown
from dataflow_assess.errors import Problem
from dataflow_assess.messages import Message, message
from dataflow_assess.parameters import Refusal, Value, did_you_mean
from dataflow_assess.rules import Rule
from dataflow_assess.vocabulary import Vocabulary, nearest

TABLES = ("rules", "overrides")
_OF_AN_OVERRIDE = ("paths", "select", "ignore", "rules")


@attrs.frozen
class Override:
    """What holds for some descriptions only.

    Attributes:
        paths: patterns of the descriptions, relative to the folder of the file.
        select, ignore: in place of what the file says above, or None where that holds.
        rules: settings that go before those above.
    """

    paths: tuple[str, ...]
    select: tuple[str, ...] | None = None
    ignore: tuple[Ignored, ...] | None = None
    rules: dict[str, Setting] = attrs.field(factory=dict)


@attrs.define
class FileReader:
    """Reads one configuration file; ``problems`` holds what is wrong with it so far."""

    sheet: Sheet
    problems: list[Problem] = attrs.field(factory=list)

    def options(self) -> dict[str, Value]:
        """Return the options that the file sets; those about rules as words, which nobody has looked up yet."""
        allowed = [*(name for name, option in OPTIONS.items() if option.in_file), *TABLES]
        found: dict[str, Value] = {}
        for name, given in self.sheet.data.items():
            if name in TABLES:
                continue
            if name not in allowed:
                self._unknown((name,), allowed)
            elif name == "ignore":
                found[name] = tuple(each.word for each in self._ignored(given, name))
            else:
                self._option(found, name, given)
        return found

    def _option(self, found: dict[str, Value], name: str, given: object) -> None:
        read = OPTIONS[name].read(given)
        if isinstance(read, list):
            self._refused(read, name)
        else:
            found[name] = read

    def tuning(self, rules: tuple[Rule, ...], vocabulary: Vocabulary) -> tuple[Tuning, tuple[Override, ...]]:
        """Return what the file says of rules: for every description, and for some.

        Args:
            rules: all rules there are.
            vocabulary: the words in force.
        """
        data = self.sheet.data
        everywhere = Tuning(
            words_of(self.sheet, data.get("select"), rules, self.problems, "select"),
            self._known(tuple(self._ignored(data.get("ignore", []), "ignore", quiet=True)), rules),
            words_of(self.sheet, data.get("mandatory"), rules, self.problems, "mandatory"),
            rule_tables(self.sheet, data.get("rules", {}), rules, vocabulary, self.problems, ("rules",)),
        )
        return everywhere, tuple(self._overrides(data.get("overrides", []), rules, vocabulary))

    def _overrides(self, given: object, rules: tuple[Rule, ...], vocabulary: Vocabulary) -> Iterator[Override]:
        if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
            hint = message("write [[overrides]], and below it “paths = […]”")
            self._problem(message("“overrides” is no list of tables"), ("overrides",), hint)
            return
        for index, table in enumerate(given):
            at = ("overrides", index)
            for name in table:
                if name not in _OF_AN_OVERRIDE:
                    self._unknown((*at, name), _OF_AN_OVERRIDE)
            select, ignore = table.get("select"), table.get("ignore")
            if select is not None and isinstance(refused := OPTIONS["select"].read(select), list):
                self._refused(refused, *at, "select")
            yield Override(
                self._paths(table, at),
                None if select is None else words_of(self.sheet, select, rules, self.problems, *at, "select"),
                None if ignore is None else self._known(tuple(self._ignored(ignore, *at, "ignore")), rules),
                rule_tables(self.sheet, table.get("rules", {}), rules, vocabulary, self.problems, (*at, "rules")),
            )

    def _paths(self, table: Mapping[str, Any], at: tuple[str | int, ...]) -> tuple[str, ...]:
        given = table.get("paths")
        if given is None:
            hint = message("add “paths = […]”: the descriptions for which it holds")
            self._problem(message("an override without “paths” would hold for nothing"), at, hint)
            return ()
        paths = [given] if isinstance(given, str) else given
        if not isinstance(paths, list) or not all(isinstance(each, str) for each in paths):
            self._problem(
                message("“paths” is no list of texts"), (*at, "paths"), message('write paths = ["folder/**"]')
            )
            return ()
        for index, path in enumerate(paths):
            if path.startswith("/") or path[1:3] in (":/", ":\\"):
                hint = message("patterns are relative to the folder of the configuration file")
                self._problem(message("“{path}” is an absolute path", path=path), (*at, "paths", index), hint)
        return tuple(paths)

    def _ignored(self, given: object, *at: str | int, quiet: bool = False) -> Iterator[Ignored]:
        """Yield what is left out: words, or tables with words and a reason; ``quiet`` repeats no problem."""
        problems = [] if quiet else self.problems
        for index, item in enumerate(given if isinstance(given, list) else [given]):
            path = (*at, index) if isinstance(given, list) else at
            if isinstance(item, str):
                yield Ignored(item, "", self.sheet.value(*path))
            elif isinstance(item, dict) and _is_excuse(item):
                words = item["rules"] if isinstance(item["rules"], list) else [item["rules"]]
                yield from (Ignored(word, item["reason"], self.sheet.value(*path)) for word in words)
            else:
                hint = message('write "ENC-01", or {example}', example='{rules = ["ENC-01"], reason = "…"}')
                found = message("this leaves no rule out")
                problems.append(Problem(found, self.sheet.value(*path), hint))

    def _known(self, ignored: tuple[Ignored, ...], rules: tuple[Rule, ...]) -> tuple[Ignored, ...]:
        known = {word for word in (each.word for each in ignored) if matching(rules, word)}
        self.problems.extend(unknown(each.word, rules, each.place) for each in ignored if each.word not in known)
        return tuple(each for each in ignored if each.word in known)

    def _refused(self, refusals: list[Refusal], *at: str | int) -> None:
        for each in refusals:
            path = at if each.index is None else (*at, each.index)
            text = message("“{name}”: {found}", name=at[-1], found=each.message)
            self.problems.append(Problem(text, self.sheet.value(*path), each.hint))

    def _unknown(self, path: tuple[str | int, ...], allowed: Any) -> None:  # noqa: ANN401
        name = str(path[-1])
        found = message("there is no option “{name}”", name=name)
        self.problems.append(
            Problem(found, self.sheet.key(*path), did_you_mean(nearest(name, allowed), tuple(allowed)))
        )

    def _problem(self, found: Message, path: tuple[str | int, ...], hint: Message) -> None:
        self.problems.append(Problem(found, self.sheet.value(*path), hint))


def _is_excuse(item: Mapping[str, Any]) -> bool:
    words = item.get("rules")
    texts = isinstance(words, str) or (isinstance(words, list) and all(isinstance(each, str) for each in words))
    reason = item.get("reason")
    return set(item) == {"rules", "reason"} and texts and isinstance(reason, str) and bool(reason.strip())
