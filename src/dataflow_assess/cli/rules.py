"""The command ``rules``: which rules are there?"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import lang_option, told
from dataflow_assess.cli.output import write_json, write_out
from dataflow_assess.cli.selection import plugin_option
from dataflow_assess.extensions import ControlMapping
from dataflow_assess.loading import load_plugins
from dataflow_assess.messages import language
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
@plugin_option()
@lang_option()
def command(form: str, plugin: tuple[Path, ...], lang: str | None) -> None:
    """Print the catalogue."""
    with faults_told(lang):
        plugins = load_plugins(plugin)
        rules = plugins.rules
        shown = language(lang, None)
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
        "sources": [source.key for source in rule.sources],
        "mappings": [{"framework": each.framework, "controls": list(each.controls)} for each in mappings],
    }
