"""Is every question on open answers and on papers that differ, which the five councils asked, printed beforehand?

The numbers are those in the comments of the descriptions.
"""

from functools import cache
from pathlib import Path

import pytest

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_file

DIAGRAMS = Path(__file__).parents[2] / "diagrams"

FORESEEN = [
    ("F4", "meguro/ai-ocr", "TRN-01", "to-confirm", "「DX SuiteはProかStandardか」"),
    ("F4", "meguro/ai-ocr", "TRN-01", "not-stated", "「同じSaaSを使う他の自治体」"),
    ("F5", "meguro/ai-ocr", "TRN-02", "not-stated", "終了時期"),
    ("F8", "meguro/ai-ocr", "DIA-02", "not-stated", "→ 基幹系システム"),
    ("F13", "meguro/child-facilities", "DIA-01", "violation", "「安否確認」は双方向"),
    ("F14", "meguro/child-facilities", "DIA-01", "violation", "「区役所からの送信」は双方向"),
    ("F17", "meguro/child-facilities", "DIA-05", "violation", "児童館等クラウド、保育所クラウド"),
    ("F19", "meguro/child-facilities", "DIA-02", "not-stated", "保護者端末 → 児童館等クラウドの暗号化"),
    ("F20", "meguro/child-facilities", "DIA-04", "violation", "改定前の版"),
    ("F20", "meguro/child-facilities", "DIA-04", "not-stated", "改訂履歴"),
    ("F25", "meguro/abandoned-bicycles", "TRN-01", "to-confirm", "「外部結合の方式・相手・対策」"),
    ("F26", "meguro/abandoned-bicycles", "DIA-04", "violation", "第24条の3 見出しあり"),
    ("F27", "meguro/pavement-camera", "TRN-01", "to-confirm", "「モザイクは元に戻せるか」"),
    ("F31", "meguro/pavement-camera", "DIA-06", "violation", "原則として公開しない"),
    ("F32", "meguro/line-road-reports", "DIA-03", "violation", "住所がない"),
    ("F37", "meguro/line-road-reports", "DIA-02", "not-stated", "東京都・国などの管理者への提供"),
    ("F40", "meguro/council-recording", "TRN-04", "pass", "事務局が消去する"),
    ("F42", "nagaokakyo/street-cameras", "DIA-06", "violation", "令状"),
    ("F47", "nagaokakyo/konbini", "TRN-03", "violation", "契約どおり消去され"),
    ("F56", "nishitokyo/konbini", "TRN-01", "to-confirm", "「庁内のサーバー間のデータのやり取りは暗号化されているか」"),
    ("F56", "nishitokyo/konbini", "TRN-01", "to-confirm", "「基幹系LANセグメントは暗号化されているか」"),
    ("F61", "nishitokyo/konbini", "TRN-03", "violation", "システム構成の理解の向上"),
    ("F64", "nishitokyo/dashcam", "TRN-03", "violation", "外部に提供するときの事務処理"),
    ("F66", "odawara/aqua-v", "TRN-03", "violation", "遅れのないようにする"),
    ("F77", "omuta/cloud-website", "DIA-06", "violation", "公開Webサーバの保持"),
    ("F80", "omuta/cloud-website", "DIA-04", "violation", "「委託業者」"),
]


@cache
def assessment(case: str) -> Assessment:
    """Return the assessment of a description under ``diagrams``."""
    plugins = load_plugins()
    return assess(read_file(DIAGRAMS / case / "description.yaml", plugins.vocabulary), plugins)


@pytest.mark.parametrize(("number", "case", "rule", "kind", "words"), FORESEEN)
def test_what_a_council_had_to_ask_is_printed_once(number: str, case: str, rule: str, kind: str, words: str) -> None:
    """In one finding of the right rule and kind, in the words of the papers."""
    told = [
        finding.kind.value
        for finding in assessment(case).findings
        if finding.rule == rule and words in finding.message.text("ja")
    ]
    assert told == [kind], number


def test_what_is_in_order_counts_as_no_fault() -> None:
    """F40: the pass is shown and not counted, and no error is raised on the deletion it is about."""
    counted = assessment("meguro/council-recording")
    assert [finding.rule for finding in counted.findings if finding.kind.value == "pass"] == ["TRN-04"]
    errors = {finding.subject.id for finding in counted.findings if finding.severity.value == "error"}
    assert "事務局の録画" not in errors
