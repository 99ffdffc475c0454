"""Do the JSON Schema and the reader accept the same descriptions, as far as a schema can know?"""

import copy
import functools
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dataflow_assess.errors import DescriptionFault
from dataflow_assess.model import System
from dataflow_assess.model.shapes import Part, Section, entries
from dataflow_assess.reading.description import read_source
from dataflow_assess.reading.schema import json_schema
from dataflow_assess.vocabulary import Term, vocabulary_with
from tests.unit.cli.running import GALLERY, ROOT, as_data
from tests.unit.every_spelling import BASE, WORDS, bodies, sections, with_section


@functools.cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


def _schema_accepts(text: str) -> bool:
    return bool(_validator().is_valid(as_data(text)))


def _reader_accepts(text: str) -> bool:
    try:
        read_source(text, "x.yaml")
    except DescriptionFault:
        return False
    return True


def _problems(text: str) -> list[str]:
    """Return what the schema and what the reader say against a description."""
    found = [f"{error.json_path}: {error.message[:200]}" for error in _validator().iter_errors(as_data(text))]
    try:
        read_source(text, "x.yaml")
    except DescriptionFault as fault:
        found += fault.lines("en")
    return found


def _both(text: str) -> tuple[bool, bool]:
    return _schema_accepts(text), _reader_accepts(text)


def test_the_schema_is_valid() -> None:
    """By the meta-schema of 2020-12, and every definition is used."""
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    text = str(schema)
    assert all(f"#/$defs/{name}'" in text for name in schema["$defs"])


def test_the_schema_is_the_same_every_time() -> None:
    """Key by key, in order."""
    assert str(json_schema()) == str(json_schema())


@pytest.mark.parametrize("path", GALLERY)
def test_every_description_of_the_gallery_is_valid(path: str) -> None:
    """As an editor sees it."""
    found = _validator().iter_errors(as_data((ROOT / path).read_text(encoding="utf-8")))
    assert [f"{error.json_path}: {error.message}" for error in found] == []


SECTIONS = {
    key: declared.shape for key, (_, declared) in entries(System).items() if isinstance(declared.shape, Section)
}


@pytest.mark.parametrize("section", SECTIONS)
def test_every_key_and_word_is_accepted_by_both(section: str) -> None:
    """In English, in Japanese and by every synonym, with every way of not knowing."""
    for value in sections(SECTIONS[section]):
        assert _problems(with_section(section, value)) == []


def test_every_key_of_the_overview_is_accepted_by_both() -> None:
    """The section ``system``, the council within it."""
    overview = entries(System)["system"][1].shape
    assert isinstance(overview, Part)
    rest = BASE.replace("system: {title: T, controller: P}\n", "")
    tried = list(bodies(overview.of))
    assert len(tried) > 40
    assert [found for body in tried for found in _problems(f"{rest}system: {body}\n")] == []


@pytest.mark.parametrize("version", ["第2版", "1.0", "3", "2026-10-01", "{値: 1.0, 根拠資料: 資料1}", "確認する"])
def test_the_version_of_the_papers_is_a_number_as_well_as_words(version: str) -> None:
    """What YAML takes for a number or a date is a version for both."""
    text = BASE.replace("{title: T,", f"{{title: T, 版: {version},")
    assert version in text
    assert _problems(text) == []


@pytest.mark.parametrize("key", SECTIONS)
def test_the_sections_have_a_japanese_name(key: str) -> None:
    """It may stand in place of the English one."""
    known = WORDS.key(key)
    assert known is not None
    text = BASE if f"\n{key}:" in BASE else f"{BASE}{key}:\n"
    assert _both(text.replace(f"\n{key}:", f"\n{known.ja}:")) == (True, True)


