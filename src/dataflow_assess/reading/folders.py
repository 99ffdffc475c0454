"""Which descriptions do the paths on a command line mean?"""

import codecs
import os
import re
from collections.abc import Iterable
from glob import glob, has_magic
from pathlib import Path
from stat import S_ISDIR

from dataflow_assess.errors import DescriptionFault, Problem, reason
from dataflow_assess.messages import message

SUFFIXES = (".yaml", ".yml", ".json")
_BEGINNING = re.compile(r'^\s*(?:["\']?(?:format|書式)["\']?\s*[:：])', re.MULTILINE)
_OTHERS = re.compile(
    r'^["\']?(?:waivers|受容一覧)["\']?\s*:|[{,]\s*"(?:waivers|受容一覧|findings|comparisons|tool)"\s*:', re.MULTILINE
)
_HEAD_BYTES = 4096


def descriptions(paths: Iterable[Path]) -> list[Path]:
    """Return the description files that ``paths`` mean, each once, in order.

    A folder means every file below it that ends in ``.yaml``, ``.yml`` or ``.json`` and declares a format;
    other such files (expected findings, settings) are passed over. A file that is named is always taken. A pattern
    such as ``cases/**/*.yaml``, which not every shell expands, means the descriptions that fit it.

    Raises:
        DescriptionFault: a path does not exist, or a folder holds no description.
    """
    found: dict[Path, None] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            folder = S_ISDIR(path.stat().st_mode)
            below = [file for file in _files(path) if _is_description(file)] if folder else [path]
        except FileNotFoundError:
            if has_magic(path.as_posix()):
                fitting = _fitting(path.as_posix())
                if not fitting:
                    text = message("{path}: no description fits this pattern", path=path.as_posix())
                    problems.append(Problem(text, None, message("check the name and the folder")))
                found.update(dict.fromkeys(fitting))
                continue
            text = message("{path}: there is no such file", path=path.as_posix())
            problems.append(Problem(text, None, message("check the name and the folder")))
        except OSError as error:
            where = Path(error.filename or path).as_posix()
            problems.append(Problem(message("{path}: cannot be read ({reason})", path=where, reason=reason(error))))
        else:
            if not below:
                text = message("{path}: there is no description in this folder", path=path.as_posix())
                hint = message("a description is a file that ends in .yaml and begins with “format: 1”")
                problems.append(Problem(text, None, hint))
            found.update(dict.fromkeys(below))
    if problems:
        raise DescriptionFault(problems)
    return list(found)


def _fitting(pattern: str) -> list[Path]:
    """Return the descriptions that a pattern means; ``**`` goes through any number of folders, hidden ones left out."""
    found: dict[Path, None] = {}
    named = map(Path, glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob refuses absolute patterns
    for path in sorted(named, key=lambda path: path.as_posix()):
        files = _files(path) if path.is_dir() else [path]
        found.update((file, None) for file in files if file.suffix.lower() in SUFFIXES and _is_description(file))
    return list(found)


def _files(folder: Path) -> list[Path]:
    """Return the visible files below ``folder`` that may be descriptions.

    Raises:
        OSError: a folder cannot be looked into; passing it over would leave descriptions unread in silence.
    """
    found = []
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith(".") and path.is_file():
                found.append(path)
    return sorted(found, key=lambda path: path.as_posix())


def _refuse(error: OSError) -> None:
    raise error


def _is_description(path: Path) -> bool:
    """Tell whether the file looks like a description; what cannot be read is taken, so that it is reported."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return True
    return declares_format(head, path.stem)


def declares_format(raw: bytes, stem: str) -> bool:
    """Tell whether what a file begins with declares the description format; the name ``description`` does as well.

    Lists of waivers, baselines and our own answers declare a format too, and are no descriptions.
    """
    head = raw[:_HEAD_BYTES]
    utf16 = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if utf16 else ("utf-8-sig", "cp932"):
        text = head.decode(encoding, errors="ignore").replace("\r", "\n")
        if _OTHERS.search(text):
            return False
        if _BEGINNING.search(text) or re.search(r'[{,]\s*"(?:format|書式)"\s*:', text):
            return True
    return stem == "description"
