"""Which JSON Schemas do editors use to complete and check a description, and a file of waivers?

They are derived from the same declarations as the reader; the reader remains the judge, because a schema cannot
know which identifiers exist.
"""

from collections.abc import Callable
from typing import Any

from dataflow_assess.model import System, WaiverList
from dataflow_assess.model.shapes import (
    Count,
    Entry,
    Flag,
    Many,
    Part,
    Ref,
    Said,
    Section,
    Shape,
    WordOf,
    entries,
)
from dataflow_assess.reading.schema_examples import DESCRIPTION, UNKNOWN, VALUES, WAIVERS
from dataflow_assess.reading.statements import STATES
from dataflow_assess.vocabulary import Key, Vocabulary, standard_vocabulary

_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_ANY_ARROW = r"(->|→|=>|⇒|－＞|−>)"
_DETAILS = ("by", "due", "choice", "evidence", "note")


def json_schema(vocabulary: Vocabulary | None = None) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of description format 1, with both spellings of every key and word."""
    return _document(
        System,
        vocabulary,
        {
            "$id": "urn:dataflow-assess:description:1",
            "title": "情報システムの記述 書式1 / dataflow-assess description 1",
            "description": (
                "だれが、どこで、どの個人情報を、どの区間を通して渡し、どこにいつまで置き、だれが消すか。"
                " / Who passes which personal data where, along which segments, where it rests, and who deletes it."
            ),
            "examples": [DESCRIPTION],
        },
    )


def waivers_schema(vocabulary: Vocabulary | None = None) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a file of waivers, with both spellings of every key."""
    return _document(
        WaiverList,
        vocabulary,
        {
            "$id": "urn:dataflow-assess:waivers:1",
            "title": "受容一覧 書式1 / dataflow-assess waivers 1",
            "description": (
                "どの規則の、どの要素についての指摘を、どんな理由で、いつまで受容するか。"
                " / Findings of which rule about which elements are accepted, why, and until when."
            ),
            "examples": [WAIVERS],
        },
    )


def _document(cls: type, vocabulary: Vocabulary | None, about: dict[str, Any]) -> dict[str, Any]:
    writer = _Writer(vocabulary or standard_vocabulary())
    root = writer.of_class(cls)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **about,
        **root,
        "$defs": dict(sorted(writer.definitions.items())),
    }


