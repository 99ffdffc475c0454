"""Is a finding known again although lines, wording and file name have changed?"""

import re

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Kind, Source, Subject, fingerprint
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_source

TEXT = """
format: 1
system: {title: 資源ごみの収集予約, controller: みなと市}
parties: {みなと市: {}}
nodes: {市民端末: {kind: terminal}, 予約サーバ: {kind: relay}, 収集車: {kind: terminal}}
data: {予約: {subjects: 市民}}
flows:
  予約:
    data: 予約
    hops:
      - 市民端末 -> 予約サーバ: {encryption: TLS}
      - 予約サーバ -> 収集車: {encryption: none}
storage:
  - 予約サーバ: {data: 予約}
"""
HOP = Subject("hop", "予約: 予約サーバ → 収集車", "予約サーバ → 収集車")


def _assessed(text: str, name: str = "予約.yaml") -> Assessment:
    return assess(read_source(text, name), load_plugins())


def _fingerprints(assessment: Assessment) -> set[str]:
    return {finding.fingerprint for finding in assessment.findings}


def test_fingerprints_stay_when_lines_move_and_the_file_is_renamed() -> None:
    """Comments, blank lines, evidence, a display name, another file: the same findings."""
    moved = TEXT.replace("flows:\n", "# 令和8年に見直した\n\n\nflows:\n").replace(
        "TLS}", "{value: TLS, evidence: 資料1}}"
    )
    moved = moved.replace("{kind: relay}", "{kind: relay, name: 予約を受けるサーバ}")
    before, after = _assessed(TEXT), _assessed(moved, "資料/新しい名前.yaml")
    assert len(before.findings) == 6
    assert _fingerprints(before) == _fingerprints(after)
    assert [finding.place.line for finding in before.findings] != [finding.place.line for finding in after.findings]


def test_every_finding_has_a_fingerprint_of_its_own() -> None:
    """Sixteen hexadecimal digits each, none twice."""
    found = _assessed(TEXT).findings
    assert len(_fingerprints(_assessed(TEXT))) == len(found)
    assert all(re.fullmatch(r"[0-9a-f]{16}", finding.fingerprint) for finding in found)


def test_another_rule_sort_element_or_repetition_is_another_fingerprint() -> None:
    """All that identifies a finding counts, and the name shown does not."""
    base = fingerprint("ENC-01", Kind.VIOLATION, HOP, 0)
    others = [
        fingerprint("ENC-06", Kind.VIOLATION, HOP, 0),
        fingerprint("ENC-01", Kind.NOT_STATED, HOP, 0),
        fingerprint("ENC-01", Kind.VIOLATION, Subject("node", HOP.id, HOP.name), 0),
        fingerprint("ENC-01", Kind.VIOLATION, Subject("hop", "別の区間", HOP.name), 0),
        fingerprint("ENC-01", Kind.VIOLATION, HOP, 1),
    ]
    assert len({base, *others}) == 6
    assert fingerprint("ENC-01", Kind.VIOLATION, Subject("hop", HOP.id, "別の表示名"), 0) == base


def test_a_source_is_cited_in_either_language() -> None:
    """Title and section; a source without a section has no blank at its end."""
    source = Source("act-66", "Act on the Protection of Personal Information", "個人情報の保護に関する法律", "第66条")
    assert source.label("ja") == "個人情報の保護に関する法律 第66条"
    assert source.label("en") == "Act on the Protection of Personal Information 第66条"
    assert Source("council-practice", "Practice", "審議会の運用", "").label("ja") == "審議会の運用"
