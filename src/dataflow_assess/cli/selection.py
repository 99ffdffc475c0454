"""Which rules does a command apply, and which plugin files does it load?"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from dataflow_assess.cli.language import told
from dataflow_assess.errors import Fault, Problem
from dataflow_assess.messages import message
from dataflow_assess.rules import Rule
from dataflow_assess.vocabulary import nearest

F = TypeVar("F", bound=Callable[..., Any])


def plugin_option() -> Callable[[F], F]:
    """Return the option ``--plugin``, the same for every command."""
    return click.option(
        "--plugin",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=told("Load this Python file as a plugin as well."),
    )


def chosen_rules(rules: Sequence[Rule], select: Iterable[str], ignore: Iterable[str]) -> list[Rule]:
    """Return the rules that ``--select`` and ``--ignore`` leave, by identifier or its beginning.

    Raises:
        Fault: a word names no rule; the nearest identifier is told.
    """
    problems: list[Problem] = []
    wanted = _matching(rules, select, problems)
    unwanted = _matching(rules, ignore, problems)
    if problems:
        raise Fault(problems)
    taken = wanted if any(select) else {rule.id for rule in rules}
    return [rule for rule in rules if rule.id in taken - unwanted]


def named_rule(rules: Sequence[Rule], identifier: str) -> Rule:
    """Return the rule with this identifier.

    Raises:
        Fault: there is none; the nearest identifier is told.
    """
    for rule in rules:
        if rule.id == identifier.strip().upper():
            return rule
    raise Fault([_unknown(identifier, rules)])


def _matching(rules: Sequence[Rule], words: Iterable[str], problems: list[Problem]) -> set[str]:
    found: set[str] = set()
    for word in (part.strip().upper() for text in words for part in text.split(",")):
        named = {rule.id for rule in rules if word and rule.id.startswith(word)}
        if not named:
            problems.append(_unknown(word, rules))
        found |= named
    return found


def _unknown(word: str, rules: Sequence[Rule]) -> Problem:
    near = nearest(word, [rule.id for rule in rules])
    hint = message("did you mean “{word}”?", word=near) if near else message("see `dataflow-assess rules` for the list")
    return Problem(message("there is no rule “{rule}”", rule=word), None, hint)
