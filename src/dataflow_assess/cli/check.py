"""The command ``check``: what would a council ask about these descriptions?"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import click

from dataflow_assess.assessing import assess, load, load_bytes
from dataflow_assess.assessment import Assessment
from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import lang_option, told
from dataflow_assess.cli.outputs import outputs, write
from dataflow_assess.cli.selection import chosen_rules, plugin_option
from dataflow_assess.errors import DescriptionFault, Problem
from dataflow_assess.findings import Severity
from dataflow_assess.loading import Plugins, load_plugins
from dataflow_assess.messages import language
from dataflow_assess.model import System
from dataflow_assess.reading import descriptions
from dataflow_assess.reading.limits import MAX_BYTES
from dataflow_assess.reports import standard_reporters

_THRESHOLDS = (*(severity.value for severity in Severity), "never")
STDIN = "-"


@click.command(
    "check",
    help=told("Print the findings of descriptions. A folder means every description below it; - is standard input."),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "forms",
    multiple=True,
    show_default="text",
    metavar="FORMAT[=FILE]",
    help=told(
        "text, json, sarif, junit, github, gitlab, markdown, or a plugin's format; several may be given, each with its "
        "own file. In GitHub Actions github is the default."
    ),
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help=told("Write to this file instead of standard output."),
)
@click.option(
    "--select",
    multiple=True,
    metavar="IDS",
    help=told("Apply only these rules: identifiers or their beginnings, separated by commas."),
)
@click.option("--ignore", multiple=True, metavar="IDS", help=told("Leave these rules out; written as for --select."))
@click.option(
    "--fail-on",
    type=click.Choice(_THRESHOLDS),
    default="error",
    show_default=True,
    help=told("End with status 1 when there is a finding of this severity or above."),
)
@plugin_option()
@lang_option()
def command(
    paths: tuple[str, ...],
    forms: tuple[str, ...],
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    plugin: tuple[Path, ...],
    lang: str | None,
) -> None:
    """Check descriptions and end with 0, 1 or 2 as the contract says."""
    with faults_told(lang):
        plugins = load_plugins(plugin)
        chosen = outputs(forms, output, standard_reporters() | plugins.reporters, os.environ)
        rules = chosen_rules(plugins.rules, select, ignore)
        systems = _systems(paths, plugins)
        assessments = [assess(system, plugins, rules) for system in systems]
        write(chosen, assessments, language(lang, _described(systems)))
    sys.exit(_status(assessments, fail_on))


def _systems(paths: Sequence[str], plugins: Plugins) -> list[System]:
    """Return all systems, in the order given, or raise all problems of all files at once."""
    problems: list[Problem] = []
    sources: dict[str | Path, None] = {}
    systems: list[System] = []
    for path in dict.fromkeys(paths):
        try:
            sources.update(dict.fromkeys(_sources(path)))
        except DescriptionFault as fault:
            problems.extend(fault.problems)
    for source in sources:
        try:
            systems.append(_load(source, plugins))
        except DescriptionFault as fault:
            problems.extend(fault.problems)
    if problems:
        raise DescriptionFault(problems)
    return systems


def _sources(path: str) -> Sequence[str | Path]:
    return [STDIN] if path == STDIN else descriptions([Path(path)])


def _load(source: str | Path, plugins: Plugins) -> System:
    if isinstance(source, Path):
        return load(source, plugins)
    return load_bytes(_standard_input(sys.stdin), "<stdin>", plugins)


def _standard_input(stream: TextIO | None) -> bytes:
    """Return what comes in, as far as a description may be large; a closed standard input is an empty one."""
    return b"" if stream is None else stream.buffer.read(MAX_BYTES + 1)


def _described(systems: Sequence[System]) -> str | None:
    """Return the language in which the descriptions are written, where they agree."""
    languages = {system.language for system in systems}
    return languages.pop() if len(languages) == 1 else None


def _status(assessments: Sequence[Assessment], fail_on: str) -> int:
    if fail_on == "never":
        return 0
    counted = _THRESHOLDS[: _THRESHOLDS.index(fail_on) + 1]
    return int(any(finding.severity.value in counted for each in assessments for finding in each.open_findings))
