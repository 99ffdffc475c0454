"""Which words does the engine itself print, in each language?"""

from typing import Final

from dataflow_assess.drawing.picture import Icon, State, ZoneStyle

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "number": ("番号", "No."),
    "section": ("区間（送信元 → 送信先）", "From → to"),
    "data": ("データ", "Data"),
    "state": ("状態", "State"),
    "evidence": ("根拠・備考", "Evidence, remarks"),
    "finding": ("指摘", "Finding"),
    "findings": ("指摘事項", "Findings"),
    "notes": ("上記システム等の名称説明", "Systems and machines above"),
    "continued": ("（続き）", " (continued)"),
    "page": ("{number}／{total}頁", "page {number} of {total}"),
    "larger-paper": (
        "{paper}で印刷する図（A4に縮小すると最小の文字は{points}ポイント）",
        "for {paper} paper (reduced to A4, the smallest letters have {points} points)",
    ),
    "more": ("{what}は{page}頁に示す。", "{what}: see page {page}."),
    "more-tables": ("{what}は別表に示す。", "{what}: see the tables."),
    "more-flows": ("流れの一覧", "Table of flows"),
    "more-findings": ("残る指摘{count}件", "{count} further findings"),
    "all-findings": ("指摘{count}件", "{count} findings"),
    "more-text": ("指摘の全文", "Findings in full"),
    "overview": ("全体図（区域をまとめた図）", "Overview with collapsed zones"),
    "gathered": ("全体図（同じ向きの流れをまとめた図）", "Overview with flows of one direction as one"),
    "part": ("区域の図：{}", "Zone: {}"),
    "contents": ("図の一覧", "Pages"),
    "page-number": ("図：{}頁", "page {}"),
    "machines": ("機器等:{}", "{} machines, people"),
    "zones": ("区域:{}", "{} zones"),
    "within": ("区域内の流れ:{}", "{} flows inside"),
    "outside": ("区域の外", "Outside all zones"),
    "stub": ("→ {} 図へ", "→ {}"),
    "stub-rest": ("→ その他の区域（全体図）", "→ other zones (overview)"),
    "and": ("・", ", "),
    "legend": ("凡例", "Legend"),
    "document": ("資料", "Paper"),
    "version": ("版", "Version"),
    "author": ("作成", "Made by"),
    "date": ("日付", "Date"),
    "legend-number": ("流れの番号（表と対応）", "Number of the flow (see table)"),
    "legend-finding": ("指摘（表と対応）", "Finding (see table)"),
    "legend-badge": ("その他の注記", "Further remark"),
    "legend-shaded": ("保存・消去", "Retention and deletion"),
    "zone": ("区域：{}", "Zone: {}"),
    "flow": (
        "流れ{number}：{source} から {target} へ {data}。{state}。",
        "Flow {number}: {data}, from {source} to {target}. {state}.",
    ),
    "flow-remark": ("備考 {}。", "Remark: {}."),
    "flow-finding": ("指摘 {}。", "Findings: {}."),
    "summary": (
        "データフロー図。区域{zones}、機器等{cards}、流れ{arrows}（{states}）、指摘{findings}件。",
        "Data-flow diagram: {zones} zones, {cards} cards, {arrows} flows ({states}), {findings} findings.",
    ),
    "tag-encrypted": ("暗号", "enc."),
    "tag-plaintext": ("平文", "plain"),
    "tag-unknown": ("不明", "unknown"),
    "tag-to-confirm": ("確認", "TBC"),
    "tag-undecided": ("未定", "undecided"),
    "tag-withheld": ("非公開", "withheld"),
    "tag-in-person": ("対面", "in person"),
    "tag-paper": ("紙", "paper"),
    "tag-media": ("媒体", "media"),
    "state-encrypted": ("暗号化あり", "Encrypted"),
    "state-plaintext": ("平文（暗号化なし）", "Plaintext (not encrypted)"),
    "state-unknown": ("資料に未記載", "Not stated in the papers"),
    "state-to-confirm": ("確認中", "To be confirmed"),
    "state-undecided": ("未定（検討中）", "Undecided so far"),
    "state-withheld": ("非公開", "Withheld"),
    "state-in-person": ("対面（通信なし）", "In person (no network)"),
    "state-paper": ("紙（通信なし）", "On paper (no network)"),
    "state-media": ("電子媒体の持ち運び", "Carried on removable media"),
    "zone-controlled": ("実施機関が管理する区域", "Run by the controller"),
    "zone-contracted": ("委託先が管理する区域", "Run by a contractor"),
    "zone-government": ("行政専用ネットワーク", "Government network"),
    "zone-outside": ("外部の区域（管理外）", "Outside (not controlled)"),
    "zone-segment": ("ネットワークの区画", "Network segment"),
    "icon-server": ("サーバ", "Server"),
    "icon-database": ("DBサーバ", "Database"),
    "icon-firewall": ("ファイアウォール", "Firewall"),
    "icon-relay": ("中継・通信機器", "Relay"),
    "icon-terminal": ("端末", "Terminal"),
    "icon-cloud": ("クラウド", "Cloud service"),
    "icon-person": ("人", "Person"),
    "icon-paper": ("紙・書類", "Paper"),
    "icon-media": ("電子媒体", "Removable media"),
    "icon-elsewhere": ("別図へ続く", "Continued elsewhere"),
}


def say(key: str, language: str) -> str:
    """Return the words for ``key`` in ``language`` ("ja" or "en")."""
    return _WORDS[key][0 if language == "ja" else 1]


def tag(state: State, language: str) -> str:
    """Return the short word that stands on an arrow of that state."""
    return say(f"tag-{state}", language)


def meaning(thing: State | ZoneStyle | Icon, language: str) -> str:
    """Return what the legend says about a state, a zone style or an icon."""
    kind = {State: "state", ZoneStyle: "zone", Icon: "icon"}[type(thing)]
    return say(f"{kind}-{thing}", language)


def all_words(language: str) -> list[str]:
    """Return everything the engine may print in a language."""
    return [pair[0 if language == "ja" else 1] for pair in _WORDS.values()]
