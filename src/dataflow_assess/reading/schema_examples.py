"""Which examples do the JSON Schemas give, for editors to offer?"""

from typing import Any

from dataflow_assess.model.shapes import Count, Date, Flag, Shape, Span

VALUES: dict[type[Shape], tuple[Any, ...]] = {
    Date: ("2026-04-01", "令和8年4月1日", "令和8年度"),
    Span: ("5年", "30日", "無期限", "返還まで"),
    Count: (120, "約1,200人"),
    Flag: ("はい", "no"),
}
"""How values of a shape may be written, for editors to offer."""
UNKNOWN = (
    "確認する",
    {"確認する": "確認する事項", "担当": "情報政策課", "期限": "令和8年3月31日"},
    {"to-confirm": "what is asked", "by": "Information Policy Section", "due": "2026-03-31"},
    {"非公開": "安全管理のため"},
)
"""How a value may be unknown, or carry where it is written."""
DESCRIPTION: dict[str, Any] = {
    "書式": 1,
    "対象": {"件名": "公共施設予約システムの導入", "実施機関": "A市"},
    "当事者": {"A市": {"種別": "市区町村"}},
    "機器": {"予約サーバ": {"種別": "サーバ", "運用": "A市"}, "受付端末": {"種別": "端末", "運用": "A市"}},
    "個人情報": {"利用者情報": {"本人": "施設の利用者", "項目": ["氏名", "住所"]}},
    "流れ": {
        "受付": {"個人情報": "利用者情報", "区間": [{"予約サーバ → 受付端末": {"回線": "専用線", "暗号化": "TLS 1.3"}}]}
    },
    "保存": [{"予約サーバ": {"個人情報": "利用者情報", "保存期間": "3年"}}],
}
"""A description as short as can be."""
WAIVERS: dict[str, Any] = {
    "format": 1,
    "waivers": [
        {"rule": "ENC-01", "element": "A -> B", "reason": "専用アプリに切り替えるまで", "until": "令和12年3月31日"}
    ],
}
"""A file of one waiver."""
