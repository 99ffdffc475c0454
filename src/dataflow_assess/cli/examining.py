"""How are many descriptions assessed, in this process or in several, with the same result in the same order?"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs

from dataflow_assess.assessing import assess, load, load_bytes
from dataflow_assess.assessment import Assessment
from dataflow_assess.configuration import Tuning, in_force
from dataflow_assess.errors import DescriptionFault, Fault, Problem
from dataflow_assess.facts import Facts
from dataflow_assess.findings import Finding
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.loading import Plugins, load_plugins
from dataflow_assess.messages import message
from dataflow_assess.model import System


@attrs.frozen
class Task:
    """One description to assess.

    Attributes:
        shown: its file, as it is named to people.
        raw: its contents, where it is no file: standard input; else None.
        tuning: what decides on its rules.
    """

    shown: str
    raw: bytes | None
    tuning: Tuning


@attrs.frozen
class Outcome:
    """What came of a task; it travels between processes, which facts and rules cannot.

    Attributes:
        system, findings: the description and what was found; None and () where it failed.
        kind: the class of the fault, or None.
        problems: what is wrong.
    """

    system: System | None
    findings: tuple[Finding, ...] = ()
    kind: type[Fault] | None = None
    problems: tuple[Problem, ...] = ()


def examine(
    tasks: Sequence[Task], plugins: Plugins, files: Sequence[Path], jobs: int, done: Callable[[], None]
) -> tuple[list[Assessment], list[Problem]]:
    """Return the assessments in the order of ``tasks``, and the problems of the descriptions that cannot be read.

    Args:
        tasks: the descriptions.
        plugins: the plugins in force.
        files: the Python files among them, which every process loads for itself.
        jobs: how many processes; 0 is one for each processor.
        done: called after each description.

    Raises:
        Fault: a rule or reader raised; a process ended. A description that cannot be read goes before that.
    """
    count = min(jobs or _processors(), len(tasks))
    ended = _here(tasks, plugins) if count <= 1 else _apart(tasks, files, count)
    outcomes = []
    for outcome in ended:
        outcomes.append(outcome)
        done()
    unread = [problem for each in outcomes if each.kind is DescriptionFault for problem in each.problems]
    broken = next((each for each in outcomes if each.kind not in (None, DescriptionFault)), None)
    if broken is not None and broken.kind is not None and not unread:
        raise broken.kind(broken.problems)
    return [_assessment(each, task, plugins) for task, each in zip(tasks, outcomes, strict=True) if each.system], unread


def _assessment(outcome: Outcome, task: Task, plugins: Plugins) -> Assessment:
    assert outcome.system is not None
    rules = {rule.id: rule for rule in in_force(plugins.rules, task.tuning).rules}
    facts = Facts(DataFlowGraph(outcome.system))
    return Assessment(outcome.system.place.path, facts, outcome.findings, rules)


def _here(tasks: Sequence[Task], plugins: Plugins) -> Iterator[Outcome]:
    return (_examined(task, plugins) for task in tasks)


def _examined(task: Task, plugins: Plugins) -> Outcome:
    try:
        system = load(task.shown, plugins) if task.raw is None else load_bytes(task.raw, task.shown, plugins)
        found = assess(system, plugins, in_force(plugins.rules, task.tuning).rules)
    except Fault as fault:
        return Outcome(None, (), type(fault), fault.problems)
    return Outcome(system, found.findings)


def _apart(tasks: Sequence[Task], files: Sequence[Path], count: int) -> Iterator[Outcome]:
    """Yield the outcomes from ``count`` other processes; when we are interrupted they end too."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("spawn")  # a fork would copy threads in the middle of what they do
    try:
        with ProcessPoolExecutor(count, context, _prepare, (tuple(files),)) as pool:
            try:
                futures = [pool.submit(_in_worker, task) for task in tasks]
                yield from (future.result() for future in futures)
            except BaseException:
                for child in multiprocessing.active_children():
                    child.terminate()
                raise
    except BrokenProcessPool:
        text = message("a process that assesses descriptions has ended without a word")
        raise Fault.of(text, message("perhaps memory ran out: use --jobs 1")) from None


_plugins: Plugins | None = None


def _prepare(files: tuple[Path, ...]) -> None:
    """Make a new process ready: it has the same plugins, and leaves it to the first process to be interrupted."""
    global _plugins  # noqa: PLW0603 - a worker has no other place between its tasks
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _plugins = load_plugins(files)


def _in_worker(task: Task) -> Outcome:
    assert _plugins is not None
    return _examined(task, _plugins)


def _processors() -> int:
    """Return how many processors this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1
