"""How does text reach a terminal, whatever characters its encoding has?"""

import codecs
import errno
import json
import os
import re
import sys
import unicodedata
from pathlib import Path
from typing import TextIO

from dataflow_assess.errors import Fault, reason
from dataflow_assess.files import write_file
from dataflow_assess.messages import Message, message

_SIMPLER = str.maketrans(
    {"—": "-", "–": "-", "−": "-", "…": "...", "⇔": "<->", "→": "->", "“": '"', "”": '"', "〜": "~", "\u00a0": " "}
)
_CLOSED = (errno.EPIPE, errno.EINVAL)
"""What a pipe says that nobody reads any more; EINVAL is what Windows says."""


def _simplify(error: UnicodeError) -> tuple[str, int]:
    """Replace what an encoding lacks by a plainer sign, or by a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_plainer(char, error.encoding) for char in lacking), error.end


def _plainer(char: str, encoding: str) -> str:
    """Return the nearest sign that ``encoding`` has: é becomes e, a circled 21 becomes 21."""
    bare = "".join(part for part in unicodedata.normalize("NFKD", char) if part.isascii())
    candidates = (char.translate(_SIMPLER), unicodedata.normalize("NFKC", char))
    return next((candidate for candidate in candidates if _has(encoding, candidate)), bare or "?")


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


codecs.register_error("dataflow-assess-simplify", _simplify)


def prepare_streams() -> None:
    """Make standard output and error write any text in whatever encoding the console has."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="dataflow-assess-simplify")


def write_out(text: str) -> None:
    """Write text to standard output; a reader that has closed the pipe is no fault.

    Raises:
        Fault: standard output is closed, or what it goes to is full.
    """
    stream = _opened(sys.stdout)
    try:
        # Line by line: an unbuffered stream cuts off without a word what is written while its end closes or fills up.
        stream.writelines(text.splitlines(keepends=True))
        stream.flush()
    except OSError as error:
        _discard(stream)
        if error.errno not in _CLOSED:
            raise _unwritable(reason(error)) from None


def write_json(text: str) -> None:
    r"""Write JSON to standard output, as UTF-8 or else in ASCII with \u escapes, which is JSON in any encoding.

    Raises:
        Fault: as `write_out`.
    """
    encoding = codecs.lookup(_opened(sys.stdout).encoding or "ascii").name
    write_out(text if encoding == "utf-8" else re.sub(r"[^\x00-\x7f]", lambda char: json.dumps(char[0])[1:-1], text))


def answer(text: str, output: Path | None, *, as_json: bool = False) -> None:
    """Write what a command answers: to a file as UTF-8, or to standard output.

    Raises:
        Fault: it cannot be written; a file that was there is left as it was.
    """
    if output is not None:
        write_file(output, text.encode("utf-8", errors="replace"))
    elif as_json:
        write_json(text)
    else:
        write_out(text)


def _opened(stream: TextIO | None) -> TextIO:
    """Return the stream; a process that was started without one has None in its place."""
    if stream is None:
        raise _unwritable(os.strerror(errno.EBADF))
    return stream


def _unwritable(why: Message | str) -> Fault:
    return Fault.of(message("standard output cannot be written ({reason})", reason=why))


def _discard(stream: TextIO) -> None:
    """Let what is still buffered go nowhere, so that the end of the process does not fail on it again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
