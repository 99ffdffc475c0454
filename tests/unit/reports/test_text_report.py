"""How do assessments read on a terminal?"""

from pathlib import Path
from typing import Any

import attrs
import pytest

from dataflow_assess.assessing import assess, load
from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Kind, Related, Source, Waiver
from dataflow_assess.messages import message
from dataflow_assess.reports import standard_reporters
from tests.unit.cli.running import SMALL

TWO_HOPS = SMALL.replace(
    "      - Phone -> Server: {network: internet, encryption: none}",
    "      - Phone -> Server: {network: internet, encryption: none}\n"
    "      - Server -> Phone: {network: internet, encryption: {undecided: [tls, none]}}",
)


@pytest.fixture
def plaintext(tmp_path: Path) -> Assessment:
    """Return an assessment whose one finding is the plaintext hop."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    found = assess(load(path))
    kept = tuple(each for each in found.findings if each.rule == "ENC-01")
    assert len(kept) == 1
    return attrs.evolve(found, findings=kept)


def _text(*assessments: Assessment) -> str:
    return standard_reporters()["text"].render(assessments, "en")


def _changed(assessment: Assessment, **changes: Any) -> Assessment:  # noqa: ANN401 - whatever the field holds
    return attrs.evolve(assessment, findings=(attrs.evolve(assessment.findings[0], **changes),))


def test_a_finding_names_weight_rule_place_and_shows_the_line(plaintext: Assessment) -> None:
    """In the shape that people know from compilers."""
    lines = _text(plaintext).splitlines()
    assert lines[0].startswith("error[ENC-01] ")
    assert "Phone → Server" in lines[0]
    assert lines[1] == f"  --> {plaintext.path}:14:9"
    assert lines[2:5] == [
        "     |",
        "  14 |       - Phone -> Server: {network: internet, encryption: none}",
        "     |         ^^^^^^^^^^^^^^^",
    ]
    assert all(line.startswith("  = ") for line in lines[5 : lines.index("")])


def test_the_path_bears_the_numbers_of_the_diagram(tmp_path: Path) -> None:
    """The finding's own hops stand in brackets, and each has its state."""
    path = tmp_path / "two.yaml"
    path.write_text(TWO_HOPS, encoding="utf-8")
    text = _text(assess(load(path)))
    assert "Phone [-(1 plaintext)->] Server -(2 undecided)-> Phone" in text


def test_a_path_that_does_not_hang_together_is_broken_by_a_stroke(plaintext: Assessment) -> None:
    """Two ways that join at a node are both shown from their beginning."""
    (finding,) = plaintext.findings
    text = _text(_changed(plaintext, trace=(*finding.trace, *finding.trace)))
    assert "Phone [-(1 plaintext)->] Server / Phone [-(1 plaintext)->] Server" in text


def test_what_belongs_to_a_finding_is_told_with_it(plaintext: Assessment) -> None:
    """Further places, the options under which it holds, what to do, and on which source it rests."""
    (finding,) = plaintext.findings
    sources = (Source("a", "Act", "法", "1", informative=False), Source("b", "Guide", "指針", "", informative=True))
    text = _text(
        _changed(
            plaintext,
            related=(Related(message("more of it"), finding.place),),
            alternatives=("way = none", "way = both"),
            sources=sources,
        )
    )
    lines = [line for line in text.splitlines() if line.startswith("  = ")]
    assert any("14:9" in line and line.endswith("more of it") for line in lines)
    assert any(line.endswith("way = none / way = both") for line in lines)
    assert lines[-1].startswith("  = source")
    assert "Act 1" in lines[-1]
    assert lines[-1].endswith("Guide")


def test_what_a_finding_lacks_is_left_out(plaintext: Assessment) -> None:
    """No heading without a word behind it."""
    text = _text(_changed(plaintext, related=(), trace=(), alternatives=(), remedy=None, sources=()))
    assert "  = " not in text


@pytest.mark.parametrize(
    ("until", "why"), [(None, "agreed (without end)"), ("2027-03-31", "agreed (until 2027-03-31)")]
)
def test_a_waived_finding_stands_under_its_own_heading(until: str | None, why: str, plaintext: Assessment) -> None:
    """With the reason and the date, counted as waived and not among the errors."""
    lines = _text(_changed(plaintext, waived=Waiver("agreed", until))).splitlines()
    assert lines[0] == "Waived:"
    assert lines[1].startswith(f"  ENC-01 {plaintext.path}:14:9: ")
    assert lines[2] == f"    = {why}"
    assert lines[-1].endswith(": error 0, warning 0, info 0, question 0, waived 1")


def test_what_a_baseline_knows_is_counted_and_told_on_one_line(plaintext: Assessment) -> None:
    """It keeps its weight in the count, and the count of the known stands beside it."""
    lines = _text(_changed(plaintext, known=True)).splitlines()
    assert lines[0] == "Known from the baseline:"
    assert lines[1].startswith(f"  ENC-01 {plaintext.path}:14:9: ")
    assert lines[-1].endswith(": error 1, warning 0, info 0, question 0, of these known 1, waived 0")


def test_a_pass_stands_under_its_own_heading(plaintext: Assessment) -> None:
    """With its place, and without a weight."""
    lines = _text(_changed(plaintext, kind=Kind.PASS)).splitlines()
    assert len(lines) == 4
    assert lines[1].startswith(f"  ENC-01 {plaintext.path}:14:9: ")
    assert "error 0" in lines[3]


def test_the_summary_names_path_title_and_every_severity(plaintext: Assessment) -> None:
    """As the last line; several descriptions stand side by side at the end."""
    line = f"{plaintext.path} (Road reports): error 1, warning 0, info 0, question 0, waived 0"
    assert _text(plaintext).splitlines()[-1] == line
    both = _text(plaintext, plaintext).splitlines()
    assert both.count(line) == 2
    assert both[-1].split() == ["total", "2", "0", "0", "0", "0"]


def test_no_description_is_an_empty_report() -> None:
    """Nothing is made up."""
    assert _text() == "\n"
