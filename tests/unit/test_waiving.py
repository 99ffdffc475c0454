"""Which findings does a waiver waive, and what becomes of it?"""

from collections.abc import Sequence
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dataflow_assess.assessing import assess
from dataflow_assess.assessment import Assessment
from dataflow_assess.errors import DescriptionFault
from dataflow_assess.findings import Severity
from dataflow_assess.loading import load_plugins
from dataflow_assess.model import Day, ListedWaiver
from dataflow_assess.reading import read_source
from dataflow_assess.reading.waivers import read_waivers
from dataflow_assess.waiving import accepted
from tests.unit.cli.running import SMALL

PLUGINS = load_plugins()
TODAY = Day(2026, 11, 27)
HOP = "      - Phone -> Server: {network: internet, encryption: none}"
WAIVED = "ENC-01: {reason: new line in March, until: 2027-03-31}"


def _assessed(text: str, mandatory: str = "") -> Assessment:
    rules = [attrs.evolve(rule, mandatory=rule.id == mandatory) for rule in PLUGINS.rules]
    return assess(read_source(text, "d.yaml"), PLUGINS, rules)


def _waived(text: str, today: Day = TODAY, mandatory: str = "", lists: Sequence[ListedWaiver] = ()) -> Assessment:
    (found,) = accepted([_assessed(text, mandatory)], PLUGINS.rules, today, {"d.yaml": lists})
    return found


def _beside_the_hop(waivers: str) -> str:
    return SMALL.replace("encryption: none}", f"encryption: none, waive: {{{waivers}}}}}")


def _state(found: Assessment, rule: str = "ENC-01") -> list[tuple[str, str | None] | None]:
    """Return how each finding of a rule is waived."""
    return [
        None if each.waived is None else (each.waived.reason, each.waived.until)
        for each in found.findings
        if each.rule == rule
    ]


def _own(found: Assessment) -> list[str]:
    return [each.rule for each in found.findings if each.rule.startswith("WVR")]


def test_a_waiver_beside_the_element_takes_its_finding_out_of_the_count() -> None:
    """The finding stays in the result, with the reason and the date in ISO."""
    found = _waived(_beside_the_hop(WAIVED))
    assert _state(found) == [("new line in March", "2027-03-31")]
    assert "ENC-01" not in {each.rule for each in found.open_findings}
    assert found.summary()["waived"] == 1
    assert _own(found) == []


def test_a_waiver_of_a_rule_does_not_touch_other_rules() -> None:
    """Each rule is waived by its own name, in whatever letters."""
    before = {each.rule for each in _assessed(SMALL).open_findings}
    after = {each.rule for each in _waived(_beside_the_hop(WAIVED.lower())).open_findings}
    assert before - after == {"ENC-01"}


@pytest.mark.parametrize(
    ("until", "today", "holds"),
    [
        ("2027-03-31", Day(2027, 3, 31), True),
        ("2027-03-31", Day(2027, 4, 1), False),
        ("令和9年3月31日", Day(2027, 3, 31), True),
        ("R9.3.31", Day(2027, 4, 1), False),
        ("2027-03", Day(2027, 3, 31), True),
        ("2027-03", Day(2027, 4, 1), False),
        ("令和8年度", Day(2027, 3, 31), True),
        ("令和8年度", Day(2027, 4, 1), False),
    ],
)
def test_a_waiver_holds_to_the_end_of_its_last_day(until: str, today: Day, holds: bool) -> None:
    """Then the finding counts again, and the waiver is a finding of its own."""
    found = _waived(_beside_the_hop(f"ENC-01: {{reason: r, until: {until}}}"), today)
    assert (_state(found) != [None]) is holds
    assert _own(found) == ([] if holds else ["WVR-01"])


def test_a_flow_s_waiver_covers_its_hops_and_a_chain_s_all_of_it() -> None:
    """And is of use when one of them needs it."""
    text = SMALL.replace("    data: Report\n", f"    data: Report\n    waive: {{{WAIVED}}}\n")
    assert _state(_waived(text)) == [("new line in March", "2027-03-31")]
    chain = _beside_the_hop(WAIVED).replace("- Phone -> Server", "- Phone -> Relay -> Server")
    chain = chain.replace("nodes:\n", "nodes:\n  Relay: {kind: relay, operator: City}\n")
    found = _waived(chain)
    assert set(_state(found)) == {("new line in March", "2027-03-31")}
    assert _own(found) == []


