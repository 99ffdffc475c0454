"""Is every way in which something is said, or not said, read as it is meant?"""

import re
from pathlib import Path
from typing import Any

import pytest

from dataflow_assess.model import Hop, Standing, Statement
from tests.unit.reading.told import BEGINNING, read, told

STATES = "value (値), to-confirm (確認する), undecided (未定), withheld (非公開), not-stated (未記載)"
FLOW = "flows:\n  照会:\n    data: 氏名\n    hops:\n"


def hop(folder: Path, keys: str, label: str = "端末 -> サーバ") -> Hop:
    """Return the first hop of a flow whose only line is ``label: keys``."""
    return read(folder, f"{BEGINNING}{FLOW}      - {label}: {keys}\n").flows[0].hops[0]


def encryption(folder: Path, value: str) -> Statement[Any]:
    """Return what is said of the encryption of a hop."""
    return hop(folder, f"{{encryption: {value}}}").encryption


def refused(folder: Path, value: str) -> list[str]:
    """Return what is told of the encryption of a hop, with columns counted from the value."""
    start = "      - 端末 -> サーバ: {encryption: "
    lines = told(folder, f"{BEGINNING}{FLOW}{start}{value}}}\n")
    assert all(line.startswith("13:") for line in lines)
    columns = (line.removeprefix("13:").partition(": ") for line in lines)
    return [f"{int(column) - len(start)}: {rest}" for column, _, rest in columns]


def test_a_plain_value_is_stated(tmp_path: Path) -> None:
    """The place is that of the value."""
    said = encryption(tmp_path, "tls")
    assert (said.standing, str(said.value)) == (Standing.STATED, "tls")
    assert said.is_stated
    assert said.place is not None
    assert (said.place.line, said.place.column, said.place.end_column) == (13, 33, 36)


def test_what_is_left_out_is_not_stated(tmp_path: Path) -> None:
    """It has no place, because it stands nowhere."""
    said = hop(tmp_path, "").encryption
    assert (said.standing, said.value, said.place) == (Standing.NOT_STATED, None, None)
    assert said.is_silent


def test_a_word_in_quotation_marks_is_plain_text(tmp_path: Path) -> None:
    """A title may happen to be a word of the format."""
    keys = hop(tmp_path, "{method: '未定', control: 未定}")
    assert (keys.method.value, keys.control.standing) == ("未定", Standing.UNDECIDED)


def test_evidence_and_notes_hang_on_any_value(tmp_path: Path) -> None:
    """Evidence may be one text or several."""
    said = encryption(tmp_path, "{value: tls, evidence: 資料2-3 9頁, note: 口頭}")
    assert (str(said.value), said.evidence, said.note) == ("tls", ("資料2-3 9頁",), "口頭")
    assert encryption(tmp_path, "{値: tls, 根拠資料: [資料1, 答弁], note: }").evidence == ("資料1", "答弁")


def test_a_value_may_be_unknown_and_have_evidence(tmp_path: Path) -> None:
    """`value: to-confirm` is the word, not a value."""
    said = encryption(tmp_path, "{value: 確認する, evidence: 答弁, by: 市民課, due: 平成28年7月}")
    assert (said.standing, said.evidence, said.by) == (Standing.TO_CONFIRM, ("答弁",), "市民課")
    assert said.due is not None
    assert said.due.iso == "2016-07"


@pytest.mark.parametrize(
    ("key", "standing"),
    [
        ("to-confirm", Standing.TO_CONFIRM),
        ("withheld", Standing.WITHHELD),
        ("not-stated", Standing.NOT_STATED),
        ("undecided", Standing.UNDECIDED),
        ("非公開", Standing.WITHHELD),
    ],
)
def test_the_unknown_may_be_explained(tmp_path: Path, key: str, standing: Standing) -> None:
    """What is to be confirmed, why it is withheld, what is undecided without candidates."""
    said = encryption(tmp_path, f"{{{key}: 庁内のサーバ間}}")
    assert (said.standing, said.text) == (standing, "庁内のサーバ間")
    assert encryption(tmp_path, f"{{{key}: }}").standing is standing


def test_alternatives_are_statements_of_their_own(tmp_path: Path) -> None:
    """Each may have its evidence, or be to be confirmed."""
    said = encryption(tmp_path, "{undecided: [tls, {value: none, evidence: 資料3}, 確認する], by: 市民課}")
    assert said.standing is Standing.UNDECIDED
    assert [option.standing for option in said.alternatives] == [Standing.STATED, Standing.STATED, Standing.TO_CONFIRM]
    assert (str(said.alternatives[1].value), said.alternatives[1].evidence) == ("none", ("資料3",))
    assert (said.choice, said.by) == ("照会: 端末 → サーバ.encryption", "市民課")


