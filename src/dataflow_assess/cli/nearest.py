"""Which command or option did somebody mean who misspelt it?"""

from typing import Any

import click

from dataflow_assess.cli.language import told
from dataflow_assess.vocabulary import nearest


class NearestGroup(click.Group):
    """A group that names the nearest of its commands when there is none of the name given."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant.

        Raises:
            click.UsageError: there is none; with the nearest one, or with all where none is near.
        """
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            known = self.list_commands(ctx)
            near = nearest(args[0], known)
            if near:
                ctx.fail(told("there is no command “{name}” — did you mean `{near}`?", name=args[0], near=near))
            listed = tuple(f"`{name}`" for name in known)
            ctx.fail(told("there is no command “{name}” — available: {known}", name=args[0], known=listed))
        found: Any = super().resolve_command(ctx, args)
        return found  # type: ignore[no-any-return]
