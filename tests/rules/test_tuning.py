"""Does a rule whose parameters or weights are set find what they say?"""

from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest

from dataflow_assess.assessing import assess
from dataflow_assess.findings import Finding, Kind, Severity
from dataflow_assess.loading import load_plugins
from dataflow_assess.messages import message
from dataflow_assess.parameters import Parameter, Value
from dataflow_assess.plugin import rule
from dataflow_assess.reading import read_file, read_source

FOLDER = Path(__file__).parent
PLUGINS = load_plugins()
RULES = {each.id: each for each in PLUGINS.rules}


def found(
    identifier: str,
    values: Mapping[str, Value],
    case: str = "violates.yaml",
    weights: Mapping[Kind, Severity] | None = None,
) -> tuple[Finding, ...]:
    """Return what a rule finds in one of its cases when it is set so."""
    tuned = attrs.evolve(RULES[identifier], values=dict(values), weights=dict(weights or {}))
    return assess(read_file(FOLDER / identifier / case), PLUGINS, [tuned]).findings


@pytest.mark.parametrize(
    ("identifier", "stricter", "laxer"),
    [
        ("RET-04", {"days": 1}, {"days": 36500}),
        ("ACC-03", {"checks": 1000}, {"checks": 1}),
        ("PUR-07", {"people": 1}, {"people": 10**9}),
        ("PUR-07", {"days": 0}, {"days": 10**6}),
        ("RET-03", {"tolerance": 0.0}, {"tolerance": 1.0}),
        ("CON-04", {"connected": ()}, {"connected": ("my-number/lgwan", "my-number/internet", "lgwan/internet")}),
        ("PTY-09", {"domestic": ()}, {"domestic": ("日本", "シンガポール")}),
    ],
)
def test_a_parameter_decides_what_is_found(
    identifier: str, stricter: Mapping[str, Value], laxer: Mapping[str, Value]
) -> None:
    """The strict setting finds at least as much as the default, the lax one less."""
    default = len(found(identifier, {}))
    assert len(found(identifier, stricter)) >= default > len(found(identifier, laxer))


def test_a_clause_that_is_not_needed_is_not_missed() -> None:
    """The finding names the others still."""
    (default, *_) = found("PTY-04", {})
    missing = dict(default.message.params)["clauses"]
    assert isinstance(missing, tuple)
    (laxer, *_) = found("PTY-04", {"optional": (missing[0].en,)})
    assert dict(laxer.message.params)["clauses"] == missing[1:]
    assert len(found("PTY-04", {"optional": tuple(each.en for each in missing)})) < len(found("PTY-04", {}))


def test_the_weight_of_a_kind_goes_before_what_the_rule_says() -> None:
    """Of other kinds the weight stays."""
    weights = {Kind.NOT_STATED: Severity.ERROR}
    assert {each.severity for each in found("RET-04", {}, "not-stated.yaml", weights)} == {Severity.ERROR}
    assert {each.severity for each in found("RET-04", {}, "to-confirm.yaml", weights)} == {Severity.QUESTION}


@pytest.mark.parametrize("identifier", [each.id for each in PLUGINS.rules if each.parameters])
def test_a_rule_says_what_may_be_set_in_both_languages(identifier: str) -> None:
    """And its defaults stand their own test."""
    for parameter in RULES[identifier].parameters:
        assert parameter.text.text("en") != parameter.text.text("ja")
        given = list(parameter.default) if isinstance(parameter.default, tuple) else parameter.default
        assert parameter.read(given, PLUGINS.vocabulary) == parameter.default


def test_a_rule_and_its_function_must_agree_on_the_parameters() -> None:
    """Otherwise the plugin cannot be loaded, and says which rule it is."""
    limit = Parameter("limit", 3, message("how many"))

    def takes_limit(facts: object, *, limit: int) -> list[object]:
        del facts, limit
        return []

    def takes_nothing(facts: object) -> list[object]:
        del facts
        return []

    def takes_reason(facts: object, *, reason: str) -> list[object]:
        del facts, reason
        return []

    def made(function: object, *parameters: Parameter) -> object:
        decorate = rule("X-01", title=message("x"), severity=Severity.INFO, sources=(), parameters=parameters)
        return decorate(function)  # type: ignore[arg-type]

    assert made(takes_limit, limit)
    for function, parameters in (
        (takes_limit, ()),
        (takes_nothing, (limit,)),
        (takes_limit, (limit, limit)),
        (takes_reason, (Parameter("reason", "", message("why")),)),
    ):
        with pytest.raises(TypeError, match="X-01"):
            made(function, *parameters)


def test_a_rule_is_a_pure_function_of_facts_and_parameters() -> None:
    """Set twice and asked in turn, each keeps its own setting."""
    system = read_source((FOLDER / "RET-04" / "violates.yaml").read_text(encoding="utf-8"), "x.yaml")
    strict, lax = (attrs.evolve(RULES["RET-04"], values={"days": days}) for days in (1, 36500))
    counts = [len(assess(system, PLUGINS, [each]).findings) for each in (strict, lax, strict, lax)]
    assert counts[0] == counts[2] > counts[1] == counts[3]
