"""How do the events of a YAML or JSON file become a document, with every problem noted?

libyaml's events are used directly: they carry positions, never build what an alias multiplies, and allow
stopping at once where nesting is too deep.
"""

from typing import Any

import attrs
import yaml

from dataflow_assess.errors import DescriptionFault, Place, Problem
from dataflow_assess.messages import Message, message
from dataflow_assess.reading.document import NOTHING, Mapping, Scalar, Sequence, Value
from dataflow_assess.reading.grammar import forbidden, refusal, too_deep
from dataflow_assess.reading.limits import MAX_DEPTH, MAX_VALUES
from dataflow_assess.reading.problems import Problems
from dataflow_assess.reading.source import normal
from dataflow_assess.reading.surrogates import Surrogates

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAKS = ("\x85", "\u2028", "\u2029")


def build(text: str, shown: str, problems: Problems, *, json: bool = False) -> Value:
    """Return the document in ``text``.

    Args:
        text: YAML or JSON.
        shown: the file's name, for places.
        problems: where duplicate keys, tags, further documents and the like are noted; reading goes on.
        json: whether the text is JSON, where tabs are blanks, characters may be written as surrogates, and words
            have quotation marks.

    Raises:
        DescriptionFault: the text is empty or no YAML, or has more depth or values than allowed; every problem that
            can be seen is in it.
    """
    readable = True
    for problem in forbidden(text, shown):
        problems.note(problem)
        readable = False
    if not readable:
        raise problems.fault()
    for char in _BREAKS:
        text = text.replace(char, " ")  # YAML's own line breaks; editors do not count them
    pairs = Surrogates(text.replace("\t", " ")) if json else None
    text = pairs.text if pairs else text
    builder = _Builder(shown, problems, pairs)
    try:
        builder.read(text)
    except yaml.MarkedYAMLError as error:
        for problem in refusal(error, text, shown, builder.column):
            problems.note(problem)
        raise problems.fault() from None
    if builder.root is None or (isinstance(builder.root, Scalar) and builder.root.is_blank):
        raise DescriptionFault.of(
            message("{path}: is empty", path=shown), message("write a description; it begins with “format: 1”")
        )
    return builder.root


@attrs.define
class _Open:
    """A list or mapping that is being built: its key is kept until its value is complete."""

    value: Mapping | Sequence
    anchor: str | None
    seen: dict[str, Scalar] = attrs.field(factory=dict)
    key: Scalar | None = None
    size: int = 1
    depth: int = 1
    dropped: bool = False


