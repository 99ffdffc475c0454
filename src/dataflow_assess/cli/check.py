"""The command ``check``: what would a council ask about these descriptions?"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

import attrs
import click

from dataflow_assess.assessment import Assessment
from dataflow_assess.cli.accepting import Accepting, accepting_options, apply
from dataflow_assess.cli.examining import Task, examine
from dataflow_assess.cli.faults import faults_told, note
from dataflow_assess.cli.language import told
from dataflow_assess.cli.output import write_out
from dataflow_assess.cli.outputs import Output, outputs, write
from dataflow_assess.cli.session import Common, Session, common_options, opened, words
from dataflow_assess.cli.terminal import coloured, is_coloured, progress
from dataflow_assess.cli.unset import Unset
from dataflow_assess.configuration import THRESHOLDS, InForce
from dataflow_assess.errors import DescriptionFault, Fault, Problem
from dataflow_assess.extensions import Reporter
from dataflow_assess.messages import language, message
from dataflow_assess.model import System
from dataflow_assess.reading import descriptions
from dataflow_assess.reading.limits import MAX_BYTES
from dataflow_assess.reports import standard_reporters
from dataflow_assess.reports.statistics import render_statistics

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
    cls=Unset,
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
    cls=Unset,
    help=told("End with status 1 when there is a finding of this severity or above."),
)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    metavar="N",
    show_default="1",
    cls=Unset,
    help=told("How many processes assess at once; 0 is one for each processor."),
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    show_default="auto",
    cls=Unset,
    help=told("Colours on a terminal: auto, always, never."),
)
@click.option(
    "--quiet", "-q", is_flag=True, help=told("Print findings alone: no progress, notes, passes or closing summary.")
)
@click.option("--statistics", is_flag=True, help=told("Print how many findings each rule has."))
@accepting_options()
@common_options()
def command(
    paths: tuple[str, ...],
    forms: tuple[str, ...],
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    reason: str | None,
    fail_on: str | None,
    jobs: int | None,
    color: str | None,
    quiet: bool,
    statistics: bool,
    accepting: Accepting,
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
            jobs=jobs,
            color=color,
            quiet=quiet or None,
            statistics=statistics or None,
            **accepting.given,
        )
        quiet = session.settings["quiet"]
        reporters = standard_reporters() | session.plugins.reporters
        if quiet:
            reporters["text"] = attrs.evolve(reporters["text"], render=_render_quiet)
        chosen = _chosen(session, output, reporters)
        assessments = apply(accepting, _assessed(sources, problems, session), session)
        shown = language(session.lang, _described([each.system for each in assessments]))
        if not quiet:
            _tell_excused([session.in_force(each.path) for each in assessments], session.lang)
        write(chosen, assessments, shown, _paint(session, shown))
        if session.settings["statistics"]:
            _tell_statistics(assessments, chosen, shown)
    sys.exit(0 if accepting.write_baseline else _status(assessments, session.settings["fail-on"]))


def _chosen(session: Session, output: Path | None, reporters: Mapping[str, Reporter]) -> list[Output]:
    """Return what is to be written; what is wrong with formats of the configuration file has its place there."""
    try:
        return outputs(session.settings["format"], output, reporters, os.environ)
    except Fault as fault:
        place = session.settings.given["format"].origin.place
        raise Fault(attrs.evolve(problem, place=problem.place or place) for problem in fault.problems) from None


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


def _assessed(sources: Sequence[str | Path], problems: list[Problem], session: Session) -> list[Assessment]:
    """Return all assessments, in the order given, or raise all problems of all files at once."""
    tasks = [_task(source, session) for source in sources]
    settings = session.settings
    with progress(len(tasks), session.lang, wanted=not settings["quiet"]) as done:
        found, unread = examine(tasks, session.plugins, settings.files("plugins"), settings["jobs"], done)
    if problems or unread:
        raise DescriptionFault([*problems, *unread])
    return found


def _task(source: str | Path, session: Session) -> Task:
    if isinstance(source, Path):
        return Task(source.as_posix(), None, session.settings.tuning(source.as_posix()))
    return Task("<stdin>", _standard_input(sys.stdin), session.settings.tuning(source))


def _paint(session: Session, lang: str) -> Callable[[str], str] | None:
    """Return what gives the text its colours on standard output, or None."""
    if not is_coloured(session.settings["color"], sys.stdout):
        return None
    return lambda text: coloured(text, lang)


def _render_quiet(assessments: Sequence[Assessment], lang: str) -> str:
    from dataflow_assess.reports.text_report import render_quiet

    return render_quiet(assessments, lang)


def _tell_statistics(assessments: Sequence[Assessment], chosen: Sequence[Output], lang: str) -> None:
    """Write the statistics after the text on standard output, or on standard error, to disturb no other format."""
    text = render_statistics(assessments, lang)
    if any(each.file is None and each.reporter.name == "text" for each in chosen):
        write_out(text)
    else:
        sys.stderr.write(text)


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
    return int(any(finding.severity.value in counted for each in assessments for finding in each.new_findings))
