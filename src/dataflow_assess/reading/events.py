"""How do the events of a YAML or JSON file become a document, with every problem noted?

libyaml's events are used directly: they carry positions, never build what an alias multiplies, and allow
stopping at once where nesting is too deep.
"""

import re
from typing import Any, NoReturn

import attrs
import yaml

from dataflow_assess.errors import DescriptionFault, Place, Problem
from dataflow_assess.messages import Message, message
from dataflow_assess.reading.document import Mapping, Scalar, Sequence, Value
from dataflow_assess.reading.limits import MAX_DEPTH, MAX_VALUES
from dataflow_assess.reading.source import normal, slips

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SURROGATES = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)


def build(text: str, shown: str, *, json: bool = False) -> Value:
    """Return the document in ``text``.

    Args:
        text: YAML or JSON.
        shown: the file's name, for places.
        json: whether the text is JSON, where tabs are blanks and characters may be written as surrogates.

    Raises:
        DescriptionFault: the text is no YAML, or has duplicate keys, tags, several documents, or more depth or
            values than allowed; every problem that can be seen is in it.
    """
    if json:
        text = _SURROGATES.sub(_joined, text.replace("\t", " "))
    builder = _Builder(shown)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise DescriptionFault([*builder.problems, *_syntax(error, text, shown)]) from None
    except yaml.YAMLError as error:
        raise DescriptionFault([_character(error, text, shown)]) from None
    if builder.problems:
        raise DescriptionFault(builder.problems)
    if builder.root is None:
        raise DescriptionFault.of(
            message("{path}: is empty", path=shown), message("write a description; it begins with “format: 1”")
        )
    return builder.root


def _joined(pair: re.Match[str]) -> str:
    code = 0x10000 + ((int(pair[1], 16) - 0xD800) << 10) + int(pair[2], 16) - 0xDC00
    return f"\\U{code:08X}"


def _syntax(error: yaml.MarkedYAMLError, text: str, shown: str) -> list[Problem]:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    place = Place(shown, line, column, line, column + 1)
    slipped = slips(text, shown)
    hint = None if slipped else message("check indentation, colons and quotation marks on this line and the one before")
    problem = message("this cannot be read as YAML ({reason})", reason=_reason(error))
    return [*slipped, Problem(problem, place, hint)]


def _reason(error: yaml.MarkedYAMLError) -> str:
    return " ".join(part for part in (error.context, error.problem) if part)


def _character(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    position = getattr(error, "position", 0)
    code = getattr(error, "character", "")
    found = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", text)
    index = found.start() if found else min(position, len(text))
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    shown_code = f"U+{ord(found[0]):04X}" if found else str(code)
    return Problem(
        message("the character {code} is not allowed in a text file", code=shown_code),
        Place(shown, line, column, line, column + 1),
        message("delete it"),
    )


@attrs.define
class _Open:
    """A list or mapping that is being built: its key is kept until its value is complete."""

    value: Mapping | Sequence
    anchor: str | None
    seen: dict[str, Scalar] = attrs.field(factory=dict)
    key: Scalar | None = None
    size: int = 1
    duplicate: bool = False


class _Builder:
    """Turns events into values; keeps a stack of open lists and mappings, and counts what aliases multiply."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.root: Value | None = None
        self.problems: list[Problem] = []
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Value, int]] = {}
        self._documents = 0

    def take(self, event: Any) -> None:  # noqa: ANN401 - the event classes of C and Python parsers differ
        """Add one event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._open(event, Mapping(*_span(event), pairs=[]))
        elif kind is yaml.SequenceStartEvent:
            self._open(event, Sequence(*_span(event), items=[]))
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            self._close(event)
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents == 2:  # noqa: PLR2004 - the second document is one too many
                hint = message("write one description a file; remove “---”")
                self._problem(event, message("a second document begins here"), hint)

    def _scalar(self, event: Any) -> None:  # noqa: ANN401
        mark, end = event.start_mark, event.end_mark
        if event.tag is not None and event.tag not in ("!", "tag:yaml.org,2002:str"):
            self._problem(event, message("the tag {tag} is not allowed", tag=event.tag), message("remove it"))
        plain = event.style is None or event.style == ""
        value = Scalar(mark.line, mark.column, end.line, end.column, normal(event.value), plain and not event.tag)
        if event.anchor:
            self._anchors[event.anchor] = (value, 1)
        self._add(value, 1)

    def _open(self, event: Any, value: Mapping | Sequence) -> None:  # noqa: ANN401
        if event.tag is not None:
            self._problem(event, message("the tag {tag} is not allowed", tag=event.tag), message("remove it"))
        if len(self._stack) >= MAX_DEPTH:
            self._problem(event, message("nesting is deeper than {limit} levels", limit=MAX_DEPTH))
            raise DescriptionFault(self.problems)
        self._stack.append(_Open(value, event.anchor))

    def _close(self, event: Any) -> None:  # noqa: ANN401
        done = self._stack.pop()
        done.value.end_line, done.value.end_column = event.end_mark.line, event.end_mark.column
        if done.anchor:
            self._anchors[done.anchor] = (done.value, done.size)
        self._add(done.value, done.size)

    def _alias(self, event: Any) -> None:  # noqa: ANN401
        target, size = self._anchors.get(event.anchor, (None, 0))
        if target is None:
            self._problem(event, message("*{name} refers to nothing before it", name=event.anchor))
            target, size = Scalar(*_span(event), text="", plain=True), 1
        self._add(target, size)

    def _add(self, value: Value, size: int) -> None:
        if not self._stack:
            if self.root is None:
                self.root = value
            return
        top = self._stack[-1]
        top.size += size
        if top.size > MAX_VALUES:
            self._fault(value, message("aliases multiply to more than {limit} values", limit=MAX_VALUES))
        container = top.value
        if isinstance(container, Sequence):
            container.items.append(value)
        elif top.key is None:
            self._key(top, value)
        else:
            if not top.duplicate:
                assert isinstance(container, Mapping)
                container.pairs.append((top.key, value))
            top.key, top.duplicate = None, False

    def _key(self, top: _Open, value: Value) -> None:
        if not isinstance(value, Scalar):
            self._fault(value, message("a list or mapping cannot be a key"))
        top.key = value
        first = top.seen.setdefault(value.text, value)
        if first is not value:
            top.duplicate = True
            text = message("the key “{key}” stands twice; the first is on line {line}", key=value.text, line=first.line + 1)
            hint = message("keep one of them; both spellings may look alike but be composed differently")
            self.problems.append(Problem(text, value.place(self.shown), hint))

    def _fault(self, value: Value, text: Message) -> NoReturn:  # noqa: ANN401
        self.problems.append(Problem(text, value.place(self.shown)))
        raise DescriptionFault(self.problems)

    def _problem(self, event: Any, text: Message, hint: Message | None = None) -> None:  # noqa: ANN401
        line, column, end_line, end_column = _span(event)
        place = Place(self.shown, line + 1, column + 1, end_line + 1, end_column + 1)
        self.problems.append(Problem(text, place, hint))


def _span(event: Any) -> tuple[int, int, int, int]:  # noqa: ANN401
    start, end = event.start_mark, event.end_mark
    return start.line, start.column, end.line, end.column
