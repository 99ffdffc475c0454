"""Is 西東京市's コンビニ交付 told as the council heard it, and does each change of a hop change just what it must?"""

import copy
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Finding
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_file, read_source

FILE = Path(__file__).parents[2] / "diagrams" / "nishitokyo" / "konbini" / "description.yaml"
PLUGINS = load_plugins()
ENCRYPTION = [rule for rule in PLUGINS.rules if rule.id.startswith("ENC")]
RELAYS = ("転送サーバ", "LGWANサービス提供設備", "広域交付サーバ")


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """Return the assessment of the description as it stands."""
    return assess(read_file(FILE), PLUGINS, ENCRYPTION)


def of_rule(assessment: Assessment, rule: str) -> list[Finding]:
    """Return the findings of one rule."""
    return [finding for finding in assessment.findings if finding.rule == rule]


def hops_of(findings: Iterable[Finding]) -> set[str]:
    """Return the hops that findings are about, with those beside the first."""
    return {hop for finding in findings for hop in _hops(finding)}


def _hops(finding: Finding) -> Iterator[str]:
    yield finding.subject.id
    yield from (related.subject.id for related in finding.related if related.subject is not None)


def line_of(assessment: Assessment, *words: str) -> int:
    """Return the number of the one line that holds all words."""
    lines = assessment.system.text.splitlines()
    (found,) = [number for number, line in enumerate(lines, start=1) if all(word in line for word in words)]
    return found


def test_plaintext_between_the_issuing_server_and_the_lgwan_equipment_in_both_directions(
    assessment: Assessment,
) -> None:
    """F54 is an error, F55 inside the data centre a warning; all four segments are reported there and back."""
    plaintext = of_rule(assessment, "ENC-01")
    assert hops_of(f for f in plaintext if f.severity.value == "error") == {
        "発行要求: LGWANサービス提供設備 → 転送サーバ",
        "証明書: 転送サーバ → LGWANサービス提供設備",
    }
    assert hops_of(f for f in plaintext if f.severity.value == "warning") == {
        "発行要求: 転送サーバ → ファイアウォール",
        "発行要求: ファイアウォール → 証明発行サーバ",
        "証明書: 証明発行サーバ → ファイアウォール",
        "証明書: ファイアウォール → 転送サーバ",
    }
    assert all(finding.kind.value == "violation" for finding in plaintext)


def test_the_request_is_downgraded_where_it_leaves_lgwan(assessment: Assessment) -> None:
    """F54 on the way in: encrypted up to the LGWAN equipment, plaintext from there; the way out has no downgrade."""
    (downgrade,) = of_rule(assessment, "ENC-06")
    assert downgrade.subject.id == "発行要求: LGWANサービス提供設備 → 転送サーバ"
    assert downgrade.related[0].subject is not None
    assert downgrade.related[0].subject.id == "発行要求: 広域交付サーバ → LGWANサービス提供設備"
    assert [step.protection for step in downgrade.trace if step.marked] == ["encrypted", "plaintext"]


def test_the_certificate_is_encrypted_from_the_lgwan_equipment_to_the_shop(assessment: Assessment) -> None:
    """No segment between the LGWAN equipment and the copier is reported."""
    states = {hop.label: assessment.facts.protection(hop.id).value for hop in assessment.graph.flow("証明書").hops}
    way = ("LGWANサービス提供設備", "広域交付サーバ", "コンビニ本部", "マルチコピー機")
    assert [states[f"{source} → {target}"] for source, target in pairwise(way)] == ["encrypted"] * 3


def test_data_is_decrypted_and_encrypted_again_at_two_stations(assessment: Assessment) -> None:
    """F57: both are stated; of the head office's server the papers do not say it."""
    kinds = {finding.subject.id: finding.kind.value for finding in of_rule(assessment, "ENC-05")}
    assert kinds == {"LGWANサービス提供設備": "violation", "広域交付サーバ": "violation", "コンビニ本部": "not-stated"}


def test_the_two_promises_to_confirm_are_questions_and_no_violations(assessment: Assessment) -> None:
    """F56: one for the servers in the town hall, one for the core LAN; a contradiction stands beside the first."""
    questions = of_rule(assessment, "ENC-03")
    assert [finding.severity.value for finding in questions] == ["question", "question"]
    assert [finding.kind.value for finding in questions] == ["to-confirm", "to-confirm"]
    first, second = questions
    assert first.subject.id == "証明書: 戸籍サーバ → 証明発行サーバ"
    assert any("elsewhere" in related.message.text("en") for related in first.related)
    assert hops_of([second]) == {"証明書: 基幹システム → 証明発行サーバ", "税情報の反映: 基幹システム → 証明発行サーバ"}
    promised = hops_of(questions)
    for rule in ("ENC-01", "ENC-02", "ENC-06", "ENC-08"):
        assert promised.isdisjoint(hops_of(of_rule(assessment, rule)))