def test_what_else_the_papers_say_stays_beside_it(tmp_path: Path) -> None:
    """A correction is no disagreement; the same value said again is none either."""
    said = encryption(
        tmp_path, "{value: tls, also: [{value: none, evidence: 資料3}, tls], corrects: {value: なし, evidence: 資料1}}"
    )
    assert [str(other.value) for other in said.also] == ["none", "tls"]
    assert [str(other.value) for other in said.corrects] == ["none"]
    assert said.disagrees
    assert said.known() is None
    corrected = encryption(tmp_path, "{value: tls, also: tls, corrects: none}")
    assert not corrected.disagrees
    assert str(corrected.known()) == "tls"
    assert encryption(tmp_path, "{value: tls, also: , corrects: []}").also == ()


def test_what_is_to_be_confirmed_may_be_said_elsewhere(tmp_path: Path) -> None:
    """It is not known, but nothing disagrees with it either."""
    said = encryption(tmp_path, "{to-confirm: 庁内, also: [{value: none, evidence: 答弁}]}")
    assert (said.known(), said.disagrees, len(said.also)) == (None, False, 1)


@pytest.mark.parametrize(
    ("also", "expected"),
    [
        ("[図1, 図2]", [("図1", "図2")]),
        ("図1", [("図1",)]),
        ("{value: [図1]}", [("図1",)]),
        ("[{value: 図1, evidence: a}, {value: [図1, 図2]}]", [("図1",), ("図1", "図2")]),
        ("[[図1], [図2]]", [("図1",), ("図2",)]),
    ],
)
def test_a_list_said_elsewhere_is_one_statement(tmp_path: Path, also: str, expected: list[tuple[str, ...]]) -> None:
    """A list of mappings or of lists is several."""
    text = f"{BEGINNING}papers:\n  図: {{items: {{value: [甲], also: {also}}}}}\n"
    assert [other.value for other in read(tmp_path, text).papers[0].items.also] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "{value: tls, to-confirm: a}",
            ["1: value (値), to-confirm (確認する) exclude one another — keep one of them"],
        ),
        (
            "{evidence: a}",
            [(f"1: found a mapping (key: value) — expected exactly one of: {STATES}")],
        ),
        ("{value: tsl}", ["9: “tsl” is not known here — did you mean “tls”?"]),
        ("{value: [tls]}", ["9: found a list — expected a single value; alternatives are written {undecided: [A, B]}"]),
        ("{undecided: []}", ["13: found an empty list — expected a list of the alternatives"]),
        ("{undecided: {a: b}}", ["13: found a mapping (key: value) — expected a list of the alternatives"]),
        (
            "{undecided: [tsl, none, [a], {value: x}]}",
            [
                "14: “tsl” is not known here — did you mean “tls”?",
                "25: found a list — expected a single value; alternatives are written {undecided: [A, B]}",
                "38: “x” is not known here — expected one of: …",
            ],
        ),
        (
            "{undecided: [tls, {undecided: [none, ssh]}]}",
            ["19: an alternative has alternatives itself — list all alternatives side by side: [A, B, C]"],
        ),
        ("{to-confirm: [a]}", ["14: found a list — expected plain text"]),
        ("{value: tls, evidence: [a, {b: c}]}", ["28: found a mapping (key: value) — expected plain text"]),
        ("{value: tls, note: [a]}", ["20: found a list — expected plain text"]),
        (
            "{value: tls, by: {a: b}, due: 来月, also: [zz9, [a]]}",
            [
                "18: found a mapping (key: value) — expected plain text",
                "31: found “来月” — expected a date such as 2016-06-27, 2016-06, 平成28年6月27日 or 平成28年度",
                "42: “zz9” is not known here — expected one of: …",
                "47: found a list — expected a single value; alternatives are written {undecided: [A, B]}",
            ],
        ),
        ("{value: tls, due: [a]}", ["19: found a list — expected a single value"]),
        ("{value: tls, due: }", []),
        (
            "{choice: a, value: tls, Value: none}",
            [
                (
                    "25: the key “Value” appears twice; the first is on line 13 — value and 値 are "
                    "the same key: keep one of them"
                )
            ],
        ),
    ],
)
def test_a_statement_that_cannot_be_meant_is_refused(tmp_path: Path, value: str, expected: list[str]) -> None:
    """Each place is that of the part that is wrong."""
    if not expected:
        assert encryption(tmp_path, value).due is None
        return
    found = refused(tmp_path, value)
    assert [re.sub("one of: none .*", "one of: …", line) for line in found] == expected
