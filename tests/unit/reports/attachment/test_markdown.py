"""Is an attachment in Markdown what GitHub shows as headings and tables, whatever the labels are?"""

import html
import re
import unicodedata

import pytest
from markdown_it import MarkdownIt

from dataflow_assess.drawing.lettering import clean
from dataflow_assess.reports.attachment.build import contents_of
from dataflow_assess.reports.attachment.contents import Table
from dataflow_assess.reports.attachment.markdown import render
from tests.unit.reports.attachment.hostile import LABELS, described
from tests.unit.reports.attachment.made import GALLERY, KONBINI, assessed, gallery

_TABLES = MarkdownIt("commonmark").enable("table")

HOSTILE = """\
format: 1
system: {title: "# | <script>alert(1)</script>", controller: City, language: en}
parties:
  City: {name: "[click](javascript:x) @everyone https://example.org www.example.org"}
nodes:
  A: {name: "1. a | b\\nc", kind: server, operator: City}
  B: {name: "- `rm -rf` *bold* _it_ ~~no~~ &lt; $x$", kind: server, operator: City}
data:
  D: {subjects: citizens}
flows:
  F: {data: D, hops: [A -> B]}
"""


def rendered(text: str, lang: str = "en") -> str:
    """Return the attachment about a description as Markdown."""
    assessment = assessed(text)
    return render(contents_of(assessment, lang), assessment, lang).decode("utf-8")


@pytest.mark.parametrize("path", GALLERY)
def test_every_table_has_as_many_cells_in_every_row(path: str) -> None:
    """A stroke in a label does not open a cell."""
    assessment = gallery(path)
    contents = contents_of(assessment, "ja")
    text = render(contents, assessment, "ja").decode("utf-8")
    tables = [block for block in contents.blocks() if isinstance(block, Table)]
    shown = [[]]  # type: list[list[str]]
    for line in text.splitlines():
        if line.startswith("|"):
            shown[-1].append(line)
        elif shown[-1]:
            shown.append([])
    counted = [[len(re.findall(r"(?<!\\)\|", line)) - 1 for line in lines] for lines in shown if lines]
    assert counted == [[len(table.columns)] * (len(table.rows) + 2) for table in tables]


def test_headings_and_evidence_are_there() -> None:
    """The council reads the same headings in every format."""
    assessment = gallery(KONBINI)
    text = render(contents_of(assessment, "ja"), assessment, "ja").decode("utf-8")
    assert text.startswith("# 証明書等のコンビニエンスストアでの交付\n")
    assert "\n## 8 安全管理措置\n\n### 8.1 組織的安全管理措置\n" in text
    assert "暗号化〔資料2-3 7頁・9頁〕" in text


def _seen(text: str) -> str:
    """Return what a reader of the rendered attachment sees, its elements set apart by line ends."""
    return html.unescape(re.sub(r"<[^>]*>", "", _TABLES.render(text).replace("<!-- -->", "")))


def test_no_label_is_read_as_markup() -> None:
    """The reader sees every sign of it, and nothing is linked, run, or told to anybody."""
    text = rendered(HOSTILE)
    seen = _seen(text)
    for label in (
        "# | <script>alert(1)</script>",
        "[click](javascript:x) @everyone https://example.org www.example.org",
        "1. a | b c",
        "- `rm -rf` *bold* _it_ ~~no~~ &lt; $x$",
    ):
        assert label in seen
    assert not re.search(r"<(script|a|code|s|del)\b", _TABLES.render(text))
    for calling in ("@everyone", "https://", "www."):
        assert calling not in text


def test_every_kind_of_hostile_label_stays_in_its_cell() -> None:
    """Controls, line ends, other directions, formulas: a label is one run of text in one cell."""
    text = rendered(described(*LABELS.values()), "ja")
    assert not [char for char in text if unicodedata.category(char) in ("Cc", "Zl", "Zp") and char != "\n"]
    assert "\u202e" not in text
    seen = _seen(text)
    for label in LABELS.values():
        assert clean(label) in seen
    assert len(set(map(_cells, re.findall(r"^\|.*\|$", text, re.MULTILINE)))) <= 7


def _cells(line: str) -> int:
    return len(re.findall(r"(?<!\\)\|", line))