def test_nothing_is_stored_at_the_transfer_server_or_in_the_centre(assessment: Assessment) -> None:
    """Only the sources and the copier hold data."""
    stores = {finding.subject.id for finding in of_rule(assessment, "ENC-09")}
    assert stores == {"戸籍サーバ", "基幹システム", "マルチコピー機"}
    assert {storage.node for storage in assessment.system.storage}.isdisjoint(RELAYS)


def test_each_finding_points_to_its_line_and_shows_its_path(assessment: Assessment) -> None:
    """The place is where the statement stands, and the path runs through what the finding is about."""
    (downgrade,) = of_rule(assessment, "ENC-06")
    assert downgrade.place.line == line_of(assessment, "- LGWANサービス提供設備 -> 転送サーバ")
    first, second = of_rule(assessment, "ENC-03")
    assert first.place.line == line_of(assessment, "庁内のサーバー間のやり取りの暗号化")
    assert second.place.line == line_of(assessment, "- 基幹システム -> 証明発行サーバ: {data")
    for finding in of_rule(assessment, "ENC-05"):
        assert finding.place.line == line_of(assessment, f"  {finding.subject.id}: {{")
    for finding in assessment.findings:
        if finding.rule == "ENC-09":
            continue
        for before, after in pairwise(step for step in finding.trace if step.marked):
            assert before.target == after.source
        assert any(step.marked for step in finding.trace)


def test_no_other_rule_on_encryption_speaks(assessment: Assessment) -> None:
    """Nothing is undisclosed, claimed in general, one-sided, closed without a word on encryption, or mailed."""
    assert {finding.rule for finding in assessment.findings} == {"ENC-01", "ENC-03", "ENC-05", "ENC-06", "ENC-09"}


# ------------------------------------------------------------------------------ one hop changed, all else as it was

Description = dict[str, Any]
CHOICE = "回線の方式"
CHANGES: dict[str, Any] = {
    "encrypted": "TLS",
    "plaintext": "none",
    "not-stated": None,
    "to-confirm": "to-confirm",
    "undecided": {"undecided": ["TLS", "none"], "choice": CHOICE},
}


@attrs.frozen
class Atom:
    """One thing that a rule says of one element, apart from wording and grouping."""

    rule: str
    kind: str
    severity: str
    element: str
    when: frozenset[str] = frozenset()


@attrs.frozen
class Segment:
    """A hop of the description, with the state of its encryption in the words of `CHANGES`, or "paper"."""

    flow: str
    source: str
    target: str
    data: str
    state: str

    @property
    def id(self) -> str:
        """How the findings name it."""
        return f"{self.flow}: {self.source} → {self.target}"


def description() -> Description:
    """Return the file as plain values, with every arrow of several nodes taken apart."""
    found: Description = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for flow in found["flows"].values():
        flow["hops"] = [
            {f"{source} -> {target}": copy.deepcopy(body)}
            for entry in flow["hops"]
            for arrow, body in entry.items()
            for source, target in pairwise(arrow.split(" -> "))
        ]
    return found


def changed(flow: str, index: int, state: str) -> Description:
    """Return the description with the encryption of one hop in another state."""
    found = description()
    (body,) = found["flows"][flow]["hops"][index].values()
    body.pop("encryption", None)
    if CHANGES[state] is not None:
        body["encryption"] = CHANGES[state]
    return found


def segments(found: Description) -> list[Segment]:
    """Return the hops in order, each with its state."""
    found_segments = []
    for flow, content in found["flows"].items():
        for entry in content["hops"]:
            ((arrow, body),) = entry.items()
            source, target = arrow.split(" -> ")
            found_segments.append(Segment(flow, source, target, str(body.get("data", content["data"])), _state(body)))
    return found_segments


def _state(body: dict[str, Any]) -> str:
    if "medium" in body:
        return "paper"
    said = body.get("encryption")
    if isinstance(said, dict):
        said = said.get("value") or next(key for key in ("to-confirm", "undecided") if key in said)
    return {"stated": "encrypted", "TLS": "encrypted", "none": "plaintext", None: "not-stated"}.get(said, str(said))


