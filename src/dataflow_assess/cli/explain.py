"""The command ``explain``: what does one rule look for, why, and on which source?"""

from collections.abc import Iterable, Iterator

import click

from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import told
from dataflow_assess.cli.output import write_out
from dataflow_assess.cli.selection import named_rule
from dataflow_assess.cli.session import Common, common_options, opened
from dataflow_assess.extensions import ControlMapping
from dataflow_assess.messages import language, message
from dataflow_assess.parameters import written
from dataflow_assess.rules import Rule
from dataflow_assess.wording import HEADINGS, SEVERITIES


@click.command(
    "explain",
    help=told("Explain one rule: what it looks for, why, when it stays quiet, examples, remedy, sources."),
)
@click.argument("identifier", metavar="ID")
@common_options()
def command(identifier: str, common: Common) -> None:
    """Print one rule."""
    with faults_told(common.lang):
        session = opened(common)
        rule = named_rule(session.plugins.rules, identifier)
        lines = _explained(rule, session.plugins.mappings()[rule.id], language(session.lang, None))
        write_out("\n".join(lines) + "\n")


def _parameters(rule: Rule, lang: str) -> Iterator[str]:
    """Yield what may be set, each with its default and what it decides."""
    for each in rule.parameters:
        yield f"  {each.name} = {written(each.default)}  ({each.kind.text(lang)})"
        yield f"    {each.text.text(lang)}"
        if allowed := each.allowed:
            yield f"    {allowed.text(lang)}"


def _explained(rule: Rule, mappings: Iterable[ControlMapping], lang: str) -> Iterator[str]:
    severity = SEVERITIES[rule.severity]
    yield message("{id} {title} ({severity})", id=rule.id, title=rule.title, severity=severity).text(lang)
    for heading, shown in HEADINGS.items():
        text = rule.section(heading)
        if text is not None:
            yield ""
            yield shown.text(lang)
            yield from (f"  {line}" for line in text.text(lang).splitlines())
    if rule.parameters:
        yield ""
        yield message("What may be set, in [rules.{rule}]", rule=rule.id).text(lang)
        yield from _parameters(rule, lang)
    yield ""
    yield message("Sources").text(lang)
    for source in rule.sources:
        label = source.label(lang)
        yield "  " + (message("for reference: {source}", source=label).text(lang) if source.informative else label)
    for index, mapping in enumerate(mappings):
        if not index:
            yield from ("", message("Controls of other frameworks (for reference)").text(lang))
        yield f"  {mapping.framework}: {', '.join(mapping.controls)}"
