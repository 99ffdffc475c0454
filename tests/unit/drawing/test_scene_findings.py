"""Does the picture show every finding as a letter at its place?"""

from collections.abc import Iterable
from typing import Any

import attrs
import pytest

from dataflow_assess.assessing import assess, load_bytes
from dataflow_assess.assessment import Assessment
from dataflow_assess.drawing.lettered import _letter
from dataflow_assess.drawing.scene import View, picture_of
from dataflow_assess.findings import Finding, Kind, Related, Severity, Subject, Waiver
from dataflow_assess.messages import message
from tests.unit.drawing.roads import assessed, plugins
from tests.unit.drawing.roads import picture as _picture


@pytest.fixture(scope="module")
def bare() -> Assessment:
    """Return the assessment of the description, with no rule applied."""
    return assessed()


def _found(element: Subject, rule: str, severity: Severity, **changes: Any) -> Finding:  # noqa: ANN401 - whatever the field holds
    found = Finding(rule, severity, Kind.VIOLATION, message("sentence of {rule}", rule=rule), element, _PLACE)
    return attrs.evolve(found, **changes)


_PLACE = assessed().system.nodes[0].place


def _hop(number: int, assessment: Assessment) -> Subject:
    (identifier,) = [hop for hop, at in assessment.graph.numbers.items() if at == number]
    return Subject("hop", identifier, identifier)


def _with(assessment: Assessment, found: Iterable[Finding]) -> Assessment:
    rules = {rule.id: rule for rule in plugins().rules}
    return attrs.evolve(assessment, findings=tuple(found), rules=rules)


def test_findings_get_letters_by_severity_and_then_by_rule(bare: Assessment) -> None:
    """The heaviest first; a waived one and a pass get none."""
    node = Subject("node", "Phone", "Phone")
    found = [
        _found(node, "ENC-03", Severity.QUESTION),
        _found(node, "ENC-02", Severity.WARNING),
        _found(node, "ENC-06", Severity.ERROR),
        _found(node, "ENC-01", Severity.ERROR),
        _found(node, "ENC-01", Severity.ERROR, kind=Kind.PASS),
        _found(node, "ENC-09", Severity.ERROR, waived=Waiver("agreed", None)),
    ]
    rows = _picture(_with(bare, found)).findings
    assert [(row.letter, row.severity, row.message) for row in rows] == [
        ("A", "error", "sentence of ENC-01"),
        ("B", "error", "sentence of ENC-06"),
        ("C", "warning", "sentence of ENC-02"),
        ("D", "question", "sentence of ENC-03"),
    ]
    assert all((row.cards, row.arrows) == (("Phone",), ()) for row in rows)


def test_findings_of_one_rule_and_kind_share_a_letter(bare: Assessment) -> None:
    """With the rule's title and how many there are; another kind or severity of it has its own letter."""
    found = [
        _found(_hop(4, bare), "ENC-01", Severity.ERROR),
        _found(_hop(2, bare), "ENC-01", Severity.ERROR),
        _found(_hop(3, bare), "ENC-01", Severity.ERROR, kind=Kind.NOT_STATED),
        _found(_hop(1, bare), "ENC-01", Severity.WARNING),
    ]
    rows = _picture(_with(bare, found)).findings
    assert [(row.letter, row.arrows) for row in rows] == [("A", (2, 4)), ("B", (3,)), ("C", (1,))]
    assert rows[0].message == "Plaintext segment (2 places)"
    assert rows[0].where == "②④"
    assert rows[1].message == "sentence of ENC-01"


