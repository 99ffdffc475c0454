"""The command ``check``: what would a council ask about these descriptions?"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from dataflow_assess.assessing import assess, load, load_bytes
from dataflow_assess.assessment import Assessment
from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import lang_option, told
from dataflow_assess.cli.output import write_out
from dataflow_assess.cli.selection import chosen_rules, plugin_option
from dataflow_assess.errors import DescriptionFault, Fault, Problem
from dataflow_assess.files import write_file
from dataflow_assess.findings import Severity
from dataflow_assess.loading import Plugins, load_plugins
from dataflow_assess.messages import language, message
from dataflow_assess.model import System
from dataflow_assess.reading import descriptions
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
    "form",
    default="text",
    show_default=True,
    metavar="FORMAT",
    help=told("text, json, or a plugin's format."),
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
    help=told("Apply only these rules; a comma-separated list, or the beginning of identifiers."),
)
@click.option("--ignore", multiple=True, metavar="IDS", help=told("Leave these rules out."))
@click.option(
    "--fail-on",
    type=click.Choice(_THRESHOLDS),
    default="error",
    show_default=True,
    help=told("End with status 1 when there is a finding of this weight or more."),
)
@plugin_option()
@lang_option()
def command(
    paths: tuple[str, ...],
    form: str,
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
        reporters = standard_reporters() | plugins.reporters
        if form not in reporters:
            found = message("there is no format “{form}”", form=form)
            raise Fault.of(found, message("known are: {known}", known=tuple(reporters)))
        rules = chosen_rules(plugins.rules, select, ignore)
        systems = _systems(paths, plugins)
        assessments = [assess(system, plugins, rules) for system in systems]
        report = reporters[form].render(assessments, language(lang, _described(systems)))
        if output is None:
            write_out(report)
        else:
            write_file(output, report.encode("utf-8"))
    sys.exit(_status(assessments, fail_on))


def _systems(paths: Sequence[str], plugins: Plugins) -> list[System]:
    """Return all systems, or raise all problems of all files at once."""
    problems: list[Problem] = []
    systems = []
    files: list[Path | None] = [None] if STDIN in paths else []
    files += descriptions([Path(path) for path in paths if path != STDIN]) if set(paths) - {STDIN} else []
    for file in files:
        try:
            if file is None:
                systems.append(load_bytes(sys.stdin.buffer.read(), "<stdin>", plugins))
            else:
                systems.append(load(file, plugins))
        except DescriptionFault as fault:
            problems.extend(fault.problems)
    if problems:
        raise DescriptionFault(problems)
    return systems


def _described(systems: Sequence[System]) -> str | None:
    """Return the language in which the descriptions are written, where they agree."""
    languages = {system.language for system in systems}
    return languages.pop() if len(languages) == 1 else None


def _status(assessments: Sequence[Assessment], fail_on: str) -> int:
    if fail_on == "never":
        return 0
    counted = _THRESHOLDS[: _THRESHOLDS.index(fail_on) + 1]
    return int(any(finding.severity.value in counted for each in assessments for finding in each.open_findings))
