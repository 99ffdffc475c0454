"""What do ``rules``, ``explain`` and ``schema`` print?"""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dataflow_assess.loading import load_plugins
from tests.unit.cli.running import refused, run

RULES = [rule.id for rule in load_plugins().rules]
PARAMETERS = {rule.id: rule.parameters for rule in load_plugins().rules}


def test_rules_are_listed_one_a_line_in_order() -> None:
    """Identifier, severity, title."""
    lines = run("rules", "--lang", "en").stdout.splitlines()
    assert [line.split("  ")[0] for line in lines] == RULES == sorted(RULES)
    assert all(len(line.split("  ")) == 3 for line in lines)


def test_rules_are_listed_for_machines_too() -> None:
    """The same list, with the words of the contract."""
    found = json.loads(run("rules", "--format", "json", "--lang", "en").stdout)
    assert found["format"] == 1
    assert [row["id"] for row in found["rules"]] == RULES
    assert {row["severity"] for row in found["rules"]} <= {"error", "warning", "info", "question"}
    assert all(
        list(row) == ["id", "severity", "title", "group", "parameters", "sources", "mappings"] for row in found["rules"]
    )


def test_a_plugin_adds_its_rules_to_the_list(rules: Path) -> None:
    """In its place by identifier."""
    lines = run("rules", "--plugin", rules, "--lang", "en").stdout.splitlines()
    assert "W-ERROR  error  Rule ERROR" in lines


@pytest.mark.parametrize("identifier", RULES)
def test_every_rule_explains_itself(identifier: str) -> None:
    """What it looks for, why, when it is quiet, what is asked, examples, what to do, sources, controls elsewhere."""
    result = run("explain", identifier, "--lang", "en")
    assert result.exit_code == 0
    parts = result.stdout.split("\n\n")
    assert parts[0].startswith(f"{identifier} ")
    assert len(parts) == 10 + bool(PARAMETERS[identifier])
    assert all(line.startswith("  ") for part in parts[1:] for line in part.splitlines()[1:])
    assert len(parts[-1].splitlines()) >= 2


def test_a_rule_without_headings_is_explained_as_far_as_it_goes(rules: Path) -> None:
    """A stranger's rule may have a title alone."""
    assert run("explain", "w-error", "--plugin", rules, "--lang", "en").stdout.startswith("W-ERROR Rule ERROR (error)")


@pytest.mark.parametrize(("word", "near"), [("ENC-011", "ENC-01"), ("enc-2", "ENC-02"), ("XYZZY", None)])
def test_an_unknown_rule_is_not_explained(word: str, near: str | None) -> None:
    """The nearest identifier is told where one is near."""
    (line,) = refused("explain", word, "--lang", "en")
    assert word in line
    assert (f"did you mean “{near}”?" in line) is bool(near)


def test_the_schema_is_a_schema() -> None:
    """Of the edition that it names."""
    schema = json.loads(run("schema").stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
