"""Is each key of each model class read, and refused, in the way its declaration says?"""

from pathlib import Path

import attrs
import pytest

from dataflow_assess.errors import DescriptionFault
from dataflow_assess.model import Standing, Statement, System
from dataflow_assess.model.shapes import Count, Date, Flag, Part, Ref, Said, Section, Span, Text, WordOf
from dataflow_assess.reading import read_source
from dataflow_assess.vocabulary import standard_vocabulary
from tests.unit.reading.keyed import Spot, spots
from tests.unit.reading.told import told

SINGLE = "found a list — expected a single value"
PLAIN = "found a mapping (key: value) — expected plain words; “evidence” and “note” stand beside this key, not under it"
DATE = "expected a date such as 2016-06-27, 2016-06, 平成28年6月27日 or 平成28年度"

statements = [spot for spot in spots() if isinstance(spot.entry.shape, Said)]
bare = [spot for spot in spots() if not isinstance(spot.entry.shape, Said | Part | Section) and spot.key != "format"]
sections = [spot for spot in spots() if isinstance(spot.entry.shape, Section)]


def at(line: int, column: int, lines: list[str]) -> list[str]:
    """Return what is told about one place."""
    return [found.removeprefix(f"{line}:{column}: ") for found in lines if found.startswith(f"{line}:{column}: ")]


def values(value: object, spot: Spot) -> list[object]:
    """Return what was read at a spot, wherever in the system it stands."""
    found = []
    if isinstance(value, spot.of):
        found.append(getattr(value, spot.attribute))
    cls: type = type(value)
    for field in attrs.fields(cls) if attrs.has(cls) else ():
        inner = getattr(value, field.name, None)
        for item in inner if isinstance(inner, tuple) else (inner,):
            if type(item).__module__.startswith("dataflow_assess.model") and not isinstance(item, Statement):
                found += values(item, spot)
    return found


def read_at(spot: Spot, value: str, key: str = "") -> list[object]:
    """Return what is read at a spot when ``value`` is written there."""
    return values(read_source(spot.written(value, key)[0], "d.yaml"), spot)


def test_every_class_of_the_model_is_tried() -> None:
    """The walk begins at System and follows sections and parts."""
    assert len({spot.of for spot in spots()}) == 24
    assert len(spots()) > 250


@pytest.mark.parametrize("spot", [spot for spot in statements if not spot.many], ids=str)
def test_a_list_is_refused_where_one_statement_stands(spot: Spot, tmp_path: Path) -> None:
    """It may have been meant as alternatives, so their spelling is told."""
    text, line, column = spot.written("[a, b]")
    assert told(tmp_path, text) == [f"{line}:{column}: {SINGLE}; alternatives are written {{undecided: [A, B]}}"]


@pytest.mark.parametrize("spot", [spot for spot in bare if not spot.many], ids=str)
def test_a_list_is_refused_where_one_value_stands(spot: Spot, tmp_path: Path) -> None:
    """Nothing else is told of it."""
    text, line, column = spot.written("[a, b]")
    assert told(tmp_path, text) == [f"{line}:{column}: {SINGLE}"]


@pytest.mark.parametrize("spot", [spot for spot in (*statements, *bare) if spot.many], ids=str)
def test_a_list_in_a_list_is_refused(spot: Spot, tmp_path: Path) -> None:
    """The place is that of the inner list."""
    text, line, column = spot.written("[[a]]")
    assert told(tmp_path, text) == [f"{line}:{column + 1}: {SINGLE}"]


@pytest.mark.parametrize("spot", bare, ids=str)
def test_a_mapping_is_refused_where_a_plain_value_stands(spot: Spot, tmp_path: Path) -> None:
    """Evidence hangs on the element there, not on the value."""
    text, line, column = spot.written("{value: a, evidence: b}")
    assert told(tmp_path, text) == [f"{line}:{column}: {PLAIN}"]


@pytest.mark.parametrize("spot", statements, ids=str)
def test_a_mapping_that_is_no_statement_is_refused(spot: Spot, tmp_path: Path) -> None:
    """A misspelt key is told with the nearest one."""
    text, line, column = spot.written("{evidense: b, to-confrim: a}")
    assert told(tmp_path, text) == [
        f"{line}:{column + 1}: the key “evidense” is not allowed here — did you mean “evidence”?",
        f"{line}:{column + 14}: the key “to-confrim” is not allowed here — did you mean “to-confirm”?",
    ]


