"""What may be set, of which type, and what is wrong with a value that was given?

A rule declares its parameters and the configuration its options with the same class, so both are checked,
explained and documented in the same way.
"""

import attrs

from dataflow_assess.messages import Message, message
from dataflow_assess.vocabulary import Vocabulary, nearest, standard_vocabulary

Value = bool | int | float | str | tuple[str, ...]
"""What a parameter may hold; the default's type is the parameter's."""


@attrs.frozen
class Refusal:
    """Why a value cannot stand.

    Attributes:
        message: what was found.
        hint: what was expected.
        index: which item of a list it is, or None for the value as a whole.
    """

    message: Message
    hint: Message
    index: int | None = None


@attrs.frozen
class Parameter:
    """Something that may be set.

    Attributes:
        name: as it is written, for example "days".
        default: its value unless it is set; its type is the type of the parameter: yes or no, whole number, number,
            text, or a list of texts (a tuple).
        text: what it decides, one sentence.
        minimum, maximum: the smallest and largest number allowed, or None.
        choices: the words allowed, for a text or the items of a list; empty where any text is.
        words: the category of the description format's words to which the items belong, in either language;
            they are read as their English spelling.
    """

    name: str
    default: Value
    text: Message
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    words: str = ""

    @property
    def kind(self) -> Message:
        """The type, in words."""
        match self.default:
            case bool():
                return message("true or false")
            case int():
                return message("whole number")
            case float():
                return message("number")
            case str():
                return message("text")
        return message("list of words") if self.words or self.choices else message("list of texts")

    @property
    def allowed(self) -> Message | None:
        """Which values are allowed, or None where any of the type is."""
        if self.choices:
            return message("available: {known}", known=self.choices)
        if self.words:
            return message("the words of the list “{list}” of the format", list=self.words)
        if self.minimum is not None and self.maximum is not None:
            return message("{minimum} to {maximum}", minimum=self.minimum, maximum=self.maximum)
        return None if self.minimum is None else message("{limit} or more", limit=self.minimum)

    def read(self, given: object, vocabulary: Vocabulary | None = None) -> Value | list[Refusal]:
        """Return the value that ``given`` means, or everything that is wrong with it.

        Args:
            given: what a TOML file holds: bool, int, float, str, list …
            vocabulary: the words in force; those of format 1 when None.
        """
        match self.default:
            case bool():
                return given if isinstance(given, bool) else [self._expected(given)]
            case int() | float():
                return self._number(given)
            case str():
                return self._text(given)
        return self._list(given, vocabulary or standard_vocabulary())

    def parse(self, text: str) -> Value | list[Refusal]:
        """Return the value that the text of an environment variable means; a list is separated by commas."""
        match self.default:
            case bool():
                truth = _TRUTHS.get(text.strip().lower())
                return [self._expected(text)] if truth is None else truth
            case int() | float():
                try:
                    return self._number(type(self.default)(text))
                except ValueError:
                    return [self._expected(text)]
            case str():
                return self._text(text)
        return self.read([part.strip() for part in text.split(",") if part.strip()])

    def _number(self, given: object) -> Value | list[Refusal]:
        wanted = (int,) if isinstance(self.default, int) else (int, float)
        if isinstance(given, bool) or not isinstance(given, wanted):
            return [self._expected(given)]
        if self.minimum is not None and not given >= self.minimum:
            return [Refusal(_found(given), message("expected {limit} or more", limit=self.minimum))]
        if self.maximum is not None and not given <= self.maximum:
            return [Refusal(_found(given), message("expected {limit} or less", limit=self.maximum))]
        return given if isinstance(self.default, int) else float(given)

    def _text(self, given: object) -> Value | list[Refusal]:
        if not isinstance(given, str):
            return [self._expected(given)]
        return given if not self.choices or given in self.choices else [self._no_choice(given)]

    def _list(self, given: object, vocabulary: Vocabulary) -> Value | list[Refusal]:
        items = [given] if isinstance(given, str) else given
        if not isinstance(items, list):
            return [self._expected(given)]
        read, refused = list[str](), list[Refusal]()
        for index, item in enumerate(items):
            found = self._item(item, vocabulary)
            if isinstance(found, str):
                read.append(found)
            else:
                refused.append(attrs.evolve(found, index=None if isinstance(given, str) else index))
        return refused or tuple(dict.fromkeys(read))

    def _item(self, item: object, vocabulary: Vocabulary) -> str | Refusal:
        if not isinstance(item, str):
            return self._expected(item, message("text"))
        if self.words:
            term = vocabulary.term(self.words, item)
            near = vocabulary.nearest_term(self.words, item)
            known = tuple(each.en for each in vocabulary.terms(self.words))
            return Refusal(_found(item), did_you_mean(near, known)) if term is None else term.en
        if self.choices and item not in self.choices:
            return self._no_choice(item)
        return item

    def _expected(self, given: object, wanted: Message | None = None) -> Refusal:
        return Refusal(_found(given), message("expected {wanted}", wanted=wanted or self.kind))

    def _no_choice(self, given: str) -> Refusal:
        return Refusal(_found(given), did_you_mean(nearest(given, self.choices), self.choices))


_TRUTHS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


def did_you_mean(near: str | None, known: tuple[str, ...]) -> Message:
    """Return a hint with the nearest word, or with all that are known where none is near."""
    return message("did you mean “{word}”?", word=near) if near else message("available: {known}", known=known)


def written(value: object) -> str:
    """Return a value as it is written in TOML."""
    match value:
        case bool():
            return str(value).lower()
        case list() | tuple():
            return f"[{', '.join(map(written, value))}]"
        case str():
            return quoted(value)
    return str(value)


def quoted(text: str) -> str:
    """Return a text as a basic string of TOML."""
    escaped = "".join(_ESCAPES.get(char) or (char if char.isprintable() else f"\\U{ord(char):08X}") for char in text)
    return f'"{escaped}"'


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _found(given: object) -> Message:
    match given:
        case dict():
            return message("found a table")
        case list():
            return message("found a list")
        case str():
            short = given if len(given) <= _LONGEST else given[:_LONGEST] + "…"
            return message("found “{text}”", text=short)
    return message("found {value}", value=written(given))


_LONGEST = 60
