"""Which descriptions does an argument of ``diff`` mean: a file, a folder, or either in a revision of git?"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from dataflow_assess.assessing import load, load_bytes
from dataflow_assess.errors import DescriptionFault, Fault, Problem
from dataflow_assess.loading import Plugins
from dataflow_assess.messages import message
from dataflow_assess.model import System
from dataflow_assess.reading import descriptions
from dataflow_assess.reading.folders import SUFFIXES, declares_format
from dataflow_assess.reading.limits import MAX_BYTES

_SECONDS = 60
_SHA = re.compile(rb"[0-9a-f]{40,64}")


def versions(given: str, plugins: Plugins) -> dict[str, System]:
    """Return the descriptions that an argument means, by their path below it; that of a file alone is "".

    Args:
        given: a file, a folder, or ``REV:path`` where no file has that name.
        plugins: what is in force.

    Raises:
        Fault: there is nothing there, or git cannot show it.
        DescriptionFault: with every problem of every description.
    """
    revision, colon, path = given.partition(":")
    if colon and len(revision) > 1 and not Path(given).exists():
        return _loaded(_in_git(revision, path), plugins)
    root = Path(given)
    files = {_below(file.as_posix(), root.as_posix()): file for file in descriptions([root])}
    return _loaded(((key, file) for key, file in files.items()), plugins)


def _below(path: str, root: str) -> str:
    return "" if path == root else PurePosixPath(path).relative_to(root).as_posix()


def _loaded(sources: Iterator[tuple[str, Path | tuple[str, bytes]]], plugins: Plugins) -> dict[str, System]:
    found: dict[str, System] = {}
    problems: list[Problem] = []
    for key, source in sources:
        try:
            found[key] = (
                load(source, plugins) if isinstance(source, Path) else load_bytes(source[1], source[0], plugins)
            )
        except DescriptionFault as fault:
            problems.extend(fault.problems)
    if problems:
        raise DescriptionFault(problems)
    return found


def _in_git(revision: str, path: str) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Yield each description of a revision at or below ``path`` (from the root of the repository), with its name."""
    shown = f"{revision}:{path}"
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None or not _SHA.fullmatch(commit.strip()):
        found = message("{path}: git knows no revision “{revision}”", path=shown, revision=revision)
        raise Fault.of(found, message("check the name; “git log” lists revisions"))
    sha = commit.strip().decode("ascii")
    kind = _git("cat-file", "-t", f"{sha}:{path.rstrip('/')}")
    if kind is None:
        found = message("{path}: there is no such file in this revision", path=shown)
        raise Fault.of(found, message("paths count from the root of the repository"))
    if kind.strip() == b"blob":
        yield "", (shown, _blob(sha, path, shown))
        return
    any_found = False
    listed = _git("ls-tree", "-r", "-z", "--name-only", "--full-tree", sha, "--", path.rstrip("/") or ".") or b""
    for name in sorted(filter(None, listed.decode("utf-8", errors="surrogateescape").split("\0"))):
        if PurePosixPath(name).suffix.lower() not in SUFFIXES:
            continue
        raw = _blob(sha, name, f"{revision}:{name}")
        if declares_format(raw, PurePosixPath(name).stem):
            any_found = True
            yield PurePosixPath(name).relative_to(path or ".").as_posix(), (f"{revision}:{name}", raw)
    if not any_found:
        raise Fault.of(message("{path}: there is no description in this folder", path=shown))


def _blob(sha: str, path: str, shown: str) -> bytes:
    raw = _git("show", "--no-textconv", f"{sha}:{path}")
    if raw is None or len(raw) > MAX_BYTES:
        raise Fault.of(message("{path}: git cannot show it", path=shown))
    return raw


def _git(*arguments: str) -> bytes | None:
    """Return what git answers, or None where it refuses.

    What comes from the command line is never an option: it follows ``--end-of-options`` or a hexadecimal name.
    """
    program = shutil.which("git")
    if program is None:
        raise Fault.of(message("git is not installed"), message("name files instead of revisions"))
    try:
        done = subprocess.run(
            [program, "--no-optional-locks", "--literal-pathspecs", *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (subprocess.TimeoutExpired, ValueError):
        return None
    return done.stdout if done.returncode == 0 else None