class _Writer:
    """Turns declarations into schemas; classes and word lists become definitions that are written once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.definitions: dict[str, Any] = {}
        self._keys = {key.en: key for key in vocabulary.all_keys()}

    def of_class(self, cls: type, *, alternatives: bool = True) -> dict[str, Any]:
        """Return the schema of a mapping with the keys of ``cls``."""
        properties: dict[str, Any] = {}
        required = []
        for key, (_name, declared) in entries(cls).items():
            self._add(properties, key, self._entry(declared))
            if declared.required:
                required.append({"anyOf": [{"required": [spelt]} for spelt in self._spellings(key)]})
        stated = [key for key, (_, declared) in entries(cls).items() if isinstance(declared.shape, Said)]
        if alternatives and stated:
            option = {
                "type": "object",
                "propertyNames": {"enum": [each for key in stated for each in self._spellings(key)]},
            }
            self._add(properties, "undecided", {"type": "array", "items": option})
            self._add(properties, "choice", _TEXT)
        schema = {"type": ["object", "null"], "properties": properties, "additionalProperties": False}
        return schema | ({"type": "object", "allOf": required} if required else {})

    def _reference(self, cls: type) -> dict[str, Any]:
        return self._defined(cls.__name__, lambda: self.of_class(cls))

    def _defined(self, name: str, write: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """Return a reference to the definition ``name``, which is written when it is first needed."""
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = write()
        return {"$ref": f"#/$defs/{name}"}

    def _entry(self, declared: Entry) -> dict[str, Any]:
        shape = declared.shape
        match shape:
            case Section():
                return self._section(shape)
            case Part():
                return self._part(shape)
            case Said():
                return self._defined(f"said-{_named(shape.item)}", lambda: self._said(shape.item))
        if declared.key == "format":
            return {"enum": [1, "1"]}
        # Nothing behind a key reads as if the key were left out.
        return self._value(shape) if declared.required else {"anyOf": [self._value(shape), {"type": "null"}]}

    def _section(self, shape: Section) -> dict[str, Any]:
        element = self._reference(shape.of)
        if shape.form == "plain":
            return {"anyOf": [{"type": "array", "items": element}, element, {"type": "null"}]}
        names = {"pattern": _ANY_ARROW} if shape.form == "arrow" else {"minLength": 1}
        headed = {"type": "object", "propertyNames": names, "additionalProperties": element}
        single = headed | {"minProperties": 1, "maxProperties": 1}
        items = {"anyOf": [single, {"type": "string", **names}]}
        return {"anyOf": [headed, {"type": "array", "items": items}, {"type": ["string", "null"]}]}

    def _part(self, shape: Part) -> dict[str, Any]:
        if not shape.main:
            return self._reference(shape.of)
        return self._defined(f"{shape.of.__name__}-or-{shape.main}", lambda: self._part_or_main(shape))

    def _part_or_main(self, shape: Part) -> dict[str, Any]:
        """Return the schema of a nested mapping that may be a plain value, or unknown as a whole."""
        main = entries(shape.of)[shape.main][1].shape
        assert isinstance(main, Said)
        whole = self.of_class(shape.of, alternatives=False)
        others = self._others(self._defined(f"said-{_named(main.item)}", lambda: self._said(main.item)))
        for key in (*STATES, *_DETAILS, "also", "corrects"):
            if key not in entries(shape.of):
                self._add(whole["properties"], key, others if key in ("also", "corrects") else {})
        return {"anyOf": [self._value(main.item), whole, {"type": "null"}]}

    def _said(self, item: Shape) -> dict[str, Any]:
        """Return the schema of a statement: a value, a word such as 「確認する」, or a mapping that says more."""
        value = self._value(item)
        one_of = {"anyOf": [value, self._words("standing"), {"type": ["object", "null"]}]}
        properties: dict[str, Any] = {}
        for key in STATES:
            self._add(properties, key, _TEXT)
        self._add(properties, "value", one_of)
        self._add(properties, "undecided", {"anyOf": [{"type": "array", "items": one_of}, _TEXT]})
        for key in _DETAILS:
            self._add(properties, key, {"type": ["string", "number", "null", "array"]})
        for key in ("also", "corrects"):
            self._add(properties, key, self._others({"$ref": f"#/$defs/said-{_named(item)}"}))
        one = [{"required": [spelt]} for key in STATES for spelt in self._spellings(key)]
        mapping = {"type": "object", "properties": properties, "additionalProperties": False, "anyOf": one}
        written = [*self._shown(item), *UNKNOWN]
        return {"examples": written, "anyOf": [value, self._words("standing"), mapping, {"type": "null"}]}

    def _others(self, statement: dict[str, Any]) -> dict[str, Any]:
        """Return the schema of further statements on the same matter: one, or a list of them."""
        return {"anyOf": [statement, {"type": "array", "items": statement}, {"type": "null"}]}

    def _shown(self, shape: Shape) -> list[Any]:
        """Return examples of a value: of its shape, or the first words of its list, in both languages."""
        match shape:
            case Many():
                return self._shown(shape.item)
            case WordOf():
                return [spelt for term in self.vocabulary.terms(shape.category)[:2] for spelt in (term.ja, term.en)]
        return list(VALUES.get(type(shape), ()))

    def _value(self, shape: Shape) -> dict[str, Any]:
        match shape:
            case Many():
                item = self._value(shape.item)
                return {"anyOf": [item, {"type": "array", "items": item}]}
            case WordOf():
                return self._words(shape.category)
            case Flag():
                return {"anyOf": [{"type": "boolean"}, self._words("flag")]}
            case Count():
                return {"type": ["integer", "string"]}
            case Ref():
                return {"type": ["string", "number"]}
        return _TEXT

    def _words(self, category: str) -> dict[str, Any]:
        return self._defined(f"words-{category}", lambda: self._word_list(category))

    def _word_list(self, category: str) -> dict[str, Any]:
        terms = self.vocabulary.terms(category)
        spellings = [spelt for term in terms for spelt in dict.fromkeys((term.en, term.ja, *term.synonyms))]
        listed = "; ".join(f"{term.en} = {term.ja}" for term in terms)
        choices: list[dict[str, Any]] = [{"enum": spellings}]
        if category == "protection":
            choices.append({"type": "string", "pattern": r"^[A-Za-z/ -]+[ -]?[0-9][0-9.]*$"})
        return {"description": listed, "anyOf": choices}

    def _add(self, properties: dict[str, Any], key: str, schema: dict[str, Any]) -> None:
        known: Key = self._keys[key]
        for spelt in self._spellings(key):
            properties[spelt] = {"description": f"{known.meaning_ja} / {known.meaning_en}", **schema}

    def _spellings(self, key: str) -> tuple[str, str]:
        return self._keys[key].en, self._keys[key].ja


def _named(shape: Shape) -> str:
    """Return a name for what a statement is about, the same for equal schemas."""
    match shape:
        case Many():
            return f"many-{_named(shape.item)}"
        case WordOf():
            return shape.category
    return type(shape).__name__.lower()