# ------------------------------------------------------------------------------------------- what both refuse
WRONG = {
    "an unknown key at the top": BASE + "colour: blue\n",
    "an unknown key below": BASE.replace("A: {}", "A: {colour: blue}"),
    "a key of another section": BASE.replace("A: {}", "A: {clauses: liability}"),
    "an unknown word": BASE.replace("A: {}", "A: {kind: sever}"),
    "an unknown word among alternatives": BASE + "storage: {A: {data: D, form: {value: orignal}}}\n",
    "a list for a mapping": BASE.replace("system: {title: T, controller: P}", "system: [T, P]"),
    "a text for a mapping": BASE.replace("system: {title: T, controller: P}", "system: T"),
    "a list for a node": BASE.replace("A: {}", "A: [server]"),
    "a mapping for a word": BASE.replace("A: {}", "A: {kind: {server: yes}}"),
    "a mapping for a text": BASE.replace("title: T", "title: {a: b}"),
    "a statement without a state": BASE.replace("A -> B: {}", "A -> B: {encryption: {by: P}}"),
    "a statement with a foreign key": BASE.replace("A -> B: {}", "A -> B: {encryption: {value: tls, colour: x}}"),
    "an alternative of a foreign key": BASE.replace("A -> B: {}", "A -> B: {undecided: [{colour: x}]}"),
    "an alternative of a key that is no statement": BASE.replace("A -> B: {}", "A -> B: {undecided: [{data: D}]}"),
    "no arrow where one must be": BASE.replace("A -> B: {}", "A: {}"),
    "two hops in one": BASE.replace("[A -> B: {}]", "[{A -> B: {}, B -> A: {}}]"),
    "no format": BASE.replace("format: 1\n", ""),
    "another format": BASE.replace("format: 1", "format: 2"),
    "no system": BASE.replace("system: {title: T, controller: P}\n", ""),
    "no title": BASE.replace("title: T, ", ""),
    "no data in a flow": BASE.replace("data: D, hops", "hops"),
    "a storage of nothing": BASE + "storage: {A: {form: copy}}\n",
    "a question that is a text": BASE + "questions: [why]\n",
    "a list at the top": "- format: 1\n",
    "nothing at all": "# nothing\n",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_both_refuse(text: str) -> None:
    """What is wrong in its shape or its words."""
    assert _both(BASE) == (True, True)
    assert _both(text) == (False, False)


ONLY_THE_READER = {
    "a reference to nothing": BASE.replace("A -> B", "A -> C"),
    "a controller that is no party": BASE.replace("controller: P", "controller: R"),
    "a zone in itself": BASE.replace("Z: {}", "Z: {in: Z}"),
    "an arrow backwards": BASE.replace("A -> B", '"A -> B <- A"'),
    "both spellings of a key": BASE.replace("A: {}", "A: {name: x, 名称: y}"),
    "two states at once": BASE.replace("A -> B: {}", "A -> B: {encryption: {value: tls, to-confirm: x}}"),
    "a date that is none": BASE.replace("title: T", "title: T, start: someday"),
    "a number that is none": BASE.replace("A: {}", "A: {count: many}"),
    "choices of different lengths": BASE.replace(
        "A -> B: {}",
        "A -> B: {encryption: {undecided: [tls, none], choice: c}, medium: {undecided: [usb], choice: c}}",
    ),
}


@pytest.mark.parametrize("text", ONLY_THE_READER.values(), ids=ONLY_THE_READER)
def test_the_reader_alone_refuses(text: str) -> None:
    """A schema cannot know which identifiers exist, nor how keys hang together; the reader is the judge."""
    assert _both(text) == (True, False)


def test_a_plugins_words_are_in_the_schema() -> None:
    """Both spellings and synonyms, in their category alone."""
    drone = Term("node-kind", "drone", "ドローン", (), ("無人機",))
    schema: dict[str, Any] = json_schema(vocabulary_with([drone]))
    for spelt in ("drone", "ドローン", "無人機"):
        found = as_data(BASE.replace("A: {}", f"A: {{kind: {spelt}}}"))
        assert Draft202012Validator(schema).is_valid(found)
        assert not _validator().is_valid(found)
        wrong = as_data(BASE.replace("Z: {}", f"Z: {{kind: {spelt}}}"))
        assert not Draft202012Validator(schema).is_valid(wrong)


@pytest.mark.parametrize("word", ["TLS 1.3", "TLS1.2", "AES-256", "SSL/TLS 1.2"])
def test_a_version_number_is_no_part_of_a_protection(word: str) -> None:
    """Both know that."""
    assert _both(BASE.replace("A -> B: {}", f"A -> B: {{encryption: {word}}}")) == (True, True)


def _examples(schema: Any) -> list[tuple[Any, dict[str, Any]]]:  # noqa: ANN401 - any part of a schema
    """Return every example with the part of the schema that it is an example of."""
    found: list[tuple[Any, dict[str, Any]]] = []
    if isinstance(schema, dict):
        if isinstance(schema.get("examples"), list):
            found += [(example, schema) for example in schema["examples"]]
        found += [each for key, part in schema.items() if key != "examples" for each in _examples(part)]
    elif isinstance(schema, list):
        found += [each for part in schema for each in _examples(part)]
    return found


def test_every_example_is_valid_where_it_stands() -> None:
    """The shortest description as a whole, and the ways of writing a value."""
    whole = json_schema()
    found = _examples(whole)
    assert len(found) > 50
    for example, part in found:
        schema = part if part is whole else {**part, "$defs": whole["$defs"]}
        assert Draft202012Validator(schema).is_valid(example), (example, part.get("description"))
    assert _reader_accepts(yaml.safe_dump(whole["examples"][0], allow_unicode=True))


def _tree(draw: st.DataObject) -> Any:  # noqa: ANN401 - what YAML holds
    """Return one of the twenty descriptions as data."""
    path = draw.draw(st.sampled_from(GALLERY))
    return as_data((ROOT / path).read_text(encoding="utf-8"))


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401
    """Return the path of every mapping in a description."""
    if isinstance(value, dict):
        return [path, *(found for key, each in value.items() for found in _places(each, (*path, key)))]
    if isinstance(value, list):
        return [found for index, each in enumerate(value) for found in _places(each, (*path, index))]
    return []


def _at(value: Any, path: tuple[Any, ...]) -> Any:  # noqa: ANN401
    for step in path:
        value = value[step]
    return value


ODD: list[Any] = [
    "confirmed?",
    ["server", ["x"]],
    {"colour": "blue"},
    {},
    [],
    None,
    True,
    7,
    "未定",
    "to-confirm",
    "TLS 9",
]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_the_reader_accepts_is_valid_however_a_description_is_changed(draw: st.DataObject) -> None:
    """Keys left out, misspelt or with another value: the schema refuses nothing that can be read."""
    tree = _tree(draw)
    for _ in range(draw.draw(st.integers(1, 3))):
        places = [path for path in _places(tree) if _at(tree, path)]
        mapping = _at(tree, draw.draw(st.sampled_from(places)))
        key = draw.draw(st.sampled_from(list(mapping)))
        match draw.draw(st.sampled_from(["drop", "misspell", "change"])):
            case "drop":
                del mapping[key]
            case "misspell":
                mapping[f"{key}x"] = mapping.pop(key)
            case "change":
                mapping[key] = copy.deepcopy(draw.draw(st.sampled_from(ODD)))
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10**6)
    if _reader_accepts(text):
        assert _problems(text) == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_key_that_is_none_is_refused_by_both_wherever_it_stands(draw: st.DataObject) -> None:
    """In any mapping but those whose keys are names that the author gives."""
    tree = _tree(draw)
    named = {(key,) for key, shape in SECTIONS.items() if shape.form != "plain"}
    places = [path for path in _places(tree) if path not in named and not _is_headed(path)]
    _at(tree, draw.draw(st.sampled_from(places)))["colour"] = "blue"
    assert _both(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10**6)) == (False, False)


def _is_headed(path: tuple[Any, ...]) -> bool:
    """Tell whether the mapping at ``path`` is an item of a list that holds names or arrows: ``- A -> B: {…}``."""
    return len(path) > 1 and isinstance(path[-1], int) and path[-2] in HEADED


HEADED = {
    "contracts",
    "certifications",
    "storage",
    "provisions",
    "hops",
    "sealed",
    "maintainers",
    "nodes",
    "zones",
    "data",
}


def test_every_key_is_described_in_both_languages() -> None:
    """An editor shows it as a hint."""
    properties = json_schema()["properties"]
    assert properties["nodes"]["description"] == properties["機器"]["description"]
    assert " / " in properties["nodes"]["description"]
