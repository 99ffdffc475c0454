"""How does the help of an option that is not set say what then holds?"""

from typing import Any

import click


class Unset(click.Option):
    """An option without a default, because the configuration may set it; ``show_default`` says what holds."""

    def get_help_extra(self, ctx: click.Context) -> Any:  # noqa: ANN401 - a type that click does not publish
        """Return what stands behind the help, with the default as it is typed; click puts it in brackets."""
        extra: Any = super().get_help_extra(ctx)
        if isinstance(self.show_default, str):
            extra["default"] = self.show_default
        return extra
