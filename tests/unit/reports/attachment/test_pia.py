"""Do the drafts of an assessment hold what a description knows, and leave every judgement blank?"""

import pytest

from dataflow_assess.assessment import Assessment
from dataflow_assess.reports.attachment.build import contents_of
from dataflow_assess.reports.attachment.contents import Figure, Listing, Table
from dataflow_assess.reports.attachment.figures import papers
from dataflow_assess.reports.attachment.renderers import FORMATS, renderer
from tests.unit.reports.attachment.made import EMPTY, GALLERY, KONBINI, assessed, column, gallery, section, table

BLANK = {"その必要性", "その妥当性", "③委託先における取扱者数", "⑤委託先名の確認方法"}

TEXT = """\
format: 1
system: {title: 住民基本台帳事務, controller: 市, department: 市民課, language: ja, start: 2027-04-01}
parties:
  市: {}
  A社: {}
  B社: {}
  国: {}
contracts:
  - 市 -> A社: {kind: outsourcing, name: 運用保守業務, data: 台帳}
  - A社 -> B社: {kind: subcontracting, name: 監視業務, consent: {value: given, evidence: 契約書7条}}
nodes:
  窓口: {kind: terminal, operator: 市}
  サーバ: {kind: server, operator: A社}
  国のサーバ: {kind: server, operator: 国}
data:
  台帳: {subjects: 住民, categories: my-number, people: 120000, items: [氏名, 住所, 個人番号]}
flows:
  登録: {data: 台帳, hops: [窓口 -> サーバ: {network: leased-line, encryption: tls}]}
  通知:
    {data: 台帳, kind: provision, basis: 番号法19条, purpose: 照合, hops: [サーバ -> 国のサーバ: {network: VPN}]}
storage:
  - サーバ: {data: 台帳, keep: 5年, delete: {when: 満了後, how: 完全消去}}
"""


@pytest.fixture(scope="module")
def drafted() -> Assessment:
    """Return the assessment of a system that a form is filled in for."""
    return assessed(TEXT)


def test_the_sections_are_those_of_the_form(drafted: Assessment) -> None:
    """In its order, with its numbers."""
    contents = contents_of(drafted, "ja", "pia")
    assert [(each.number, each.title) for each in contents.every_section()] == [
        ("Ⅰ", "基本情報"),
        ("（別添1）", "事務の内容"),
        ("Ⅱ", "特定個人情報ファイルの概要"),
        ("Ⅱ-2", "基本情報"),
        ("Ⅱ-4", "特定個人情報ファイルの取扱いの委託"),
        ("Ⅱ-5", "特定個人情報の提供・移転"),
        ("Ⅱ-6", "特定個人情報の保管・消去"),
        ("（別添2）", "特定個人情報ファイル記録項目"),
    ]


def test_entrusting_tells_who_is_subcontracted_and_how_that_was_permitted(drafted: Assessment) -> None:
    """With the evidence, and over which segment the data is handed over."""
    entrusted = table(contents_of(drafted, "ja", "pia"), "pia-entrusted-1")
    told = dict(zip(column(entrusted, "item"), column(entrusted, "content"), strict=True))
    assert told == {
        "①委託内容": "運用保守業務",
        "②取扱いを委託する特定個人情報ファイルの範囲": "台帳",
        "③委託先における取扱者数": "",
        "④委託先への特定個人情報ファイルの提供方法": "① 窓口 → サーバ（専用線）",
        "⑤委託先名の確認方法": "",
        "⑥委託先名": "A社",
        "⑦再委託の有無": "再委託する: B社",
        "⑧再委託の許諾方法": "許諾",
        "⑨再委託事項": "監視業務",
    }
    assert entrusted.rows[7].cells[1].lines[0].evidence == ("契約書7条",)


def test_provision_storage_and_items_are_told(drafted: Assessment) -> None:
    """From the flows, the storage and the items recorded."""
    contents = contents_of(drafted, "ja", "pia")
    provided = table(contents, "pia-provisions")
    assert column(provided, "party") == ["国のサーバ"]
    assert column(provided, "basis") == ["番号法19条"]
    assert column(provided, "way") == ["② サーバ → 国のサーバ（VPN）"]
    stored = table(contents, "pia-storage")
    assert column(stored, "period") == ["5年"]
    assert column(stored, "adequacy") == [""]
    assert "完全消去" in column(stored, "erasure")[0]
    assert column(table(contents, "pia-items"), "contains") == ["1．氏名 / 2．住所 / 3．個人番号"]
    work = table(contents, "pia-file-items")
    assert dict(zip(column(work, "item"), column(work, "content"), strict=True))["特定個人情報を含む項目"] == "台帳"


def test_the_first_annex_holds_the_diagram_its_notes_and_the_machines(drafted: Assessment) -> None:
    """Each arrow has its numbered note, each machine its explanation."""
    figure, _, notes, machines = section(contents_of(drafted, "ja", "pia"), "pia-annex-1").blocks
    assert isinstance(figure, Figure)
    assert not figure.findings
    assert "指摘事項" not in papers(figure, drafted, "ja")[0].decode("utf-8")
    assert isinstance(notes, Listing)
    assert [line.text for line in notes.lines] == [
        "① 窓口 → サーバ: 台帳（暗号化）", "② サーバ → 国のサーバ: 台帳（未記載）",
    ]  # fmt: skip
    assert isinstance(machines, Table)
    assert machines.caption == "システム・機器等の名称説明"


@pytest.mark.parametrize("path", GALLERY)
def test_every_judgement_is_blank_and_nothing_else(path: str) -> None:
    """Whatever the description: a draft does not say that something is adequate."""
    contents = contents_of(gallery(path), "ja", "pia")
    for told in (block for block in contents.blocks() if isinstance(block, Table)):
        for row in told.rows:
            item = row.cells[0].lines[0].text
            for at, cell in zip(told.columns, row.cells, strict=True):
                judged = at.key == "adequacy" or (at.key == "content" and item in BLANK)
                unasked = at.key == "when" and told.name == "pia-provisions"
                assert any(line.text for line in cell.lines) is not judged or unasked, (at.key, item)


@pytest.mark.parametrize("form", FORMATS)
def test_drafts_are_written_in_every_format(form: str) -> None:
    """By the renderers of the attachment."""
    assessment = gallery(KONBINI)
    written = renderer(form)(contents_of(assessment, "ja", "pia"), assessment, "ja")
    assert len(written) > 5_000


def test_an_empty_description_gives_drafts_that_say_so() -> None:
    """Nothing is made up."""
    contents = contents_of(assessed(EMPTY), "en", "pia")
    for name in ("pia-entrusting", "pia-provision", "pia-keeping", "pia-annex-2"):
        (block,) = section(contents, name).blocks
        assert not isinstance(block, Table)
