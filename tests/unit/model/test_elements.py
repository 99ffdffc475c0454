"""Do the elements of the model declare their keys rightly and show the names that people know?"""

from typing import Any

import attrs
import pytest

from dataflow_assess.model import (
    Claim,
    Contract,
    DataItem,
    Element,
    Flow,
    Hop,
    Measure,
    Node,
    Overview,
    Paper,
    Party,
    Standing,
    Statement,
    System,
    WaiverList,
    Zone,
)
from dataflow_assess.model.shapes import Many, Part, Ref, Said, Section, Shape, WordOf, entries
from dataflow_assess.vocabulary import standard_vocabulary

WORDS = standard_vocabulary()


def classes(cls: type = System) -> list[type]:
    """Return every class that a description can reach, each once."""
    found = [cls]
    for each in found:
        shapes = (declared.shape for _, declared in entries(each).values())
        found += [shape.of for shape in shapes if isinstance(shape, Part | Section) and shape.of not in found]
    return list(dict.fromkeys(found))


def innermost(shape: Shape) -> Shape:
    """Return what a statement or list is about."""
    return innermost(shape.item) if isinstance(shape, Said | Many) else shape


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_every_declared_key_and_list_of_words_is_in_the_vocabulary(cls: type) -> None:
    """Otherwise nobody could write it."""
    for key, (name, declared) in entries(cls).items():
        assert WORDS.key(key) is not None, name
        shape = innermost(declared.shape)
        if isinstance(shape, WordOf):
            assert shape.category in WORDS.categories()
        if isinstance(shape, Ref):
            assert set(shape.concepts) <= set(entries(System)) | {"hops"}
            assert not shape.or_word or shape.or_word in WORDS.categories()


def test_every_key_of_the_vocabulary_is_declared_somewhere() -> None:
    """Save for those of statements, which every element knows, and those of heads, which stand without a key."""
    declared = {key for cls in (*classes(), *classes(WaiverList)) for key in entries(cls)}
    statements = {"value", "to-confirm", "due", "undecided", "choice", "withheld", "not-stated", "also", "corrects"}
    assert {key.en for key in WORDS.all_keys()} == declared | statements | {"node", "to"}


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_the_main_key_of_a_part_is_a_statement(cls: type) -> None:
    """A plain value in place of the mapping is read as this statement."""
    for _, declared in entries(cls).values():
        if isinstance(declared.shape, Part) and declared.shape.main:
            assert isinstance(entries(declared.shape.of)[declared.shape.main][1].shape, Said)


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_an_element_is_frozen_and_says_nothing_of_itself(cls: type) -> None:
    """Every statement is silent until a description says otherwise; only required texts are empty."""
    heads = {"source", "target", "flow", "index", "party", "scheme", "node", "rule"}
    given: dict[str, Any] = {
        field.name: "" for field in attrs.fields(cls) if field.name in heads and field.default is attrs.NOTHING
    }
    element = cls(**given)
    for name, declared in entries(cls).values():
        if isinstance(declared.shape, Said):
            assert getattr(element, name).is_silent
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        element.id = "x"


@pytest.mark.parametrize("cls", [Zone, Node, DataItem, Flow, Paper])
def test_an_element_is_shown_by_its_name_or_its_identifier(cls: type[Any]) -> None:
    """The identifier is short, the name is what papers call it."""
    assert (cls(id="甲").label, cls(id="甲", name="機器甲").label) == ("甲", "機器甲")


def test_other_elements_are_shown_by_what_they_join() -> None:
    """A party's name may be undecided."""
    name: Statement[str] = Statement(Standing.STATED, "地方公共団体情報システム機構")
    assert (Party(id="J-LIS").label, Party(id="J-LIS", name=name).label) == ("J-LIS", "地方公共団体情報システム機構")
    assert Contract(id="a → b", source="a", target="b").label == "a → b"
    assert Contract(id="a → b", source="a", target="b", name="協定").label == "協定"
    assert Hop(flow="f", index=0, source="a", target="b").label == "a → b"
    assert (Element(id="x").label, Measure(id="measures#1").label, Claim(id="claims#1").label) == (
        "x",
        "measures#1",
        "claims#1",
    )
    assert System(overview=Overview(title="件")).label == "件"


@pytest.mark.parametrize(
    ("title", "stated", "expected"),
    [
        ("証明書", None, "ja"),
        ("カタカナ", None, "ja"),
        ("Certificates", None, "en"),
        ("", None, "en"),
        ("証明書", "en", "en"),
        ("Certificates", "日本語", "ja"),
    ],
)
def test_the_language_of_the_papers_is_stated_or_that_of_the_title(
    title: str, stated: str | None, expected: str
) -> None:
    """A description need not say what it shows."""
    language = WORDS.term("language", stated) if stated else None
    assert System(overview=Overview(title=title, language=language)).language == expected


def test_the_kind_of_a_node_carries_what_rules_ask_for() -> None:
    """A node without a kind is nothing in particular."""
    person = WORDS.term("node-kind", "人")
    assert (Node(kind=person).is_a("person"), Node(kind=person).is_a("paper"), Node().is_a("person")) == (
        True,
        False,
        False,
    )
