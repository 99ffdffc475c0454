"""Has every attachment the same headings, and does each say what is stated, with its evidence, or how it is open?"""

import attrs
import pytest

from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.scene import View, picture_of
from dataflow_assess.facts import Protection
from dataflow_assess.findings import Waiver
from dataflow_assess.model import Standing
from dataflow_assess.reports.attachment.build import contents_of
from dataflow_assess.reports.attachment.contents import Contents, Figure, Paragraph, Ref, Table
from tests.unit.reports.attachment.made import (
    EMPTY,
    GALLERY,
    KONBINI,
    assessed,
    column,
    gallery,
    lines,
    made,
    section,
    table,
)

HEADINGS = [
    "概要", "構成図", "区間一覧", "個人情報の項目", "保存と消去", "委託先と再委託", "誰が見られるか", "安全管理措置",
    "組織的安全管理措置", "人的安全管理措置", "物理的安全管理措置", "技術的安全管理措置", "外的環境の把握",
    "指摘事項", "未回答の質問（想定問答）", "附帯意見への対応", "用語",
]  # fmt: skip


@pytest.fixture(scope="module", params=["ja", "en"])
def konbini(request: pytest.FixtureRequest) -> Contents:
    """Return the attachment about issuing certificates at convenience stores, in each language."""
    return contents_of(gallery(KONBINI), request.param)


@pytest.mark.parametrize("path", GALLERY)
def test_every_case_has_the_same_headings_in_the_same_order(path: str) -> None:
    """So that members can compare cases."""
    contents = contents_of(gallery(path), "ja")
    titles = [each.title for each in contents.every_section() if each.name != "safeguards-other"]
    assert titles == HEADINGS
    assert [each.number for each in contents.sections] == [str(number) for number in range(1, 13)]


@pytest.mark.parametrize("path", GALLERY)
def test_nothing_is_left_empty_by_accident(path: str) -> None:
    """A section has contents, a row as many cells as columns, a cell a text; only the controller's view is blank."""
    contents = contents_of(gallery(path), "ja")
    assert all(each.blocks or each.parts for each in contents.every_section())
    for table_ in (block for block in contents.blocks() if isinstance(block, Table)):
        for row in table_.rows:
            assert len(row.cells) == len(table_.columns)
            for at, cell in zip(table_.columns, row.cells, strict=True):
                assert cell.lines
                assert all(bool(line.text) is (at.key != "view") for line in cell.lines), (table_.name, at.key)


def test_a_heading_with_nothing_under_it_says_so() -> None:
    """It does not vanish."""
    contents = made(EMPTY)
    for name in ("diagram", "segments", "items", "keeping", "entrusting", "seeing", "safeguards-human", "opinions"):
        for block in section(contents, name).blocks:
            assert isinstance(block, Paragraph), name
            assert block.line.text.endswith("not stated in the papers")
            assert block.line.standing is Standing.NOT_STATED


def test_segments_are_numbered_and_lettered_as_on_the_diagram(konbini: Contents) -> None:
    """Whoever points at an arrow finds its row, and its points."""
    assessment = gallery(KONBINI)
    picture = picture_of(assessment, View(konbini.language))
    segments = table(konbini, "segments")
    assert [row.about[0] for row in segments.rows] == [Ref("flow", str(arrow.number)) for arrow in picture.arrows]
    marked = {(str(number), finding.letter) for finding in picture.findings for number in finding.arrows}
    told = {(row.about[0].id, ref.id) for row in segments.rows for ref in row.cells[-1].refs if ref.kind == "finding"}
    assert marked <= told
    letters = [row.about[0] for row in table(konbini, "findings").rows]
    assert letters == [Ref("finding", finding.letter) for finding in picture.findings]


def test_every_reference_leads_somewhere(konbini: Contents) -> None:
    """A link to a row that is not there helps nobody."""
    about = {ref for block in konbini.blocks() if isinstance(block, Table) for row in block.rows for ref in row.about}
    named = {ref for line in lines(konbini) for ref in line.refs}
    assert {
        ref for ref in named - about if ref.kind in ("flow", "finding", "data", "node", "zone", "contract")
    } == set()


def test_statements_carry_their_evidence(konbini: Contents) -> None:
    """The state of a segment names the answer or page that it rests on."""
    states = [row.cells[3].lines[0] for row in table(konbini, "segments").rows]
    assert states[1].evidence == ("答弁",)
    assert states[13].evidence == ("資料2-3 7頁・9頁",)
    assert states[4].state is Protection.PLAINTEXT
    assert states[8].state is Protection.TO_CONFIRM
    assert states[8].standing is Standing.TO_CONFIRM


WAYS = """\
format: 1
system:
  title: Ways
  controller: City
  language: en
  start: {to-confirm: when it starts, by: Section A, due: 2026-12-01}
  end: {undecided: [2027-03-31, 2028-03-31]}
  law: {withheld: under negotiation}
parties:
  City: {}
nodes:
  A: {kind: server, operator: City}
  B: {kind: server, operator: City}
data:
  D:
    subjects: citizens
    purpose: {value: tax, note: draft, evidence: p. 3, also: [{value: statistics, evidence: p. 9}], corrects: [survey]}
flows:
  F: {data: D, hops: [A -> B]}
"""


