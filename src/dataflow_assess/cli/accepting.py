"""Which findings of a run of ``check`` are accepted: waived, or known from a baseline?"""

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import attrs
import click

from dataflow_assess.assessment import Assessment
from dataflow_assess.baseline import Baseline, Entry, read_baseline
from dataflow_assess.cli.faults import note
from dataflow_assess.cli.language import told
from dataflow_assess.cli.session import Session, as_seen
from dataflow_assess.configuration import searched
from dataflow_assess.errors import DescriptionFault, Fault, Problem
from dataflow_assess.files import write_file
from dataflow_assess.messages import message
from dataflow_assess.model import Day, ListedWaiver, read_day
from dataflow_assess.reading.waivers import WAIVERS, read_waivers
from dataflow_assess.waiving import accepted

F = TypeVar("F", bound=Callable[..., Any])


@attrs.frozen
class Accepting:
    """What the command line says of waivers and baselines.

    Attributes:
        given: the options that a configuration may also set, by name.
        no_waivers: whether nothing is waived.
        write_baseline: the file to which the findings are written as known, or None.
    """

    given: dict[str, str | None]
    no_waivers: bool
    write_baseline: Path | None


def accepting_options() -> Callable[[F], Callable[..., Any]]:
    """Return the options on waivers and baselines; the function takes them as its argument ``accepting``."""

    def decorate(function: F) -> Callable[..., Any]:
        @click.option(
            "--waivers",
            metavar="FILE",
            help=told("File of waivers; otherwise the nearest dataflow-assess-waivers.yaml above the description."),
        )
        @click.option(
            "--no-waivers", is_flag=True, help=told("Waive nothing, whatever descriptions and files of waivers say.")
        )
        @click.option(
            "--today",
            metavar="DATE",
            help=told("The day by which waivers end, so that a run can be repeated; otherwise today."),
        )
        @click.option("--baseline", metavar="FILE", help=told("Fail only on what this baseline does not know."))
        @click.option(
            "--write-baseline",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help=told("Write what is found to this file as known, and end with status 0."),
        )
        @functools.wraps(function)
        def command(
            *,
            waivers: str | None,
            no_waivers: bool,
            today: str | None,
            baseline: str | None,
            write_baseline: Path | None,
            **rest: Any,  # noqa: ANN401
        ) -> Any:  # noqa: ANN401
            given = {"waivers": waivers, "today": today, "baseline": baseline}
            return function(accepting=Accepting(given, no_waivers, write_baseline), **rest)

        return command

    return decorate


def apply(accepting: Accepting, assessments: Sequence[Assessment], session: Session) -> list[Assessment]:
    """Return the assessments with what is waived or known marked; the baseline is written where that is asked for.

    Raises:
        Fault: ``--today`` is no day, a file cannot be used, or the baseline cannot be written.
    """
    known = [read_baseline(path, path.as_posix()) for path in session.settings.files("baseline")]
    marked = list(assessments) if accepting.no_waivers else _waived(assessments, session)
    for baseline in known:
        marked, gone = baseline.compared(marked)
        if not session.settings["quiet"]:
            _tell(marked, gone, session.lang)
    if accepting.write_baseline is not None:
        written = Baseline.of(marked)
        write_file(accepting.write_baseline, written.text().encode())
        count = sum(len(each.open_findings) for each in marked)
        path = accepting.write_baseline.as_posix()
        note(message("{path}: {count} findings are written as known", path=path, count=count), session.lang)
    return marked


def _tell(assessments: Sequence[Assessment], gone: Sequence[Entry], lang: str | None) -> None:
    """Tell how many findings are known, and which entries of the baseline occur no longer."""
    known = sum(finding.known for each in assessments for finding in each.open_findings)
    new = sum(not finding.known for each in assessments for finding in each.open_findings)
    note(message("baseline: {known} known, {new} new", known=known, new=new), lang)
    if gone:
        note(
            message("{count} entries of the baseline occur no longer; write it anew to drop them", count=len(gone)),
            lang,
        )
    for entry in gone:
        note(message("no longer: {rule} {element}", rule=entry.rule, element=entry.id), lang)


def judged_by(text: str) -> Day:
    """Return the day by which waivers are judged: as given, or else today.

    Raises:
        Fault: what is given is no date with a day.
    """
    if not text:
        now = dt.datetime.now().astimezone()
        return Day(now.year, now.month, now.day)
    day = read_day(text)
    if day is None or day.day is None:
        found = message("--today {text}: this is no day", text=text)
        raise Fault.of(found, message("write it like 2027-03-31 or 令和9年3月31日"))
    return day


def _waived(assessments: Sequence[Assessment], session: Session) -> list[Assessment]:
    today = judged_by(session.settings["today"])
    files = {each.path: _files(each.path, session) for each in assessments}
    read = _read(dict.fromkeys(file for found in files.values() for file in found), session)
    lists = {
        path: [waiver for file in found for waiver in read[file] if _is_for(waiver, file, path)]
        for path, found in files.items()
    }
    return accepted(assessments, session.plugins.rules, today, lists)


def _files(path: str, session: Session) -> tuple[Path, ...]:
    """Return the files of waivers for a description: the one that is named, or the nearest above it."""
    named: tuple[Path, ...] = session.settings.files("waivers")
    if named:
        return named
    folder = Path(path).absolute().parent if Path(path).exists() else Path.cwd()
    nearest = next((each / WAIVERS for each in searched(folder) if (each / WAIVERS).is_file()), None)
    return () if nearest is None else (Path(as_seen(nearest)),)


def _read(files: Iterable[Path], session: Session) -> dict[Path, tuple[ListedWaiver, ...]]:
    found: dict[Path, tuple[ListedWaiver, ...]] = {}
    problems: list[Problem] = []
    for file in files:
        try:
            found[file] = read_waivers(file, file.as_posix(), session.plugins.vocabulary)
        except DescriptionFault as fault:
            problems.extend(fault.problems)
    if problems:
        raise DescriptionFault(problems)
    return found


def _is_for(waiver: ListedWaiver, file: Path, path: str) -> bool:
    return not waiver.description or (file.parent / waiver.description).resolve() == Path(path).resolve()
