"""Does ``check --format json`` print the object that the contract promises?"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.unit.cli.running import GALLERY, KONBINI, SMALL, report, run


def _object(**properties: Any) -> dict[str, Any]:  # noqa: ANN401 - schemas
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 0}
MAYBE_TEXT = {"type": ["string", "null"]}
LOCATION = _object(path=TEXT, line={"type": "integer", "minimum": 1}, column={"type": "integer", "minimum": 1})
SUBJECTS = {
    "enum": [
        "hop", "node", "storage", "party", "contract", "data", "flow", "zone", "system", "claim", "certification",
        "condition", "incident", "measure", "paper", "provision", "question",
    ]
}  # fmt: skip
SUBJECT = _object(kind=SUBJECTS, id=TEXT, name=TEXT)
PROTECTION = {
    "enum": [
        "plaintext", "encrypted", "not-electronic", "not-stated", "to-confirm", "undecided", "withheld", "disagrees",
    ]
}  # fmt: skip
FINDING = _object(
    rule=TEXT,
    severity={"enum": ["error", "warning", "info", "question"]},
    kind={"enum": ["violation", "not-stated", "to-confirm", "pass"]},
    message=TEXT,
    subject=SUBJECT,
    location=LOCATION,
    related=_list(_object(message=TEXT, location=LOCATION, subject={"anyOf": [SUBJECT, {"type": "null"}]})),
    trace=_list(_object(**{"hop": TEXT, "from": TEXT, "to": TEXT, "protection": PROTECTION})),
    alternatives=_list(TEXT),
    remedy=MAYBE_TEXT,
    sources=_list(_object(key=TEXT, title=TEXT, section={"type": "string"}, informative={"type": "boolean"})),
    fingerprint={"type": "string", "pattern": "^[0-9a-f]{16}$"},
    waived={"anyOf": [{"type": "null"}, _object(reason=TEXT, until=MAYBE_TEXT)]},
)
REPORT = _object(
    format={"const": 1},
    tool=_object(name={"const": "dataflow-assess"}, version={"type": "string", "pattern": r"^\d+\.\d+\.\d+"}),
    systems=_list(
        _object(
            path=TEXT,
            title=TEXT,
            controller=TEXT,
            nodes=COUNT,
            hops=COUNT,
            data_items=COUNT,
        )
    ),
    findings=_list(FINDING),
    summary=_object(error=COUNT, warning=COUNT, info=COUNT, question=COUNT, **{"pass": COUNT}, waived=COUNT),
)


def _check_contract(found: object) -> None:
    Draft202012Validator.check_schema(REPORT)
    errors = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(REPORT).iter_errors(found)]
    assert errors == []


def test_the_report_of_every_description_follows_the_contract() -> None:
    """Every key and type is as the contract says, over the whole gallery, with nothing beside."""
    found = report("diagrams")
    _check_contract(found)
    assert [system["path"] for system in found["systems"]] == GALLERY


def test_the_contract_tells_a_wrong_report(small: Path) -> None:
    """The schema above would see a key that is missing or one too many."""
    found = report(small)
    found["findings"][0]["extra"] = 1
    with pytest.raises(AssertionError, match="extra"):
        _check_contract(found)


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    """People read it too."""
    found = report(KONBINI)
    assert list(found) == ["format", "tool", "systems", "findings", "summary"]
    assert list(found["systems"][0]) == ["path", "title", "controller", "nodes", "hops", "data_items"]
    assert list(found["findings"][0]) == list(FINDING["properties"])
    assert list(found["summary"]) == ["error", "warning", "info", "question", "pass", "waived"]


def test_the_summary_counts_the_findings(small: Path, rules: Path) -> None:
    """Each severity is counted without the passes, which are counted apart."""
    found = report(small, KONBINI, "--plugin", rules)
    counted = Counter("pass" if each["kind"] == "pass" else each["severity"] for each in found["findings"])
    assert found["summary"] == {"info": 0, **counted, "waived": 0}
    assert counted["pass"] == 2
    assert found["summary"]["error"] >= 2


def test_a_system_is_summed_up(small: Path) -> None:
    """Path, title, controller, and how many nodes, hops and items there are."""
    assert report(small)["systems"] == [
        {
            "path": small.as_posix(),
            "title": "Road reports",
            "controller": "City",
            "nodes": 2,
            "hops": 1,
            "data_items": 1,
        }
    ]


def test_a_finding_names_its_place_its_hop_and_its_path(small: Path) -> None:
    """The plaintext hop is found at the line and column where its arrow begins."""
    (found,) = report(small, "--select", "ENC-01")["findings"]
    assert found["location"] == {"path": small.as_posix(), "line": 14, "column": 9}
    assert found["subject"] == {"kind": "hop", "id": "Reporting: Phone → Server", "name": "Phone → Server"}
    hop = {"hop": "Reporting: Phone → Server", "from": "Phone", "to": "Server", "protection": "plaintext"}
    assert found["trace"] == [hop]


def test_systems_stand_in_the_order_given(small: Path) -> None:
    """So do their findings; standard input keeps its place between the files."""
    found = report(KONBINI, "-", small, stdin=SMALL)
    paths = [KONBINI, "<stdin>", small.as_posix()]
    assert [system["path"] for system in found["systems"]] == paths
    assert list(dict.fromkeys(each["location"]["path"] for each in found["findings"])) == paths


def test_a_path_that_is_named_twice_is_assessed_once(small: Path) -> None:
    """A folder and a file in it may both be named."""
    found = report(small, small.parent, small)
    assert [system["path"] for system in found["systems"]] == [small.as_posix()]


def test_the_language_changes_sentences_and_nothing_else(small: Path) -> None:
    """Words, keys and fingerprints are the same for a machine in either language."""
    said = ("message", "remedy", "sources", "related")
    both = [json.loads(run("check", small, "--format", "json", "--lang", lang).stdout) for lang in ("ja", "en")]
    for found in both:
        for finding in found["findings"]:
            for key in said:
                del finding[key]
    assert both[0] == both[1]


def test_an_alternative_is_named_by_the_words_of_the_description(tmp_path: Path) -> None:
    """A finding that holds for one of two undecided options says for which."""
    path = tmp_path / "undecided.yaml"
    path.write_text(SMALL.replace("encryption: none", "encryption: {undecided: [tls, none]}"), encoding="utf-8")
    found = report(path, "--select", "ENC-01")
    _check_contract(found)
    assert [each["alternatives"] for each in found["findings"]] == [["Reporting: Phone → Server.encryption = none"]]


def test_what_acts_on_a_terminal_is_escaped(tmp_path: Path) -> None:
    """A label's escape sequences and reading-order marks stay data, and JSON reads them back unchanged."""
    title = "a\\e[31m\\x9b\\u202e\\u2028b"
    path = tmp_path / "hostile.yaml"
    path.write_text(SMALL.replace("title: Road reports", f'title: "{title}"'), encoding="utf-8")
    written = run("check", path, "--format", "json", "--lang", "en").stdout
    assert not any(char in written for char in "\x1b\x9b\u202e\u2028")
    assert json.loads(written)["systems"][0]["title"] == "a\x1b[31m\x9b\u202e\u2028b"
