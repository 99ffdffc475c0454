"""What does a terminal show besides the text: colours, and how far a run has come?"""

import contextlib
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TextIO

from dataflow_assess.cli.language import told
from dataflow_assess.findings import Severity
from dataflow_assess.messages import message
from dataflow_assess.wording import SEVERITIES

_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36", Severity.QUESTION: "1;35"}
_PLACE, _MARK, _LABEL = "34", "1;31", "2"


def is_coloured(wanted: str, stream: TextIO | None, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether to write colours to ``stream``.

    Args:
        wanted: "always", "never", or "auto": then NO_COLOR goes before FORCE_COLOR, and that before whether the
            stream is a terminal that knows colours.
        stream: standard output, or None where there is none.
        environment: the environment variables.
    """
    if wanted != "auto" or stream is None:
        return wanted == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    knows = environment.get("TERM") != "dumb" and (sys.platform != "win32" or "WT_SESSION" in environment)
    return knows and stream.isatty()


def coloured(report: str, lang: str) -> str:
    """Return the text report with colours; without them it reads the same.

    Only the first signs of a line decide, which nothing in a description can write.
    """
    words = {SEVERITIES[severity].text(lang): style for severity, style in _STYLES.items()}
    heads = re.compile(rf"({'|'.join(map(re.escape, words))})(\[[^\]\s]+\])")
    return "".join(_line(line, heads, words) for line in report.splitlines(keepends=True))


def _line(line: str, heads: re.Pattern[str], words: Mapping[str, str]) -> str:
    if head := heads.match(line):
        return _in(words[head[1]], head[0]) + line[head.end() :]
    if line.startswith("  --> "):
        return "  " + _in(_PLACE, line[2:].rstrip("\n")) + "\n"
    if mark := re.fullmatch(r"( +\| +)(\^+)\n", line):
        return f"{mark[1]}{_in(_MARK, mark[2])}\n"
    if label := re.match(r"  = .*?:(?= )", line):
        return _in(_LABEL, label[0]) + line[label.end() :]
    return line


def _in(style: str, text: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m"


@contextlib.contextmanager
def progress(total: int, lang: str | None, *, wanted: bool) -> Iterator[Callable[[], None]]:
    """Show on a terminal's standard error how many of ``total`` descriptions are done; yield what counts one.

    Nothing is shown where standard error is no terminal, for a single description, and where it is not ``wanted``.
    """
    stream = sys.stderr
    if not wanted or total < 2 or stream is None or not stream.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True, force_terminal=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task(message("Assessing").text(lang or told.language), total=total)
        yield lambda: shown.advance(task)
