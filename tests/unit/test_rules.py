"""Is a rule made of its docstring, and does it show the path that proves its finding?"""

from collections.abc import Iterable
from itertools import pairwise

import attrs
import pytest

from dataflow_assess.facts import Facts
from dataflow_assess.findings import Severity, Subject
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.messages import message
from dataflow_assess.model import Hop
from dataflow_assess.reading import read_source
from dataflow_assess.rules import SECTIONS, Hit, Rule, path, rule, subject_of

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


def test_a_path_shows_the_hop_before_and_marks_the_hops(facts: Facts) -> None:
    """Each step says how it is protected."""
    first, second = facts.system.flows[0].hops
    steps = path(facts, [second])
    assert [(step.source, step.target, step.protection, step.marked) for step in steps] == [
        ("始", "終", "encrypted", False),
        ("終", "始", "not-stated", True),
    ]
    assert steps[0].hop == first.id
    assert path(facts, []) == ()


def _long(count: int) -> Facts:
    nodes = ", ".join(f"局{number}: {{}}" for number in range(count + 1))
    chain = " -> ".join(f"局{number}" for number in range(count + 1))
    text = TEXT.replace("nodes: {始: {}, 終: {}}", f"nodes: {{始: {{}}, 終: {{}}, {nodes}}}")
    return Facts(DataFlowGraph(read_source(text.replace("[始 -> 終:", f"[{chain}, 始 -> 終:"), "予約.yaml")))


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ([0], range(2)),
        ([50], range(49, 52)),
        ([50, 54], range(49, 56)),
        ([99], range(98, 100)),
        (range(100), range(30)),
    ],
)
def test_a_path_is_the_way_over_the_marked_hops_with_one_beside_it(marked: Iterable[int], shown: range) -> None:
    """It is connected, and cut where it would be longer than the limit."""
    facts = _long(100)
    hops = facts.system.flows[0].hops
    steps = path(facts, [hops[index] for index in marked])
    assert [step.hop for step in steps] == [hops[index].id for index in shown]
    assert [step.hop for step in steps if step.marked] == [hops[index].id for index in marked if index in shown]
    assert all(before.target == after.source for before, after in pairwise(steps))


def test_a_path_branches_nowhere_and_leaves_out_what_it_does_not_lead_to() -> None:
    """Of two ways in, the first is shown; a hop is led to over the others of its flow, or directly from another's."""
    nodes = ", ".join(f"{name}: {{}}" for name in "甲乙丙丁戊")
    text = TEXT.replace("nodes: {始: {}, 終: {}}", f"nodes: {{始: {{}}, 終: {{}}, {nodes}}}")
    text = text.replace("[始 -> 終:", "[甲 -> 丙: {}, 乙 -> 丙: {}, 丙 -> 丁: {}, 丁 -> 戊: {}, 始 -> 終:")
    facts = Facts(DataFlowGraph(read_source(text, "予約.yaml")))
    one, other, _, last, there, back = facts.system.flows[0].hops

    def shown(*hops: Hop) -> str:
        steps = path(facts, hops)
        return "".join((steps[0].source, *(step.target for step in steps)))

    assert shown(one, other) == "甲丙"
    assert shown(one, other, last) == "甲丙丁戊"
    assert shown(other, last) == "乙丙丁戊"
    assert shown(last, one) == "丙丁戊"
    assert shown(there, back) == "始終始"
    assert shown(back, there) == "終始終"


def test_a_way_through_a_hub_is_looked_for_only_so_far() -> None:
    """A finding costs little even where a flow leaves one node on a thousand hops."""
    spokes = ", ".join(f"局{number}: {{}}" for number in range(1001))
    hops = ", ".join(f"始 -> 局{number}: {{}}" for number in range(1001))
    text = TEXT.replace("nodes: {始: {}, 終: {}}", f"nodes: {{始: {{}}, 終: {{}}, {spokes}}}")
    text = text.replace("[始 -> 終:", f"[終 -> 始: {{}}, {hops}, 局1000 -> 終: {{}}, 始 -> 終:")
    facts = Facts(DataFlowGraph(read_source(text, "予約.yaml")))
    flow = facts.system.flows[0].hops
    assert [step.marked for step in path(facts, [flow[0], flow[1002]])] == [True, False]


def test_rules_with_the_same_words_are_equal_whatever_they_check() -> None:
    """The function is no part of a rule's identity, so that catalogues can be compared."""
    assert attrs.evolve(documented, check=lambda _: ()) == documented
