"""Is the ordinance on drones applied to what is stated, silent, to be confirmed and undecided?"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def found(name: str, *options: str) -> list[dict[str, Any]]:
    """Return what the rule finds in a description beside this file; the JSON is the tool's public contract."""
    arguments = ["check", name, "--select", "DRN-01", "--format", "json", *options]
    command = [sys.executable, "-m", "dataflow_assess", *arguments]
    done = subprocess.run(command, cwd=HERE, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    findings: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return findings


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("violates.yaml", [("録画サーバ", "violation", "error"), ("台帳サーバ", "not-stated", "warning")]),
        ("complies.yaml", []),
        ("open.yaml", [("録画サーバ", "to-confirm", "question"), ("予備サーバ", "violation", "error")]),
    ],
)
def test_a_recording_of_a_drone_is_kept_for_seven_days_at_most(name: str, expected: list[tuple[str, str, str]]) -> None:
    """Silence is told as silence, a promise as a question, and seven days not at all."""
    assert [(each["subject"]["id"], each["kind"], each["severity"]) for each in found(name)] == expected


def test_a_period_that_is_undecided_is_judged_in_each_alternative() -> None:
    """The finding says in which it holds."""
    assert found("open.yaml")[1]["alternatives"] == ["製品 = 無期限"]


def test_the_rule_speaks_both_languages() -> None:
    """The sentence that a council is given."""
    japanese, english = (found("violates.yaml", "--lang", lang)[0]["message"] for lang in ("ja", "en"))
    assert japanese == "空撮映像が録画サーバに30日保存され、7日を超える"
    assert english == "空撮映像 is kept at 録画サーバ for 30日, longer than 7 days"
