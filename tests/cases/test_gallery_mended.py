"""Does stating one fact well take away the findings of its number, and change nothing else?"""

import re
from collections import Counter

import pytest

from dataflow_assess.findings import Finding
from tests.cases.gallery import CASES, Atom, assessed, assessed_text, expected, numbers
from tests.cases.mending import mended

_NUMBERED = re.compile(r"[a-z]+#\d+")

HOMES = {number: case for case in CASES for number in numbers(case)}
NUMBERS = list(HOMES)


def test_every_number_has_a_variant_in_which_it_is_mended() -> None:
    """And every variant belongs to the system of its number."""
    assert {number: variant.case for number, variant in mended().items()} == HOMES


@pytest.mark.parametrize("number", NUMBERS)
def test_a_mended_fact_takes_its_findings_away_and_changes_nothing_else(number: str) -> None:
    """What else moves is written down with the reason."""
    variant = mended()[number]
    before, after = _named(assessed(variant.case).findings), _named(assessed_text(variant.text).findings)
    names = {finding.subject.id: _name(finding) for finding in assessed(variant.case).findings}
    of_number = Counter(_of(atom, names) for atom in expected(variant.case).of(number).elements())
    gone = (
        of_number
        - Counter(_of(atom, names) for atom in variant.stays.elements())
        + Counter(_of(atom, names) for atom in variant.gone.elements())
    )
    assert sorted((before - after).elements()) == sorted(gone.elements())
    assert sorted((after - before).elements()) == sorted(variant.new.elements())
    assert all(len(reason) > 5 for reason in variant.reasons)


def _of(atom: Atom, names: dict[str, str]) -> Atom:
    return Atom(atom.rule, names.get(atom.subject, atom.subject), atom.kind)


def _named(findings: tuple[Finding, ...]) -> Counter[Atom]:
    return Counter(Atom(finding.rule, _name(finding), finding.kind.value) for finding in findings)


def _name(finding: Finding) -> str:
    """Return what a finding is about; what only has a number goes by its words, so that an item more moves nothing."""
    subject = finding.subject
    return subject.name if _NUMBERED.fullmatch(subject.id) else subject.id
