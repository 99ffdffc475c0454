"""What may a parameter be set to, and how is it read?"""

import pytest

from dataflow_assess.messages import message
from dataflow_assess.parameters import Parameter, Refusal, Value, written

TEXT = message("what it decides")
COUNT = Parameter("count", 3, TEXT, minimum=1, maximum=9)
SHARE = Parameter("share", 0.5, TEXT, minimum=0)
SWITCH = Parameter("switch", False, TEXT)
NAME = Parameter("name", "a", TEXT)
CHOICE = Parameter("choice", "a", TEXT, choices=("a", "b"))
NAMES = Parameter("names", (), TEXT)
PAIRS = Parameter("pairs", (), TEXT, choices=("a/b", "b/c"))
CLAUSES = Parameter("clauses", (), TEXT, words="clause")


@pytest.mark.parametrize(
    ("parameter", "given", "value"),
    [
        (COUNT, 1, 1),
        (COUNT, 9, 9),
        (SHARE, 1, 1.0),
        (SHARE, 0.25, 0.25),
        (SWITCH, True, True),
        (NAME, "x", "x"),
        (CHOICE, "b", "b"),
        (NAMES, "x", ("x",)),
        (NAMES, ["x", "y", "x"], ("x", "y")),
        (PAIRS, ["b/c"], ("b/c",)),
        (CLAUSES, ["監査", "return-or-destroy"], ("inspection", "return-or-destroy")),
    ],
)
def test_a_value_of_the_right_type_is_read(parameter: Parameter, given: object, value: Value) -> None:
    """A whole number may stand for a number, one text for a list, and words are known in both languages."""
    read = parameter.read(given)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("parameter", "given", "told"),
    [
        (COUNT, 0, "found 0; expected 1 or more"),
        (COUNT, 10, "found 10; expected 9 or less"),
        (COUNT, 1.5, "found 1.5; expected whole number"),
        (COUNT, True, "found true; expected whole number"),
        (SHARE, float("nan"), "found nan; expected 0 or more"),
        (SHARE, "1", "found “1”; expected number"),
        (SWITCH, 1, "found 1; expected true or false"),
        (NAME, ["x"], "found a list; expected text"),
        (CHOICE, "c", "found “c”; available: a, b"),
        (CHOICE, {}, "found a table; expected text"),
        (NAMES, 3, "found 3; expected list of texts"),
        (NAMES, ["x", 3], "1: found 3; expected text"),
        (PAIRS, ["a/b", "a/c"], "1: found “a/c”; did you mean “b/c”?"),
        (CLAUSES, {}, "found a table; expected list of words"),
        (NAME, [], "found a list; expected text"),
        (CHOICE, "x" * 70, f"found “{'x' * 60}…”; available: a, b"),
    ],
)
def test_another_value_is_refused_with_what_was_expected(parameter: Parameter, given: object, told: str) -> None:
    """With the item of a list that is meant."""
    refused = parameter.read(given)
    assert isinstance(refused, list)
    (each,) = refused
    assert isinstance(each, Refusal)
    index = "" if each.index is None else f"{each.index}: "
    assert f"{index}{each.message.text('en')}; {each.hint.text('en')}" == told


@pytest.mark.parametrize(
    ("parameter", "text", "value"),
    [(COUNT, "7", 7), (SHARE, "0.5", 0.5), (SWITCH, "Yes", True), (NAME, "x,y", "x,y"), (NAMES, " x, y,", ("x", "y"))],
)
def test_a_text_of_the_environment_is_read_by_the_type(parameter: Parameter, text: str, value: Value) -> None:
    """What is no number or no yes is refused as in a file."""
    assert parameter.parse(text) == value


@pytest.mark.parametrize(("parameter", "text"), [(COUNT, "x"), (SHARE, ""), (SWITCH, "2"), (CHOICE, "c")])
def test_a_text_of_another_type_is_refused(parameter: Parameter, text: str) -> None:
    """It is never taken for the default."""
    assert isinstance(parameter.parse(text), list)


def test_what_is_allowed_is_said_in_words() -> None:
    """As ``explain`` prints it."""
    said = [each.allowed.text("en") if each.allowed else "" for each in (COUNT, SHARE, SWITCH, CHOICE, CLAUSES)]
    assert said == ["1 to 9", "0 or more", "", "available: a, b", "the words of the list “clause” of the format"]


def test_a_value_is_written_as_toml_reads_it() -> None:
    """Signs that end a string or a line are escaped."""
    assert written((True, 1, 'a"\\\n\t\r\u2028市')) == '[true, 1, "a\\"\\\\\\n\\t\\r\\U00002028市"]'
