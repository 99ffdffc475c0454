"""What is remembered while a document becomes a model: problems, references and choices?"""

from collections.abc import Iterable

import attrs

from dataflow_assess.errors import Place, Problem
from dataflow_assess.messages import Message, message
from dataflow_assess.model import Choice
from dataflow_assess.reading.document import Mapping, Scalar, Sequence, Value
from dataflow_assess.reading.source import slip_in
from dataflow_assess.vocabulary import Key, Vocabulary, nearest


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
    problems: list[Problem] = attrs.field(factory=list)
    identifiers: dict[str, set[str]] = attrs.field(factory=dict)
    arrows: list[tuple[tuple[str, ...], Scalar]] = attrs.field(factory=list)
    choices: dict[str, Choice] = attrs.field(factory=dict)

    def problem(self, value: Value, found: Message, hint: Message | None = None) -> None:
        """Note that something is wrong at ``value``."""
        self.problems.append(Problem(found, value.place(self.shown), hint))

    def expected(self, value: Value, wanted: Message) -> None:
        """Note that ``value`` is something else than ``wanted``."""
        self.problem(value, message("{found} stands here", found=described(value)), message("expected {wanted}", wanted=wanted))

    def unknown_key(self, name: Scalar, allowed: Iterable[str]) -> None:
        """Note a key that has no place here, with the nearest one that has."""
        slip, wanted = slip_in(name.text), set(allowed)
        spellings = [spelt for key in self.vocabulary.all_keys() if key.en in wanted for spelt in (key.en, key.ja)]
        hint = slip or suggestion(name.text, spellings)
        if hint is None:
            shown = tuple(spellings[0::2] if name.text.isascii() else spellings[1::2])
            hint = message("expected one of: {words}", words=shown)
        self.problem(name, message("the key “{key}” has no place here", key=clipped(name.text)), hint)

    def twin_key(self, name: Scalar, key: Key) -> None:
        """Note that a key stands twice, in both spellings."""
        found = message("“{key}” stands twice, as {en} and as {ja}", key=name.text, en=key.en, ja=key.ja)
        self.problem(name, found, message("keep one of them"))

    def missing(self, place: Place, owner: str, key: str) -> None:
        """Note that a required key is left out."""
        known = self.vocabulary.key(key)
        found = message("“{key}” is missing in {owner}", key=known.label_both if known else key, owner=owner or "—")
        self.problems.append(Problem(found, place))

    def refer(self, value: Scalar, name: str, concepts: Iterable[str]) -> bool:
        """Tell whether ``name`` is declared in one of the sections ``concepts``; note it when it is not."""
        sections = [self.identifiers.get(concept, set()) for concept in concepts]
        if any(name in section for section in sections):
            return True
        hint = suggestion(name, sorted(set().union(*sections)))
        labels = tuple(key.label_both for concept in concepts if (key := self.vocabulary.key(concept)))
        found = message("“{name}” is declared nowhere in {sections}", name=clipped(name), sections=labels)
        self.problem(value, found, hint or message("declare it there, or correct the name"))
        return False

    def choose(self, choice: Choice) -> None:
        """Note a choice; statements may share one, with the same number of options."""
        known = self.choices.setdefault(choice.id, choice)
        if len(known.options) != len(choice.options):
            self.problems.append(
                Problem(
                    message(
                        "the choice “{choice}” has {count} options here",
                        choice=choice.id,
                        count=len(choice.options),
                    ),
                    choice.place,
                    message(
                        "expected {count}, as on line {line}",
                        count=len(known.options),
                        line=known.place.line,
                    ),
                )
            )


def described(value: Value) -> Message:
    """Return what a value is, in a reader's words."""
    match value:
        case Scalar():
            return message("“{text}”", text=clipped(value.text)) if value.text else message("nothing")
        case Sequence():
            return message("a list")
        case Mapping():
            return message("a mapping (key: value)")
    return message("nothing")


def clipped(text: str, limit: int = 60) -> str:
    """Return ``text`` shortened to ``limit`` characters, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def suggestion(word: str, choices: Iterable[str]) -> Message | None:
    """Return a hint with the nearest valid word, or None when none is near."""
    found = nearest(word, choices)
    return message("did you mean “{word}”?", word=found) if found else None
