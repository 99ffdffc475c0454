"""The command ``rules``: which rules are there?"""

from collections.abc import Iterable
from typing import Any

import click

from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import told
from dataflow_assess.cli.output import write_json, write_out
from dataflow_assess.cli.session import Common, common_options, opened
from dataflow_assess.extensions import ControlMapping
from dataflow_assess.messages import language
from dataflow_assess.parameters import Parameter
from dataflow_assess.reports.json_report import json_text
from dataflow_assess.rules import Rule
from dataflow_assess.wording import SEVERITIES


@click.command("rules", help=told("List the rules with their severity and title."))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=told("Format of the list."),
)
@common_options()
def command(form: str, common: Common) -> None:
    """Print the catalogue."""
    with faults_told(common.lang):
        session = opened(common)
        plugins = session.plugins
        rules = plugins.rules
        shown = language(session.lang, None)
        if form == "json":
            mappings = plugins.mappings()
            rows = [_row(rule, mappings[rule.id], shown) for rule in rules]
            write_json(json_text({"format": 1, "rules": rows}))
        else:
            write_out("".join(f"{r.id}  {SEVERITIES[r.severity].text(shown)}  {r.title.text(shown)}\n" for r in rules))


def _row(rule: Rule, mappings: Iterable[ControlMapping], lang: str) -> dict[str, Any]:
    return {
        "id": rule.id,
        "severity": rule.severity.value,
        "title": rule.title.text(lang),
        "group": rule.group,
        "parameters": [_parameter(each, lang) for each in rule.parameters],
        "sources": [source.key for source in rule.sources],
        "mappings": [{"framework": each.framework, "controls": list(each.controls)} for each in mappings],
    }


def _parameter(parameter: Parameter, lang: str) -> dict[str, Any]:
    default = parameter.default
    return {
        "name": parameter.name,
        "default": list(default) if isinstance(default, tuple) else default,
        "text": parameter.text.text(lang),
    }
