"""Which plugins are there, and what do they bring? A plugin that cannot be used is a fault, never silence."""

import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pluggy

from dataflow_assess import hookspecs
from dataflow_assess.errors import PluginFault, Problem
from dataflow_assess.messages import message
from dataflow_assess.plugin import GROUP, Annotation, Assessment, ControlMapping, Reader, Reporter, Rule, Term
from dataflow_assess.vocabulary import Vocabulary, vocabulary_with

RAISED = (Exception, SystemExit)
"""What foreign code may raise: one that ends the process would else pass for a clean run."""


@attrs.frozen
class Plugins:
    """The plugins in force and what they bring.

    Attributes:
        rules: all rules, sorted by identifier.
        vocabulary: the words of format 1 and theirs.
        readers: further description formats, by suffix.
        reporters: further output formats, by name.
    """

    manager: pluggy.PluginManager = attrs.field(repr=False)
    rules: tuple[Rule, ...]
    vocabulary: Vocabulary
    readers: dict[str, Reader]
    reporters: dict[str, Reporter]

    def annotations(self, assessment: Assessment) -> list[Annotation]:
        """Return the badges that plugins want on the diagram, plugin by plugin.

        Raises:
            PluginFault: a plugin raised, or returned something else.
        """
        return [
            item
            for implementation in _implementations(self.manager, "dataflow_annotations")
            for item in _answers(implementation, "dataflow_annotations", Annotation, assessment=assessment)
        ]

    def mappings(self) -> dict[str, list[ControlMapping]]:
        """Return the controls that plugins map rules to, by the rule's identifier, plugin by plugin.

        Raises:
            PluginFault: a plugin raised, returned something else, or mapped a rule that nobody brings.
        """
        found: dict[str, list[ControlMapping]] = {rule.id: [] for rule in self.rules}
        for plugin, mapping in _collected(self.manager, "dataflow_mappings", ControlMapping):
            if mapping.rule not in found:
                text = message(
                    "the plugin {name} maps the rule {rule}, which is not there", name=plugin, rule=mapping.rule
                )
                raise PluginFault.of(text)
            found[mapping.rule].append(mapping)
        return found


def load_plugins(files: Iterable[Path] = ()) -> Plugins:
    """Return the plugins that are installed, and those in the Python files ``files``.

    Raises:
        PluginFault: with every plugin that cannot be loaded or whose answers cannot be used, and why.
    """
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    problems: list[Problem] = []
    for name, module in _modules(files, problems):
        _register(manager, module, name, problems)
    if problems:
        raise PluginFault(problems)
    rules = _unique(_grouped(_collected(manager, "dataflow_rules", Rule)), lambda rule: rule.id)
    return Plugins(
        manager,
        tuple(sorted(rules.values(), key=lambda rule: rule.id)),
        _vocabulary(_collected(manager, "dataflow_vocabulary", Term)),
        _unique(_collected(manager, "dataflow_readers", Reader), lambda reader: reader.suffix.lower()),
        _unique(_collected(manager, "dataflow_reporters", Reporter), lambda reporter: reporter.name),
    )


def _modules(files: Iterable[Path], problems: list[Problem]) -> Iterator[tuple[str, Any]]:
    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    for point in dict.fromkeys(points):
        with _reported(point.value, problems):
            yield point.name, point.load()
    for file in dict.fromkeys(files):
        with _reported(file.as_posix(), problems):
            yield file.as_posix(), _from_file(file)


def _from_file(file: Path) -> ModuleType:
    name = f"dataflow_assess_local_{file.stem}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        msg = "is no Python file"
        raise ImportError(msg)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


@attrs.define
class _reported:  # noqa: N801 - reads as a statement: with _reported(…)
    """Turns whatever a plugin's import raises, an exit included, into a problem that names the plugin."""

    name: str
    problems: list[Problem]

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, RAISED):
            return False
        text = message("the plugin {name} cannot be loaded: {error}", name=self.name, error=as_raised(error))
        self.problems.append(Problem(text))
        return True


def _register(manager: pluggy.PluginManager, module: object, name: str, problems: list[Problem]) -> None:
    try:
        manager.register(module, name)
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError) as error:
        text = message("the plugin {name} does not fit the hooks: {error}", name=name, error=as_raised(error))
        problems.append(Problem(text))
        if manager.is_registered(module):
            manager.unregister(module)


def _vocabulary(terms: list[tuple[str, Any]]) -> Vocabulary:
    try:
        return vocabulary_with(term for _, term in terms)
    except ValueError as error:
        count = next(count for count in range(1, len(terms) + 1) if not _usable(terms[:count]))
        text = message(
            "the words of the plugin {name} cannot be used: {reason}", name=terms[count - 1][0], reason=str(error)
        )
        raise PluginFault.of(text) from None


def _usable(terms: list[tuple[str, Any]]) -> bool:
    try:
        vocabulary_with(term for _, term in terms)
    except ValueError:
        return False
    return True


def _collected(manager: pluggy.PluginManager, hook: str, kind: type) -> list[tuple[str, Any]]:
    return [
        (implementation.plugin_name, item)
        for implementation in _implementations(manager, hook)
        for item in _answers(implementation, hook, kind)
    ]


def _grouped(found: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return rules that know the name of the plugin that brings them; of a file it is the name without suffix."""
    grouped: dict[int, Rule] = {}
    for plugin, rule in found:
        if id(rule) not in grouped:
            grouped[id(rule)] = attrs.evolve(rule, group=Path(plugin).name.removesuffix(".py"))
    return [(plugin, grouped[id(rule)]) for plugin, rule in found]


def _implementations(manager: pluggy.PluginManager, hook: str) -> list[Any]:
    """Return the answers to a hook in the order of registration: what is installed, then the files as named."""
    order = [name for name, _ in manager.list_name_plugin()]
    return sorted(getattr(manager.hook, hook).get_hookimpls(), key=lambda impl: order.index(impl.plugin_name))


def _answers(implementation: Any, hook: str, kind: type, **arguments: object) -> list[Any]:  # noqa: ANN401
    wanted = {name: arguments[name] for name in implementation.argnames}
    try:
        answers = list(implementation.function(**wanted))
    except RAISED as error:
        text = message(
            "{hook} of the plugin {name} failed: {error}",
            hook=hook,
            name=implementation.plugin_name,
            error=as_raised(error),
        )
        raise PluginFault.of(text) from error
    for answer in answers:
        if not isinstance(answer, kind):
            text = message(
                "{hook} of the plugin {name} returned {found} where {wanted} is expected",
                hook=hook,
                name=implementation.plugin_name,
                found=type(answer).__name__,
                wanted=kind.__name__,
            )
            raise PluginFault.of(text)
    return answers


def _unique(found: list[tuple[str, Any]], key: Callable[[Any], str]) -> dict[str, Any]:
    known: dict[str, tuple[str, Any]] = {}
    for plugin, item in found:
        other, _ = known.setdefault(key(item), (plugin, item))
        if known[key(item)][1] is not item:
            text = message(
                "{id} is defined by the plugin {first} and again by {second}", id=key(item), first=other, second=plugin
            )
            raise PluginFault.of(text)
    return {identifier: item for identifier, (_, item) in known.items()}


def as_raised(error: BaseException) -> str:
    """Return what foreign code raised, on one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())
