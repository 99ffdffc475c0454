"""How does a text of a description stand in Markdown as it is, without marking, linking or calling anybody?"""

import re

from dataflow_assess.drawing.lettering import clean

_MARKS = re.compile(r"([\\`*_\[\]<>|~$&])")
_BEGINS = re.compile(r"^(?:\d{1,9}(?=[.)](?: |$))|(?=[-+](?: |$)|#{1,6}(?: |$)|=+$|-+$))")
"""What would begin a list or a heading, or make one of the line before."""
_CALLS = re.compile(r"[@#](?=\w)|(?<=\w)://|(?i:\bwww)\.")
_NOTHING = "<!-- -->"
"""What a reader does not see, and what parts a name from its @, so that nobody is notified and nothing is linked."""


def escaped(text: str) -> str:
    """Return ``text`` on one line, to stand anywhere in it: no markup, no mention, no link, no cell of a table."""
    marked = _MARKS.sub(r"\\\1", clean(text))
    return _CALLS.sub(_parted, _BEGINS.sub(r"\g<0>\\", marked))


def _parted(found: re.Match[str]) -> str:
    return found[0][0] + _NOTHING + found[0][1:]
