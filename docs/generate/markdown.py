"""How is text made safe for Markdown, and how does a table look?"""

import re
from collections.abc import Iterable, Sequence

NOTE = "<!-- Written by script/reference; do not edit. / script/reference が書き出すページです。手で直さないこと。 -->"


def cell(text: str) -> str:
    """Return ``text`` as the contents of a table's cell."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def code(text: str) -> str:
    """Return ``text`` as code inside a cell; nothing for no text."""
    return f"`{cell(text)}`" if text else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a table; the cells are Markdown already."""
    lines = [" | ".join(row) for row in (head, ["---"] * len(head), *rows)]
    return [f"| {line} |" for line in lines]


def anchor(heading: str) -> str:
    """Return the fragment by which GitHub links to a heading."""
    plain = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def page(*parts: Iterable[str]) -> str:
    """Return a page of ``parts``, each a run of lines, with blank lines between them."""
    return "\n\n".join("\n".join(part) for part in ((NOTE,), *parts)) + "\n"
