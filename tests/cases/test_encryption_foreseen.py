"""Is every question on encryption that the five councils had to ask printed beforehand, in the right manner?

The numbers are those in the comments of the descriptions.
"""

from functools import cache
from pathlib import Path

import pytest

from dataflow_assess.assessing import assess
from dataflow_assess.findings import Finding
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_file

DIAGRAMS = Path(__file__).parents[2] / "diagrams"

FORESEEN = [
    ("F2", "meguro/ai-ocr", "ENC-02", "not-stated", "持込み(USB): 他課PC → USBメモリ"),
    ("F2", "meguro/ai-ocr", "ENC-02", "not-stated", "持帰り(USB): AI-OCR用PC → USBメモリ"),
    ("F9", "meguro/ai-ocr", "ENC-09", "not-stated", "AI-OCRサービス"),
    ("F22", "meguro/file-exchange", "ENC-02", "not-stated", "施設から区役所へ: 施設の端末 → ファイル交換サービス"),
    ("F22", "meguro/file-exchange", "ENC-02", "not-stated", "区役所から施設へ: ファイル交換サービス → 施設の端末"),
    ("F41", "nagaokakyo/street-cameras", "ENC-02", "not-stated", "映像の収集: 防犯カメラ → 一体サーバ"),
    ("F41", "nagaokakyo/street-cameras", "ENC-09", "not-stated", "一体サーバ"),
    ("F45", "nagaokakyo/konbini", "ENC-04", "not-stated", "claims#1"),
    ("F45", "nagaokakyo/konbini", "ENC-08", "not-stated", "申請: キオスク端末 → 証明書交付センター"),
    ("F45", "nagaokakyo/konbini", "ENC-08", "not-stated", "交付: 証明発行サーバ → 証明書交付センター"),
    ("F50", "nagaokakyo/dashcam", "ENC-09", "not-stated", "解析・保存装置"),
    ("F54", "nishitokyo/konbini", "ENC-01", "violation", "証明書: 転送サーバ → LGWANサービス提供設備"),
    ("F54", "nishitokyo/konbini", "ENC-06", "violation", "発行要求: LGWANサービス提供設備 → 転送サーバ"),
    ("F55", "nishitokyo/konbini", "ENC-01", "violation", "証明書: ファイアウォール → 転送サーバ"),
    ("F56", "nishitokyo/konbini", "ENC-03", "to-confirm", "証明書: 戸籍サーバ → 証明発行サーバ"),
    ("F56", "nishitokyo/konbini", "ENC-03", "to-confirm", "証明書: 基幹システム → 証明発行サーバ"),
    ("F57", "nishitokyo/konbini", "ENC-05", "violation", "LGWANサービス提供設備"),
    ("F57", "nishitokyo/konbini", "ENC-05", "violation", "広域交付サーバ"),
    ("F65", "odawara/sewer-ledger", "ENC-02", "not-stated", "受付一覧表の受渡し: 水道局の台帳 → 下水道の台帳"),
    ("F67", "odawara/aqua-v", "ENC-02", "not-stated", "料金事務の入力: 料金センター端末 → AQUA-V"),
    ("F67", "odawara/aqua-v", "ENC-08", "not-stated", "水道局の閲覧: AQUA-V → 閲覧用端末"),
    ("F71", "odawara/water-desk", "ENC-02", "not-stated", "登録完了メール: 受付サーバ → 使用者の端末"),
    ("F71", "odawara/water-desk", "ENC-10", "violation", "登録完了メール: 受付サーバ → 使用者の端末"),
    ("F76", "omuta/cloud-website", "ENC-02", "not-stated", "問合せ: 公開Webサーバ → 所管課の端末"),
    ("F76", "omuta/cloud-website", "ENC-10", "violation", "問合せ: 公開Webサーバ → 所管課の端末"),
    ("F81", "omuta/nightsoil", "ENC-02", "not-stated", "情報の受渡し: くみ取りの台帳 → 環境企画課の手元"),
]


@cache
def findings(case: str) -> tuple[Finding, ...]:
    """Return the findings of a description under ``diagrams``."""
    plugins = load_plugins()
    return assess(read_file(DIAGRAMS / case / "description.yaml", plugins.vocabulary), plugins).findings


@pytest.mark.parametrize(("number", "case", "rule", "kind", "element"), FORESEEN)
def test_a_question_that_a_council_asked_is_printed_beforehand(
    number: str, case: str, rule: str, kind: str, element: str
) -> None:
    """What the papers do not say is not stated, what they say is a violation, what they promise is a question."""
    about = {
        (finding.kind.value, subject)
        for finding in findings(case)
        if finding.rule == rule
        for subject in (finding.subject.id, *(each.subject.id for each in finding.related if each.subject))
    }
    assert (kind, element) in about, number
