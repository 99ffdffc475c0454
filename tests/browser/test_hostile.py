"""Are labels text on the page, whatever they hold?"""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Shelf, Visitor

HOSTILE = {
    "script": "<script>document.title='taken'</script>",
    "image": "<img src=x onerror=\"document.title='taken'\">",
    "end": "</script></style></svg></title><b id=inserted>x</b>",
    "quotes": "\"'`&amp;&lt; onmouseover=document.title=1 ]]>",
    "template": "{{ 7 * 7 }} {% raw %} {count}",
    "long": "長" * 10_000,
    "emoji": "👩‍👩‍👧‍👦🔒📠",
    "hebrew": "מערכת רישום 123",
    "override": "甲\u202e社乙",
    "control": "a\u0007b\u001b[31mc\u2028d",
}


def description(label: str) -> str:
    """Return a description with a label everywhere that a label can stand."""
    said = json.dumps(label, ensure_ascii=False)
    return f"""
format: 1
system: {{title: {said}, controller: City}}
parties:
  City: {{kind: municipality, name: {said}}}
  Firm: {{kind: company}}
zones:
  Z: {{kind: site, operator: Firm, name: {said}}}
nodes:
  A: {{kind: server, in: Z, name: {said}}}
  B: {{kind: terminal, operator: City}}
data:
  D: {{subjects: {said}, items: [{said}], name: {said}}}
flows:
  F: {{data: D, hops: [A -> B: {{encryption: {{value: none, evidence: {said}}}, note: {said}}}]}}
storage:
  - A: {{data: D, note: {said}}}
"""


@pytest.fixture(params=HOSTILE)
def page(request: pytest.FixtureRequest, visitor: Visitor, shelf: Shelf) -> Page:
    """Open the attachment of a system whose every label is hostile."""
    return visitor.visit(shelf.saying(description(HOSTILE[request.param]), "en"))


def test_a_label_is_text(page: Page) -> None:
    """It is shown, it runs nothing and adds nothing, and the page still works."""
    assert page.title() != "taken"
    expect(page.locator("#inserted")).to_have_count(0)
    assert page.locator("script").count() == 2
    assert page.locator("img").count() == 0
    page.locator("tr#flow-1 button").click()
    expect(page.locator("#diagram-flow-1")).to_have_attribute("aria-pressed", "true")
    page.locator("select[name=seer]").select_option(index=1)
    expect(page.locator("#page-seeing-text")).not_to_be_empty()


def test_a_label_is_shown_as_it_is_written(visitor: Visitor, shelf: Shelf) -> None:
    """Marks of HTML and of templates stand on the page letter by letter."""
    for name in ("script", "end", "quotes", "template", "emoji"):
        page = visitor.visit(shelf.saying(description(HOSTILE[name]), "en"))
        assert page.locator("h1").inner_text() == HOSTILE[name]
        assert HOSTILE[name] in page.locator("select[name=data]").inner_text()
