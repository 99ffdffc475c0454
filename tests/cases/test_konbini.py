"""Is 西東京市's コンビニ交付 told as the council heard it?"""

from collections.abc import Iterable
from itertools import pairwise

import pytest

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Finding
from dataflow_assess.reading import read_file
from tests.cases.konbini import ENCRYPTION, FILE, PLUGINS, hops_beside

RELAYS = ("転送サーバ", "LGWANサービス提供設備", "広域交付サーバ")


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """Return the assessment of the description as it stands."""
    return assess(read_file(FILE), PLUGINS, ENCRYPTION)


def of_rule(assessment: Assessment, rule: str) -> list[Finding]:
    """Return the findings of one rule."""
    return [finding for finding in assessment.findings if finding.rule == rule]


def hops_of(findings: Iterable[Finding]) -> set[str]:
    """Return the hops that findings are about, with those beside the first."""
    return {hop for finding in findings for hop in hops_beside(finding)}


def line_of(assessment: Assessment, *words: str) -> int:
    """Return the number of the one line that holds all words."""
    lines = assessment.system.text.splitlines()
    (found,) = [number for number, line in enumerate(lines, start=1) if all(word in line for word in words)]
    return found


def test_plaintext_between_the_issuing_server_and_the_lgwan_equipment_in_both_directions(
    assessment: Assessment,
) -> None:
    """F54 is an error, F55 inside the data centre a warning; all four segments are reported there and back."""
    plaintext = of_rule(assessment, "ENC-01")
    assert hops_of(f for f in plaintext if f.severity.value == "error") == {
        "発行要求: LGWANサービス提供設備 → 転送サーバ",
        "証明書: 転送サーバ → LGWANサービス提供設備",
    }
    assert hops_of(f for f in plaintext if f.severity.value == "warning") == {
        "発行要求: 転送サーバ → ファイアウォール",
        "発行要求: ファイアウォール → 証明発行サーバ",
        "証明書: 証明発行サーバ → ファイアウォール",
        "証明書: ファイアウォール → 転送サーバ",
    }
    assert all(finding.kind.value == "violation" for finding in plaintext)


def test_the_request_is_downgraded_where_it_leaves_lgwan(assessment: Assessment) -> None:
    """F54 on the way in: encrypted up to the LGWAN equipment, plaintext from there; the way out has no downgrade."""
    (downgrade,) = of_rule(assessment, "ENC-06")
    assert downgrade.subject.id == "発行要求: LGWANサービス提供設備 → 転送サーバ"
    assert downgrade.related[0].subject is not None
    assert downgrade.related[0].subject.id == "発行要求: 広域交付サーバ → LGWANサービス提供設備"
    assert [step.protection for step in downgrade.trace if step.marked] == ["encrypted", "plaintext"]


def test_the_certificate_is_encrypted_from_the_lgwan_equipment_to_the_shop(assessment: Assessment) -> None:
    """No segment between the LGWAN equipment and the copier is reported."""
    states = {hop.label: assessment.facts.protection(hop.id).value for hop in assessment.graph.flow("証明書").hops}
    way = ("LGWANサービス提供設備", "広域交付サーバ", "コンビニ本部", "マルチコピー機")
    assert [states[f"{source} → {target}"] for source, target in pairwise(way)] == ["encrypted"] * 3


def test_data_is_decrypted_and_encrypted_again_at_two_stations(assessment: Assessment) -> None:
    """F57: both are stated; of the head office's server the papers do not say it."""
    kinds = {finding.subject.id: finding.kind.value for finding in of_rule(assessment, "ENC-05")}
    assert kinds == {"LGWANサービス提供設備": "violation", "広域交付サーバ": "violation", "コンビニ本部": "not-stated"}


def test_the_two_promises_to_confirm_are_questions_and_no_violations(assessment: Assessment) -> None:
    """F56: one for the servers in the town hall, one for the core LAN; a contradiction stands beside the first."""
    questions = of_rule(assessment, "ENC-03")
    assert [finding.severity.value for finding in questions] == ["question", "question"]
    assert [finding.kind.value for finding in questions] == ["to-confirm", "to-confirm"]
    first, second = questions
    assert first.subject.id == "証明書: 戸籍サーバ → 証明発行サーバ"
    assert any("elsewhere" in related.message.text("en") for related in first.related)
    assert hops_of([second]) == {"証明書: 基幹システム → 証明発行サーバ", "税情報の反映: 基幹システム → 証明発行サーバ"}
    promised = hops_of(questions)
    for rule in ("ENC-01", "ENC-02", "ENC-06", "ENC-08"):
        assert promised.isdisjoint(hops_of(of_rule(assessment, rule)))


def test_nothing_is_stored_at_the_transfer_server_or_in_the_centre(assessment: Assessment) -> None:
    """Only the sources and the copier hold data; the register in the town hall is the city's own and asked nothing."""
    stores = {finding.subject.id for finding in of_rule(assessment, "ENC-09")}
    assert stores == {"基幹システム", "マルチコピー機#2"}
    assert {storage.node for storage in assessment.system.storage}.isdisjoint(RELAYS)


def test_each_finding_points_to_its_line_and_shows_its_path(assessment: Assessment) -> None:
    """The place is where the statement stands, and the path runs through what the finding is about."""
    (downgrade,) = of_rule(assessment, "ENC-06")
    assert downgrade.place.line == line_of(assessment, "- LGWANサービス提供設備 -> 転送サーバ")
    first, second = of_rule(assessment, "ENC-03")
    assert first.place.line == line_of(assessment, "庁内のサーバー間のやり取りの暗号化")
    assert second.place.line == line_of(assessment, "- 基幹システム -> 証明発行サーバ: {data")
    for finding in of_rule(assessment, "ENC-05"):
        assert finding.place.line == line_of(assessment, f"  {finding.subject.id}: {{")
    for finding in assessment.findings:
        if finding.rule == "ENC-09":
            continue
        for before, after in pairwise(step for step in finding.trace if step.marked):
            assert before.target == after.source
        assert any(step.marked for step in finding.trace)


def test_no_other_rule_on_encryption_speaks(assessment: Assessment) -> None:
    """Nothing is undisclosed, claimed in general, one-sided, closed without a word on encryption, or mailed."""
    assert {finding.rule for finding in assessment.findings} == {"ENC-01", "ENC-03", "ENC-05", "ENC-06", "ENC-09"}
