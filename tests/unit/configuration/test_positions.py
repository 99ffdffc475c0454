"""Is every key and value of a TOML file found where it stands?"""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dataflow_assess.configuration.positions import Path, places
from dataflow_assess.parameters import written

TEXT = '''\
# a comment with = and [
fail-on = "warning"  # behind it
a.b = [1, "x,]", {c = 'd', "q r" = [ ]}]
[rules.RET-04]
days = 365
when = 1979-05-27 07:32:00
[[overrides]]
paths = ["a/**",
  # between ]
  "b"]
[overrides.rules."ACC-03"]
checks = 5
[[overrides]]
s = """a "quoted" \\" ]""""
t = \'\'\'x'\'\'\'
'''


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401 - what TOML holds
    """Yield the path of every value that holds no others."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list) and value:
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    else:
        yield path, value


def quoted(text: str) -> dict[Path, str]:
    """Return what stands at the place of every value."""
    found = places(text, "x.toml")
    return {path: text[slice(*span)] for path, span in found.values.items()}


def test_every_value_of_a_file_stands_where_it_is_said_to() -> None:
    """Strings of four kinds, lists over lines, inline tables, tables of arrays, comments in between."""
    spans = quoted(TEXT)
    for path, value in leaves(tomllib.loads(TEXT)):
        assert tomllib.loads(f"x = {spans[path]}")["x"] == value


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("fail-on",), "x.toml:2:1"),
        (("rules", "RET-04", "days"), "x.toml:5:1"),
        (("overrides", 0, "rules", "ACC-03"), "x.toml:11:18"),
        (("overrides", 1, "s"), "x.toml:14:1"),
        (("a", "b", 2, "q r"), "x.toml:3:28"),
    ],
)
def test_every_key_of_a_file_stands_where_it_is_said_to(path: Path, place: str) -> None:
    """Dotted, quoted, and in heads of tables."""
    assert str(places(TEXT, "x.toml").key(path)) == place


def test_what_the_file_does_not_hold_stands_at_its_beginning() -> None:
    """A problem about something that is missing has a place too."""
    assert str(places("a = 1\n", "x.toml").value(("b",))) == "x.toml:1:1"


KEYS = st.text(min_size=1, max_size=6)
SCALARS = st.one_of(st.text(max_size=8), st.integers(-9, 9), st.booleans(), st.floats(0, 1).map(lambda n: round(n, 3)))
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3), max_leaves=6)
TABLES = st.dictionaries(KEYS, st.one_of(VALUES, st.dictionaries(KEYS, VALUES, max_size=3)), max_size=4)


def as_toml(table: dict[str, Any]) -> str:
    """Write a table with its plain values first, then its tables, with comments and blank lines between."""
    lines = [f"{written(key)} = {written(value)} # ' ]" for key, value in table.items() if not isinstance(value, dict)]
    for key, value in table.items():
        if isinstance(value, dict):
            lines += ["", f"[{written(key)}]", *as_toml(value).splitlines()]
    return "\n".join(lines) + "\n"


@given(TABLES)
def test_any_file_that_can_be_read_has_all_its_places(table: dict[str, Any]) -> None:
    """What tomllib finds and what the scanner finds is the same, value by value."""
    text = as_toml(table)
    assert tomllib.loads(text) == table
    spans = quoted(text)
    for path, value in leaves(table):
        if value != {}:
            assert tomllib.loads(f"x = {spans[path]}")["x"] == value