DATA_CENTRE = {"証明発行サーバ", "ファイアウォール", "転送サーバ", "基幹システム"}
OPENING = {"LGWANサービス提供設備", "広域交付サーバ", "転送サーバ"}
SERVERS = {"コンビニ本部", "証明発行サーバ"}


def reasoned(found: Description) -> set[Atom]:
    """Return what must be said, by plain reasoning along the two ways; an undecided hop is reasoned both ways."""
    hops = segments(found)
    if all(hop.state != "undecided" for hop in hops):
        return set(_certain(hops))
    worlds = [
        set(_certain([attrs.evolve(hop, state=state) if hop.state == "undecided" else hop for hop in hops]))
        for state in ("encrypted", "plaintext")
    ]
    if_encrypted, if_plaintext = worlds
    only = ((if_encrypted - if_plaintext, "TLS"), (if_plaintext - if_encrypted, "none"))
    conditional = {attrs.evolve(a, when=frozenset({f"{CHOICE} = {word}"})) for atoms, word in only for a in atoms}
    return (if_encrypted & if_plaintext) | conditional


def _certain(hops: list[Segment]) -> Iterator[Atom]:
    for store in ("戸籍サーバ", "基幹システム", "マルチコピー機"):
        yield Atom("ENC-09", "not-stated", "warning", store)
    for hop in hops:
        ends = {hop.source, hop.target}
        if hop.state == "plaintext":
            yield Atom("ENC-01", "violation", "warning" if ends <= DATA_CENTRE else "error", hop.id)
        elif hop.state == "to-confirm":
            yield Atom("ENC-03", "to-confirm", "question", hop.id)
        elif hop.state == "not-stated":
            yield Atom("ENC-02", "not-stated", "warning", hop.id)
            if "LGWANサービス提供設備" in ends:
                yield Atom("ENC-08", "not-stated", "warning", hop.id)
    for flow, data in (("発行要求", "発行要求"), ("証明書", "証明書")):
        yield from _along([hop for hop in hops if hop.flow == flow and hop.data == data])
    yield from _there_and_back(hops)


def _along(way: list[Segment]) -> Iterator[Atom]:
    encrypted = False
    for hop in way:
        if hop.state == "plaintext" and encrypted:
            yield Atom("ENC-06", "violation", "error", hop.id)
        encrypted = hop.state == "encrypted" or (encrypted and hop.state not in ("plaintext", "paper"))
    for before, hop in pairwise(way):
        if before.state != "encrypted" or hop.state == "paper":
            continue
        if hop.state == "plaintext" or hop.source in OPENING:
            yield Atom("ENC-05", "violation", "warning", hop.source)
        elif hop.source in SERVERS:
            yield Atom("ENC-05", "not-stated", "warning", hop.source)


def _there_and_back(hops: list[Segment]) -> Iterator[Atom]:
    requests = {(hop.source, hop.target): hop.state for hop in hops if hop.flow == "発行要求"}
    for reply in (hop for hop in hops if hop.flow == "証明書"):
        states = {reply.state, requests.get((reply.target, reply.source), reply.state)}
        between = " ".join(sorted((reply.source, reply.target)))
        if states == {"encrypted", "plaintext"}:
            yield Atom("ENC-07", "violation", "warning", between)
        elif "not-stated" in states and states & {"encrypted", "plaintext"}:
            yield Atom("ENC-07", "not-stated", "warning", between)


def atoms(found: Description) -> set[Atom]:
    """Return what the rules say of a description."""
    return said(assess(read_source(_text(found), "description.yaml"), PLUGINS, ENCRYPTION))


def _text(found: Description) -> str:
    return yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=1000)


def said(assessment: Assessment) -> set[Atom]:
    """Return the findings element by element."""
    return {
        Atom(finding.rule, finding.kind.value, finding.severity.value, element, frozenset(finding.alternatives))
        for finding in assessment.findings
        for element in _elements(finding)
    }


def _elements(finding: Finding) -> Iterable[str]:
    if finding.rule in ("ENC-01", "ENC-02", "ENC-03", "ENC-08"):
        return set(_hops(finding))
    if finding.rule == "ENC-07":
        first = finding.trace[0]
        ends = next((step.source, step.target) for step in (first, *finding.trace) if step.marked)
        return [" ".join(sorted(ends))]
    return [finding.subject.id]


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
    assert "西東京市" not in {party.id for party in read_source(_text(after), "description.yaml").parties}


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
