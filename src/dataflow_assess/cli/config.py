"""The command ``config show``: what is in force, and where does it come from?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import told
from dataflow_assess.cli.nearest import NearestGroup
from dataflow_assess.cli.output import write_json, write_out
from dataflow_assess.cli.session import Common, Session, common_options, opened
from dataflow_assess.configuration import Given, InForce, searched
from dataflow_assess.messages import language, message
from dataflow_assess.parameters import Value, quoted, written
from dataflow_assess.reports.json_report import json_text
from dataflow_assess.rules import Rule


@click.group("config", cls=NearestGroup, help=told("What is set, and where: see `config show`."))
def command() -> None:
    """Hold the commands about the configuration."""


@command.command(
    "show", help=told("Print the options in force and where each comes from; the text is a configuration.")
)
@click.argument("path", type=click.Path(path_type=Path), default=Path(), metavar="[PATH]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=told("Format of the answer."),
)
@common_options()
def show(path: Path, form: str, common: Common) -> None:
    """Print what is in force for a description or folder."""
    with faults_told(common.lang):
        session = opened(common, [path])
        rules = session.in_force(path.as_posix())
        if form == "json":
            write_json(json_text(_as_json(session, rules)))
        else:
            lang = language(session.lang, None)
            lines = [*_head(session, path, lang), "", *_options(session, lang), *_rules(session, rules, lang)]
            write_out("".join(f"{line}\n" for line in lines))


def _head(session: Session, path: Path, lang: str) -> Iterator[str]:
    sheet = session.settings.sheet
    if sheet is not None:
        yield message("# configuration file: {file}", file=sheet.shown).text(lang)
        return
    start = path if path.is_dir() else path.parent
    *_, last = searched(start)
    count = len(list(searched(start)))
    text = message(
        "# no configuration file (looked in {count} folders, up to {last})", count=count, last=last.name or "/"
    )
    yield text.text(lang)


def _options(session: Session, lang: str) -> Iterator[str]:
    for name, given in session.settings.given.items():
        line = f"{name} = {_value(name, given, session)}"
        # What is not set has no value that a file could hold, and a file holds no reason for the command line.
        idle = given.origin.kind == "default" and given.value in ("", ())
        yield f"{'# ' if idle or name == 'reason' else ''}{line}  # {given.origin.label(lang)}"


def _value(name: str, given: Given, session: Session) -> str:
    if name == "ignore" and given.origin.kind == "file":
        entries = (
            f"{{rules = [{quoted(each.word)}], reason = {quoted(each.reason)}}}" if each.reason else quoted(each.word)
            for each in session.settings.everywhere.ignore
        )
        return f"[{', '.join(entries)}]"
    return written(given.value)


def _rules(session: Session, in_force: InForce, lang: str) -> Iterator[str]:
    """Yield the tables of the rules that are set otherwise than they come, and which are left out."""
    originals = {rule.id: rule for rule in session.plugins.rules}
    settings = session.settings.tuning(session.about).rules
    for rule in in_force.rules:
        if not (rule.weights or rule.values):
            continue
        setting = settings[rule.id]
        yield from ("", f"[rules.{rule.id}]")
        if rule.weights:
            pairs = ", ".join(f"{kind.value} = {quoted(weight.value)}" for kind, weight in rule.weights.items())
            default = originals[rule.id].severity.value
            was = message("{place}; as it comes: {default}", place=setting.places["severity"], default=default)
            yield f"severity = {{{pairs}}}  # {was.text(lang)}"
        for parameter in rule.parameters:
            if parameter.name in rule.values:
                place, default = setting.places[parameter.name], written(parameter.default)
                was = message("{place}; as it comes: {default}", place=place, default=default)
                yield f"{parameter.name} = {written(rule.values[parameter.name])}  # {was.text(lang)}"
        if setting.reason:
            yield f"reason = {quoted(setting.reason)}"
    yield ""
    applied, left = len(in_force.rules), len(in_force.left_out)
    yield message("# rules applied: {applied}; left out: {left}", applied=applied, left=left).text(lang)
    for name, reason in in_force.left_out.items():
        yield f"#   {name} {originals[name].title.text(lang)}" + (f" ({reason})" if reason else "")


def _as_json(session: Session, in_force: InForce) -> dict[str, Any]:
    settings = session.settings
    return {
        "format": 1,
        "file": settings.sheet.shown if settings.sheet is not None else None,
        "options": [
            {"name": name, "value": _plain(given.value), "origin": _origin(given)}
            for name, given in settings.given.items()
        ],
        "rules": [_row(rule) for rule in in_force.rules],
        "left_out": [{"id": name, "reason": reason or None} for name, reason in in_force.left_out.items()],
    }


def _origin(given: Given) -> dict[str, Any]:
    place = given.origin.place
    found: dict[str, Any] = {"kind": given.origin.kind, "name": given.origin.name or None, "location": None}
    if place is not None:
        found["location"] = {"path": place.path, "line": place.line, "column": place.column}
    return found


def _row(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "group": rule.group,
        "mandatory": rule.mandatory,
        "severity": {kind.value: weight.value for kind, weight in rule.weights.items()} or rule.severity.value,
        "parameters": {
            each.name: {"value": _plain(rule.values.get(each.name, each.default)), "set": each.name in rule.values}
            for each in rule.parameters
        },
    }


def _plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value
