"""Which plugin files does a command load, and which rule is named?"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from dataflow_assess.cli.language import told
from dataflow_assess.configuration import unknown
from dataflow_assess.errors import Fault
from dataflow_assess.rules import Rule

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


def named_rule(rules: Sequence[Rule], identifier: str) -> Rule:
    """Return the rule with this identifier.

    Raises:
        Fault: there is none; the nearest identifier is told.
    """
    for rule in rules:
        if rule.id == identifier.strip().upper():
            return rule
    raise Fault([unknown(identifier, rules)])