def test_a_finding_about_two_elements_needs_both_waived() -> None:
    """Else it counts as a whole, and the waiver says what is missing."""
    two = SMALL.replace("nodes:\n", "nodes:\n  Relay: {kind: relay, operator: City}\n")
    first = (
        "      - Phone -> Relay: {network: internet, encryption: none, waive: {ENC-01: {reason: a, until: 2027-03}}}"
    )
    bare = "      - Relay -> Server: {network: internet, encryption: none}"
    found = _waived(two.replace(HOP, f"{first}\n{bare}"))
    assert _state(found) == [None]
    assert _own(found) == ["WVR-02"]
    (told,) = [each.message.text("en") for each in found.findings if each.rule == "WVR-02"]
    assert "also about Relay → Server" in told
    both = bare.replace("none}", "none, waive: {ENC-01: {reason: b, until: 2027-01-31}}}")
    found = _waived(two.replace(HOP, f"{first}\n{both}"))
    assert _state(found) == [("a / b", "2027-01-31")]
    assert _own(found) == []


def test_a_waiver_of_no_use_or_of_an_unknown_rule_is_a_finding() -> None:
    """It stands at the waiver's own place."""
    found = _waived(_beside_the_hop("ENC-03: {reason: r}, ENC-99: {reason: r}"))
    told = [each for each in found.findings if each.rule == "WVR-02"]
    assert [each.subject.kind for each in told] == ["waiver", "waiver"]
    assert [each.place.line for each in told] == [14, 14]
    assert "there is no such rule" in told[1].message.text("en")


def test_a_rule_that_is_not_applied_makes_no_waiver_useless() -> None:
    """A run with --select says nothing of the others."""
    rules = [rule for rule in PLUGINS.rules if rule.id in ("ENC-02", "WVR-02")]
    assessed = assess(read_source(_beside_the_hop(WAIVED), "d.yaml"), PLUGINS, rules)
    (found,) = accepted([assessed], PLUGINS.rules, TODAY)
    assert _own(found) == []


def test_a_mandatory_rule_is_waived_by_nobody_without_a_name() -> None:
    """With one it is waived as others are."""
    found = _waived(_beside_the_hop("ENC-01: {reason: r}"), mandatory="ENC-01")
    assert _state(found) == [None]
    assert _own(found) == ["WVR-03"]
    found = _waived(_beside_the_hop("ENC-01: {reason: r, approved-by: Head of section}"), mandatory="ENC-01")
    assert _state(found) == [("r", None)]
    assert _own(found) == []


def test_rules_on_waivers_cannot_be_waived() -> None:
    """A waiver of one waives nothing, and says so."""
    found = _waived(_beside_the_hop("ENC-03: {reason: r}, WVR-02: {reason: r}"))
    assert _own(found) == ["WVR-02", "WVR-02"]
    assert all(each.waived is None for each in found.findings)


@pytest.mark.parametrize(
    "waivers", ["ENC-01: {until: 2027-03-31}", "ENC-01: {reason: }", "ENC-01: ", "ENC-01: {理由: ' '}"]
)
def test_a_waiver_without_a_reason_is_an_error_of_the_description(waivers: str) -> None:
    """With its place."""
    with pytest.raises(DescriptionFault) as caught:
        _assessed(_beside_the_hop(waivers))
    (problem,) = caught.value.problems
    assert problem.place is not None
    assert problem.place.line == 14
    assert "“reason (理由)” is missing" in problem.message.text("en")


def test_the_system_has_waivers_too() -> None:
    """Beside its title."""
    trial = SMALL.replace("system: {", "system: {status: trial, ")
    untold = _assessed(trial)
    rule = next(each.rule for each in untold.open_findings if each.subject.kind in ("overview", "system"))
    found = _waived(trial.replace("system: {", f"system: {{waive: {{{rule}: {{reason: r}}}}, "))
    assert set(_state(found, rule)) == {("r", None)}


def _list(tmp_path: Path, text: str) -> tuple[ListedWaiver, ...]:
    path = tmp_path / "waivers.yaml"
    path.write_text("format: 1\nwaivers:\n" + text, encoding="utf-8")
    return read_waivers(path, "waivers.yaml")


