"""Are things that are undecided together read as one choice, and others as choices of their own?"""

from pathlib import Path

import pytest

from dataflow_assess.model import Hop, Standing, System
from tests.unit.reading.told import BEGINNING, read, told

FLOW = "flows:\n  照会:\n    data: 氏名\n    hops:\n"


def hop(folder: Path, keys: str, label: str = "端末 -> サーバ") -> Hop:
    """Return the first hop of a flow whose only line is ``label: keys``."""
    return read(folder, f"{BEGINNING}{FLOW}      - {label}: {keys}\n").flows[0].hops[0]


def test_a_whole_hop_may_be_undecided_between_sets_of_keys(tmp_path: Path) -> None:
    """Network and encryption stay together, through the choice that they share."""
    keys = "{undecided: [{network: internet, encryption: tls}, {network: leased-line}], trigger: batch, note: 選定中}"
    found = hop(tmp_path, keys)
    assert found.network.choice == found.encryption.choice == "照会: 端末 → サーバ"
    assert [str(option.value) for option in found.network.alternatives] == ["internet", "leased-line"]
    assert [option.standing for option in found.encryption.alternatives] == [Standing.STATED, Standing.NOT_STATED]
    assert (str(found.trigger.value), found.note) == ("batch", "選定中")


def test_a_value_that_cannot_be_read_among_alternatives_is_told(tmp_path: Path) -> None:
    """The other alternatives are read all the same."""
    text = f"{BEGINNING}{FLOW}      - 端末 -> サーバ: {{undecided: [{{encryption: tsl}}, {{encryption: zz9}}]}}\n"
    found = told(tmp_path, text)
    assert found[0] == "13:46: “tsl” is not known here — did you mean “tls”?"
    assert found[1].startswith("13:65: “zz9” is not known here — expected one of: none (平文), stated (暗号化)")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (
            "{undecided: x}",
            "13:32: found “x” — expected a list of alternatives, each with its keys: [{network: …}, {network: …}]",
        ),
        (
            "{undecided: []}",
            (
                "13:32: found an empty list — expected a list of alternatives, each with its keys: "
                "[{network: …}, {network: …}]"
            ),
        ),
        (
            "{undecided: [tls]}",
            "13:32: found a list — expected a list of alternatives, each with its keys: [{network: …}, {network: …}]",
        ),
        ("{choice: 回線}", "13:29: found “回線” — expected “undecided” beside the name of a choice"),
        (
            "{encryption: none, undecided: [{encryption: tls}, {}]}",
            "13:33: “encryption” is stated here and among the alternatives — keep one of the two",
        ),
        ("to-confirm", "13:20: found “to-confirm” — expected keys and values, such as {encryption: …}"),
    ],
)
def test_an_undecided_hop_that_cannot_be_meant_is_refused(tmp_path: Path, keys: str, expected: str) -> None:
    """The example shows what alternatives of a whole look like."""
    assert told(tmp_path, f"{BEGINNING}{FLOW}      - 端末 -> サーバ: {keys}\n") == [expected]


def test_a_list_of_keys_is_no_alternative(tmp_path: Path) -> None:
    """Only statements can be undecided; the items that travel are not."""
    text = f"{BEGINNING}{FLOW}      - 端末 -> サーバ: {{undecided: [{{data: 氏名}}]}}\n"
    (found,) = told(tmp_path, text)
    assert found.startswith("13:34: the key “data” is not allowed here — expected one of: ")
    assert "encryption" in found


def test_statements_share_a_choice_by_its_name(tmp_path: Path) -> None:
    """The options of a choice are in the author's words, as they stood first."""
    text = (
        f"{BEGINNING}{FLOW}      - 端末 -> サーバ: {{encryption: {{undecided: [tls, 平文], choice: 製品}}}}\n"
        "storage:\n  - サーバ: {data: 氏名, undecided: [{form: copy, shared: [no]}, {form: log}], choice: 製品}\n"
    )
    assert told(tmp_path, text)[0].startswith("15:54: found a list")
    system = read(tmp_path, text.replace("[no]", "no"))
    assert system.flows[0].hops[0].encryption.choice == system.storage[0].form.choice == "製品"
    assert {name: choice.options for name, choice in system.choices.items()} == {"製品": ("tls", "平文")}


def test_the_options_of_a_whole_are_the_words_of_its_keys(tmp_path: Path) -> None:
    """An option is printed when a finding holds only in it."""
    keys = "{undecided: [{network: internet, encryption: {value: tls}}, {}]}"
    text = f"{BEGINNING}{FLOW}      - 端末 -> サーバ: {keys}\n"
    system = read(tmp_path, text.replace("nodes: {", "nodes: {棚: {tenants: {undecided: [[市, 会社], 市]}}, "))
    assert [choice.options for choice in system.choices.values()] == [("市・会社", "市"), ("internet・tls", "")]


def test_a_choice_has_as_many_options_wherever_it_is_used(tmp_path: Path) -> None:
    """The line of the first is told."""
    text = (
        f"{BEGINNING}{FLOW}      - 端末 -> サーバ: {{encryption: {{undecided: [tls, none], choice: 製品}}}}\n"
        "      - サーバ -> 紙: {medium: {undecided: [paper, usb, disc], choice: 製品}}\n"
    )
    assert told(tmp_path, text) == ["14:40: the choice “製品” has 3 options here — expected 2, as on line 13"]


def test_a_choice_without_a_name_is_told_apart_from_every_other(tmp_path: Path) -> None:
    """Elements of two sections may have one name, as data and the flow that carries it often do."""
    text = (
        f"{BEGINNING.replace('氏名: ,', '氏名: {purpose: {undecided: [照会, 統計]}},')}"
        "flows:\n  氏名: {data: 氏名, purpose: {undecided: [照会, 統計, 通知]}, hops: [端末 -> サーバ]}\n"
    )
    system = read(tmp_path, text)
    assert (system.data[0].purpose.choice, system.flows[0].purpose.choice) == ("氏名.purpose", "氏名.purpose#2")
    assert len(system.choices["氏名.purpose"].options) == 2


def test_a_chain_of_hops_is_decided_at_once(tmp_path: Path) -> None:
    """What is written once is one choice, although each hop of the chain has it."""
    text = f"{BEGINNING}{FLOW}      - 端末 -> サーバ -> 紙: {{encryption: {{undecided: [tls, none]}}}}\n"
    system: System = read(tmp_path, text)
    first, second = system.flows[0].hops
    assert first.encryption.choice == second.encryption.choice
    assert list(system.choices) == ["照会: 端末 → サーバ.encryption"]
