"""The command ``init``: from which description does somebody start who has none?"""

import os
from pathlib import Path

import click

from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import told
from dataflow_assess.cli.output import write_out
from dataflow_assess.cli.session import Common, common_options, opened
from dataflow_assess.errors import Fault, reason
from dataflow_assess.messages import language, message
from dataflow_assess.starters import PATTERNS, starter


@click.command("init", help=told("Write a description to start from, with its open questions marked."))
@click.argument("path", type=click.Path(path_type=Path), default=Path("description.yaml"), metavar="[PATH]")
@click.option(
    "--from",
    "pattern",
    type=click.Choice(PATTERNS),
    help=told("Start from a pattern: convenience stores, a SaaS, an LGWAN-ASP, LINE and the like, cameras."),
)
@common_options()
def command(path: Path, pattern: str | None, common: Common) -> None:
    """Write one description; - is standard output."""
    with faults_told(common.lang):
        shown = language(opened(common).lang, None)
        text = starter(pattern, shown)
        if path == Path("-"):
            write_out(text)
            return
        _write_new(path, text)
        told_next = message(
            "{path} is written. Replace what is only an example, then: dataflow-assess check {path}",
            path=path.as_posix(),
        )
        write_out(f"{told_next.text(shown)}\n")


def _write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet: what exists is never touched, not even between a look and the writing.

    Raises:
        Fault: it exists, or cannot be written.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        raise Fault.of(
            message("{path}: exists already, and was left as it was", path=path.as_posix()),
            message("name another file, or - for standard output"),
        ) from None
    except OSError as error:
        raise Fault.of(
            message("{path}: cannot be written ({reason})", path=path.as_posix(), reason=reason(error)),
            message("check the folder, the permissions and the free space"),
        ) from None
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8"))
