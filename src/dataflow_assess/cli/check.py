"""The command ``check``: what would a council ask about these descriptions?"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import click

from dataflow_assess.assessing import assess, load, load_bytes
from dataflow_assess.assessment import Assessment
from dataflow_assess.cli.faults import faults_told, note
from dataflow_assess.cli.language import told
from dataflow_assess.cli.outputs import outputs, write
from dataflow_assess.cli.session import Common, common_options, opened, words
from dataflow_assess.configuration import THRESHOLDS, InForce
from dataflow_assess.errors import DescriptionFault, Problem
from dataflow_assess.loading import Plugins
from dataflow_assess.messages import language, message
from dataflow_assess.model import System
from dataflow_assess.reading import descriptions
from dataflow_assess.reading.limits import MAX_BYTES
from dataflow_assess.reports import standard_reporters

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
    help=told("Apply only these rules: identifiers, their beginnings or groups, separated by commas."),
)
@click.option("--ignore", multiple=True, metavar="IDS", help=told("Leave these rules out; written as for --select."))
@click.option(
    "--reason",
    metavar="TEXT",
    help=told("Why mandatory rules are left out with --ignore."),
)
@click.option(
    "--fail-on",
    type=click.Choice(THRESHOLDS),
    show_default="error",
    help=told("End with status 1 when there is a finding of this severity or above."),
)
@common_options()
def command(
    paths: tuple[str, ...],
    forms: tuple[str, ...],
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    reason: str | None,
    fail_on: str | None,
    common: Common,
) -> None:
    """Check descriptions and end with 0, 1 or 2 as the contract says."""
    with faults_told(common.lang):
        sources, problems = _sources(paths)
        session = opened(
            common,
            (source for source in sources if isinstance(source, Path)),
            select=words(select),
            ignore=words(ignore),
            reason=reason,
            fail_on=fail_on,
            format=forms or None,
        )
        reporters = standard_reporters() | session.plugins.reporters
        chosen = outputs(session.settings["format"], output, reporters, os.environ)
        systems = _systems(sources, session.plugins, problems)
        assessments = [assess(system, session.plugins, session.in_force(system.place.path).rules) for system in systems]
        write(chosen, assessments, language(session.lang, _described(systems)))
    sys.exit(_status(assessments, session.settings["fail-on"]))


def _tell_excused(rules: Sequence[InForce], lang: str | None) -> None:
    """Tell which mandatory rules are left out or set otherwise, and why: that must not go unseen."""
    for identifier, why in dict.fromkeys(pair for each in rules for pair in each.excused.items()):
        text = message("the mandatory rule {rule} is left out or set otherwise: {reason}", rule=identifier, reason=why)
        note(text, lang)


def _sources(paths: Sequence[str]) -> tuple[list[str | Path], list[Problem]]:
    """Return what the paths mean, each once and in order, and what is wrong with them."""
    problems: list[Problem] = []
    sources: dict[str | Path, None] = {}
    for path in dict.fromkeys(paths):
        try:
            sources.update(dict.fromkeys([STDIN] if path == STDIN else descriptions([Path(path)])))
        except DescriptionFault as fault:
            problems.extend(fault.problems)
    return list(sources), problems


def _systems(sources: Sequence[str | Path], plugins: Plugins, problems: list[Problem]) -> list[System]:
    """Return all systems, in the order given, or raise all problems of all files at once."""
    systems: list[System] = []
    for source in sources:
        try:
            systems.append(_load(source, plugins))
        except DescriptionFault as fault:
            problems.extend(fault.problems)
    if problems:
        raise DescriptionFault(problems)
    return systems


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
    counted = THRESHOLDS[: THRESHOLDS.index(fail_on) + 1]
    return int(any(finding.severity.value in counted for each in assessments for finding in each.open_findings))
