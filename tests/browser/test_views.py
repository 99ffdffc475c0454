"""Do filters, the view of one party, the grey switch, print and a page without scripts show what they should?"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Shelf, Visitor

CASE = "nishitokyo/konbini"


@pytest.fixture
def page(visitor: Visitor, shelf: Shelf) -> Page:
    """Open the attachment of a real case."""
    return visitor.visit(shelf.of(CASE))


def rows(page: Page) -> list[int]:
    """Return the numbers of the rows of segments that are shown."""
    found: list[int] = page.eval_on_selector_all(
        "tr[id^=flow-]", "all => all.filter(row => row.offsetHeight).map(row => Number(row.id.slice(5)))"
    )
    return found


def clear_arrows(page: Page) -> list[int]:
    """Return the numbers of the arrows that are not faint."""
    found: list[int] = page.eval_on_selector_all(
        ".canvas .flow.badge",
        "all => all.filter(each => getComputedStyle(each).opacity === '1').map(each => Number(each.dataset.flow))",
    )
    return found


def test_one_item_of_data(page: Page) -> None:
    """Rows and arrows that do not carry it go; machines that it does not touch fade."""
    page.get_by_role("combobox", name="個人情報の項目").select_option("戸籍")
    assert rows(page) == clear_arrows(page) == [8]
    expect(page.locator("#page-count")).to_have_text("18区間のうち1区間を表示")
    assert page.locator(".canvas .node:not(.dim)").count() == 2
    page.get_by_role("button", name="すべて表示").click()
    assert rows(page) == clear_arrows(page) == list(range(1, 19))


def test_states_of_protection(page: Page) -> None:
    """Only what is in plaintext, then that and what is to be confirmed."""
    for state in ("暗号化", "対面・紙", "確認中"):
        page.get_by_label(state, exact=True).uncheck()
    assert rows(page) == clear_arrows(page) == [5, 6, 7, 10, 11, 12]
    page.get_by_label("確認中", exact=True).check()
    assert rows(page) == [5, 6, 7, 8, 9, 10, 11, 12, 17]


def test_arrows_that_pass_a_party(page: Page) -> None:
    """The joint centre runs the relay and the network beside it, and nothing else."""
    page.get_by_role("combobox", name="関わる者").select_option("地方公共団体情報システム機構")
    assert rows(page) == [3, 4, 5, 12, 13, 14]


def test_what_a_party_sees(page: Page) -> None:
    """Whoever runs the data centre's network reads what passes in plaintext, and sees nothing of the shop."""
    page.get_by_role("combobox", name="この者から見た図").select_option("NTT東日本")
    seen = dict(zip(rows(page), page.locator("tr[id^=flow-] td.seen").all_inner_texts(), strict=True))
    assert seen[5] == seen[12] == "読める"
    assert seen[8] == "不明"
    assert seen[2] == "見えない"
    assert 2 not in clear_arrows(page)
    assert {5, 12, 8} <= set(clear_arrows(page))
    expect(page.locator("#page-seeing-text")).to_contain_text("NTT東日本")
    expect(page.locator("tr.seer.on").first).to_contain_text("NTT東日本")
    page.get_by_role("combobox", name="この者から見た図").select_option("")
    assert clear_arrows(page) == list(range(1, 19))
    expect(page.locator("td.seen").first).to_be_hidden()


def test_grey_leaves_no_colour(page: Page) -> None:
    """Every painted pixel is grey, and plaintext is the darkest state."""
    page.get_by_label("白黒で表示").check()
    expect(page.locator("html")).to_have_css("filter", "grayscale(1)")
    heads = page.eval_on_selector_all(
        ".canvas .flow.line > polygon:last-child",
        "all => all.map(each => [each.parentNode.getAttribute('class').split(' ')[2], getComputedStyle(each).fill])",
    )
    painted = {state: colour for state, colour in heads}  # noqa: C416 - the pairs come as lists
    assert painted["plaintext"] == "rgb(0, 0, 0)"
    assert painted["encrypted"] == painted["to-confirm"] == "rgb(77, 77, 77)"


def test_print_shows_everything_on_a4(page: Page, tmp_path: Path) -> None:
    """Whatever is filtered on the screen, paper is complete: text upright, the diagram on a page of its own, lying."""
    page.get_by_role("combobox", name="個人情報の項目").select_option("戸籍")
    page.locator("#diagram-flow-8").click()
    page.emulate_media(media="print")
    assert rows(page) == clear_arrows(page) == list(range(1, 19))
    for control in (".tools", ".chosen", ".toc", ".skip", ".canvas"):
        expect(page.locator(control)).to_be_hidden()
    expect(page.locator(".leaf svg").first).to_be_visible()
    printed = page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, print_background=True)
    sizes = [
        (round(float(width)), round(float(height)))
        for width, height in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    ]
    assert sizes.count((842, 595)) == page.locator(".leaf").count()
    assert sizes.count((595, 842)) == len(sizes) - sizes.count((842, 595)) > 3


