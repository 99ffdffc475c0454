"""Is a page complete in itself, and is everything that a description says only text in it?"""

import base64
import hashlib
import json
import re
from functools import cache
from html.parser import HTMLParser

import pytest

from dataflow_assess.assessment import Assessment
from dataflow_assess.reports.attachment.build import contents_of
from dataflow_assess.reports.attachment.contents import Table
from dataflow_assess.reports.html import render
from tests.unit.reports.attachment.made import EMPTY, KONBINI, assessed, gallery

HOSTILE = """\
format: 1
system: {title: "</title><script>taken()</script>", controller: City, language: en}
parties:
  City: {name: "</script><img src=x onerror=taken()>"}
nodes:
  A: {name: "\\" onmouseover=\\"taken()", kind: server, operator: City}
  B: {name: "{{ 7 * 7 }}", kind: server, operator: City}
data:
  D: {subjects: "<b>citizens</b>"}
flows:
  F: {data: D, hops: [A -> B: {encryption: {value: none, evidence: "<i>said</i>"}}]}
"""


class Reader(HTMLParser):
    """Notes the elements, their attributes, and what stands in each kind of element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.inside: dict[str, list[str]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        """Note what stands after the start of an element."""
        self.inside.setdefault(self.tags[-1] if self.tags else "", []).append(data)

    def values(self, name: str) -> list[str]:
        """Return every value of an attribute."""
        return [value for _, each, value in self.attributes if each == name]

    @property
    def text(self) -> str:
        """What the page says, without blanks."""
        said = (text for tag, texts in self.inside.items() if tag not in ("style", "script") for text in texts)
        return "".join("".join(said).split())


def page_of(assessment: Assessment, lang: str = "ja") -> str:
    """Return the page about an assessment."""
    return render(contents_of(assessment, lang), assessment, lang).decode("utf-8")


@cache
def real(lang: str) -> tuple[Assessment, str]:
    """Return a real case and its page."""
    assessment = gallery(KONBINI)
    return assessment, page_of(assessment, lang)


@cache
def hostile() -> str:
    """Return the page about labels that try to be more."""
    return page_of(assessed(HOSTILE), "en")


@pytest.fixture(scope="module")
def konbini() -> str:
    """Return the page of a real case."""
    return real("ja")[1]


def test_the_same_contents_give_the_same_bytes_and_few_of_them(konbini: str) -> None:
    """A page can be compared and mailed."""
    assert page_of(gallery(KONBINI)) == konbini
    assert len(konbini.encode()) < 500_000


def test_nothing_is_fetched_from_elsewhere(konbini: str) -> None:
    """Links lead to the page itself; there is neither a source nor an address to ask for anything."""
    reader = Reader(konbini)
    assert not {"link", "img", "iframe", "object", "embed", "base", "use", "image"} & set(reader.tags)
    assert not {"src", "srcset", "data", "action", "xlink:href", "style"} & {name for _, name, _ in reader.attributes}
    assert all(href.startswith("#") for href in reader.values("href"))
    assert "url(" not in konbini
    assert "@import" not in konbini


def test_the_policy_names_this_style_and_this_script(konbini: str) -> None:
    """A browser runs and applies only what this program wrote."""
    reader = Reader(konbini)
    (policy,) = [value for value in reader.values("content") if value.startswith("default-src 'none'")]
    for name, directive in (("style", "style-src"), ("script", "script-src")):
        (text,) = re.findall(rf"<{name}>(.*?)</{name}>", konbini, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_ids_are_unique_and_every_link_has_its_end(konbini: str) -> None:
    """No two things share an address, and no address leads nowhere; the same for what labels and describes."""
    reader = Reader(konbini)
    ids = reader.values("id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in reader.values("href")} <= set(ids)
    for name in ("aria-labelledby", "aria-describedby"):
        assert {each for value in reader.values(name) for each in value.split()} <= set(ids)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_everything_of_the_contents_is_there(lang: str) -> None:
    """Each heading, each column and each statement with its evidence."""
    assessment, page = real(lang)
    contents = contents_of(assessment, lang)
    text = Reader(page).text
    tables = [block for block in contents.blocks() if isinstance(block, Table)]
    lines = [line for table in tables for row in table.rows for cell in row.cells for line in cell.lines]
    said = [line.text for line in lines if not re.fullmatch(r"[①-⑳]+|[A-Z](, [A-Z])*", line.text)]
    said += [each for line in lines for each in line.evidence]
    said += [section.title for section in contents.every_section()]
    said += [column.head for table in tables for column in table.columns]
    assert len(said) > 300
    assert [each for each in said if "".join(each.split()) not in text] == []


def test_labels_are_text() -> None:
    """Whatever a label holds, the page has the same elements, and the label stands in it letter by letter."""
    reader = Reader(hostile())
    assert reader.tags.count("script") == 2
    assert not {"img", "i"} & set(reader.tags)
    assert not [name for _, name, _ in reader.attributes if name.startswith("on")]
    assert reader.inside["h1"][0] == "</title><script>taken()</script>"
    assert "{{ 7 * 7 }}" in hostile()


def test_what_the_script_knows_cannot_end_its_element() -> None:
    """The JSON in the page holds the labels, and no sign with a meaning in HTML."""
    facts = Reader(hostile()).inside["script"][0]
    assert not re.search(r"[<>&]", facts)
    assert "taken()" in json.dumps(json.loads(facts))


def test_a_description_of_nothing_is_a_page() -> None:
    """All headings stand, and neither a diagram nor controls."""
    reader = Reader(page_of(assessed(EMPTY), "en"))
    assert reader.tags.count("h2") == 12
    assert not {"svg", "form"} & set(reader.tags)
