"""Does docs/json.md name every key that the commands write, and no other?"""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dataflow_assess import load
from tests.unit.cli.running import run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
CASES = sorted((ROOT / "diagrams").glob("*/*/description.yaml"))
UNUSED = {"findings[].waived.reason", "findings[].waived.until", "findings[].known"}
"""Keys that no description of the gallery leads to."""


def _documented(command: str) -> set[str]:
    section = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    (body,) = [part for part in section if part.startswith(f"{command}\n")]
    return set(re.findall(r"^\| `([^`]+)` \|", body, flags=re.MULTILINE))


def _keys(value: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        for key, inner in value.items():
            yield path + key
            yield from _keys(inner, f"{path}{key}.")
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner, f"{path.removesuffix('.')}[].")


def _written(command: str, case: Path) -> Iterator[str]:
    arguments = [["--fail-on", "never"]] if command == "check" else [[]]
    if command == "trace":
        arguments = [["--data", item.id] for item in load(case).data]
    for each in arguments:
        yield from _keys(json.loads(run(command, case, *each, "--format", "json").stdout))


@pytest.mark.parametrize("command", ["check", "trace", "who-sees", "questions"])
def test_every_key_that_is_written_is_documented_and_no_other(command: str) -> None:
    """Over the whole gallery."""
    written = {key for case in CASES for key in _written(command, case)}
    assert written | (UNUSED & _documented(command)) == _documented(command)


def test_every_key_of_diff_is_documented_and_no_other() -> None:
    """Over the pairs of the gallery; findings have the form of check's, and nothing there was renamed."""
    written: set[str] = set()
    for old, new in pairwise(CASES):
        written.update(_keys(json.loads(run("diff", old, new, "--format", "json").stdout)))
    own = {key for key in written if not re.match(r"comparisons\[\]\.findings\.(?:came|went)\[", key)}
    renames = {f"comparisons[].renames[].{key}" for key in ("section", "before", "after")}
    assert own | renames == _documented("diff")
