"""What can go wrong outside our own code, where in the file, and how is it told?"""

import errno
from collections.abc import Iterable

import attrs

from dataflow_assess.messages import Message, message


@attrs.frozen
class Place:
    """Where something stands in a file.

    Attributes:
        path: the file as the user named it, with forward slashes; "" when there is no file.
        line, column: of the first character, counted from 1 in Unicode code points.
        end_line, end_column: of the position just after the last character.
    """

    path: str
    line: int
    column: int
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@attrs.frozen
class Problem:
    """One thing wrong with an input: where, what was found, what was expected.

    Attributes:
        message: what was found and why it cannot stand.
        place: where; None when the file as a whole is meant and its path is in the message.
        hint: what was expected or how to mend it, or None.
    """

    message: Message
    place: Place | None = None
    hint: Message | None = None


class Fault(Exception):  # noqa: N818 - a fault is told to a person, it is no programming error
    """The run cannot go on; the command ends with status 2 and prints every problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("; ".join(self.lines("en")))

    @classmethod
    def of(cls, message: Message, hint: Message | None = None) -> "Fault":
        """Return a fault with a single problem that has no place in a file."""
        return cls([Problem(message, None, hint)])

    def lines(self, lang: str) -> list[str]:
        """Return one line a problem, ``path:line:column: what — hint``, in ``lang``."""
        out = []
        for problem in self.problems:
            place = f"{problem.place}: " if problem.place else ""
            told = problem.message
            if problem.hint:
                told = message("{problem} — {hint}", problem=told, hint=problem.hint)
            out.append(f"{place}{told.text(lang)}")
        return out


_REASONS = {
    errno.ENOENT: message("there is no such file or folder"),
    errno.EACCES: message("you have no right to it"),
    errno.EPERM: message("you have no right to it"),
    errno.EISDIR: message("it is a folder"),
    errno.ENOTDIR: message("part of the path is no folder"),
    errno.ENOSPC: message("the disk is full"),
    errno.EROFS: message("the disk is read-only"),
    errno.ENAMETOOLONG: message("the name is too long"),
}


def reason(error: OSError) -> Message | str:
    """Return why the operating system refused, in its own words where we have none."""
    known = _REASONS.get(error.errno) if error.errno is not None else None
    return known or error.strerror or type(error).__name__


class DescriptionFault(Fault):
    """A description cannot be read or does not follow the format."""


class PluginFault(Fault):
    """A plugin cannot be loaded, or one of its hooks or rules raised."""
