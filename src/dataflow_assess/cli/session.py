"""With which options, plugins and rules does a command run? What all commands share on that."""

import functools
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import attrs
import click

from dataflow_assess.cli.faults import note
from dataflow_assess.cli.language import lang_option, told, wished
from dataflow_assess.cli.selection import plugin_option
from dataflow_assess.configuration import (
    CONFIG,
    NO_CONFIG,
    InForce,
    Settings,
    Sheet,
    find,
    in_force,
    read_sheet,
    resolve,
)
from dataflow_assess.errors import Fault, Problem
from dataflow_assess.loading import Plugins, load_plugins
from dataflow_assess.messages import message
from dataflow_assess.parameters import Value

F = TypeVar("F", bound=Callable[..., Any])


@attrs.frozen
class Common:
    """What the command line says in every command.

    Attributes:
        config: the configuration file, or None.
        no_config: whether none is read.
        plugin: Python files to load as plugins.
        lang: the language wished for, or None.
    """

    config: Path | None
    no_config: bool
    plugin: tuple[Path, ...]
    lang: str | None


@attrs.frozen
class Session:
    """What a command runs with.

    Attributes:
        settings: the options in force.
        plugins: the plugins in force.
        about: the first description or folder that it is about, with forward slashes.
    """

    settings: Settings
    plugins: Plugins
    about: str

    @property
    def lang(self) -> str | None:
        """The language wished for, or None where the description decides."""
        return self.settings["lang"] or None

    def in_force(self, path: str) -> InForce:
        """Return the rules for the description ``path``."""
        return in_force(self.plugins.rules, self.settings.tuning(path))


def common_options() -> Callable[[F], Callable[..., Any]]:
    """Return the options of every command; the function takes them as its argument ``common``."""

    def decorate(function: F) -> Callable[..., Any]:
        @lang_option()
        @plugin_option()
        @click.option(
            "--no-config", is_flag=True, help=told("Read no configuration file; see `dataflow-assess config show`.")
        )
        @click.option(
            "--config",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help=told("Read this configuration file instead of the nearest dataflow-assess.toml or pyproject.toml."),
        )
        @functools.wraps(function)
        def command(
            *,
            config: Path | None,
            no_config: bool,
            plugin: tuple[Path, ...],
            lang: str | None,
            **rest: Any,  # noqa: ANN401
        ) -> Any:  # noqa: ANN401
            return function(common=Common(config, no_config, plugin, lang or wished()), **rest)

        return command

    return decorate


def opened(common: Common, about: Iterable[Path] = (), **given: Value | None) -> Session:
    """Return what a command runs with.

    Args:
        common: what the command line says in every command.
        about: the descriptions; the nearest configuration upwards from them holds, or from here where there is none.
        given: further options of the command line, by name with ``_`` for ``-``; None where one is not given.

    Raises:
        Fault: with everything that is wrong with the configuration, or the plugins that cannot be used.
    """
    options = {name.replace("_", "-"): value for name, value in given.items()}
    options |= {"lang": common.lang, "plugins": tuple(each.as_posix() for each in common.plugin) or None}
    paths = list(about)
    settings = resolve(options, os.environ, _sheet(common, paths))
    click.get_current_context().meta[LANG] = settings["lang"]
    try:
        plugins = load_plugins(settings.files("plugins"))
    except Fault as fault:
        raise type(fault)((*settings.problems, *fault.problems)) from None
    settings.settle(plugins.rules, plugins.vocabulary)
    for each in settings.notes if not settings["quiet"] else ():
        note(each, common.lang)
    return Session(settings, plugins, paths[0].as_posix() if paths else ".")


LANG = "dataflow_assess.lang"
"""Under this name the context of a command holds the language that the configuration wishes for."""


def _sheet(common: Common, about: Iterable[Path]) -> Sheet | None:
    if common.config is not None and common.no_config:
        text = message("--config and --no-config say the opposite of one another")
        raise Fault.of(text, message("keep one of them"))
    named = common.config or Path(os.environ.get(CONFIG, ""))
    unwanted = common.no_config or (common.config is None and _is_true(os.environ.get(NO_CONFIG, "")))
    if unwanted:
        return None
    if named != Path():
        return read_sheet(named, named.as_posix())
    found = _nearest(about)
    return None if found is None else read_sheet(found, as_seen(found))


def _is_true(text: str) -> bool:
    return text.strip().lower() in ("1", "true", "yes", "on")


def _nearest(about: Iterable[Path]) -> Path | None:
    """Return the one configuration of all descriptions, or None; two of them would contradict one another.

    Raises:
        Fault: the descriptions have different ones.
    """
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in about) or {Path(): None}
    found: dict[Path | None, Path] = {}
    for folder in folders:
        found.setdefault(find(folder), folder)
    if len(found) > 1:
        hint = message("name one with --config, or check them one after the other")
        texts = [
            message("{config} is the configuration for {folder}", config=as_seen(config), folder=folder.as_posix())
            if config is not None
            else message("there is no configuration for {folder}", folder=folder.as_posix())
            for config, folder in found.items()
        ]
        raise Fault(Problem(text, None, hint if text is texts[-1] else None) for text in texts)
    return next(iter(found))


def as_seen(path: Path) -> str:
    """Return how a file is named to people: as seen from here, never with an absolute path where that can be."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows
        return path.as_posix()


def words(texts: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the words of an option that takes lists and may be given several times; None where it is not given."""
    return tuple(word.strip() for text in texts for word in text.split(",")) if texts else None
