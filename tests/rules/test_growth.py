"""Does the work of a rule grow with the system, and no faster? Counted in lines executed, never in time."""

import sys
from functools import cache
from types import FrameType
from typing import Any

import pytest
from benchmarks.generate import realistic

from dataflow_assess.facts import Facts
from dataflow_assess.graph import DataFlowGraph
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_source
from dataflow_assess.rules import Rule

HOPS = 400
RULES = {rule.id: rule for rule in load_plugins().rules}


@cache
def _facts(hops: int) -> Facts:
    """Return the facts of a realistic system, all of them computed, so that a rule pays for itself alone."""
    facts = Facts(DataFlowGraph(read_source(realistic(hops), "記述.yaml")))
    for rule in RULES.values():
        _all_hits(rule, facts)
    return facts


def _all_hits(rule: Rule, facts: Facts) -> None:
    for _ in rule.hits(facts):
        pass


def _work(rule: Rule, facts: Facts) -> int:
    """Return how many lines are executed; each turn of a comprehension counts as one."""
    lines = 0

    def counted(_: FrameType, event: str, __: Any) -> Any:  # noqa: ANN401 - as sys.settrace gives and wants it
        nonlocal lines
        lines += event == "line"
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        _all_hits(rule, facts)
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("identifier", RULES)
def test_a_system_twice_as_large_is_about_twice_the_work(identifier: str) -> None:
    """What looks through the whole system for each of its parts would be four times the work."""
    rule = RULES[identifier]
    small, large = (_work(rule, _facts(hops)) for hops in (HOPS, 2 * HOPS))
    assert large < 2.4 * small + 200
