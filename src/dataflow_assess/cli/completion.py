"""The command ``completion``: how does a shell learn to complete our commands and options?"""

import click
from click.shell_completion import get_completion_class

from dataflow_assess.cli.faults import faults_told
from dataflow_assess.cli.language import told
from dataflow_assess.cli.output import write_out

_PROGRAM, _VARIABLE = "dataflow-assess", "_DATAFLOW_ASSESS_COMPLETE"


@click.command(
    "completion",
    help=told("Print the script by which a shell completes commands and options; load it where the shell starts."),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script of one shell."""
    with faults_told():
        known = get_completion_class(shell)
        assert known is not None
        write_out(known(ctx.find_root().command, {}, _PROGRAM, _VARIABLE).source())
