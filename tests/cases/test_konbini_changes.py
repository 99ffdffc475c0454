"""Does each change of a hop of 西東京市's コンビニ交付 change just the findings that it must?"""

from typing import Any

import attrs
import pytest

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.reading import read_file, read_source
from tests.cases.konbini import (
    CHANGES,
    ENCRYPTION,
    FILE,
    PLUGINS,
    Atom,
    atoms,
    changed,
    description,
    reasoned,
    said,
    text_of,
)


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """Return the assessment of the description as it stands."""
    return assess(read_file(FILE), PLUGINS, ENCRYPTION)


def test_the_description_says_what_reasoning_says(assessment: Assessment) -> None:
    """Also when it is written out hop by hop."""
    assert said(assessment) == reasoned(description())
    assert atoms(description()) == reasoned(description())


VARIANTS = [
    (flow, index, state)
    for flow, content in description()["flows"].items()
    for index in range(len(content["hops"]))
    for state in CHANGES
]


@pytest.mark.parametrize(("flow", "index", "state"), VARIANTS)
def test_a_changed_hop_changes_just_the_findings_that_it_must(flow: str, index: int, state: str) -> None:
    """What appears and what disappears is what reasoning says, and nothing else moves."""
    before, after = description(), changed(flow, index, state)
    was, now = atoms(before), atoms(after)
    assert now - was == reasoned(after) - reasoned(before)
    assert was - now == reasoned(before) - reasoned(after)


def test_tls_from_the_lgwan_equipment_inwards_moves_the_downgrade_one_hop(assessment: Assessment) -> None:
    """By hand: the error is gone, the transfer server now decrypts, and the plaintext behind it is the downgrade."""
    hop = "発行要求: LGWANサービス提供設備 → 転送サーバ"
    now, was = atoms(changed("発行要求", 4, "encrypted")), said(assessment)
    assert was - now == {
        Atom("ENC-01", "violation", "error", hop),
        Atom("ENC-06", "violation", "error", hop),
    }
    assert now - was == {
        Atom("ENC-05", "violation", "warning", "転送サーバ"),
        Atom("ENC-06", "violation", "error", "発行要求: 転送サーバ → ファイアウォール"),
        Atom("ENC-07", "violation", "warning", "LGWANサービス提供設備 転送サーバ"),
    }


def test_an_answer_to_a_promise_changes_that_question_alone(assessment: Assessment) -> None:
    """By hand: "plaintext" between the servers of the town hall and the data centre is an error there."""
    hop = "証明書: 戸籍サーバ → 証明発行サーバ"
    now, was = atoms(changed("証明書", 0, "plaintext")), said(assessment)
    assert was - now == {Atom("ENC-03", "to-confirm", "question", hop)}
    assert now - was == {Atom("ENC-01", "violation", "error", hop)}
    assert was - atoms(changed("証明書", 0, "encrypted")) == {Atom("ENC-03", "to-confirm", "question", hop)}


def test_names_and_order_do_not_matter() -> None:
    """Another municipality, other identifiers, sections and flows in another order: the same findings."""
    before = description()
    names = {name: f"{name[::-1]}乙" for section in _SECTIONS for name in before[section]}
    after = {key: _renamed(value, names) for key, value in reversed(before.items())}
    after["flows"] = dict(reversed(after["flows"].items()))
    after["nodes"] = dict(reversed(after["nodes"].items()))
    after["system"]["title"] = "港町における証明書の交付"
    back = {new: old for old, new in names.items()}
    assert {attrs.evolve(atom, element=_element(atom, back)) for atom in atoms(after)} == atoms(before)
    assert "西東京市" not in {party.id for party in read_source(text_of(after), "description.yaml").parties}


_SECTIONS = ("parties", "zones", "nodes", "data", "flows")


def _renamed(value: Any, names: dict[str, str]) -> Any:  # noqa: ANN401 - plain YAML values
    if isinstance(value, dict):
        return {_renamed(key, names): _renamed(inner, names) for key, inner in value.items() if key != "name"}
    if isinstance(value, list):
        return [_renamed(inner, names) for inner in value]
    if isinstance(value, str):
        return " -> ".join(names.get(part, part) for part in value.split(" -> "))
    return value


def _element(atom: Atom, names: dict[str, str]) -> str:
    if atom.rule == "ENC-07":
        return " ".join(sorted(names[part] for part in atom.element.split(" ")))
    flow, colon, hop = atom.element.rpartition(": ")
    return names.get(flow, "") + colon + " → ".join(names[part] for part in hop.split(" → "))
