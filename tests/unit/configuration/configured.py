"""How do the tests read a configuration and ask what is in force?"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dataflow_assess.configuration import InForce, Settings, in_force, read_sheet, resolve
from dataflow_assess.errors import Fault
from dataflow_assess.loading import Plugins, load_plugins
from dataflow_assess.parameters import Value


@cache
def plugins() -> Plugins:
    """Return what is installed."""
    return load_plugins()


def settings(
    folder: Path, text: str, given: Mapping[str, Value | None] | None = None, env: Mapping[str, str] | None = None
) -> Settings:
    """Return what is in force with ``text`` as the file x.toml in ``folder``."""
    file = folder / "x.toml"
    file.write_text(text, encoding="utf-8")
    found = resolve(given or {}, env or {}, read_sheet(file, "x.toml"))
    found.settle(plugins().rules, plugins().vocabulary)
    return found


def problems(folder: Path, text: str, given: Mapping[str, Value | None] | None = None) -> list[str]:
    """Return what is wrong with a configuration, in English."""
    try:
        settings(folder, text, given)
    except Fault as fault:
        return fault.lines("en")
    return []


def rules(found: Settings, path: Path) -> InForce:
    """Return the rules in force for the description ``path``."""
    return in_force(plugins().rules, found.tuning(path.as_posix()))
