"""How do the commands about one description read, assess and answer?"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from dataflow_assess.assessing import assess, load
from dataflow_assess.assessment import Assessment
from dataflow_assess.cli.language import lang_option, told
from dataflow_assess.cli.output import write_out
from dataflow_assess.cli.selection import plugin_option
from dataflow_assess.errors import Fault
from dataflow_assess.files import write_file
from dataflow_assess.loading import load_plugins
from dataflow_assess.messages import message
from dataflow_assess.vocabulary import nearest

F = TypeVar("F", bound=Callable[..., Any])


def answer_options(*forms: str) -> Callable[[F], F]:
    """Return the argument and options that the commands about one description share."""

    def decorate(function: F) -> F:
        function = lang_option()(plugin_option()(function))
        out = click.Path(path_type=Path)
        function = click.option(
            "--output", "-o", type=out, help=told("Write to this file instead of standard output.")
        )(function)
        shown = told("Format of the answer.")
        form = click.option("--format", "form", type=click.Choice(forms), default="text", show_default=True, help=shown)
        return click.argument("path", type=click.Path(path_type=Path))(form(function))

    return decorate


def assessed(path: Path, plugins: tuple[Path, ...], *, judged: bool = False) -> Assessment:
    """Return the assessment of the description at ``path``; without rules unless ``judged``: facts need none."""
    loaded = load_plugins(plugins)
    return assess(load(path, loaded), loaded, None if judged else ())


def answer(text: str, output: Path | None) -> None:
    """Write the answer to a file or to standard output."""
    if output is None:
        write_out(text)
    else:
        write_file(output, text.encode("utf-8"))


def as_text(value: dict[str, Any]) -> str:
    """Return JSON values as text."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def known_item(assessment: Assessment, data: str) -> str:
    """Return the identifier of a data item; a fault with the nearest one where there is none."""
    return _known(data, [item.id for item in assessment.system.data], "data item")


def known_node(assessment: Assessment, node: str | None) -> str | None:
    """Return the identifier of a node, or None; a fault with the nearest one where there is none."""
    return None if node is None else _known(node, [each.id for each in assessment.system.nodes], "node")


def _known(name: str, known: list[str], what: str) -> str:
    if name in known:
        return name
    near = nearest(name, known)
    hint = message("did you mean “{word}”?", word=near) if near else message("available: {known}", known=tuple(known))
    found = message("there is no data item “{item}”", item=name)
    raise Fault.of(found if what == "data item" else message("there is no node “{node}”", node=name), hint)
