"""Is a system that stays in the house, with everything stated, left in peace, and is each silence in it noticed?"""

from pathlib import Path

import pytest

from dataflow_assess.assessing import assess
from dataflow_assess.findings import Kind
from dataflow_assess.loading import load_plugins
from dataflow_assess.reading import read_source

FILE = Path(__file__).parent / "fully-stated.yaml"
TEXT = FILE.read_text(encoding="utf-8")


def found(text: str) -> dict[str, Kind]:
    """Return the rules that find something in a description, with the kind of what they find."""
    return {each.rule: each.kind for each in assess(read_source(text, "記述.yaml"), load_plugins()).findings}


def test_nothing_is_found_where_everything_is_stated() -> None:
    """The only thing told is that the deletion is in order."""
    assert found(TEXT) == {"TRN-04": Kind.PASS}


@pytest.mark.parametrize(
    ("stated", "rule"),
    [
        (", basis: みどり市文書管理規程 第10条", "RET-04"),
        ("by: みどり市, ", "DEL-01"),
        ("at-rest: AES-256", "ENC-09"),
        ("encryption: TLS 1.3, ", "ENC-02"),
        ("start: 2024-04-01", "TRN-02"),
    ],
)
def test_what_is_no_longer_stated_is_noticed_as_silence(stated: str, rule: str) -> None:
    """One sentence less in the papers, one finding more."""
    assert TEXT.count(stated) == 1
    told = found(TEXT.replace(stated, ""))
    assert told.pop(rule) is Kind.NOT_STATED
    assert set(told) <= {"TRN-04"}


def test_without_a_period_and_a_time_of_deletion_nobody_knows_how_long() -> None:
    """Either would be an answer."""
    silent = TEXT.replace("keep: {value: 1年, from: 返却の日, basis: みどり市文書管理規程 第10条}", "")
    assert "RET-01" not in found(silent)
    assert found(silent.replace("when: 毎年度末, ", ""))["RET-01"] is Kind.NOT_STATED


@pytest.mark.parametrize(
    ("stated", "instead", "rule"),
    [
        ("encryption: TLS 1.3", "encryption: none", "ENC-01"),
        ("value: 1年", "value: 無期限", "RET-02"),
        ("accounts: individual", "accounts: department", "ACC-01"),
    ],
)
def test_what_is_stated_otherwise_is_a_violation(stated: str, instead: str, rule: str) -> None:
    """And no other rule has anything to say."""
    told = found(TEXT.replace(stated, instead))
    assert told.pop(rule) is Kind.VIOLATION
    assert set(told) <= {"TRN-04"}
