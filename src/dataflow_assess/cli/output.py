"""How do results reach files and terminals without losing what was there or stumbling over characters?"""

import codecs
import contextlib
import os
import sys
import tempfile
from pathlib import Path

from dataflow_assess.errors import Fault
from dataflow_assess.messages import message

_SIMPLER = str.maketrans({"—": "-", "–": "-", "−": "-", "…": "...", "⇔": "<->", "→": "->", "“": '"', "”": '"', "\u00a0": " "})  # noqa: RUF001


def _simplify(error: UnicodeError) -> tuple[str, int]:
    """Replace what an encoding lacks by a plainer sign, or by a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plain = error.object[error.start : error.end].translate(_SIMPLER)
    return "".join(char if char.isascii() else "?" for char in plain), error.end


codecs.register_error("dataflow-assess-simplify", _simplify)


def prepare_streams() -> None:
    """Make standard output and error write any text in whatever encoding the console has."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="dataflow-assess-simplify")


def write_file(path: Path, contents: bytes) -> None:
    """Write a file as a whole or not at all: beside it first, then in its place.

    Raises:
        Fault: the file cannot be written; one that was there is left as it was.
    """
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(contents)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise Fault.of(
            message(
                "{path}: cannot be written ({reason})",
                path=path.as_posix(),
                reason=error.strerror or type(error).__name__,
            ),
            message("check the folder, the rights and the free space; an existing file was left as it was"),
        ) from None


def _mode(path: Path) -> int:
    """Return the rights that the file has, or those that a new one would get."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def write_out(text: str) -> None:
    """Write text to standard output; a reader that has closed the pipe ends the run quietly."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
