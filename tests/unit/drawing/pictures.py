"""Pictures that the tests of the drawing engine share."""

import random

from dataflow_assess.drawing import (
    Arrow,
    Card,
    Finding,
    Icon,
    Note,
    Picture,
    Row,
    State,
    TitleBlock,
    Zone,
    ZoneStyle,
)


def card(name: str, label: str, icon: str, zone: str | None, *rows: str) -> Card:
    """Return a card whose rows are written ``heading:text``; 保存 stands on grey."""
    return Card(name, label, Icon(icon), zone, tuple(Row(row.lstrip(":"), row.startswith("保存")) for row in rows))


def box(name: str, zone: str | None = None) -> Card:
    """Return a plain server."""
    return card(name, name, "server", zone, "運用:A市")


def arrow(number: int, source: str, target: str, state: str = "encrypted") -> Arrow:
    """Return an arrow that carries 申請データ."""
    return Arrow(number, source, target, "申請データ", State(state), "TLS", "資料2-3 6頁")


_ZONES = (
    Zone("cho", "庁内（本庁舎）", ZoneStyle.CONTROLLED),
    Zone("koseki-lan", "戸籍系LANセグメント", ZoneStyle.SEGMENT, "cho"),
    Zone("dc", "A社データセンター", ZoneStyle.CONTRACTED),
    Zone("kikan-lan", "基幹系LANセグメント", ZoneStyle.SEGMENT, "dc"),
    Zone("lgwan-dmz", "LGWAN公開セグメント", ZoneStyle.SEGMENT, "dc"),
    Zone("lgwan", "LGWAN", ZoneStyle.GOVERNMENT),
    Zone("center", "証明書交付センター", ZoneStyle.OUTSIDE),
    Zone("store", "コンビニ事業者", ZoneStyle.OUTSIDE),
)
_CARDS = (
    card("koseki", "戸籍サーバ", "database", "koseki-lan", "運用:市", "委託:A社", "保存:戸籍・附票（正本）"),
    card("juki", "住民記録サーバ", "database", "kikan-lan", "運用:市", "委託:B社", "再委託:C社", "保存:住基（正本）"),
    card("zei", "税サーバ", "database", "kikan-lan", "運用:市", "委託:B社", "再委託:C社", "保存:課税台帳（正本）"),
    card("shomei", "証明発行サーバ", "server", "dc", "運用:市", "委託:B社", "保存:PDF：送信後削除／ログ：5年"),
    card("fw", "FW", "firewall", "lgwan-dmz", "運用:市", "委託:A社"),
    card("tenso", "転送サーバ", "relay", "lgwan-dmz", "運用:市", "委託:A社", "保存:PDF：確認中"),
    card("lgsv", "LGWANサービス提供設備", "server", "lgwan", "運用:機構", "委託:未確認"),
    card("koiki", "広域交付サーバ", "server", "center", "運用:機構", "保存:復号→再暗号化（平文が一時存在）"),
    card("honbu", "コンビニ本部", "server", "store", "運用:事業者"),
    card("kiosk", "キオスク端末（マルチコピー機）", "terminal", "store", "運用:事業者", "保存:印刷後に消去（要確認）"),
    card("jumin", "住民", "person", None),
)
_HOPS = (
    ("jumin", "kiosk", "マイナンバーカード・暗証番号", "in-person", "対面操作"),
    ("kiosk", "honbu", "交付申請", "encrypted", "TLS"),
    ("honbu", "koiki", "交付申請", "encrypted", "専用線＋TLS"),
    ("koiki", "lgsv", "証明書要求", "encrypted", "LGWAN-ASP"),
    ("lgsv", "tenso", "証明書要求", "unknown", "記載なし"),
    ("tenso", "fw", "証明書要求", "unknown", "記載なし"),
    ("fw", "shomei", "証明書要求", "unknown", "記載なし"),
    ("koseki", "shomei", "戸籍証明データ", "to-confirm", "担当課に確認中"),
    ("juki", "shomei", "住民票・印鑑データ", "unknown", "記載なし"),
    ("zei", "shomei", "課税証明データ", "unknown", "記載なし"),
    ("shomei", "fw", "証明書PDF", "plaintext", "平文PDF"),
    ("fw", "tenso", "証明書PDF", "plaintext", "平文PDF"),
    ("tenso", "lgsv", "証明書PDF", "plaintext", "平文PDF"),
    ("lgsv", "koiki", "証明書PDF", "encrypted", "暗号化"),
    ("koiki", "honbu", "証明書PDF", "encrypted", "再暗号化"),
    ("honbu", "kiosk", "証明書PDF", "encrypted", "TLS"),
    ("kiosk", "jumin", "証明書（紙）", "paper", "印刷・手渡し"),
)
STORE = Picture(
    title="コンビニ交付サービス データフロー図",
    subtitle="対象：住民票の写し・印鑑登録証明・税証明・戸籍証明",
    cards=_CARDS,
    zones=_ZONES,
    arrows=tuple(
        Arrow(number, source, target, data, State(state), remark)
        for number, (source, target, data, state, remark) in enumerate(_HOPS, 1)
    ),
    findings=(
        Finding("A", "重大", "⑪⑫⑬", "証明書PDFが平文のまま3区間を通る", (11, 12, 13)),
        Finding("B", "要確認", "⑤〜⑩", "暗号化の有無が資料に無い", (5, 6, 7, 8, 9, 10)),
        Finding("C", "注意", "広域交付サーバ", "復号→再暗号化の間、平文が一時的に存在する", (), ("koiki",)),
        Finding("D", "要確認", "転送・キオスク", "一時保存の消去時期が確認できていない", (), ("tenso", "kiosk")),
    ),
    title_block=TitleBlock("A市 情報セキュリティ委員会 資料2", "第1.0版", "情報政策課", "令和8年11月22日"),
    footer="dataflow-assess 0.1.0　sha256 3f9a1c0d…",
)

