"""How does a description become an assessment?"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from dataflow_assess.assessment import Assessment
from dataflow_assess.collecting import uncollected
from dataflow_assess.errors import DescriptionFault, Fault, PluginFault, reason
from dataflow_assess.extensions import Reader
from dataflow_assess.facts import Facts
from dataflow_assess.findings import Finding, Kind, Subject, fingerprint
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.loading import RAISED, Plugins, as_raised, load_plugins
from dataflow_assess.messages import message
from dataflow_assess.model import System
from dataflow_assess.reading import read_bytes, read_file
from dataflow_assess.rules import Hit, Rule, subject_of

T = TypeVar("T")


def load(path: Path | str, plugins: Plugins | None = None) -> System:
    """Return the system described in the file ``path``.

    Args:
        path: a YAML or JSON file, or one that a plugin's reader knows by its suffix.
        plugins: what is in force; what is installed when None.

    Raises:
        DescriptionFault: with every problem found, each with its place.
        PluginFault: a plugin's reader raised something else, or returned no system.
    """
    plugins = plugins or load_plugins()
    reader = plugins.readers.get(Path(path).suffix.lower())
    if reader is not None:
        return _read_by(reader, path)
    return read_file(path, plugins.vocabulary)


def _read_by(reader: Reader, path: Path | str) -> System:
    shown = Path(path).as_posix()
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise DescriptionFault.of(
            message("{path}: cannot be read ({reason})", path=shown, reason=reason(error))
        ) from None
    try:
        return _wanted(System, reader.read(raw, shown))
    except Fault:
        raise
    except RAISED as error:
        text = message(
            "the reader of {suffix} files failed: {error}",
            suffix=reader.suffix,
            error=as_raised(error),
        )
        raise PluginFault.of(text) from error


def _wanted(kind: type[T], value: object) -> T:
    """Return what a plugin gave, which no type checker has seen; TypeError when it is something else."""
    if not isinstance(value, kind):
        msg = f"{kind.__name__} is expected, not {type(value).__name__}"
        raise TypeError(msg)
    return value


def load_bytes(raw: bytes, shown: str, plugins: Plugins) -> System:
    """Return the system described in ``raw``, for example standard input; ``shown`` names it in messages."""
    return read_bytes(raw, shown, plugins.vocabulary)


def assess(system: System, plugins: Plugins | None = None, rules: Iterable[Rule] | None = None) -> Assessment:
    """Return the assessment of a system.

    Args:
        system: the description, as `load` returns it.
        plugins: what is in force; what is installed when None.
        rules: the rules to apply; all of the plugins' when None.

    Raises:
        PluginFault: a rule raised; nothing is ever reported clean because a rule is broken.
    """
    chosen = tuple((plugins or load_plugins()).rules) if rules is None else tuple(rules)
    with uncollected():
        facts = Facts(DataFlowGraph(system))
        findings = sorted(
            (finding for rule in chosen for finding in stamped(rule, lambda rule: rule.hits(facts), facts)), key=order
        )
    return Assessment(system.place.path, facts, tuple(findings), {rule.id: rule for rule in chosen})


def stamped(rule: Rule, apply: Callable[[Rule], Iterable[Hit]], facts: Facts) -> Iterator[Finding]:
    """Yield the findings of a rule, each hit stamped with what the rule says of all.

    Args:
        rule: the rule.
        apply: what applies it.
        facts: the facts of the system.

    Raises:
        PluginFault: the rule raised, or yielded something else.
    """
    seen: Counter[tuple[Kind, Subject]] = Counter()
    try:
        for given in apply(rule):
            hit = _wanted(Hit, given)
            subject = subject_of(hit.element)
            ordinal = seen[hit.kind, subject]
            seen[hit.kind, subject] += 1
            yield _finding(hit, rule, subject, ordinal, facts)
    except RAISED as error:
        text = message(
            "the rule {rule} failed ({origin}): {error}",
            rule=rule.id,
            origin=Path(rule.origin).name,
            error=as_raised(error),
        )
        raise PluginFault.of(text) from error


def _finding(hit: Hit, rule: Rule, subject: Subject, ordinal: int, facts: Facts) -> Finding:
    return Finding(
        rule=rule.id,
        severity=rule.weight(hit),
        kind=hit.kind,
        message=hit.message,
        subject=subject,
        place=hit.place or hit.element.place,
        related=hit.related,
        trace=hit.trace,
        alternatives=tuple(_alternatives(hit, facts)),
        remedy=rule.remedy,
        sources=hit.sources or rule.sources,
        statement=hit.statement,
        fingerprint=fingerprint(rule.id, hit.kind, subject, ordinal),
    )


def _alternatives(hit: Hit, facts: Facts) -> Iterator[str]:
    for assumptions in hit.when:
        parts = [f"{choice} = {facts.system.choices[choice].options[option]}" for choice, option in assumptions]
        if parts:
            yield "; ".join(parts)


def order(finding: Finding) -> tuple[object, ...]:
    """Return by what findings are sorted: place, rule and subject."""
    return (finding.place.line, finding.place.column, finding.rule, finding.kind.value, finding.subject.id)
