"""Which configuration file is in force for a description?"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

OWN = "dataflow-assess.toml"
SHARED = "pyproject.toml"
TABLE = ("tool", "dataflow-assess")
"""Where the configuration stands in `SHARED`."""
_ROOTS = (".git", ".hg", ".svn", ".jj")


def searched(start: Path) -> Iterator[Path]:
    """Yield the folders in which a configuration is looked for, from ``start`` upwards.

    The last is the root of the repository; outside of one, the root of the file system.
    """
    folder = start.absolute()
    for each in (folder, *folder.parents):
        yield each
        if any((each / name).exists() for name in _ROOTS):
            return


def find(start: Path) -> Path | None:
    """Return the nearest configuration file from the folder ``start`` upwards, or None.

    In one folder ``dataflow-assess.toml`` goes before ``pyproject.toml``; a ``pyproject.toml`` without the table
    ``[tool.dataflow-assess]`` is passed over.
    """
    for folder in searched(start):
        for path in (folder / OWN, folder / SHARED):
            if path.is_file() and (path.name == OWN or _speaks_of_us(path)):
                return path
    return None


def _speaks_of_us(path: Path) -> bool:
    """Tell whether a pyproject.toml has our table; one that nobody can read is taken where it names us."""
    try:
        text = path.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return False
    if TABLE[-1] not in text:
        return False
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return f"{'.'.join(TABLE)}" in text
    tool = found.get(TABLE[0])
    return isinstance(tool, dict) and TABLE[1] in tool
