"""In which language does the command line speak before a description is read?"""

import gettext
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from dataflow_assess.messages import CORE, LANGUAGES, language, message

F = TypeVar("F", bound=Callable[..., Any])


class _Told:
    """Renders the texts of help and options, in the language wished for or that of the locale."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.language = language(_wished(arguments) or os.environ.get("DATAFLOW_ASSESS_LANG"), None, os.environ)

    def __call__(self, template: str, **params: object) -> str:
        """Return the text of a message in the language of the command line."""
        return message(template, **params).text(self.language)


def _wished(arguments: Sequence[str]) -> str | None:
    """Return what ``--lang`` says, before click has parsed it: help is written earlier."""
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return None


told = _Told(sys.argv[1:])


def wished() -> str | None:
    """Return the language that ``--lang`` before the command wishes for, or None."""
    found: str | None = click.get_current_context().find_root().params.get("lang")
    return found


@contextmanager
def click_told() -> Iterator[None]:
    """Let click speak the language of the command line meanwhile: it asks gettext, and gettext the environment."""
    domain, before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain("click", CORE.folder)
    gettext.textdomain("click")
    os.environ["LANGUAGE"] = told.language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def lang_option() -> Callable[[F], F]:
    """Return the option ``--lang``, the same for every command."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        help=told("Language of the output; otherwise the description's, then the locale's."),
    )
