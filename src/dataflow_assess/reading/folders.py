"""Which descriptions do the paths on a command line mean?"""

import re
from collections.abc import Iterable
from pathlib import Path

from dataflow_assess.errors import DescriptionFault, Problem
from dataflow_assess.messages import message

SUFFIXES = (".yaml", ".yml", ".json")
_BEGINNING = re.compile(r'^\s*(?:["\']?(?:format|書式)["\']?\s*[:：])', re.MULTILINE)  # noqa: RUF001
_HEAD_BYTES = 4096


def descriptions(paths: Iterable[Path]) -> list[Path]:
    """Return the description files that ``paths`` mean, each once, in order.

    A folder means every file below it that ends in ``.yaml``, ``.yml`` or ``.json`` and declares a format;
    other such files (expected findings, settings) are passed over. A file that is named is always taken.

    Raises:
        DescriptionFault: a path does not exist, or a folder holds no description.
    """
    found: dict[Path, None] = {}
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            below = [file for file in _files(path) if _declares_format(file)]
            if not below:
                text = message("{path}: there is no description in this folder", path=path.as_posix())
                hint = message("a description is a file that ends in .yaml and begins with “format: 1”")
                problems.append(Problem(text, None, hint))
            found.update(dict.fromkeys(below))
        elif path.exists():
            found[path] = None
        else:
            text = message("{path}: there is no such file", path=path.as_posix())
            problems.append(Problem(text, None, message("check the name and the folder")))
    if problems:
        raise DescriptionFault(problems)
    return list(found)


def _files(folder: Path) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    visible = (path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return sorted(visible, key=lambda path: path.as_posix())


def _declares_format(path: Path) -> bool:
    """Tell whether the file looks like a description; what cannot be read is taken, so that it is reported."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return True
    for encoding in ("utf-8-sig", "cp932"):
        text = head.decode(encoding, errors="ignore")
        if _BEGINNING.search(text) or re.search(r'[{,]\s*"(?:format|書式)"\s*:', text):
            return True
    return path.stem == "description"
