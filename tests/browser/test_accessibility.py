"""Can everybody read the page: does axe find nothing against WCAG 2.2 AA, on which JIS X 8341-3 rests?"""

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Shelf, Visitor

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CASES = [("nishitokyo/konbini", "ja"), ("odawara/aqua-v", "ja"), ("nagaokakyo/survey", "en")]


def violations(page: Page, *rules: str) -> list[str]:
    """Return what axe finds by all rules, or by those told; one line an element."""
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", list(rules) or RULES
    )
    return [f"{each['id']}: {node['html'][:120]}" for each in found["violations"] for node in each["nodes"]]


@pytest.mark.parametrize(("case", "lang"), CASES)
def test_axe_finds_nothing(visitor: Visitor, shelf: Shelf, case: str, lang: str) -> None:
    """Landmarks, names, headings, tables, languages and contrast, as the page opens."""
    assert violations(visitor.visit(shelf.of(case, lang))) == []


@pytest.mark.parametrize(("case", "lang"), CASES)
def test_axe_finds_nothing_on_a_telephone(visitor: Visitor, shelf: Shelf, case: str, lang: str) -> None:
    """Where rows are cards, tables stay tables for who listens."""
    page = visitor.visit(shelf.of(case, lang), width=390)
    assert violations(page) == []
    assert page.get_by_role("row").count() > 30


def test_axe_finds_nothing_while_the_page_is_used(visitor: Visitor, shelf: Shelf) -> None:
    """With something chosen, a party's view, and in grey."""
    page = visitor.visit(shelf.of("odawara/aqua-v"), "#flow-5")
    page.locator("select[name=seer]").select_option(index=1)
    page.locator("input[name=grey]").check()
    assert violations(page) == []


def test_axe_would_find_a_slip(visitor: Visitor, shelf: Shelf) -> None:
    """A page with a nameless button does not pass, so the tests above mean something."""
    page = visitor.visit(shelf.of("odawara/aqua-v"))
    page.locator("#page-print").evaluate("each => { each.textContent = '' }")
    assert violations(page, "button-name") == ['button-name: <button type="button" id="page-print"></button>']


def test_what_has_the_focus_is_seen(visitor: Visitor, shelf: Shelf) -> None:
    """Each kind of thing that the keyboard reaches looks different while it has the focus, and nothing hides it."""
    page = visitor.visit(shelf.of("nishitokyo/konbini"), "#flow-5")
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const at = document.activeElement;
              const disc = at.querySelector(":scope > ellipse, :scope > polygon[fill=none]") || at;
              const look = getComputedStyle(disc);
              const box = at.getBoundingClientRect();
              const bar = document.getElementById("page-chosen");
              const covered = !bar.hidden && !bar.contains(at) && box.top >= bar.getBoundingClientRect().top;
              return [at.outerHTML.slice(0, 80), look.outlineStyle, parseFloat(look.strokeWidth), covered];
            }"""
        )
        assert seen[1] != "none" or seen[2] >= 2.5, seen[0]
        assert not seen[3], seen[0]