@pytest.mark.parametrize("element", ["Phone -> Server", "Phone → Server", "'Reporting: Phone → Server'", "Reporting"])
def test_a_list_names_rule_and_element(element: str, tmp_path: Path) -> None:
    """An arrow, the identifier that findings print, or what is around it."""
    waivers = _list(tmp_path, f"  - {{rule: enc-01, element: {element}, reason: r, until: 2027-03-31}}\n")
    found = _waived(SMALL, lists=waivers)
    assert _state(found) == [("r", "2027-03-31")]
    assert _own(found) == []


def test_a_list_names_several_elements_in_either_language(tmp_path: Path) -> None:
    """One reason for all of them; of use when one of them needs it."""
    waivers = _list(
        tmp_path, "  - {規則: ENC-01, 要素: [Server, Phone -> Server], 理由: 更新待ち, 有効期限: 令和9年3月31日}\n"
    )
    assert _state(_waived(SMALL, lists=waivers)) == [("更新待ち", "2027-03-31")]


def test_what_a_list_says_in_vain_stands_at_its_own_place(tmp_path: Path) -> None:
    """An element that is nowhere, and one without such a finding."""
    waivers = _list(
        tmp_path, "  - {rule: ENC-01, element: Fax, reason: r}\n  - {rule: ENC-03, element: Phone, reason: r}\n"
    )
    found = _waived(SMALL, lists=waivers)
    told = [each for each in found.findings if each.rule == "WVR-02"]
    assert [str(each.place) for each in told] == ["waivers.yaml:3:6", "waivers.yaml:4:6"]
    assert "nothing in the description is called so" in told[0].message.text("en")


def test_a_list_for_several_descriptions_is_judged_by_all_of_them(tmp_path: Path) -> None:
    """What is of use in one is not reported by another."""
    waivers = _list(tmp_path, "  - {rule: ENC-01, element: Phone -> Server, reason: r}\n")
    sealed = SMALL.replace("encryption: none", "encryption: tls")
    both = [assess(read_source(text, path), PLUGINS) for text, path in ((sealed, "a.yaml"), (SMALL, "b.yaml"))]
    for order in (both, both[::-1]):
        found = accepted(order, PLUGINS.rules, TODAY, {each.path: waivers for each in order})
        assert [rule for each in found for rule in _own(each)] == []
    alone = accepted(both[:1], PLUGINS.rules, TODAY, {"a.yaml": waivers})
    assert _own(alone[0]) == ["WVR-02"]


def test_a_list_is_read_with_all_its_problems(tmp_path: Path) -> None:
    """Missing reasons, unknown keys and dates that are none, each with its place."""
    with pytest.raises(DescriptionFault) as caught:
        _list(tmp_path, "  - {rule: ENC-01, element: Phone}\n  - {rule: X, elment: Phone, reason: r, until: soon}\n")
    assert [problem.place.line for problem in caught.value.problems if problem.place] == [3, 4, 4, 4]


def test_a_list_that_is_none_is_refused(tmp_path: Path) -> None:
    """It says what is expected."""
    path = tmp_path / "w.yaml"
    path.write_text("- ENC-01\n", encoding="utf-8")
    with pytest.raises(DescriptionFault, match="expected “format: 1” and a list “waivers”"):
        read_waivers(path, "w.yaml")


@given(st.sets(st.sampled_from(sorted({each.rule for each in _assessed(SMALL).open_findings}))))
def test_waiving_only_ever_moves_findings_from_open_to_waived(rules: set[str]) -> None:
    """Whatever is waived for the whole system's elements, no finding appears or disappears."""
    lists = [
        ListedWaiver(
            id=rule, rule=rule, elements=(each.subject.id,), reason="r", place=attrs.evolve(each.place, line=index)
        )
        for index, each in enumerate(_assessed(SMALL).findings, start=900)
        for rule in rules
        if each.rule == rule
    ]
    found = _waived(SMALL, lists=lists)
    kept = [each for each in found.findings if not each.rule.startswith("WVR")]
    assert [attrs.evolve(each, waived=None) for each in kept] == list(_assessed(SMALL).findings)
    assert {each.rule for each in kept if each.waived is not None} <= rules
    assert all(each.severity in Severity for each in kept)
