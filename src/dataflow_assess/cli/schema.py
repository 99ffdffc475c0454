"""The command ``schema``: what may a description hold, for an editor to complete and check?"""

from pathlib import Path

import click

from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import told
from dataflow_assess.cli.output import answer
from dataflow_assess.cli.session import Common, common_options, opened
from dataflow_assess.reading.schema import json_schema
from dataflow_assess.reports.json_report import json_text


@click.command(
    "schema",
    help=told("Print the JSON Schema of the description format, with the words of the plugins in force."),
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help=told("Write to this file instead of standard output."),
)
@common_options()
def command(output: Path | None, common: Common) -> None:
    """Print the schema."""
    with faults_told(common.lang):
        answer(json_text(json_schema(opened(common).plugins.vocabulary)), output, as_json=True)
