"""Can a page that embeds the drawing tell what each arrow and card is?"""

import json
import xml.etree.ElementTree as ET
from functools import cache

from dataflow_assess.assessing import assess, load
from dataflow_assess.drawing.assessed import draw_assessment
from tests.unit.cli.running import KONBINI
from tests.unit.drawing.seen import Seen


@cache
def _konbini() -> Seen:
    return Seen(draw_assessment(assess(load(KONBINI)), "svg", lang="ja").decode())


def _listed(group: ET.Element, name: str) -> list[str]:
    return list(map(str, json.loads(group.get(f"data-{name}") or "[]")))


def test_an_arrow_carries_its_identifiers() -> None:
    """Number, segment, state, items, parties and letters stand on the line and on its badge."""
    for kind in ("flow", "flowline"):
        group = _konbini().groups(kind)[f"{kind}-5"]
        assert group.get("data-flow") == "5"
        assert group.get("data-hop") == "発行要求: LGWANサービス提供設備 → 転送サーバ"
        assert group.get("data-state") == "plaintext"
        assert _listed(group, "items") == ["発行要求"]
        assert _listed(group, "parties") == ["J-LIS", "西東京市", "NTT東日本"]
        assert _listed(group, "findings")


def test_a_card_carries_its_identifiers() -> None:
    """What rests there, who runs and maintains it, and its letters."""
    (kiosk,) = [each for each in _konbini().groups("node").values() if each.get("data-node") == "マルチコピー機"]
    assert _listed(kiosk, "items") == ["証明書", "発行ログ"]
    assert "コンビニ事業者" in _listed(kiosk, "parties")
    assert _listed(kiosk, "findings")


def test_what_is_not_known_has_no_attribute() -> None:
    """A line without findings carries no empty list."""
    assert _konbini().groups("flow")["flow-2"].get("data-findings") is None
