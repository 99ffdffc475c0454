"""How does text reach a terminal, whatever characters its encoding has?"""

import codecs
import os
import sys

_SIMPLER = str.maketrans(
    {"—": "-", "–": "-", "−": "-", "…": "...", "⇔": "<->", "→": "->", "“": '"', "”": '"', "\u00a0": " "}
)


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


def write_out(text: str) -> None:
    """Write text to standard output; a reader that has closed the pipe ends the run quietly."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
