"""The command ``report``: what is the council given on paper?"""

from pathlib import Path

import click

from dataflow_assess.assessing import assess, load
from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import told
from dataflow_assess.cli.session import Common, common_options, opened
from dataflow_assess.errors import Fault
from dataflow_assess.files import write_file
from dataflow_assess.messages import language, message
from dataflow_assess.reports.attachment.build import KINDS, contents_of
from dataflow_assess.reports.attachment.renderers import FORMATS, renderer


@click.command("report", help=told("Write the attachment that a council is given: the same headings for every case."))
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    required=True,
    help=told("File to write; its suffix decides: {known}.", known=", ".join(f".{form}" for form in FORMATS)),
)
@click.option(
    "--kind",
    type=click.Choice(tuple(KINDS)),
    default="attachment",
    show_default=True,
    help=told("What to write: the attachment, or drafts of a Specific Personal Information Protection Assessment."),
)
@common_options()
def command(path: Path, output: Path, kind: str, common: Common) -> None:
    """Write the attachment of one description."""
    with faults_told(common.lang):
        form = output.suffix.lower().removeprefix(".")
        if form not in FORMATS:
            found = message(
                "{path}: an attachment cannot be written as “.{suffix}”", path=output.as_posix(), suffix=form
            )
            raise Fault.of(found, message("available: {known}", known=tuple(f".{each}" for each in FORMATS)))
        render = renderer(form)
        session = opened(common, [path])
        plugins = session.plugins
        system = load(path, plugins)
        assessment = assess(system, plugins, session.in_force(system.place.path).rules)
        shown = language(session.lang, assessment.system.language)
        contents = contents_of(assessment, shown, kind, annotations=tuple(plugins.annotations(assessment)))
        write_file(output, render(contents, assessment, shown))
