"""What must the rules on encryption say of 西東京市's コンビニ交付? Plain reasoning, apart from the product's own."""

import copy
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import yaml

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Finding
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_source

FILE = Path(__file__).parents[2] / "diagrams" / "nishitokyo" / "konbini" / "description.yaml"
PLUGINS = load_plugins()
ENCRYPTION = [rule for rule in PLUGINS.rules if rule.id.startswith("ENC")]


def hops_beside(finding: Finding) -> Iterator[str]:
    """Yield the hops that a finding is about: its subject and those beside it."""
    yield finding.subject.id
    yield from (related.subject.id for related in finding.related if related.subject is not None)


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
    for store in ("基幹システム", "マルチコピー機"):
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
    return said(assess(read_source(text_of(found), "description.yaml"), PLUGINS, ENCRYPTION))


def text_of(found: Description) -> str:
    """Return a description as YAML."""
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
        return set(hops_beside(finding))
    if finding.rule == "ENC-07":
        first = finding.trace[0]
        ends = next((step.source, step.target) for step in (first, *finding.trace) if step.marked)
        return [" ".join(sorted(ends))]
    return [finding.subject.id.partition("#")[0]]
