"""Do the JSON Schema of a file of waivers and its reader accept the same files, as far as a schema can know?"""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dataflow_assess.errors import DescriptionFault
from dataflow_assess.model import ListedWaiver
from dataflow_assess.reading.schema import json_schema, waivers_schema
from dataflow_assess.reading.waivers import read_waivers
from tests.unit.cli.running import as_data, run
from tests.unit.every_spelling import bodies

_ONE = "{rule: ENC-01, element: A -> B, reason: until the new line, until: 2027-03-31, approved-by: head of section}"


def _both(text: str, folder: Path) -> tuple[bool, bool]:
    """Return whether the schema and the reader accept a file."""
    path = folder / "waivers.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        read_waivers(path, path.name)
    except DescriptionFault:
        read = False
    else:
        read = True
    return Draft202012Validator(waivers_schema()).is_valid(as_data(text)), read


def test_the_schema_is_valid() -> None:
    """By the meta-schema of 2020-12; its own example is a file of waivers, and it is not taken for a description's."""
    schema = waivers_schema()
    Draft202012Validator.check_schema(schema)
    assert all(f"#/$defs/{name}'" in str(schema) for name in schema["$defs"])
    (example,) = schema["examples"]
    assert Draft202012Validator(schema).is_valid(example)
    assert not Draft202012Validator(json_schema()).is_valid(example)


def test_every_key_is_accepted_by_both(tmp_path: Path) -> None:
    """In English and in Japanese, with each of its values."""
    tried = list(bodies(ListedWaiver))
    assert any("承認者" in body for body in tried)
    assert [body for body in tried if _both(f"format: 1\nwaivers: [{body}]\n", tmp_path) != (True, True)] == []


@pytest.mark.parametrize(
    "text",
    [
        f"format: 1\nwaivers:\n  - {_ONE}\n",
        f"format: 1\nwaivers: {_ONE}\n",
        f"format: 1\nwaivers: [{_ONE}, {_ONE}]\n",
        "書式: 1\n受容一覧:\n  - {規則: ENC-01, 要素: [電話 → 受付サーバ, 端末], 理由: 更新, 記述: 道路.yaml}\n",
        "format: 1\nwaivers: []\n",
    ],
)
def test_both_accept(text: str, tmp_path: Path) -> None:
    """A list, a single one, none."""
    assert _both(text, tmp_path) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        f"waivers:\n  - {_ONE}\n",
        f"format: 2\nwaivers:\n  - {_ONE}\n",
        "format: 1\n",
        f"format: 1\nwaivers: [{_ONE.replace('reason', 'because')}]\n",
        f"format: 1\nwaivers: [{_ONE.replace('reason: until the new line, ', '')}]\n",
        f"format: 1\nwaivers: [{_ONE.replace('rule: ENC-01, ', '')}]\n",
        f"format: 1\nwaivers: [{_ONE.replace('element: A -> B, ', '')}]\n",
        f"format: 1\nwaivers: [{_ONE.replace('A -> B', '{A: B}')}]\n",
        "format: 1\nwaivers: [ENC-01]\n",
        "- format: 1\n",
        "# nothing\n",
    ],
)
def test_both_refuse(text: str, tmp_path: Path) -> None:
    """What lacks a reason, a rule, an element; what no key is called; what is no file of waivers."""
    assert _both(text, tmp_path) == (False, False)


def test_the_command_prints_it(tmp_path: Path) -> None:
    """To standard output or a file; the description's stays what is printed when nothing is said."""
    path = tmp_path / "waivers.schema.json"
    assert run("schema", "waivers", "-o", path).exit_code == 0
    assert (
        json.loads(path.read_text(encoding="utf-8")) == json.loads(run("schema", "waivers").stdout) == waivers_schema()
    )
    assert run("schema").stdout == run("schema", "description").stdout != run("schema", "waivers").stdout
    assert run("schema", "contracts").exit_code == 2
