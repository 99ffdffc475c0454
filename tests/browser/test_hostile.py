"""Are labels text on the page, whatever they hold?"""

import json

import pytest
from playwright.sync_api import expect

from dataflow_assess.drawing.lettering import clean
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


@pytest.mark.parametrize("name", HOSTILE)
def test_a_label_is_text(visitor: Visitor, shelf: Shelf, name: str) -> None:
    """It is shown letter by letter, it runs nothing and adds nothing, and the page still works."""
    page = visitor.visit(shelf.saying(description(HOSTILE[name]), "en"))
    shown = clean(HOSTILE[name])
    assert page.locator("h1").text_content() == shown
    assert shown in (page.locator("select[name=data]").text_content() or "")
    assert page.title().startswith(shown[:20])
    expect(page.locator("#inserted")).to_have_count(0)
    assert page.locator("script").count() == 2
    assert page.locator("img").count() == 0
    page.locator("tr#flow-1 button").click()
    expect(page.locator("#diagram-flow-1")).to_have_attribute("aria-pressed", "true")
    page.locator("select[name=seer]").select_option(index=1)
    expect(page.locator("#page-seeing-text")).not_to_be_empty()


def test_what_acts_on_a_reader_is_taken_out() -> None:
    """Only what cannot be seen is lost: signs that turn the direction of reading, and those that ring a bell."""
    assert {name for name, label in HOSTILE.items() if clean(label) != label} == {"override", "control"}
