"""How do the commands about one description read, assess and answer?"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from dataflow_assess.assessing import assess, load
from dataflow_assess.assessment import Assessment
from dataflow_assess.cli.language import told
from dataflow_assess.cli.session import Common, Session, common_options, opened
from dataflow_assess.errors import Fault
from dataflow_assess.messages import Message, message
from dataflow_assess.vocabulary import nearest

F = TypeVar("F", bound=Callable[..., Any])


def answer_options(*forms: str) -> Callable[[F], Callable[..., Any]]:
    """Return the argument and options that the commands about one description share."""

    def decorate(function: F) -> Callable[..., Any]:
        command = common_options()(function)
        out = click.Path(path_type=Path)
        command = click.option("--output", "-o", type=out, help=told("Write to this file instead of standard output."))(
            command
        )
        shown = told("Format of the answer.")
        form = click.option("--format", "form", type=click.Choice(forms), default="text", show_default=True, help=shown)
        return click.argument("path", type=click.Path(path_type=Path))(form(command))

    return decorate


def assessed(path: Path, common: Common, *, judged: bool = False) -> tuple[Assessment, Session]:
    """Return the assessment of the description at ``path``, and what it was made with.

    Args:
        path: the description.
        common: what the command line says in every command.
        judged: whether rules are applied: facts need none.
    """
    session = opened(common, [path])
    system = load(path, session.plugins)
    return assess(system, session.plugins, session.in_force(system.place.path).rules if judged else ()), session


def known_item(assessment: Assessment, data: str) -> str:
    """Return the identifier of a data item; a fault with the nearest one where there is none."""
    found = message("there is no data item “{item}”", item=data)
    return _known(data, [item.id for item in assessment.system.data], found)


def known_node(assessment: Assessment, node: str | None) -> str | None:
    """Return the identifier of a node, or None; a fault with the nearest one where there is none."""
    if node is None:
        return None
    found = message("there is no node “{node}”", node=node)
    return _known(node, [each.id for each in assessment.system.nodes], found)


def _known(name: str, known: list[str], missing: Message) -> str:
    if name in known:
        return name
    near = nearest(name, known)
    hint = message("did you mean “{word}”?", word=near) if near else message("available: {known}", known=tuple(known))
    raise Fault.of(missing, hint)
