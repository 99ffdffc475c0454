"""What does a complaint of the YAML parser mean, in words for somebody who does not know YAML?"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import yaml

from dataflow_assess.errors import Place, Problem
from dataflow_assess.messages import Message, message
from dataflow_assess.reading.limits import MAX_DEPTH
from dataflow_assess.reading.source import slips

_COMPLAINTS: Final = {
    "did not find expected key": message(
        "this line does not fit the lines around it: check its indentation and quotation marks"
    ),
    "did not find expected '-' indicator": message("the items of a list are not indented alike"),
    "block sequence entries are not allowed in this context": message("a list cannot begin here"),
    "mapping values are not allowed in this context": message(
        "a colon does not fit here: the line is indented too far, has a second colon, or follows a line without one"
    ),
    "could not find expected ':'": message("a key without a colon"),
    "did not find expected ',' or '}'": message("a comma is missing, or a “{{” is not closed"),
    "did not find expected ',' or ']'": message("a comma is missing, or a “[” is not closed"),
    "did not find expected node content": message("a value is missing"),
    "found unexpected end of stream": message("a quotation mark is not closed"),
    "found unknown escape character": message("a backslash inside double quotation marks: use single ones"),
    "did not find expected hexdecimal number": message("a backslash inside double quotation marks: use single ones"),
    "found invalid Unicode character escape code": message("“\\u” and these digits stand for no character"),
    "found unknown directive name": message("a line cannot begin with “%”: put it in quotes"),
    "found character that cannot start any token": message(
        "a value cannot begin with this character: put it in quotes"
    ),
    "did not find expected alphabetic or numeric character": message(
        "a value cannot begin with “*” or “&”: put it in quotes"
    ),
    "did not find expected <document start>": message("something stands before or after the description"),
    "found a tab character that violates indentation": message("a tab in the indentation"),
    "found a tab character where an indentation space is expected": message("a tab in the indentation"),
}
"""What libyaml complains of most often; its other complaints are rare and quoted as they are."""

_DEEP: Final = "exceeded maximum nesting depth"
"""What newer versions of libyaml say of a thousand brackets, before they tell of the first."""

_BEGUN: Final = ("while scanning a quoted scalar", "while parsing a flow sequence", "while parsing a flow mapping")
_FORBIDDEN: Final = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def forbidden(text: str, shown: str) -> Iterator[Problem]:
    """Yield a problem for each character that no YAML file may hold."""
    if not _FORBIDDEN.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        for found in _FORBIDDEN.finditer(line):
            column, code = found.start() + 1, f"U+{ord(found[0]):04X}"
            yield Problem(
                message("the character {code} is not allowed in a text file", code=code),
                Place(shown, number, column, number, column + 1),
                message("delete it"),
            )


def refusal(error: yaml.MarkedYAMLError, text: str, shown: str, column: Callable[[Any], int]) -> Iterator[Problem]:
    """Yield what is told when a file is no YAML: the slips that may explain it, and what the parser met.

    Args:
        error: what the parser raised.
        text: what it read.
        shown: the file's name, for places.
        column: tells in which column of the file, counted from 0, a mark of the parser stands.
    """
    slipped = slips(text, shown)
    yield from slipped
    begun: Any = error.context_mark
    mark: Any = begun if error.context == "while scanning a simple key" else error.problem_mark
    line, start = mark.line + 1, column(mark) + 1
    lines = text.split("\n")
    if line > len(lines):  # libyaml counts a line more at the end of a file without a line feed
        line, start = len(lines), len(lines[-1]) + 1
    hint = None if slipped else message("check indentation, colons and quotation marks on this line and the one before")
    if error.context in _BEGUN:
        hint = message(
            "it begins on line {line}: check quotation marks, commas and brackets from there", line=begun.line + 1
        )
    if any(slip.place and slip.place.line == line for slip in slipped):
        return
    place = Place(shown, line, start, line, start + 1)
    if error.problem == _DEEP:
        yield too_deep(place)
        return
    found = message("this cannot be read as YAML ({reason})", reason=meaning(str(error.problem)))
    yield Problem(found, place, hint)


def too_deep(place: Place) -> Problem:
    """Return the problem of lists and mappings within one another beyond the limit."""
    found = message("nesting is deeper than {limit} levels", limit=MAX_DEPTH)
    return Problem(found, place, message("nothing in a description is so deep: check brackets and indentation"))


def meaning(problem: str) -> Message | str:
    """Return what libyaml's complaint ``problem`` means, or the complaint itself where it is a rare one."""
    return _COMPLAINTS.get(problem, problem)
