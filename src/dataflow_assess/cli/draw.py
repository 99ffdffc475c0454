"""The command ``draw``: what does the system look like, with every finding at its place?"""

from pathlib import Path
from typing import Literal, cast

import click

from dataflow_assess.assessing import assess, load
from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import told
from dataflow_assess.cli.one import known_item
from dataflow_assess.cli.session import Common, common_options, opened
from dataflow_assess.drawing.assessed import FORMATS
from dataflow_assess.drawing.saving import draw_files, left_over
from dataflow_assess.drawing.scene import View
from dataflow_assess.errors import Fault
from dataflow_assess.files import write_file
from dataflow_assess.messages import language, message


@click.command("draw", help=told("Draw the annotated data-flow diagram of a description."))
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    required=True,
    help=told("File to write; its suffix decides: .svg, .png, .pdf or .dot. Further pages get a number."),
)
@click.option("--data", metavar="ID", help=told("Draw only what this data item touches."))
@click.option("--mono", is_flag=True, help=told("Draw for black-and-white printing."))
@click.option(
    "--paper",
    type=click.Choice(["A4", "A3"]),
    default="A4",
    show_default=True,
    help=told("Smallest paper size to draw on."),
)
@click.option("--page", type=click.IntRange(1), metavar="N", help=told("Write only this page."))
@common_options()
def command(
    path: Path,
    output: Path,
    data: str | None,
    mono: bool,
    paper: str,
    page: int | None,
    common: Common,
) -> None:
    """Draw one description."""
    with faults_told(common.lang):
        form = output.suffix.lower().removeprefix(".")
        if form not in FORMATS:
            found = message(
                "{path}: a diagram cannot be written as “.{suffix}”",
                path=output.as_posix(),
                suffix=form,
            )
            raise Fault.of(found, message("available: {known}", known=tuple(f".{each}" for each in FORMATS)))
        session = opened(common, [path])
        system = load(path, session.plugins)
        assessment = assess(system, session.plugins, session.in_force(system.place.path).rules)
        if data is not None:
            known_item(assessment, data)
        view = View(
            lang=language(session.lang, assessment.system.language),
            data=data,
            annotations=tuple(session.plugins.annotations(assessment)),
            mono=mono,
            paper=cast("Literal['A4', 'A3']", paper),
            page=page,
        )
        files = draw_files(assessment, output, view)
        if not files:
            raise Fault.of(message("there is no page {page}", page=str(page)))
        for place, drawn in files:
            write_file(place, drawn)
        if page is None and (stale := left_over(output, len(files))):
            left = message(
                "{first} to {last} are left from an earlier diagram; this one ends with page {count}",
                first=stale[0].as_posix(),
                last=stale[-1].as_posix(),
                count=len(files),
            )
            click.echo(left.text(view.lang), err=True)
