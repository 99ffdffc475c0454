"""Is just that printed for the twenty systems of the gallery which their councils had to ask, each in its place?"""

import pytest

from dataflow_assess.findings import Kind, Severity
from tests.cases.gallery import CASES, DIAGRAMS, assessed, atoms, expected, numbers
from tests.cases.placing import misplaced


def test_the_gallery_holds_the_twenty_systems() -> None:
    """Each folder has its description, and says what must be printed."""
    folders = {path.parent.relative_to(DIAGRAMS).as_posix() for path in DIAGRAMS.glob("*/*/description.yaml")}
    judged = {path.parent.relative_to(DIAGRAMS).as_posix() for path in DIAGRAMS.glob("*/*/expected.yaml")}
    assert folders == judged == set(CASES)


def test_the_table_has_eighty_one_numbers() -> None:
    """Each belongs to one system."""
    assert [number for case in CASES for number in numbers(case)] == [f"F{number}" for number in range(1, 82)]


@pytest.mark.parametrize("case", CASES)
def test_a_system_shows_each_of_its_numbers(case: str) -> None:
    """None is left out, none is another system's, and none is without a finding of its own or of its neighbour's."""
    table = expected(case)
    assert sorted(table.table) == sorted(numbers(case))
    assert all(table.of(number) for number in table.table)
    assert all(atom in table.table[other] for entries in table.shared.values() for other, atom in entries), (
        "a shared finding stands under the number that it is shared with"
    )


@pytest.mark.parametrize("case", CASES)
def test_a_system_prints_what_is_expected_and_nothing_else(case: str) -> None:
    """As often as expected, of the expected rule, subject and kind."""
    printed, wanted = atoms(assessed(case).findings), expected(case).all()
    missing, extra = sorted((wanted - printed).elements()), sorted((printed - wanted).elements())
    assert (missing, extra) == ([], [])


@pytest.mark.parametrize("case", CASES)
def test_a_system_has_the_expected_number_of_each_severity(case: str) -> None:
    """Passes are counted apart."""
    summary = assessed(case).summary()
    assert expected(case).counts == {name: summary[name] for name in (*(s.value for s in Severity), "pass")}


@pytest.mark.parametrize("case", CASES)
def test_every_finding_stands_where_its_subject_stands(case: str) -> None:
    """Or at the statement that it is about; nothing is misplaced."""
    assessment = assessed(case)
    assert misplaced(assessment.system, assessment.findings) == []


@pytest.mark.parametrize("case", CASES)
def test_every_further_finding_has_its_reason(case: str) -> None:
    """A line for each, which says why somebody on the council would want it."""
    assert all(len(reason) > 5 for reason in expected(case).reasons)


def test_what_is_in_order_is_shown_and_counts_as_no_fault() -> None:
    """F40: the pass is printed, and no error is raised on the deletion that it is about."""
    assessment = assessed("meguro/council-recording")
    (subject,) = {finding.subject.id for finding in assessment.findings if finding.kind is Kind.PASS}
    errors = {finding.subject.id for finding in assessment.findings if finding.severity is Severity.ERROR}
    assert subject not in errors
