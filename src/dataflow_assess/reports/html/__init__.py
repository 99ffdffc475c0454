"""How is an attachment written as one HTML file that needs nothing else: no script from elsewhere, no font, no picture?

The template, the style sheet and the script stand beside this module as files of their own.
"""

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dataflow_assess.assessment import Assessment
from dataflow_assess.reports.attachment.contents import Contents
from dataflow_assess.reports.html.page import Page


def render(contents: Contents, assessment: Assessment, lang: str) -> bytes:
    """Return the attachment as an HTML file, the same bytes for the same contents.

    Raises:
        DrawingError: Graphviz or a Japanese font is missing, or Graphviz failed.
    """
    page = Page(contents, assessment, lang)
    style = _own("page.css") + page.widths
    script = _own("page.js")
    made = _environment().get_template("page.html.jinja")
    written = made.render(
        contents=contents,
        page=page,
        css=Markup(style),  # noqa: S704 - our own file, and numbers
        js=Markup(script),  # noqa: S704 - our own file
        policy=_policy(style, script),
    )
    return written.encode("utf-8", errors="replace")


def _environment() -> Environment:
    loader = PackageLoader("dataflow_assess.reports.html", ".")
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _own(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return the policy by which a browser fetches nothing, and runs and applies only what stands in this file."""
    parts = ("default-src 'none'", "base-uri 'none'", "form-action 'none'")
    return "; ".join((*parts, f"style-src {_hashed(style)}", f"script-src {_hashed(script)}"))


def _hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
