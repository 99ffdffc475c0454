"""How are faults told on the command line? Every problem, on standard error, and exit status 2."""

import contextlib
import sys
from collections.abc import Iterator

import click

from dataflow_assess.cli.language import told, wished
from dataflow_assess.errors import Fault
from dataflow_assess.messages import Message, message

COULD_NOT_RUN = 2
"""Exit status when the run could not be done."""


@contextlib.contextmanager
def faults_told(lang: str | None = None) -> Iterator[None]:
    """Turn a fault into its lines on standard error and exit status 2."""
    try:
        yield
    except Fault as fault:
        tell(fault, lang or wished() or _configured() or told.language)
        sys.exit(COULD_NOT_RUN)
    except KeyboardInterrupt:
        sys.exit(130)


def _configured() -> str | None:
    """Return the language that the configuration wishes for, once it is read."""
    found: str | None = click.get_current_context().meta.get("dataflow_assess.lang")
    return found


def note(text: Message, lang: str | None = None) -> None:
    """Write on standard error what stops nothing and should be known."""
    from dataflow_assess.reports.excerpt import visible

    shown = lang or wished() or _configured() or told.language
    with contextlib.suppress(OSError):
        sys.stderr.write(message("note: {text}", text=visible(text.text(shown))).text(shown) + "\n")
        sys.stderr.flush()


def tell(fault: Fault, lang: str) -> None:
    """Write every problem of ``fault`` to standard error, one a line, and how many there are."""
    # Loaded here because it needs a library that --help can do without.
    from dataflow_assess.reports.excerpt import visible

    lines = [message("error: {problem}", problem=visible(line)).text(lang) for line in fault.lines(lang)]
    if len(lines) > 1:
        lines.append(message("{count} problems", count=len(lines)).text(lang))
    # When standard error is gone too, the exit status is all that can still be told.
    with contextlib.suppress(OSError):
        sys.stderr.write("".join(f"{line}\n" for line in lines))
        sys.stderr.flush()
