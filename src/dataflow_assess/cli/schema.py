"""The command ``schema``: what may a description or a file of waivers hold, for an editor to complete and check?"""

from pathlib import Path

import click

from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import told
from dataflow_assess.cli.output import answer
from dataflow_assess.cli.session import Common, common_options, opened
from dataflow_assess.reading.schema import json_schema, waivers_schema
from dataflow_assess.reports.json_report import json_text

_SCHEMAS = {"description": json_schema, "waivers": waivers_schema}


@click.command(
    "schema",
    help=told(
        "Print the JSON Schema of the description format, with the words of the plugins in force, or that of "
        "a file of waivers."
    ),
)
@click.argument("kind", type=click.Choice(tuple(_SCHEMAS)), default="description")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help=told("Write to this file instead of standard output."),
)
@common_options()
def command(kind: str, output: Path | None, common: Common) -> None:
    """Print a schema."""
    with faults_told(common.lang):
        answer(json_text(_SCHEMAS[kind](opened(common).plugins.vocabulary)), output, as_json=True)