def test_each_way_of_being_unknown_is_told_as_what_it_is() -> None:
    """Who answers by when, between what is to be chosen, and why it is withheld."""
    rows = dict(
        zip(
            column(table(made(WAYS), "overview"), "matter"),
            column(table(made(WAYS), "overview"), "stated"),
            strict=True,
        )
    )
    assert rows["Start"] == "to be confirmed (when it starts, to answer: Section A, by: 令和8年12月1日 (2026-12-01))"
    assert rows["End"] == "undecided (one of: 令和9年3月31日 (2027-03-31), 令和10年3月31日 (2028-03-31))"
    assert rows["Provision relied on"] == "withheld (reason: under negotiation)"
    assert rows["Summary"] == "not stated"


def test_what_papers_say_twice_is_told_twice() -> None:
    """The other statement, and the one taken back, each with its own evidence."""
    cell = table(made(WAYS), "items").rows[0].cells[4]
    assert [(line.text, line.evidence) for line in cell.lines] == [
        ("tax (note: draft)", ("p. 3",)),
        ("stated elsewhere: statistics", ("p. 9",)),
        ("before correction: survey", ()),
    ]


def test_dates_stand_in_both_calendars() -> None:
    """The era is what papers use; the other is what machines and readers abroad use."""
    contents = contents_of(gallery(KONBINI), "ja")
    assert contents.date == "平成28年6月27日（2016-06-27）"


def test_the_diagram_carries_words_for_those_who_do_not_see_it(konbini: Contents) -> None:
    """Its alternative text says what it shows and where the same is told."""
    (figure,) = [block for block in konbini.blocks() if isinstance(block, Figure)]
    assert "18" in figure.alternative
    assert "証明書等のコンビニエンスストアでの交付" in figure.alternative


def test_many_items_are_told_in_several_tables() -> None:
    """A page has room for so many columns."""
    items = "".join(f"  D{number}: {{subjects: citizens}}\n" for number in range(8))
    text = (
        WAYS[: WAYS.index("data:")]
        + f"data:\n{items}flows:\n  F: {{data: [{', '.join(f'D{n}' for n in range(8))}], hops: [A -> B]}}\n"
    )
    contents = made(text)
    assert [len(table(contents, name).columns) for name in ("who-sees-1", "who-sees-2")] == [7, 3]


def test_the_same_description_gives_the_same_contents() -> None:
    """Whenever it is asked."""
    assert contents_of(gallery(KONBINI), "ja") == contents_of(gallery(KONBINI), "ja")


RARE = """\
format: 1
system: {title: Rare, controller: City, language: en}
parties:
  City: {}
  Firm: {name: {undecided: [North, South]}}
  Owner: {}
contracts:
  - City -> Firm: {kind: outsourcing, law: Local Autonomy Act}
certifications:
  - ISMS: {holder: Owner, scope: data centre}
nodes:
  A: {kind: terminal, operator: City}
  B: {kind: server, operator: Firm}
data:
  D: {subjects: citizens, categories: health}
flows:
  F:
    data: D
    sealed: [A -> B: {encryption: {value: aes, evidence: p. 2}}]
    hops:
      - A -> B: {network: internet, encryption: {to-confirm: of the line, by: Section A}}
      - B -> A: {network: internet, encryption: {value: none, note: for now}}
  G: {data: D, hops: [A -> B: {network: internet, encryption: {undecided: [tls, none]}}]}
measures:
  - {text: a measure of no kind}
"""


@pytest.fixture(scope="module")
def rare() -> Assessment:
    """Return the assessment of a description with what is seldom said."""
    return assessed(RARE)


def test_a_seal_and_an_open_channel_are_told_apart(rare: Assessment) -> None:
    """The contents are encrypted; whether the line is as well is still to be confirmed."""
    segments = table(contents_of(rare, "en"), "segments")
    assert column(segments, "state") == [
        "encrypted / channel: to be confirmed (of the line, to answer: Section A)",
        "plaintext / for now",
        "undecided / one of: tls, none",
    ]
    assert "sealed from A to B" in column(table(contents_of(rare, "en"), "flows"), "purpose")[0]


def test_a_measure_of_no_stated_kind_has_a_part_of_its_own(rare: Assessment) -> None:
    """It is not put under a kind that nobody named."""
    contents = contents_of(rare, "en")
    assert column(table(contents, "measures-other"), "measure") == ["a measure of no kind"]
    assert section(contents, "safeguards-other").number == "8.6"


def test_a_finding_that_depends_on_a_choice_says_on_which(rare: Assessment) -> None:
    """Each alternative is another case."""
    told = " ".join(column(table(contents_of(rare, "en"), "findings"), "message"))
    assert "holds if: " in told


def test_contracts_name_their_law_and_undecided_parties_their_candidates(rare: Assessment) -> None:
    """What is seldom stated is not lost."""
    contents = contents_of(rare, "en")
    assert column(table(contents, "contracts"), "kind") == ["outsourcing / Local Autonomy Act"]
    assert column(table(contents, "holders"), "party")[0] == "Firm / undecided (one of: North, South)"
    assert column(table(contents, "certificates"), "holder") == ["Owner"]


def test_what_was_set_aside_is_told_with_the_reason(rare: Assessment) -> None:
    """It has no letter, and is not hidden."""
    first, *others = rare.findings
    waived = attrs.evolve(first, waived=Waiver("accepted by the council", "2027-03-31"))
    contents = contents_of(attrs.evolve(rare, findings=(waived, *others)), "en")
    assert column(table(contents, "waived"), "reason") == ["accepted by the council / until 2027-03-31"]
    assert column(table(contents, "waived"), "rule") == [first.rule]
    assert first.message.text("en") not in " ".join(column(table(contents, "findings"), "message"))
