"""Is a sentence for people written in the language that is asked for, with everything it speaks of?"""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import dataflow_assess
from dataflow_assess.messages import CORE, Catalogue, language, message, said
from dataflow_assess.vocabulary import Key, Term

SOURCE = Path(dataflow_assess.__file__).parent
WORD = Term("network", "leased-line", "専用線")


def templates() -> Iterator[tuple[str, str, set[str] | None]]:
    """Yield each call of message() in the core: where, its template, and the names of its parameters if listed."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or _called(node) != "message":
                continue
            (template,) = node.args
            if isinstance(template, ast.Constant):
                named = {keyword.arg for keyword in node.keywords}
                names = None if None in named else {name for name in named if name}
                yield f"{path.relative_to(SOURCE).as_posix()}:{node.lineno}", str(template.value), names


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def fields(template: str) -> set[str]:
    """Return the names in braces; raises where a brace is left open or stands alone."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_every_template_is_filled_by_exactly_its_parameters() -> None:
    """A brace that is meant as such is doubled."""
    found = list(templates())
    assert len(found) > 100
    wrong = [where for where, template, names in found if names is not None and fields(template) != names]
    assert wrong == []
    assert all(name.isidentifier() for _, template, _ in found for name in fields(template))


def test_a_translation_speaks_of_what_its_template_speaks_of() -> None:
    """A name that is mistyped in a translation would break the sentence when it is needed."""
    wrong = [
        template for _, template, _ in templates() if not fields(CORE.translate(template, "ja")) <= fields(template)
    ]
    assert wrong == []


def test_a_message_is_filled_in_the_language_of_the_reader() -> None:
    """Words, messages and lists inside are in that language too; numbers are as they are."""
    inner = message("{count} of {words}", count=2, words=(WORD, Key("node", "所在", ".", "。")))
    outer = message("{a}: {b} {{kept}}", a="甲", b=inner)
    assert outer.text("en") == "甲: 2 of leased line, node {kept}"
    assert outer.text("ja") == outer.label("ja") == "甲: 2 of 専用線、所在 {kept}"


@pytest.mark.parametrize(("value", "shown"), [(None, "None"), (3, "3"), (True, "True"), ([], ""), (("a", 1), "a, 1")])
def test_other_values_are_written_as_they_are(value: object, shown: str) -> None:
    """Lists have their commas."""
    assert said(value, "en") == shown


def test_a_sentence_without_a_translation_stays_english(tmp_path: Path) -> None:
    """A missing catalogue is no reason to fail; an empty text stays empty."""
    nothing = Catalogue("none", tmp_path)
    assert nothing.message("It is {what}", what="so").text("ja") == "It is so"
    assert (nothing.translate("", "ja"), CORE.translate("", "ja")) == ("", "")


def test_messages_that_say_the_same_are_equal() -> None:
    """Problems are told once by it."""
    assert len({message("a {b}", b=WORD), message("a {b}", b=WORD), message("a {b}", b="c")}) == 2


@pytest.mark.parametrize(
    ("wanted", "described", "environment", "expected"),
    [
        ("en", "ja", {"LANG": "ja_JP.UTF-8"}, "en"),
        ("ja", "en", {}, "ja"),
        (None, "en", {"LANG": "ja_JP.UTF-8"}, "en"),
        ("xx", "ja", {"LANG": "en_US.UTF-8"}, "ja"),
        (None, None, {"LANG": "en_US.UTF-8"}, "en"),
        (None, None, {"LANG": "en_US.UTF-8", "LC_ALL": "ja_JP"}, "ja"),
        (None, None, {"LC_ALL": "", "LC_MESSAGES": "de_DE@euro"}, "en"),
        (None, None, {"LANG": "C.UTF-8"}, "ja"),
        (None, None, {"LANG": "POSIX"}, "ja"),
        (None, None, {"LANG": "Japanese_Japan.932"}, "ja"),
        (None, None, {}, "ja"),
    ],
)
def test_the_language_is_wished_described_or_that_of_the_computer(
    wanted: str | None, described: str | None, environment: dict[str, str], expected: str
) -> None:
    """Where nothing names one, it is Japanese, as the papers are."""
    assert language(wanted, described, environment) == expected
