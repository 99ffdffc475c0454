"""The command ``trace``: where does a data item go?"""

from pathlib import Path

import click

from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import told
from dataflow_assess.cli.one import answer_options, assessed, known_item, known_node
from dataflow_assess.cli.output import answer
from dataflow_assess.cli.session import Common
from dataflow_assess.messages import language
from dataflow_assess.reports.json_report import json_text
from dataflow_assess.reports.trace_json import as_json
from dataflow_assess.reports.trace_text import render_text
from dataflow_assess.reports.tracing import trace


@click.command(
    "trace",
    help=told("Tell where a data item goes, hop by hop: its protection, who can read it, where it rests, until when."),
)
@click.option("--data", required=True, metavar="ID", help=told("The data item."))
@click.option("--from", "start", metavar="NODE", help=told("Only what leads on from this node."))
@click.option("--to", "end", metavar="NODE", help=told("Only what leads to this node."))
@answer_options("text", "json")
def command(
    path: Path,
    data: str,
    start: str | None,
    end: str | None,
    form: str,
    output: Path | None,
    common: Common,
) -> None:
    """Trace one item."""
    with faults_told(common.lang):
        assessment, session = assessed(path, common)
        item = known_item(assessment, data)
        way = trace(assessment, item, known_node(assessment, start), known_node(assessment, end))
        shown = language(session.lang, assessment.system.language)
        as_object = form == "json"
        text = json_text(as_json(assessment, way)) if as_object else render_text(assessment, way, shown)
        answer(text, output, as_json=as_object)