class _Builder:
    """Turns events into values; keeps a stack of open lists and mappings, and counts what aliases multiply."""

    def __init__(self, shown: str, problems: Problems, pairs: Surrogates | None) -> None:
        self.shown = shown
        self.root: Value | None = None
        self._problems = problems
        self._pairs = pairs
        self._recomposed: set[tuple[int, int]] = set()
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Value, int, int]] = {}
        self._documents = 0

    def read(self, text: str) -> None:
        """Take every event of ``text``."""
        take = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        for event in yaml.parse(text, Loader=_LOADER):
            handle = take.get(type(event))
            if handle is not None:
                handle(event)

    def column(self, mark: Any) -> int:  # noqa: ANN401
        """Return the column of ``mark`` in the file, counted from 0."""
        column = int(mark.column)
        return column if self._pairs is None else self._pairs.column(mark.line, column)

    def _document(self, event: Any) -> None:  # noqa: ANN401 - the event classes of C and Python parsers differ
        self._documents += 1
        if self._documents == 2:
            hint = message("write one description per file; remove “---”")
            self._problem(event, message("a second document begins here"), hint)

    def _scalar(self, event: Any) -> None:  # noqa: ANN401
        text = event.value
        quoted = event.style not in (None, "")
        if event.tag is not None:
            quoted = True
            if event.tag not in ("!", "tag:yaml.org,2002:str"):
                self._tag(event)
        value = Scalar(*self._span(event), text, not quoted)
        if self._pairs is not None and quoted:
            value.plain = not text or text not in NOTHING
        if not text.isascii():
            value.text = normal(text)
            if value.text != text:
                self._recomposed.add((value.line, value.column))
        if event.anchor:
            self._anchors[event.anchor] = (value, 1, 0)
        self._add(value, 1, 0)

    def _mapping(self, event: Any) -> None:  # noqa: ANN401
        self._open(event, Mapping(*self._span(event), []))

    def _sequence(self, event: Any) -> None:  # noqa: ANN401
        self._open(event, Sequence(*self._span(event), []))

    def _open(self, event: Any, value: Mapping | Sequence) -> None:  # noqa: ANN401
        if event.tag is not None:
            self._tag(event)
        if len(self._stack) >= MAX_DEPTH:
            self._too_deep(event)
        self._stack.append(_Open(value, event.anchor))

    def _close(self, event: Any) -> None:  # noqa: ANN401
        done = self._stack.pop()
        _, _, done.value.end_line, done.value.end_column = self._span(event)
        if done.anchor:
            self._anchors[done.anchor] = (done.value, done.size, done.depth)
        self._add(done.value, done.size, done.depth)

    def _alias(self, event: Any) -> None:  # noqa: ANN401
        known = self._anchors.get(event.anchor)
        if known is None:
            self._problem(event, message("*{name} refers to nothing defined before it", name=event.anchor))
            known = Scalar(*self._span(event), text="", plain=True), 1, 0
        value, size, depth = known
        if len(self._stack) + depth > MAX_DEPTH:
            self._too_deep(event)
        self._add(value, size, depth)

    def _add(self, value: Value, size: int, depth: int) -> None:
        if not self._stack:
            if self.root is None:
                self.root = value
            return
        top = self._stack[-1]
        top.size += size
        if top.size > MAX_VALUES:
            found = message("the file has more than {limit} values, counting all that * repeats", limit=MAX_VALUES)
            self._problems.note(Problem(found, value.place(self.shown), message("write one description per system")))
            raise self._problems.fault()
        if depth >= top.depth:
            top.depth = depth + 1
        container = top.value
        if isinstance(container, Sequence):
            container.items.append(value)
        elif top.key is None:
            self._key(top, value)
        else:
            if not top.dropped:
                container.pairs.append((top.key, value))
            top.key, top.dropped = None, False

    def _key(self, top: _Open, value: Value) -> None:
        if not isinstance(value, Scalar):
            top.key, top.dropped = Scalar(value.line, value.column, 0, 0, "", plain=False), True
            hint = message("write a name before the colon; put it in quotes where it begins with a bracket")
            found = message("a list or mapping cannot be a key")
            self._problems.note(Problem(found, value.place(self.shown), hint))
            return
        top.key = value
        if value.plain and value.text == "<<":
            top.dropped = True
            found, hint = message("the merge key << is not allowed"), message("write the keys out here")
            self._problems.note(Problem(found, value.place(self.shown), hint))
            return
        first = top.seen.setdefault(value.text, value)
        if first is not value:
            top.dropped = True
            self._twins(first, value)

    def _twins(self, first: Scalar, value: Scalar) -> None:
        found = message(
            "the key “{key}” appears twice; the first is on line {line}", key=value.text, line=first.line + 1
        )
        hint = message("keep one of them")
        if ((first.line, first.column) in self._recomposed) != ((value.line, value.column) in self._recomposed):
            hint = message(
                "keep one of them; they look alike, but their characters are composed differently (NFC, NFD)"
            )
        self._problems.note(Problem(found, value.place(self.shown), hint))

    def _tag(self, event: Any) -> None:  # noqa: ANN401
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self._problem(event, message("the tag {tag} is not allowed", tag=tag), message("remove it"))

    def _too_deep(self, event: Any) -> None:  # noqa: ANN401
        self._problems.note(too_deep(self._place(event)))
        raise self._problems.fault()

    def _problem(self, event: Any, text: Message, hint: Message | None = None) -> None:  # noqa: ANN401
        self._problems.note(Problem(text, self._place(event), hint))

    def _place(self, event: Any) -> Place:  # noqa: ANN401
        line, column, end_line, end_column = self._span(event)
        return Place(self.shown, line + 1, column + 1, end_line + 1, end_column + 1)

    def _span(self, event: Any) -> tuple[int, int, int, int]:  # noqa: ANN401
        start, end = event.start_mark, event.end_mark
        if self._pairs is None:
            return start.line, start.column, end.line, end.column
        return start.line, self.column(start), end.line, self.column(end)