@pytest.mark.parametrize("spot", sections, ids=str)
def test_what_is_no_element_is_refused_in_every_section(spot: Spot, tmp_path: Path) -> None:
    """The example is one of this section."""
    shape = spot.entry.shape
    assert isinstance(shape, Section)
    text, line, column = spot.written("[[a]]")
    expected = {"arrow": "one element, such as “A -> B: {…}”", "plain": "keys and values, such as {"}
    (found,) = at(line, column + 1, told(tmp_path, text))
    assert found.startswith(f"found a list — expected {expected.get(shape.form, 'one element, such as “name: {…}”')}")


@pytest.mark.parametrize("value", ["zzqq", "[a]"])
def test_an_overview_or_council_is_a_mapping(tmp_path: Path, value: str) -> None:
    """What is missing inside is not told on top."""
    shown = "a list" if value.startswith("[") else "“zzqq”"
    for spot in spots():
        if isinstance(spot.entry.shape, Part) and not spot.entry.shape.main:
            text, line, column = spot.written(value)
            key = {"system": "title", "council": "name"}[spot.key]
            assert told(tmp_path, text) == [
                f"{line}:{column}: found {shown} — expected keys and values, such as {{{key}: …}}"
            ]


@pytest.mark.parametrize("spot", [*statements, *bare], ids=str)
def test_a_value_of_the_wrong_kind_is_refused(spot: Spot, tmp_path: Path) -> None:
    """Words and periods take anything; everything else says what it expects."""
    text, line, column = spot.written("zzqq")
    match spot.stated:
        case Text() | Span():
            assert read_at(spot, "zzqq")
            return
        case WordOf() | Flag():
            (found,) = told(tmp_path, text)
            assert found.startswith(f"{line}:{column}: “zzqq” is not known here — expected one of: ")
        case Date():
            assert told(tmp_path, text) == [f"{line}:{column}: found “zzqq” — {DATE}"]
        case Count():
            assert told(tmp_path, text) == [f"{line}:{column}: found “zzqq” — expected a number such as 1200"]
        case Ref(concepts=("hops",)):
            assert told(tmp_path, text) == [f"{line}:{column}: found “zzqq” — expected an arrow such as A -> B"]
        case Ref():
            (found,) = told(tmp_path, text)
            assert found.startswith(f"{line}:{column}: “zzqq” is not declared in ")
            assert found.endswith(" — declare it there, or correct the name")


@pytest.mark.parametrize("spot", [spot for spot in (*statements, *bare) if isinstance(spot.stated, WordOf)], ids=str)
def test_every_word_of_a_list_is_read_in_either_spelling(spot: Spot) -> None:
    """A misspelt one is told with the nearest."""
    assert isinstance(spot.stated, WordOf)
    for term in standard_vocabulary().terms(spot.stated.category):
        for spelling in (term.en, term.ja, term.en.upper(), *term.synonyms):
            read = read_at(spot, f'"{spelling}"')[-1]
            stated = read.value if isinstance(read, Statement) else read
            assert stated == ((term,) if spot.many else term)


@pytest.mark.parametrize("spot", [spot for spot in (*statements, *bare) if not spot.entry.required], ids=str)
def test_a_key_with_nothing_behind_it_is_not_stated(spot: Spot) -> None:
    """An author may leave a key in place for later."""
    empty = [read for read in read_at(spot, "") if not isinstance(read, Statement) or read.place]
    if isinstance(spot.entry.shape, Said):
        (statement,) = empty
        assert isinstance(statement, Statement)
        assert statement.is_silent
    else:
        assert set(empty) <= {"", (), None, True}


@pytest.mark.parametrize("spot", [spot for spot in spots() if spot.entry.required and spot.key != "system"], ids=str)
@pytest.mark.parametrize("value", ["", "null", "''", "' '"])
def test_a_required_key_needs_a_value(spot: Spot, value: str, tmp_path: Path) -> None:
    """The place is where the value belongs."""
    text, line, column = spot.written(value)
    (found, *rest) = told(tmp_path, text)
    column -= not value  # nothing begins right after the colon
    key = standard_vocabulary().key(spot.key)
    assert key is not None
    assert found.startswith(f"{line}:{column}: “{key.en} ({key.ja})” is missing")
    assert found.endswith(f" — add “{key.en}: …”")
    assert not rest


