"""Does every reference lead to an element, and is the nearest named where it does not?"""

from pathlib import Path

from tests.unit.reading.told import BEGINNING, read, told

FLOW = "flows:\n  照会:\n    data: 氏名\n    hops:\n"
KNOWN = "nodes (機器), zones (区域), data (個人情報), flows (流れ), parties (当事者), papers (資料)"
DECLARE = "declare it there, or correct the name"


def test_references_that_lead_nowhere_are_told_with_the_nearest_name(tmp_path: Path) -> None:
    """Full-width letters do not count as a difference when the nearest is looked for."""
    text = BEGINNING.replace("端末:", "PC01:") + (
        "storage: [ＰＣ01: {data: [氏名, 住居所]}, サーバー: {data: 電話}]\n"
        "contracts: [市 -> 会杜: , 市 -> J-LIS: ]\n"
        "certifications: [ISMAP: {holder: 会社A}]\n"
        "claims: [{text: 文, about: [庁, 窓ロ]}]\n"
    )
    assert told(tmp_path, text) == [
        "9:11: “ＰＣ01” is not declared in nodes (機器) — did you mean “PC01”?",
        "9:29: “住居所” is not declared in data (個人情報) — did you mean “住所”?",
        "9:36: “サーバー” is not declared in nodes (機器) — did you mean “サーバ”?",
        "9:49: “電話” is not declared in data (個人情報) — declare it there, or correct the name",
        f"10:18: “会杜” is not declared in parties (当事者) — {DECLARE}",
        f"10:29: “J-LIS” is not declared in parties (当事者) — {DECLARE}",
        "11:34: “会社A” is not declared in parties (当事者) — did you mean “会社”?",
        f"12:28: “庁” is not declared in {KNOWN} — did you mean “庁内”?",
        f"12:31: “窓ロ” is not declared in {KNOWN} — {DECLARE}",
    ]


def test_a_network_is_a_zone_or_a_kind_of_network(tmp_path: Path) -> None:
    """A zone's name goes before a word that is spelt alike."""
    text = BEGINNING.replace("庁内: ", "庁内: , internet: ") + (
        f"{FLOW}      - 端末 -> サーバ: {{network: 庁内}}\n      - サーバ -> 紙: {{network: internet}}\n"
        "      - 紙 -> 端末: {network: 専用線}\n      - 紙 -> 端末: {network: 線}\n"
    )
    (found,) = told(tmp_path, text)
    assert found.startswith("16:28: “線” is not declared in zones (区域)")
    hops = read(tmp_path, text.replace("network: 線", "")).flows[0].hops
    assert [str(hop.network.value) for hop in hops[:3]] == ["庁内", "internet", "leased-line"]
    assert isinstance(hops[1].network.value, str)


def test_an_arrow_names_a_hop_or_a_contract(tmp_path: Path) -> None:
    """Each step of a chain must exist; a figure may show what no flow has."""
    text = BEGINNING + (
        f"{FLOW}      - 端末 -> サーバ -> 紙\ncontracts: [市 -> 会社]\n"
        "claims: [{text: 文, about: [端末 → サーバ, 端末 -> サーバ -> 紙, 市 -> 会社, 紙 -> サーバ, 端末 -> サーパ]}]\n"
        "papers: {図: {arrows: [紙 -> 端末, 端末], shows: [端末 -> サーバ, '']}}\n"
    )
    assert told(tmp_path, text) == [
        "15:63: no segment or contract runs 紙 → サーバ — correct the arrow, or add the segment to a flow",
        "15:73: “サーパ” is not declared in nodes (機器), parties (当事者) — did you mean “サーバ”?",
        "16:32: found “端末” — expected an arrow such as A -> B",
        "16:56: found nothing — expected an identifier",
    ]
    mended = text.replace(", 紙 -> サーバ, 端末 -> サーパ", "").replace(", 端末]", "]").replace(", '']", "]")
    system = read(tmp_path, mended)
    assert system.claims[0].about == ("端末 → サーバ", "端末 → サーバ → 紙", "市 → 会社")
    assert system.papers[0].arrows.value == ("紙 → 端末",)


def test_rings_of_zones_are_told_once_each(tmp_path: Path) -> None:
    """A zone beside a ring is no part of it."""
    zones = "{庁内: {in: 棟}, 棟: {in: 町}, 町: {in: 棟}, 島: {in: 島}, 離れ: {in: 庁内}, 空: }"
    assert told(tmp_path, BEGINNING.replace("{庁内: }", zones)) == [
        "6:22: zones contain one another in a circle: 棟 → 町 → 棟 — remove “in” from one of them",
        "6:46: zones contain one another in a circle: 島 → 島 — remove “in” from one of them",
    ]


def test_a_thousand_zones_in_a_row_are_no_ring(tmp_path: Path) -> None:
    """The check is as long as the row, not its square."""
    zones = ", ".join([f"z{n}: {{in: z{n + 1}}}" for n in range(1000)])
    assert len(read(tmp_path, BEGINNING.replace("{庁内: }", f"{{{zones}, z1000: }}")).zones) == 1001


def test_an_indefinite_number_of_dangling_references_is_told_quickly(tmp_path: Path) -> None:
    """A name that is missing everywhere is looked for once."""
    names = ", ".join(f"端末{n:05}: {{operator: 市役所}}" for n in range(900))
    lines = told(tmp_path, BEGINNING.replace("端末: ", names))
    assert len(lines) == 900
    assert lines[0] == "7:29: “市役所” is not declared in parties (当事者) — declare it there, or correct the name"
