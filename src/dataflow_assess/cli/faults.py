"""How are faults told on the command line? Every problem, on standard error, and exit status 2."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from dataflow_assess.cli.language import told
from dataflow_assess.errors import Fault
from dataflow_assess.messages import message

COULD_NOT_RUN = 2
"""Exit status when the run could not be done."""


@contextmanager
def faults_told(lang: str | None = None) -> Iterator[None]:
    """Turn a fault into its lines on standard error and exit status 2."""
    try:
        yield
    except Fault as fault:
        tell(fault, lang or told.language)
        sys.exit(COULD_NOT_RUN)
    except KeyboardInterrupt:
        sys.exit(130)


def tell(fault: Fault, lang: str) -> None:
    """Write every problem of ``fault`` to standard error, one a line, and how many there are."""
    lines = [line.replace("\n", " ") for line in fault.lines(lang)]
    word = message("error").text(lang)
    for line in lines:
        sys.stderr.write(f"{word}: {line}\n")
    if len(lines) > 1:
        sys.stderr.write(message("{count} problems", count=len(lines)).text(lang) + "\n")
