"""The command ``who-sees``: who can see which data item?"""

from pathlib import Path

import click

from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import told
from dataflow_assess.cli.one import answer_options, assessed
from dataflow_assess.cli.output import answer
from dataflow_assess.cli.session import Common
from dataflow_assess.messages import language
from dataflow_assess.reports import who_sees
from dataflow_assess.reports.json_report import json_text


@click.command(
    "who-sees", help=told("Tell who can see which data item: in plaintext, as ciphertext, not at all, or unknown.")
)
@answer_options("text", "json", "csv")
def command(path: Path, form: str, output: Path | None, common: Common) -> None:
    """Print the table of parties and items."""
    with faults_told(common.lang):
        assessment, session = assessed(path, common)
        shown = language(session.lang, assessment.system.language)
        if form == "json":
            text = json_text(who_sees.as_json(assessment, shown))
        elif form == "csv":
            text = who_sees.render_csv(assessment, shown)
        else:
            text = who_sees.render_text(assessment, shown)
        answer(text, output, as_json=form == "json")
