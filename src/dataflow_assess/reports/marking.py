"""How does a text of a description stand in Markdown as it is, without marking, linking or calling anybody?"""

import re

from dataflow_assess.reports.excerpt import visible

_MARKS = re.compile(r"([\\`*_\[\]<>|~$&])")
_CALLS = re.compile(r"[@#](?=\w)|(?<=\w)://|(?i:\bwww)\.")
_NOTHING = "<!-- -->"
"""What a reader does not see, and what parts a name from its @, so that nobody is notified and nothing is linked."""


def escaped(text: str) -> str:
    """Return ``text`` on one line, to stand within a line: no markup, no mention, no link, no cell of a table."""
    return _CALLS.sub(_parted, _MARKS.sub(r"\\\1", visible(text).strip()))


def _parted(found: re.Match[str]) -> str:
    return found[0][0] + _NOTHING + found[0][1:]
