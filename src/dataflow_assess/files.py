"""How is a file written as a whole or not at all?"""

import contextlib
import os
import tempfile
from pathlib import Path

from dataflow_assess.errors import Fault, reason
from dataflow_assess.messages import message


def write_file(path: Path, contents: bytes) -> None:
    """Write a file as a whole or not at all: beside it first, then in its place.

    What stands behind a symbolic link is replaced, not the link; a device or a pipe is written to as it is.

    Raises:
        Fault: the file cannot be written; one that was there is left as it was.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(contents)
        else:
            _replace(Path(os.path.realpath(path)), contents)
    except OSError as error:
        raise Fault.of(
            message("{path}: cannot be written ({reason})", path=path.as_posix(), reason=reason(error)),
            message("check the folder, the permissions and the free space; an existing file was left as it was"),
        ) from None


def _replace(path: Path, contents: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".dataflow-assess-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(contents)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _mode(path: Path) -> int:
    """Return the rights that the file has, or those that a new one would get."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
