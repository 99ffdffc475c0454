"""Does each system of the gallery have its picture, whichever Graphviz drew it, and an entry in the index?"""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from docs.generate.gallery_page import Case, cases, pages
from docs.generate.gallery_pictures import missing_words, stale

from tests.cases.gallery import CASES, DIAGRAMS, expected

PAGE = (DIAGRAMS / "README.md").read_text(encoding="utf-8")
FOUND = {case.name: case for case in cases()}


def test_every_system_is_shown_in_the_order_of_its_numbers() -> None:
    """With its picture and the pages that follow it."""
    assert list(FOUND) == list(CASES)
    for case in FOUND.values():
        for path in pages(case.folder):
            assert f"({path.relative_to(DIAGRAMS).as_posix()})" in PAGE


@pytest.mark.parametrize("name", CASES)
def test_an_entry_tells_the_question_the_meeting_and_every_number(name: str) -> None:
    """In both languages; the day also in the Japanese era; every finding of the table with its rule."""
    case, asked = FOUND[name], _said(name)["asked"]
    entry = PAGE.split(f"\n## {case.heading}\n")[1].split("\n## ")[0]
    day = case.assessment.system.overview.council.date.value
    assert day is not None
    assert f"{day.wareki}（{day.iso}）" in entry
    assert asked["ja"] in entry
    assert asked["en"] in entry
    rows = [(number, rule) for number, rule in re.findall(r"^\| (F\d+) \| \[(\w+-\d+)\]", entry, re.MULTILINE)]
    assert sorted(rows) == sorted((number, a.rule) for number, atoms in expected(name).table.items() for a in atoms)


def test_no_picture_is_out_of_date() -> None:
    """Each is of the description as it stands and of what is printed for it; `script/reference` draws the others."""
    assert [case.name for case in stale(list(FOUND.values()))] == []


@pytest.mark.parametrize("name", CASES)
def test_a_picture_shows_every_segment_node_and_finding(name: str) -> None:
    """On one of its pages; each page is named and described for those who cannot see it."""
    case = FOUND[name]
    drawn = [ET.parse(path).getroot() for path in pages(case.folder)]  # noqa: S314 - our own files
    for root in drawn:
        told = {child.get("id"): "".join(child.itertext()) for child in root if child.get("id")}
        assert told["dataflow-title"]
        assert told["dataflow-desc"]
    assert _ids(drawn, "data-hop") == {hop.id for hop in case.assessment.graph.hops()}
    assert _ids(drawn, "data-node") >= {end for hop in case.assessment.graph.hops() for end in (hop.source, hop.target)}
    assert missing_words(case) == []


def test_a_picture_of_another_state_is_noticed(tmp_path: Path) -> None:
    """A finding that it does not show, another description, and no picture at all."""
    name, other = "omuta/nightsoil", FOUND["odawara/sewer-ledger"]
    case = FOUND[name]
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    moved = Case(folder, case.asked, case.shown, case.assessment)
    assert stale([moved]) == [moved]
    (folder / "diagram.svg").write_bytes((other.folder / "diagram.svg").read_bytes())
    assert case.assessment.system.overview.title in missing_words(moved)
    (folder / "diagram.svg").write_bytes((case.folder / "diagram.svg").read_bytes())
    assert stale([moved]) == []


def _said(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((DIAGRAMS / name / "expected.yaml").read_text(encoding="utf-8")))


def _ids(roots: list[ET.Element], attribute: str) -> set[str]:
    return {value for root in roots for element in root.iter() if (value := element.get(attribute))}