def test_a_finding_marks_what_belongs_to_it_and_not_what_explains_it(bare: Assessment) -> None:
    """Related hops get the letter, context does not; a storage marks its node, whose name is told."""
    related = (
        Related(message("also"), _PLACE, _hop(3, bare)),
        Related(message("context"), _PLACE, _hop(5, bare), context=True),
        Related(message("nothing"), _PLACE),
    )
    stored = bare.system.storage
    both = Related(message("also"), _PLACE, Subject("storage", stored[2].id, ""))
    found = [
        _found(_hop(2, bare), "ENC-01", Severity.ERROR, related=related),
        _found(Subject("storage", stored[0].id, ""), "ENC-09", Severity.WARNING, related=(both, related[2])),
    ]
    hop, storage = _picture(_with(bare, found)).findings
    assert (hop.arrows, hop.cards) == ((2, 3), ())
    assert (storage.arrows, storage.cards) == ((), ("Server", "Desk"))
    assert storage.where == "Main server, Desk"


def test_a_finding_without_a_place_in_the_picture_is_listed_all_the_same(bare: Assessment) -> None:
    """What is said about a party or the whole system; not in a view of one item."""
    rows = [_found(Subject("party", "City", "City"), "ENC-10", Severity.INFO)]
    assert [row.letter for row in _picture(_with(bare, rows)).findings] == ["A"]
    assert _picture(_with(bare, rows), data="Photo").findings == ()


def test_letters_go_on_after_z() -> None:
    """As the columns of a spreadsheet."""
    assert [_letter(index) for index in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def test_the_view_of_an_item_keeps_the_findings_in_it(bare: Assessment) -> None:
    """Those on its hops and nodes, with the marks that are in view and the letters that they have in every view."""
    found = [
        _found(_hop(2, bare), "ENC-01", Severity.ERROR),
        _found(_hop(7, bare), "ENC-01", Severity.ERROR),
        _found(_hop(8, bare), "ENC-02", Severity.ERROR),
        _found(Subject("node", "Gate", "Gate"), "ENC-05", Severity.ERROR),
        _found(Subject("node", "Desk", "Desk"), "ENC-06", Severity.ERROR),
    ]
    rows = _picture(_with(bare, found), data="Photo").findings
    assert [(row.letter, row.arrows, row.cards) for row in rows] == [("A", (2,), ()), ("C", (), ("Gate",))]


_OPINIONS = """\
書式: 1
対象: {件名: 予約, 実施機関: A市}
当事者: {A市: {種別: 市区町村}}
機器: {サーバ: {種別: サーバ, 運用: A市}}
附帯意見:
"""


@pytest.mark.parametrize(
    ("done", "ja", "en"),
    [
        (["いいえ", "いいえ", "いいえ"], "附帯意見1、2、3", "Opinion 1, 2, 3"),
        (["いいえ", "はい", "いいえ"], "附帯意見1、3", "Opinion 1, 3"),
        (["はい", "いいえ"], "附帯意見2", "Opinion 2"),
        (["いいえ"], "附帯意見", "Opinion"),
    ],
)
def test_what_is_told_in_sentences_is_named_by_its_number(done: list[str], ja: str, en: str) -> None:
    """The narrow column of names says which opinion; the wide one what it demands."""
    texts = [f"{number}番目に求めたことを確かめ、次の審議会に書面で報告する" for number in range(1, len(done) + 1)]
    opinions = "".join(f"  - {{内容: {text}, 完了: {each}}}\n" for text, each in zip(texts, done, strict=True))
    assessment = assess(load_bytes((_OPINIONS + opinions).encode(), "x.yaml", plugins()), plugins())
    for lang, where in (("ja", ja), ("en", en)):
        rows = {" ".join((row.message, *row.details)): row for row in picture_of(assessment, View(lang)).findings}
        (told,) = [each for each in rows if "番目" in each]
        assert rows[told].where == where
        for text, each in zip(texts, done, strict=True):
            assert (text in told) is (each == "いいえ")


def test_a_finding_about_the_whole_system_does_not_repeat_its_title(bare: Assessment) -> None:
    """It stands at the head of the page."""
    system = Subject("system", "", bare.system.label)
    (row,) = _picture(_with(bare, [_found(system, "ENC-10", Severity.INFO)])).findings
    assert row.where == "The whole system"
