"""Does the version of the papers, once it is stated, stand where a reader looks for it, in every output?"""

import html
import io

import docx
import pypdf
import pytest

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.scene import View, picture_of
from dataflow_assess.reports.attachment.build import KINDS, contents_of
from dataflow_assess.reports.attachment.renderers import renderer
from tests.unit.reports.attachment.made import assessed, column, table

_TEXT = """\
書式: 1
対象: {{件名: 予約, 実施機関: A市, 担当課: 市民課{version}}}
当事者: {{A市: {{種別: 市区町村}}}}
機器: {{端末: {{種別: 端末}}, サーバ: {{種別: サーバ}}}}
個人情報: {{氏名: {{本人: 市民}}}}
流れ: {{申込み: {{個人情報: 氏名, 区間: [端末 → サーバ: {{暗号化: TLS}}]}}}}
"""


def _described(version: str) -> Assessment:
    return assessed(_TEXT.format(version=version))


def _block(version: str) -> str:
    block = picture_of(_described(version), View("ja")).title_block
    assert block is not None
    return block.version


@pytest.mark.parametrize("written", ["第2版", "1.0", "３", "２．１", "2026-10-01", "令和8年10月1日改定"])
def test_the_title_block_shows_the_version_as_it_is_written(written: str) -> None:
    """A number is no amount, so it loses no nought and is not made half-width."""
    assert _block(f", 版: {written}") == written


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{値: 第3版, 根拠資料: 資料1}", "第3版"),
        ("確認する", "確認中"),
        ("{未定: [第1版, 第2版]}", "未定"),
        ("{非公開: 調整中}", "非公開"),
        ("未記載", ""),
    ],
)
def test_a_version_is_open_as_other_statements_are(written: str, shown: str) -> None:
    """The title block says in which way; silence leaves it to its dash."""
    assert _block(f", 版: {written}") == shown


def test_without_a_version_the_title_block_has_none() -> None:
    """Nothing is made up."""
    assert _block("") == ""


def test_the_overview_tells_the_version_with_its_evidence() -> None:
    """And says so where none is stated."""
    rows = {
        version: column(table(contents_of(_described(version), "ja"), "overview"), "stated")
        for version in ("", ", 版: {値: 第3版, 根拠資料: 資料1}")
    }
    heads = column(table(contents_of(_described(""), "ja"), "overview"), "matter")
    assert [each[heads.index("版")] for each in rows.values()] == ["未記載", "第3版"]


def _words(form: str, written: bytes) -> str:
    if form == "docx":
        return "\n".join(each.text for each in docx.Document(io.BytesIO(written)).paragraphs)
    if form == "pdf":
        return pypdf.PdfReader(io.BytesIO(written)).pages[0].extract_text()
    return html.unescape(written.decode("utf-8"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["html", "docx", "pdf", "md"])
def test_the_head_of_every_paper_names_the_version(form: str, kind: str) -> None:
    """Of the attachment and of the drafts for an assessment alike; without one there is no word of it."""
    for version, expected in ((", 版: 第7稿", True), ("", False)):
        assessment = _described(version)
        written = renderer(form)(contents_of(assessment, "ja", kind), assessment, "ja")
        assert ("第7稿" in "".join(_words(form, written).split())) is expected
