"""Do arrow, row and finding belong together, by mouse and by keyboard?"""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Shelf, Visitor

CASE = "nishitokyo/konbini"


@pytest.fixture
def page(visitor: Visitor, shelf: Shelf) -> Page:
    """Open the attachment of a real case."""
    return visitor.visit(shelf.of(CASE))


def chosen(page: Page) -> set[str]:
    """Return the keys of everything that is marked."""
    found: list[str] = page.eval_on_selector_all(".on[data-key]", "all => all.map(each => each.dataset.key)")
    return set(found)


def test_a_number_on_the_diagram_marks_its_row_and_its_findings(page: Page) -> None:
    """A click on the circle of a plaintext arrow leads to the row and to what was found about it."""
    page.locator("#diagram-flow-12").click()
    letters = page.locator("tr#flow-12 .letter").all_inner_texts()
    assert len(letters) > 1
    assert chosen(page) == {"flow-12", *(f"finding-{letter}" for letter in letters)}
    expect(page.locator("#diagram-flow-12")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("tr#flow-12")).to_have_attribute("aria-current", "true")
    expect(page.locator("#page-chosen-text")).to_contain_text("転送サーバ → LGWANサービス提供設備")
    expect(page.locator("#page-said")).to_contain_text("平文")


def test_a_line_can_be_hit_beside_its_stroke(page: Page) -> None:
    """The unseen broad path catches a pointer that misses a thin line by a few pixels."""
    place = page.evaluate(
        """() => {
          const path = document.querySelector("#diagram-flowline-8 .hit");
          path.scrollIntoView({block: "center"});
          const at = path.getPointAtLength(path.getTotalLength() * .8).matrixTransform(path.getScreenCTM());
          return [at.x, at.y];
        }"""
    )
    page.mouse.click(place[0] + 4, place[1])
    assert "flow-8" in chosen(page)


def test_a_row_marks_its_arrow(page: Page) -> None:
    """From the table to the diagram: anywhere in the row, or its button."""
    page.locator("tr#flow-5 td").nth(1).click()
    expect(page.locator("#diagram-flow-5")).to_have_attribute("aria-pressed", "true")
    page.locator("tr#flow-6 button").click()
    assert "flow-6" in chosen(page)
    assert "flow-5" not in chosen(page)


def test_a_finding_marks_its_arrows_and_cards(page: Page) -> None:
    """From the list of findings to the diagram: each number that the finding names is marked there."""
    letter = page.locator("tr#flow-11 .letter").last.inner_text()
    page.locator(f"#finding-{letter} button").click()
    named = page.eval_on_selector_all(
        "tr[id^=flow-]",
        "(rows, letter) => rows.filter(row => row.querySelector(`[href='#finding-${letter}']`)).map(row => row.id)",
        letter,
    )
    assert "flow-11" in named
    assert chosen(page) == {f"finding-{letter}", *named}
    numbers = page.locator("#page-chosen-links .no").all_inner_texts()
    assert sorted(f"flow-{number}" for number in numbers) == sorted(named)


def test_a_card_marks_its_name_and_its_findings(page: Page) -> None:
    """A machine of the diagram leads to the row that explains it and to what was found about what it stores."""
    card = page.locator('svg [data-node="マルチコピー機"][role="button"]')
    card.click()
    key = card.get_attribute("data-key")
    letters = json.loads(card.get_attribute("data-findings") or "[]")
    assert letters
    assert chosen(page) == {key, *(f"finding-{letter}" for letter in letters)}
    expect(page.locator(f"tr#{key}")).to_contain_text("マルチコピー機")


def test_everything_can_be_done_with_the_keyboard(page: Page) -> None:
    """Tab goes from arrow to arrow, Enter and the blank bar choose, Escape releases."""
    page.locator("#diagram-flow-3").focus()
    page.keyboard.press("Enter")
    assert "flow-3" in chosen(page)
    page.keyboard.press("Tab")
    page.keyboard.press(" ")
    assert "flow-4" in chosen(page)
    page.keyboard.press("Escape")
    assert chosen(page) == set()
    expect(page.locator("#page-chosen")).to_be_hidden()
    page.locator("tr#flow-7 button").focus()
    page.keyboard.press("Enter")
    assert "flow-7" in chosen(page)


def test_the_bar_leads_to_row_and_diagram(page: Page) -> None:
    """What is chosen may stand far away; the bar at the foot goes there and the focus goes along."""
    page.locator("tr#flow-5 button").click()
    page.get_by_role("link", name="図で見る").click()
    expect(page.locator("#diagram-flow-5")).to_be_focused()
    expect(page.locator("#diagram-flow-5")).to_be_in_viewport()
    page.get_by_role("link", name="表で見る").click()
    expect(page.locator("tr#flow-5")).to_be_in_viewport()
    page.get_by_role("button", name="選択を解除").click()
    assert chosen(page) == set()


def test_the_first_tab_skips_to_the_text(page: Page) -> None:
    """Who listens need not hear the table of contents each time."""
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#page-text")).to_be_focused()


@pytest.mark.parametrize("key", ["flow-5", "finding-A"])
def test_an_address_chooses(visitor: Visitor, shelf: Shelf, key: str) -> None:
    """A link in a mail opens the page where it should, and what is chosen stands in the address."""
    page = visitor.visit(shelf.of(CASE), f"#{key}")
    assert key in chosen(page)
    expect(page.locator(f"tr#{key}")).to_be_in_viewport()
    page.locator("tr#flow-9 button").click()
    assert page.url.endswith("#flow-9")


def test_an_address_of_nothing_chooses_nothing(visitor: Visitor, shelf: Shelf) -> None:
    """Neither a number that is not there nor a broken escape upsets the page."""
    for fragment in ("#flow-99", "#%E0%A4%A", "#constructor"):
        assert chosen(visitor.visit(shelf.of(CASE), fragment)) == set()
