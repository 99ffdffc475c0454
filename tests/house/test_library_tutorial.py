"""Does the Python of the tutorial run, print what the page shows, and do the examples of the facts hold?"""

import contextlib
import doctest
import io
import shutil
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from docs.generate.transcripts import Block, blocks

from dataflow_assess import facts
from dataflow_assess.facts import Facts

ROOT = Path(__file__).parents[2]
PAGES = ("docs/library.md", "docs/library.en.md")


def _blocks(page: str) -> list[Block]:
    return [each for each in blocks((ROOT / page).read_text(encoding="utf-8")) if each.language in ("python", "text")]


@pytest.mark.parametrize("page", PAGES)
def test_each_block_prints_what_stands_below_it(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after another, as a reader would run them."""
    shutil.copytree(ROOT / "diagrams" / "nishitokyo", tmp_path / "diagrams" / "nishitokyo")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    pairs = _blocks(page)
    assert [each.language for each in pairs] == ["python", "text"] * (len(pairs) // 2)
    for code, shown in zip(pairs[::2], pairs[1::2], strict=True):
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(code.body, page, "exec"), names)  # noqa: S102 - our own page
        assert printed.getvalue() == shown.body


def test_both_languages_show_the_same_python() -> None:
    """A reader of either runs the same."""
    japanese, english = ([each.body for each in _blocks(page)] for page in PAGES)
    assert japanese == english
    assert len(japanese) >= 12


FACTS = sorted(name for name, value in vars(Facts).items() if isinstance(value, cached_property) and name[0] != "_")


def test_there_are_eleven_facts_and_the_tables_name_each() -> None:
    """In either language."""
    assert len(FACTS) == 11
    for page in PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")
        assert [name for name in FACTS if f"| `{name}` |" not in text] == []


@pytest.mark.parametrize("name", FACTS)
def test_the_example_of_each_fact_holds(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes on from the example of the class."""
    monkeypatch.chdir(ROOT)
    example = f"{Facts.__doc__}\n{getattr(Facts, name).__doc__}"
    test = doctest.DocTestParser().get_doctest(example, dict(vars(facts)), name, None, None)
    assert len(test.examples) > 3
    assert doctest.DocTestRunner(verbose=False).run(test).failed == 0