@pytest.mark.parametrize("spot", [spot for spot in spots() if spot.entry.required], ids=str)
def test_a_required_key_must_stand_there(spot: Spot, tmp_path: Path) -> None:
    """Left out altogether it is told at the element."""
    text = spot.written("x", key="note")[0]
    missing = [found for found in told(tmp_path, text) if found.partition(": ")[2].startswith(f"“{spot.key} (")]
    assert len(missing) == 1


@pytest.mark.parametrize("spot", statements, ids=str)
def test_every_statement_can_be_unknown_in_a_word(spot: Spot) -> None:
    """The word stands where the value would, in any of its spellings."""
    for term in standard_vocabulary().terms("standing")[1:]:
        for word in (term.en, term.ja, *term.synonyms):
            (statement,) = (read for read in read_at(spot, word) if isinstance(read, Statement) and read.place)
            assert statement.standing is Standing(term.en)
            assert (statement.value, statement.text, statement.alternatives) == (None, "", ())


@pytest.mark.parametrize("spot", statements, ids=str)
def test_every_statement_can_be_unknown_with_a_sentence(spot: Spot) -> None:
    """Who is to answer, by when, and where it is written belong to it."""
    value = "{to-confirm: 市民課に, by: 市民課, due: 2016-07-31, evidence: [資料2, 答弁], note: 次回}"
    (statement,) = (read for read in read_at(spot, value) if isinstance(read, Statement) and read.place)
    assert (statement.standing, statement.text, statement.by) == (Standing.TO_CONFIRM, "市民課に", "市民課")
    assert statement.due is not None
    assert (statement.due.iso, statement.evidence, statement.note) == ("2016-07-31", ("資料2", "答弁"), "次回")


@pytest.mark.parametrize("spot", [spot for spot in bare if not isinstance(spot.stated, Text)], ids=str)
def test_a_plain_value_cannot_be_unknown(spot: Spot, tmp_path: Path) -> None:
    """It is left out while it is not known."""
    text, line, column = spot.written("未定")
    hint = "a value is needed here" if spot.entry.required else f"leave “{spot.key}” out while it is not known"
    assert told(tmp_path, text) == [f"{line}:{column}: “未定” cannot be said of this key — {hint}"]


@pytest.mark.parametrize("spot", [spot for spot in spots() if spot.of is not System or spot.key == "format"], ids=str)
def test_both_spellings_of_a_key_are_one_key(spot: Spot, tmp_path: Path) -> None:
    """Written in both, the second is told."""
    key = standard_vocabulary().key(spot.key)
    assert key is not None
    text, line, _ = spot.written("1", key=key.ja)
    indent = text.split("\n")[line - 1].index(key.ja)
    if text.split("\n")[line - 1].lstrip().startswith("- "):
        indent = text.split("\n")[line - 1].index("- ") + 2
    lines = told(tmp_path, f"{text}{' ' * indent}{key.en}: 1\n")
    assert at(line + 1, indent + 1, lines) == [
        (
            f"the key “{key.en}” appears twice; the first is on line {line} — "
            f"{key.en} and {key.ja} are the same key: keep one of them"
        )
    ]


@pytest.mark.parametrize("spot", [s for s in (*statements, *bare) if s.many and isinstance(s.stated, Text)], ids=str)
def test_a_list_of_one_may_stand_without_its_brackets(spot: Spot) -> None:
    """`data: 氏名` says the same as `data: [氏名]`."""
    for written in ("甲", "[甲]"):
        read = read_at(spot, written)[-1]
        assert (read.value if isinstance(read, Statement) else read) == ("甲",)


def test_an_unreadable_description_raises_one_fault() -> None:
    """All problems are in it, in the order of the file."""
    with pytest.raises(DescriptionFault) as raised:
        read_source("format: 1\nsystem: {titel: a, controller: 市}\nnodes: {端末: {in: 庁}}\nfoo: bar\n", "d.yaml")
    places = [(found.place.line, found.place.column) for found in raised.value.problems if found.place]
    assert places == sorted(places)
    assert len(places) == 5
