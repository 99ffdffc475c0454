"""Is a rule made of its docstring, and how does a finding name what it is about?"""

import attrs
import pytest

from dataflow_assess.facts import Facts
from dataflow_assess.findings import Severity, Subject
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.messages import message
from dataflow_assess.reading import read_source
from dataflow_assess.rules import SECTIONS, Hit, Rule, rule, subject_of

TEXT = """
format: 1
system: {title: 健診の予約, controller: B町}
parties: {B町: {}, 甲社: {name: 甲株式会社}}
contracts: [B町 -> 甲社: {kind: outsourcing}]
zones: {役場: {}}
nodes: {始: {}, 終: {}}
data: {予約: {}}
flows:
  予約: {data: 予約, hops: [始 -> 終: {encryption: TLS}, 終 -> 始]}
storage: [終: {data: 予約}]
claims: [{text: 安全である}]
"""


@pytest.fixture
def facts() -> Facts:
    """Return the facts of the description above."""
    return Facts(DataFlowGraph(read_source(TEXT, "予約.yaml")))


@rule("XYZ-01", title=message("A rule for a test"), severity=Severity.INFO, sources=())
def documented(facts: Facts) -> list[Hit]:
    """It looks at nothing.

    What:
        One sentence that
        goes on in a second line.
    Why:
        Because a test needs it: here is a colon, and a {brace}.
    Bad:
        - A -> B: {encryption: none}
          # indented as written
    Remedy:
        Write {encryption: TLS}.
    """
    return []


def test_the_sections_of_the_docstring_are_those_of_the_rule() -> None:
    """Prose is one line, examples keep their lines, braces stay braces, and what is missing is None."""
    found = {heading: section.text("en") if (section := documented.section(heading)) else None for heading in SECTIONS}
    assert found["What"] == "One sentence that goes on in a second line."
    assert found["Why"] == "Because a test needs it: here is a colon, and a {brace}."
    assert found["Bad"] == "- A -> B: {encryption: none}\n  # indented as written"
    assert found["Good"] is None
    assert documented.remedy is not None
    assert documented.remedy.text("en") == "Write {encryption: TLS}."


def test_a_rule_knows_what_it_is_and_where_it_is_written() -> None:
    """The file is named, so that a broken rule can be found."""
    assert isinstance(documented, Rule)
    assert (documented.id, documented.severity, documented.sources) == ("XYZ-01", Severity.INFO, ())
    assert documented.origin.endswith("test_rules.py")


def test_a_rule_without_a_docstring_has_no_sections() -> None:
    """Nothing is made up."""
    bare = rule("XYZ-02", title=message("Bare"), severity=Severity.INFO, sources=())(lambda _: [])
    assert bare.sections == ()
    assert bare.remedy is None


def test_an_element_is_named_by_its_kind_identifier_and_label(facts: Facts) -> None:
    """What has no identifier of its own, such as the whole system, is named by its kind."""
    system = facts.system
    subjects = [
        subject_of(system.parties[1]),
        subject_of(system.contracts[0]),
        subject_of(system.zones[0]),
        subject_of(system.flows[0]),
        subject_of(system.flows[0].hops[0]),
        subject_of(system.storage[0]),
        subject_of(system.data[0]),
        subject_of(system.claims[0]),
        subject_of(system),
    ]
    assert subjects == [
        Subject("party", "甲社", "甲株式会社"),
        Subject("contract", "B町 → 甲社", "B町 → 甲社"),
        Subject("zone", "役場", "役場"),
        Subject("flow", "予約", "予約"),
        Subject("hop", "予約: 始 → 終", "始 → 終"),
        Subject("storage", "終", "終"),
        Subject("data", "予約", "予約"),
        Subject("claim", "claims#1", "安全である"),
        Subject("system", "system", "健診の予約"),
    ]


def test_rules_with_the_same_words_are_equal_whatever_they_check() -> None:
    """The function is no part of a rule's identity, so that catalogues can be compared."""
    assert attrs.evolve(documented, check=lambda _: ()) == documented
