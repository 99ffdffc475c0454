"""The command ``diff``: what changed between two versions, and does it go before the council again?"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.changes import Comparison, compare
from dataflow_assess.cli.faults import faults_told, note
from dataflow_assess.cli.language import told
from dataflow_assess.cli.output import answer
from dataflow_assess.cli.session import Common, Session, common_options, opened
from dataflow_assess.cli.versions import versions
from dataflow_assess.configuration import THRESHOLDS
from dataflow_assess.errors import DescriptionFault, Fault, Problem
from dataflow_assess.messages import language, message
from dataflow_assess.model import System
from dataflow_assess.reports.comparison import render_markdown, render_text
from dataflow_assess.reports.comparison_json import render_json

_FORMS = {"text": render_text, "json": render_json, "markdown": render_markdown}


@click.command(
    "diff",
    help=told(
        "Tell what changed between two versions in the council's terms, which findings came and went, and whether such "
        "changes usually go before the council again. OLD and NEW are files, folders, or REV:path of git."
    ),
)
@click.argument("old")
@click.argument("new")
@click.option(
    "--format", "form", type=click.Choice(tuple(_FORMS)), default="text", show_default=True,
    help=told("Format of the answer."),
)  # fmt: skip
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), help=told("Write to this file instead of standard output.")
)
@click.option(
    "--fail-on",
    type=click.Choice(THRESHOLDS),
    show_default="error",
    help=told("End with status 1 when a finding of this severity or above came, or the council is usually asked."),
)
@common_options()
def command(old: str, new: str, form: str, output: Path | None, fail_on: str | None, common: Common) -> None:
    """Compare two versions and end with 0, 1 or 2."""
    with faults_told(common.lang):
        session = opened(common, [Path(new)] if Path(new).exists() else (), fail_on=fail_on)
        before, after = _both(old, new, session)
        compared = [
            compare(_assessed(before[key], session), _assessed(after[key], session), session.plugins.rules)
            for key in after
            if key in before
        ]
        alone = _alone(before, after, session)
        lang = language(session.lang, next(iter(after.values())).language)
        answer(_FORMS[form](compared, lang), output, as_json=form == "json")
    sys.exit(_status(compared, session.settings["fail-on"], alone=alone))


def _both(old: str, new: str, session: Session) -> tuple[dict[str, System], dict[str, System]]:
    """Return the descriptions of both versions, or raise all problems of both."""
    found: list[dict[str, System]] = []
    problems: list[Problem] = []
    for given in (old, new):
        try:
            found.append(versions(given, session.plugins))
        except DescriptionFault as fault:
            problems.extend(fault.problems)
    if problems:
        raise DescriptionFault(problems)
    before, after = found
    if len(before) == len(after) == 1:  # whatever the names of two single files
        after = dict(zip(before, after.values(), strict=True))
    if not before.keys() & after.keys():
        text = message("{old} and {new} have no description of the same name", old=old, new=new)
        raise Fault.of(text, message("name two files, or two folders with the same files"))
    return before, after


def _assessed(system: System, session: Session) -> Assessment:
    return assess(system, session.plugins, session.in_force(system.place.path).rules)


def _alone(before: dict[str, System], after: dict[str, System], session: Session) -> bool:
    """Tell which descriptions stand on one side alone; return whether one came."""
    came = [key for key in after if key not in before]
    for key in came:
        note(message("{path}: a new description; check it as a whole", path=after[key].place.path), session.lang)
    for key, system in before.items():
        if key not in after:
            note(message("{path}: this description is gone", path=system.place.path), session.lang)
    return bool(came)


def _status(compared: Sequence[Comparison], fail_on: str, *, alone: bool) -> int:
    if fail_on == "never":
        return 0
    counted = THRESHOLDS[: THRESHOLDS.index(fail_on) + 1]
    came = any(finding.severity.value in counted for each in compared for finding in each.came)
    return int(alone or came or any(each.consultation.is_usual for each in compared))
