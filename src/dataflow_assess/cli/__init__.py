"""How is the tool used from a command line? One command a module, imported only when it is called."""

import importlib
import sys
from typing import Any

import click

from dataflow_assess.cli.language import click_told, lang_option, told
from dataflow_assess.cli.nearest import NearestGroup
from dataflow_assess.cli.output import prepare_streams
from dataflow_assess.messages import message

_COMMANDS = {
    "init": message("Write a description to start from"),
    "check": message("Print what a council would ask about: the findings of a description"),
    "draw": message("Draw the annotated data-flow diagram"),
    "report": message("Write the attachment that a council is given"),
    "trace": message("Tell where a data item goes, who can read it on the way, and where it rests"),
    "who-sees": message("Tell who can see which data item"),
    "questions": message("Print what the council will ask, with the answer or that there is none"),
    "diff": message("Tell what changed between two versions, and whether it goes before the council again"),
    "rules": message("List the rules"),
    "explain": message("Explain one rule, with its sources"),
    "config": message("Show what is set, and where"),
    "schema": message("Print the JSON Schema of the description format, for editors"),
    "completion": message("Print the script by which a shell completes commands"),
}


class LazyGroup(NearestGroup):
    """A group whose commands are imported when they are called, so that ``--help`` answers at once."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - click's signature
        """Run, with streams that can write any text: help and usage errors are written before a command starts."""
        prepare_streams()
        with click_told():
            return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command; an interruption ends with the status that shells give it."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            sys.exit(130)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands, in the order in which they are used."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, or None when there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"dataflow_assess.cli.{cmd_name.replace('-', '_')}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing any of them."""
        with formatter.section(told("Commands")):
            formatter.write_dl([(name, text.text(told.language)) for name, text in _COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    help=told(
        "Assess where personal data flows in a municipality's information system: one description in, findings "
        "and the council's diagram out."
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    package_name="dataflow-assess", message="%(prog)s %(version)s", help=told("Show the version and exit.")
)
@lang_option()
def main(lang: str | None) -> None:
    """Run the command line."""
