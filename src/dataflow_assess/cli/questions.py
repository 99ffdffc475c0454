"""The command ``questions``: what will the council ask, and what is the answer?"""

from pathlib import Path

import click

from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import told
from dataflow_assess.cli.one import answer_options, assessed
from dataflow_assess.cli.output import answer
from dataflow_assess.cli.session import Common
from dataflow_assess.messages import language
from dataflow_assess.reports import inquiry_report
from dataflow_assess.reports.json_report import json_text


@click.command(
    "questions",
    help=told("Print what the council will ask, with the answer from the description, or that there is none yet."),
)
@answer_options("text", "json", "markdown")
def command(path: Path, form: str, output: Path | None, common: Common) -> None:
    """Print questions and answers."""
    with faults_told(common.lang):
        assessment, session = assessed(path, common, judged=True)
        shown = language(session.lang, assessment.system.language)
        if form == "json":
            text = json_text(inquiry_report.as_json(assessment, shown))
        elif form == "markdown":
            text = inquiry_report.render_markdown(assessment, shown)
        else:
            text = inquiry_report.render_text(assessment, shown)
        answer(text, output, as_json=form == "json")
