"""What is remembered while a document becomes a model: problems, references and choices?"""

from collections.abc import Collection, Iterable
from itertools import count

import attrs

from dataflow_assess.errors import Place, Problem
from dataflow_assess.messages import Message, message
from dataflow_assess.model import Choice
from dataflow_assess.reading.document import Scalar, Sequence, Value
from dataflow_assess.reading.problems import Problems
from dataflow_assess.reading.source import slip_in, slip_in_key
from dataflow_assess.vocabulary import Key, Term, Vocabulary, nearest


@attrs.define
class Context:
    """The state of one reading.

    Attributes:
        shown: the file's name, for places.
        vocabulary: the words in force.
        problems: everything found wrong so far.
        identifiers: the identifiers declared in each named section.
        arrows: the arrows used to name a hop or contract, to be checked when all are known.
        choices: what is undecided, by identifier.
    """

    shown: str
    vocabulary: Vocabulary
    problems: Problems = attrs.field(factory=Problems)
    identifiers: dict[str, set[str]] = attrs.field(factory=dict)
    arrows: list[tuple[tuple[str, ...], Scalar]] = attrs.field(factory=list)
    choices: dict[str, Choice] = attrs.field(factory=dict)
    _unnamed: dict[Place, str] = attrs.field(factory=dict)
    _suggested: dict[tuple[str, tuple[str, ...]], Message | None] = attrs.field(factory=dict)

    def problem(self, value: Value, found: Message, hint: Message | None = None) -> None:
        """Note that something is wrong at ``value``."""
        self.problems.note(Problem(found, value.place(self.shown), hint))

    def expected(self, value: Value, wanted: Message) -> None:
        """Note that ``value`` is something else than ``wanted``."""
        self.problem(
            value, message("found {found}", found=described(value)), message("expected {wanted}", wanted=wanted)
        )

    def unknown_key(self, name: Scalar, allowed: Collection[str]) -> None:
        """Note a key that has no place here, with the nearest one that has."""
        keys = [key for key in self.vocabulary.all_keys() if key.en in allowed]
        spellings = [spelt for key in keys for spelt in (key.en, key.ja)]
        hint = slip_in_key(name.text) or suggestion(name.text, spellings)
        if hint is None:
            shown = tuple(key.en if name.text.isascii() else key.ja for key in keys)
            hint = message("expected one of: {words}", words=shown)
        self.problem(name, message("the key “{key}” is not allowed here", key=clipped(name.text)), hint)

    def twin_key(self, first: Scalar, name: Scalar, key: Key) -> None:
        """Note that a key stands twice, for example in both spellings."""
        line = first.line + 1
        found = message("the key “{key}” appears twice; the first is on line {line}", key=clipped(name.text), line=line)
        self.problem(name, found, message("{en} and {ja} are the same key: keep one of them", en=key.en, ja=key.ja))

    def missing(self, place: Place, owner: str, key: str) -> None:
        """Note that a required key is left out, or has nothing behind it."""
        known = self.vocabulary.key(key)
        spelt = both(known) if known else key
        found = message("“{key}” is missing", key=spelt)
        if owner:
            found = message("“{key}” is missing in {owner}", key=spelt, owner=clipped(owner))
        self.problems.note(Problem(found, place, message("add “{key}: …”", key=known or key)))

    def refer(self, value: Scalar, name: str, concepts: tuple[str, ...]) -> bool:
        """Tell whether ``name`` is declared in one of the sections ``concepts``; note it when it is not."""
        sections = [self.identifiers.get(concept, ()) for concept in concepts]
        if any(name in section for section in sections):
            return True
        if (name, concepts) not in self._suggested:
            declared = sorted({known for section in sections for known in section})
            self._suggested[name, concepts] = slip_in(value.text) or suggestion(name, declared)
        hint = self._suggested[name, concepts] or message("declare it there, or correct the name")
        labels = tuple(both(key) for concept in concepts if (key := self.vocabulary.key(concept)))
        found = message("“{name}” is not declared in {sections}", name=clipped(name), sections=labels)
        self.problem(value, found, hint)
        return False

    def unnamed(self, owner: str, value: Value) -> str:
        """Return the name of a choice that its author left unnamed: its owner, numbered where that is taken.

        What stands at one place of the file is one choice, although a chain of hops or an alias repeats it.
        """
        place = value.place(self.shown)
        if place not in self._unnamed:
            numbered = (owner if number == 1 else f"{owner}#{number}" for number in count(1))
            self._unnamed[place] = next(name for name in numbered if name not in self.choices)
        return self._unnamed[place]

    def choose(self, choice: Choice) -> None:
        """Note a choice; statements may share one, with the same number of options."""
        known = self.choices.setdefault(choice.id, choice)
        if len(known.options) != len(choice.options):
            found = message(
                "the choice “{choice}” has {count} options here", choice=clipped(choice.id), count=len(choice.options)
            )
            hint = message("expected {count}, as on line {line}", count=len(known.options), line=known.place.line)
            self.problems.note(Problem(found, choice.place, hint))


def described(value: Value) -> Message:
    """Return what a value is, in a reader's words."""
    if isinstance(value, Scalar):
        return message("nothing") if value.is_blank else message("“{text}”", text=clipped(value.text))
    if isinstance(value, Sequence):
        return message("a list") if value.items else message("an empty list")
    return message("a mapping (key: value)")


def both(word: Key | Term) -> Message:
    """Return both spellings of a word, as a description may use either."""
    return message("{en} ({ja})", en=word.en, ja=word.ja)


def clipped(text: str, limit: int = 60) -> str:
    """Return ``text`` shortened to ``limit`` characters, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def suggestion(word: str, choices: Iterable[str]) -> Message | None:
    """Return a hint with the nearest valid word, or None when none is near."""
    found = nearest(word, choices)
    return message("did you mean “{word}”?", word=found) if found else None
