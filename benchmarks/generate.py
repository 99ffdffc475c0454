"""What does a description of any size look like that resembles the real ones?

One section of a town hall after another, ten hops each, with as many parties, zones, nodes, items, stores and open
matters a hop as the papers of councils have. The same size always gives the same text.
"""

from collections.abc import Iterator
from itertools import cycle, islice
from string import Template

HOPS_A_SECTION = 10
SECTIONS_A_BUILDING = 20

STATES = (
    "{encryption: TLS}",
    "{encryption: none}",
    "{encryption: {value: stated, evidence: 資料2-3 9頁}}",
    "{network: leased-line}",
    "{encryption: IPsec, network: LGWAN}",
    "{encryption: {to-confirm: 庁内のサーバー間の暗号化, by: 情報政策課, due: 2016-07-31}}",
    "{encryption: TLS 1.3, evidence: 答弁(市民課長)}",
    "{encryption: {withheld: セキュリティ上の理由}}",
    "{encryption: {value: none, also: [{value: TLS, evidence: 資料3 2頁}]}, trigger: batch}",
    "{}",
    "{encryption: {value: TLS, evidence: 資料2-3 7頁}, network: internet}",
    "{encryption: none, record: 接続の記録を残す}",
    "{encryption: {undecided: [TLS, none]}}",
)
"""How protection is stated: thirteen ways over six segments a section, so that every segment meets every way."""

_HEAD = """\
format: 1
system:
  title: 窓口業務の電子計算組織の結合
  controller: 市
  department: 情報政策課
  regime: {value: ordinance, evidence: 議題1}
  council: {kind: 諮問, date: 2016-06-27, papers: [資料2-3, 資料3]}
  status: planned
"""

_SHARED = {
    "parties": "  市: {kind: municipality}\n  J-LIS: {name: 地方公共団体情報システム機構, kind: public-body}\n",
    "contracts": "  - 市 -> J-LIS: {kind: agreement}\n",
    "zones": "  LGWAN: {kind: government-network, operator: J-LIS, closed: yes}\n  インターネット: {kind: internet}\n",
    "claims": "  - {text: 情報の暗号化, kind: encryption, evidence: 資料3 4頁}\n",
}

_BUILDING = {
    "zones": """\
  庁舎$b: {kind: office, operator: 市, lock: {value: サーバ室の施錠, evidence: 答弁}}
  基幹系LAN$b: {kind: lan, in: 庁舎$b, tier: my-number}
""",
    "nodes": """\
  連携サーバ$b: {kind: relay, in: 基幹系LAN$b, keeps: {value: nothing, evidence: 答弁}}
  保守員$b: {kind: person, party: 市}
""",
}

_SECTION = {
    "parties": """\
  受託者$i: {kind: company, country: 日本}
  再委託先$i: {kind: company}
""",
    "contracts": """\
  - 市 -> 受託者$i:
      {kind: outsourcing, clauses: {value: [confidentiality, subcontracting], evidence: 契約書 12条}}
  - 受託者$i -> 再委託先$i: {kind: subcontracting, consent: to-confirm}
""",
    "zones": """\
  データセンター$i: {kind: data-centre, operator: 受託者$i, location: 国内}
  公開セグメント$i: {kind: dmz, in: データセンター$i, tier: lgwan}
  課のLAN$i: {name: 第$i課のLANセグメント, kind: lan, in: 庁舎$b}
""",
    "nodes": """\
  住民$i: {kind: person}
  窓口端末$i: {kind: terminal, in: 課のLAN$i, accounts: individual, bystanders: {value: [住民$i], evidence: 答弁}}
  業務サーバ$i: {kind: server, in: データセンター$i, maintainers: [再委託先$i: {remote: yes, network: ip-vpn}]}
  転送サーバ$i: {kind: relay, in: 公開セグメント$i, operator: 受託者$i, opens: {value: yes, evidence: 資料2-3 9頁}}
  ファイアウォール$i: {kind: firewall, in: 公開セグメント$i}
  外部サービス$i: {kind: saas, operator: {undecided: [受託者$i, 再委託先$i]}, shared: yes, tenants: to-confirm}
  控え$i: {kind: usb, in: 課のLAN$i, encryption: AES, register: yes}
""",
    "data": """\
  申請$i: {subjects: 住民, categories: contact}
  記録$i: {subjects: 住民, categories: [resident-record, tax], people: 約12000人}
  証明$i: {name: 第$i証明書, subjects: 住民, from: [記録$i]}
  操作ログ$i: {subjects: 職員, categories: log}
""",
    "flows": """\
  申請の受付$i:
    data: 申請$i
    trigger: immediate
    hops:
      - 住民$i -> 窓口端末$i: {medium: in-person}
      - 窓口端末$i -> 業務サーバ$i: $s0
      - 業務サーバ$i -> ファイアウォール$i -> 転送サーバ$i: $s1
      - 転送サーバ$i -> 連携サーバ$b: $s2
    reply: 証明の交付$i
  証明の交付$i:
    data: [証明$i, 記録$i]
    hops:
      - 連携サーバ$b -> 転送サーバ$i: $s3
      - 転送サーバ$i -> 業務サーバ$i: $s4
      - 業務サーバ$i -> 外部サービス$i: $s5
    $sealed
  控えの作成$i:
    {data: 記録$i, trigger: batch, every: {value: 1日, evidence: 答弁}, hops: [業務サーバ$i -> 控え$i -> 保守員$b: {}]}
""",
    "storage": """\
  - 業務サーバ$i:
      {data: [申請$i, 記録$i], form: original, keep: {value: 5年, from: 受付, evidence: 資料3 5頁}, at-rest: AES}
  - 控え$i: {data: 記録$i, form: backup, keep: 14日, delete: {when: 世代を上書きするとき, by: 受託者$i}}
  - 窓口端末$i: {data: 操作ログ$i, form: log}
""",
    "measures": """\
  - {text: 端末の画面を来庁者から見えない向きに置く, kind: physical, about: 窓口端末$i}
""",
    "questions": """\
  - {ask: 庁内の区間は暗号化されているか, about: 窓口端末$i -> 業務サーバ$i, answer: to-confirm, by: 情報政策課}
""",
}
_ORDER = (
    "parties", "contracts", "zones", "nodes", "data", "flows", "storage", "measures", "claims", "questions",
)  # fmt: skip


def realistic(hops: int) -> str:
    """Return the description of a town hall with ``hops`` hops, rounded up to tens."""
    sections = list(_sections(-(-hops // HOPS_A_SECTION)))
    parts = [_HEAD]
    for name in _ORDER:
        parts += [f"\n{name}:\n", _SHARED.get(name, "")]
        for given in sections:
            if given["first"] and name in _BUILDING:
                parts.append(Template(_BUILDING[name]).substitute(given))
            parts.append(Template(_SECTION.get(name, "")).substitute(given))
    return "".join(parts)


def _sections(count: int) -> Iterator[dict[str, str]]:
    """Yield what each section of the town hall fills into the templates."""
    states = cycle(STATES)
    for number in range(count):
        building, first = divmod(number, SECTIONS_A_BUILDING)
        given = {"i": str(number + 1), "b": str(building + 1), "first": "" if first else "yes"}
        given |= {f"s{index}": state for index, state in enumerate(islice(states, 6))}
        seal = "sealed: [業務サーバ$i -> 外部サービス$i: {data: 記録$i, encryption: AES}]" if number % 5 == 0 else ""
        yield given | {"sealed": Template(seal).substitute(given)}
