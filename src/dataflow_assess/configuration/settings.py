"""What is in force, and where from?

The command line goes before the environment, the environment before the file, the file before the default.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from dataflow_assess.configuration.file import FileReader, Override
from dataflow_assess.configuration.options import OPTIONS, PREFIX, Option
from dataflow_assess.configuration.patterns import matches
from dataflow_assess.configuration.sheet import Sheet
from dataflow_assess.configuration.tuning import Ignored, Setting, Tuning, matching, unexcused, unknown
from dataflow_assess.errors import Fault, Place, Problem
from dataflow_assess.messages import Message, message
from dataflow_assess.parameters import Value, did_you_mean
from dataflow_assess.rules import Rule
from dataflow_assess.vocabulary import Vocabulary, nearest

CONFIG, NO_CONFIG = f"{PREFIX}CONFIG", f"{PREFIX}NO_CONFIG"
"""The environment variables that stand for ``--config`` and ``--no-config``."""


@attrs.frozen
class Origin:
    """Where a value comes from.

    Attributes:
        kind: "command-line", "environment", "file" or "default".
        name: the option or the variable.
        place: where it stands in the file, or None.
    """

    kind: str
    name: str = ""
    place: Place | None = None

    def label(self, lang: str) -> str:
        """Return the origin in ``lang``."""
        if self.kind == "default":
            return message("default").text(lang)
        return self.name if self.place is None else str(self.place)


@attrs.frozen
class Given:
    """A value with its origin."""

    value: Value
    origin: Origin


@attrs.define
class Settings:
    """The options in force.

    Attributes:
        given: every option's value and origin, by name.
        sheet: the configuration file, or None.
        problems: what is wrong so far; `fault` tells it all at once.
        notes: what is told and stops nothing.
    """

    given: dict[str, Given]
    sheet: Sheet | None
    problems: list[Problem]
    notes: list[Message]
    everywhere: Tuning = attrs.field(factory=Tuning)
    overrides: tuple[Override, ...] = ()

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - each option has its own type
        return self.given[name].value

    def files(self, name: str) -> tuple[Path, ...]:
        """Return the files that an option names; what the configuration file names is relative to it."""
        value = self[name]
        names = tuple(map(Path, [value] if isinstance(value, str) else value)) if value else ()
        if self.sheet is not None and self.given[name].origin.kind == "file":
            return tuple(_relative(self.sheet.folder / name) for name in names)
        return names

    def settle(self, rules: tuple[Rule, ...], vocabulary: Vocabulary) -> None:
        """Take what is said of rules, now that it is known which there are.

        Raises:
            Fault: with everything that is wrong with the configuration.
        """
        if self.sheet is not None:
            reader = FileReader(self.sheet, self.problems)
            self.everywhere, self.overrides = reader.tuning(rules, vocabulary)
            how = message("write {example}", example='{rules = ["…"], reason = "…"}')
            self.problems.extend(unexcused(rules, self.everywhere, how))
            for each in self.overrides:
                own = Tuning((), each.ignore or (), self.everywhere.mandatory, each.rules)
                self.problems.extend(unexcused(rules, own, how))
        self._outside(rules)
        if self.problems:
            raise Fault(sorted(dict.fromkeys(self.problems), key=_order))

    def _outside(self, rules: tuple[Rule, ...]) -> None:
        """Check the words for rules that do not come from the file."""
        for name in ("select", "ignore", "mandatory"):
            if self.given[name].origin.kind != "file":
                self.problems.extend(unknown(word, rules) for word in self[name] if not matching(rules, word))
        if self.given["mandatory"].origin.kind == "environment":  # which adds to the file's, and takes nothing away
            both = dict.fromkeys((*self.everywhere.mandatory, *self["mandatory"]))
            self.everywhere = attrs.evolve(self.everywhere, mandatory=tuple(both))
            self.given["mandatory"] = attrs.evolve(self.given["mandatory"], value=tuple(both))
        if (ignored := self._ignored()) is not None:
            own = Tuning((), ignored, self.everywhere.mandatory)
            self.problems.extend(unexcused(rules, own, message("add --reason TEXT: why it is left out")))

    def _ignored(self) -> tuple[Ignored, ...] | None:
        """Return what the command line or the environment leaves out; None where they do not speak of it."""
        if self.given["ignore"].origin.kind not in ("command-line", "environment"):
            return None
        return tuple(Ignored(word, self["reason"]) for word in self["ignore"])

    def tuning(self, path: str) -> Tuning:
        """Return what decides on the rules of the description ``path``; later overrides go before earlier ones."""
        select, ignore, rules = self.everywhere.select, self.everywhere.ignore, dict(self.everywhere.rules)
        for each in self.overrides:
            if self._applies(each, path):
                select = select if each.select is None else each.select
                ignore = ignore if each.ignore is None else each.ignore
                for name, setting in each.rules.items():
                    rules[name] = setting.over(rules.get(name, Setting()))
        if self.given["select"].origin.kind in ("command-line", "environment"):
            select = self["select"]
        outside = self._ignored()
        return Tuning(select, ignore if outside is None else outside, self.everywhere.mandatory, rules)

    def _applies(self, override: Override, path: str) -> bool:
        assert self.sheet is not None
        relative = Path(os.path.relpath(path, self.sheet.folder)).as_posix()
        return any(matches(relative, pattern) for pattern in override.paths)


def resolve(given: Mapping[str, Value | None], environment: Mapping[str, str], sheet: Sheet | None) -> Settings:
    """Return the options in force; what is wrong with them is kept until `Settings.settle`.

    Args:
        given: the options of the command line by name; None for those that are not given.
        environment: the environment variables.
        sheet: the configuration file, or None.
    """
    problems: list[Problem] = []
    held = FileReader(sheet, problems).options() if sheet is not None else {}
    found: dict[str, Given] = {}
    for name, option in OPTIONS.items():
        if (value := given.get(name)) is not None:
            found[name] = Given(value, Origin("command-line", option.flag))
        elif (text := environment.get(option.variable)) is not None:
            found[name] = Given(_parsed(option, text, problems), Origin("environment", option.variable))
        elif sheet is not None and name in held:
            found[name] = Given(held[name], Origin("file", place=sheet.key(name)))
        else:
            found[name] = Given(option.default, Origin("default"))
    return Settings(found, sheet, problems, list(_strangers(environment)))


def _parsed(option: Option, text: str, problems: list[Problem]) -> Value:
    read = option.parse(text)
    if not isinstance(read, list):
        return read
    for each in read:
        found = message("the environment variable {name}: {found}", name=option.variable, found=each.message)
        problems.append(Problem(found, None, each.hint))
    return option.default


def _order(problem: Problem) -> tuple[int, int]:
    """Sort by place; what has none, of the command line and the environment, comes first."""
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)


def _strangers(environment: Mapping[str, str]) -> Iterator[Message]:
    """Yield a note for each environment variable that looks like ours and is none."""
    known = {CONFIG, NO_CONFIG, *(option.variable for option in OPTIONS.values())}
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in known:
            hint = did_you_mean(nearest(name, known), tuple(sorted(known)))
            yield message("the environment variable {name} means nothing here: {hint}", name=name, hint=hint)


def _relative(path: Path) -> Path:
    """Return a path as seen from here where it lies below, so that no message holds an absolute one."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