def test_a_narrow_window_scrolls_no_text_sideways(visitor: Visitor, shelf: Shelf) -> None:
    """On a telephone only the diagram scrolls, inside its own frame."""
    page = visitor.visit(shelf.of(CASE), width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_narrow_window_shows_every_cell_with_its_heading(visitor: Visitor, shelf: Shelf) -> None:
    """A row is a card there: no table scrolls, and what a column says stands below the column before it."""
    page = visitor.visit(shelf.of(CASE), width=390)
    assert (
        page.eval_on_selector_all(".wide", "all => all.filter(each => each.scrollWidth > each.clientWidth).length") == 0
    )
    state = page.locator("tr#flow-5 .state .what")
    expect(state).to_have_text("平文")
    assert _middle(page, "tr#flow-5 .state .what") < 390
    cell = page.locator("tr#flow-5 td", has=page.locator(".state"))
    heading = cell.evaluate("each => getComputedStyle(each, '::before').content")
    column = cell.evaluate("each => each.closest('table').tHead.rows[0].cells[each.cellIndex].textContent")
    assert heading == f'"{column}"'


def test_a_narrow_window_begins_with_the_whole_diagram(visitor: Visitor, shelf: Shelf) -> None:
    """Enlarged, it begins at the first arrow, or at the chosen one, not at an empty edge."""
    page = visitor.visit(shelf.of(CASE), width=390)
    room = "[document.querySelector('.canvas').scrollWidth, document.querySelector('.canvas').clientWidth]"
    inside, outside = page.evaluate(room)
    assert inside == outside
    page.get_by_label("図の全体を表示").uncheck()
    inside, outside = page.evaluate(room)
    assert inside > 2 * outside
    assert 0 < _middle(page, "#diagram-flow-1") < 390
    assert not 0 < _middle(page, "#diagram-flow-12") < 390
    page.get_by_label("図の全体を表示").check()
    page.locator("tr#flow-12 button.no").click()
    page.get_by_label("図の全体を表示").uncheck()
    assert 0 < _middle(page, "#diagram-flow-12") < 390


def _middle(page: Page, selector: str) -> float:
    """Return how far from the left edge of the window something has its middle."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


def test_a_wide_window_begins_with_a_legible_diagram(page: Page) -> None:
    """Its letters are as large as those of a table."""
    expect(page.get_by_label("図の全体を表示")).not_to_be_checked()


def test_without_scripts_the_page_is_a_document(visitor: Visitor, shelf: Shelf) -> None:
    """Every section can be read, links lead to rows, and no control is shown that would do nothing."""
    page = visitor.visit(shelf.of(CASE), script=False)
    expect(page.locator("h2")).to_have_count(12)
    expect(page.locator(".canvas .flow.badge")).to_have_count(18)
    expect(page.locator(".tools")).to_be_hidden()
    page.locator("tr#flow-5 .letter").first.click()
    expect(page.locator("tr:target .letter").first).to_be_in_viewport()


def test_a_system_without_a_diagram_is_a_page_too(visitor: Visitor, shelf: Shelf) -> None:
    """Where nothing is described yet there is nothing to filter, and the script minds it not."""
    page = visitor.visit(shelf.saying("format: 1\nsystem: {title: まだない, controller: 甲市}\nparties: {甲市: {}}\n"))
    expect(page.locator(".tools")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("h2")).to_have_count(12)


def test_a_hundred_flows_stay_usable(visitor: Visitor, shelf: Shelf) -> None:
    """Choosing and filtering work in a system far larger than a page, and the diagram scrolls inside its frame."""
    page = visitor.visit(shelf.saying(_large(25, 100)))
    expect(page.locator("tr[id^=flow-]")).to_have_count(100)
    page.locator("tr#flow-97 button").click()
    expect(page.locator("#diagram-flow-97")).to_have_class("flow badge plaintext on")
    page.locator('input[value="plaintext"]').uncheck()
    assert len(rows(page)) == len(clear_arrows(page)) == 66


def _large(machines: int, flows: int) -> str:
    """Return a description with so many machines in a row and flows between neighbours, every third in plaintext."""
    states = ("none", "TLS 1.3", "{to-confirm: 方式, by: 甲市}")
    hops = [f"機器{index % machines} -> 機器{index % machines + 1}" for index in range(flows)]
    return "\n".join(
        (
            "format: 1",
            "system: {title: 大きな仕組み, controller: 甲市}",
            "parties: {甲市: {kind: municipality}}",
            "nodes:",
            *(f"  機器{machine}: {{kind: server, operator: 甲市}}" for machine in range(machines + 1)),
            "data: {項目: {subjects: 住民, items: [氏名]}}",
            "flows:",
            *(
                f"  流れ{index}: {{data: 項目, hops: [{hop}: {{encryption: {states[index % 3]}}}]}}"
                for index, hop in enumerate(hops)
            ),
        )
    )