ALONE = Picture("1枚だけ", (box("受付端末"),))
LOOPS = Picture(
    "自己ループと並行する流れ",
    (box("甲"), box("乙"), box("丙")),
    (
        arrow(1, "甲", "甲"),
        arrow(2, "甲", "乙", "plaintext"),
        arrow(3, "甲", "乙", "media"),
        arrow(4, "乙", "甲", "undecided"),
        arrow(5, "乙", "甲", "withheld"),
        arrow(6, "乙", "丙", "paper"),
        arrow(7, "丙", "甲", "to-confirm"),
        arrow(8, "乙", "乙"),
        arrow(9, "乙", "乙", "unknown"),
    ),
    findings=tuple(Finding(letter, "重大", "甲", "文", (1, 2, 3), ("甲",)) for letter in "ABCDE"),
    notes=(Note("媒体", "USBメモリなど、持ち運ぶもの"),),
)
HUB = Picture(
    "中心と12の端末",
    (box("中継", "center"), *(box(f"端末{index}", "office" if index < 6 else None) for index in range(12))),
    tuple(arrow(index + 1, f"端末{index}", "中継") for index in range(12))
    + tuple(arrow(index + 13, "中継", f"端末{index}", "unknown") for index in range(6)),
    (Zone("center", "センター"), Zone("office", "窓口", ZoneStyle.SEGMENT)),
)
NESTED = Picture(
    "4重の区域",
    (box("a", "4"), box("b", "4"), box("c", "2"), box("d", "1"), box("e"), card("f", "住民", "person", None)),
    (
        arrow(1, "a", "b"),
        arrow(2, "b", "c"),
        arrow(3, "c", "d"),
        arrow(4, "d", "e"),
        arrow(5, "e", "a", "plaintext"),
        arrow(6, "f", "a", "in-person"),
        arrow(7, "a", "f", "paper"),
    ),
    (
        Zone("1", "外側の区域"),
        Zone("2", "中の区域", ZoneStyle.CONTRACTED, "1"),
        Zone("3", "その中の区域", ZoneStyle.GOVERNMENT, "2"),
        Zone("4", "最も内側のセグメントで名前がとても長いもの", ZoneStyle.SEGMENT, "3"),
        Zone("5", "機器のない区域", ZoneStyle.OUTSIDE),
    ),
)
CYCLE = Picture(
    "輪",
    tuple(box(f"機器{index}") for index in range(7)),
    tuple(arrow(index + 1, f"機器{index}", f"機器{(index + 1) % 7}") for index in range(7)),
)
APART = Picture(
    "ばらばら",
    tuple(box(f"機器{index}") for index in range(9)),
    (arrow(1, "機器0", "機器1"), arrow(2, "機器2", "機器3"), arrow(3, "機器3", "機器2", "plaintext")),
)
SILENT = Picture("流れなし", tuple(box(f"機器{index}", "z") for index in range(14)), (), (Zone("z", "区域"),))


def chance(seed: int, cards: int, arrows: int) -> Picture:
    """Return a picture of any topology: zones in zones, loops, parallel arrows, parts that nothing joins."""
    draw = random.Random(seed)  # noqa: S311 - the same topology every time, no secret
    zones: list[Zone] = []
    for index in range(4):
        parent = f"z{draw.randrange(index)}" if index and draw.random() < 0.5 else None
        zones.append(Zone(f"z{index}", f"区域{index}", draw.choice(list(ZoneStyle)), parent))
    places = [None, *(zone.id for zone in zones), *(zone.id for zone in zones)]
    made = tuple(
        Card(f"c{index}", f"機器{index}", draw.choice(list(Icon)), draw.choice(places), (Row("運用:A市"),))
        for index in range(cards)
    )
    names = [each.id for each in made]
    flows = tuple(
        arrow(number, draw.choice(names), draw.choice(names), draw.choice(list(State)))
        for number in range(1, arrows + 1)
    )
    finding = Finding("A", "注意", "各所", "文" * 30, tuple(range(1, arrows, 3)), (names[0],))
    return Picture(f"無作為{seed}", made, flows, tuple(zones), (finding,))


CROWDED = chance(3, 17, 24)
HUGE = chance(5, 26, 40)
TOPOLOGIES = {
    "store": STORE,
    "alone": ALONE,
    "loops": LOOPS,
    "hub": HUB,
    "nested": NESTED,
    "cycle": CYCLE,
    "apart": APART,
    "silent": SILENT,
    **{f"chance-{seed}": chance(seed, 4 + seed, 5 + 2 * seed) for seed in range(1, 7)},
}
