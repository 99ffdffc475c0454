"""Does an assessment count what counts?"""

import attrs
import pytest

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.facts import Exposure, Facts
from dataflow_assess.findings import Kind, Severity, Waiver
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_source

TEXT = """
format: 1
system: {title: 粗大ごみの受付, controller: みなと市}
parties: {みなと市: {}}
nodes: {電話口: {}, 受付簿: {kind: server}}
data: {受付: {}}
flows:
  受付: {data: 受付, hops: [電話口 -> 受付簿: {encryption: none}]}
  照会: {data: 受付, hops: [受付簿 -> 電話口: {encryption: to-confirm}]}
storage: [受付簿: {data: 受付}]
"""


@pytest.fixture
def assessment() -> Assessment:
    """Return the assessment of the description above."""
    return assess(read_source(TEXT, "受付.yaml"), load_plugins())


def test_it_holds_the_system_its_graph_and_where_it_was_read(assessment: Assessment) -> None:
    """One system throughout."""
    assert assessment.path == "受付.yaml"
    assert assessment.system is assessment.facts.system
    assert assessment.graph is assessment.facts.graph
    assert assessment.graph.system is assessment.system


def test_findings_are_counted_by_severity(assessment: Assessment) -> None:
    """Every severity has its number, none included."""
    assert assessment.summary() == {"error": 3, "warning": 2, "info": 0, "question": 1, "pass": 0, "waived": 0}
    assert assessment.open_findings == assessment.findings


def test_passes_and_waived_findings_are_counted_apart(assessment: Assessment) -> None:
    """Neither is open any more."""
    first, *rest = assessment.findings
    passed = attrs.evolve(first, kind=Kind.PASS, severity=Severity.INFO)
    waived = attrs.evolve(first, waived=Waiver("令和8年度に更新する", "2027-03-31"))
    changed = attrs.evolve(assessment, findings=(passed, waived, *rest))
    counts = changed.summary()
    assert (counts["pass"], counts["waived"]) == (1, 1)
    assert sum(counts[severity.value] for severity in Severity) == len(rest)
    assert changed.open_findings == tuple(rest)


def test_findings_stand_in_the_order_of_the_file(assessment: Assessment) -> None:
    """By line and column, then rule."""
    order = [(finding.place.line, finding.place.column, finding.rule) for finding in assessment.findings]
    assert order == sorted(order)


def test_facts_are_concluded_once_and_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fact is kept, and making the facts concludes nothing yet."""
    calls: list[DataFlowGraph] = []

    def counted(graph: DataFlowGraph) -> dict[tuple[str, str], Exposure]:
        calls.append(graph)
        return {}

    monkeypatch.setattr("dataflow_assess.facts.exposures", counted)
    facts = Facts(DataFlowGraph(read_source(TEXT, "受付.yaml")))
    assert calls == []
    assert facts.exposure is facts.exposure
    assert calls == [facts.graph]
