"""How is a file written as a whole or not at all?"""

import contextlib
import os
import tempfile
from pathlib import Path

from dataflow_assess.errors import Fault
from dataflow_assess.messages import message


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
