"""How do several assessments read side by side?"""

from pathlib import Path
from typing import Any

import attrs
import pytest
from rich.cells import cell_len

from dataflow_assess.assessing import assess, load
from dataflow_assess.assessment import Assessment
from dataflow_assess.findings import Kind, Waiver
from dataflow_assess.reports.excerpt import WIDTH
from dataflow_assess.reports.side_by_side import side_by_side

TEXT = """
format: 1
system: {title: %s, controller: 市}
parties: {市: {kind: municipality}}
nodes: {端末: {kind: terminal, operator: 市}, サーバ: {kind: server, operator: 市}}
data: {名簿: {categories: contact}}
flows: {登録: {data: 名簿, hops: [端末 -> サーバ: {encryption: none}]}}
"""


def _assessed(folder: Path, name: str, title: str) -> Assessment:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT % title, encoding="utf-8")
    return attrs.evolve(assess(load(path)), path=name)


@pytest.fixture
def three(tmp_path: Path) -> list[Assessment]:
    """Return assessments whose files and titles are long and short, narrow and wide."""
    return [
        _assessed(tmp_path, "diagrams/港町/広報/description.yaml", "広報" * 40),
        _assessed(tmp_path, "a.yaml", "Short"),
        _assessed(tmp_path, "description.yaml", "短い"),
    ]


def _changed(assessment: Assessment, **changes: Any) -> Assessment:  # noqa: ANN401 - whatever the field holds
    first, *others = assessment.findings
    return attrs.evolve(assessment, findings=(attrs.evolve(first, **changes), *others))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_columns_stand_straight_with_letters_of_both_widths(three: list[Assessment], lang: str) -> None:
    """The counts of each line end in the same cells, and no line is wider than a quoted one."""
    _, heads, *rows = side_by_side(three, lang)
    ends = [cell_len(heads[: heads.index(word) + len(word)]) for word in heads.split(maxsplit=3)[:3]]
    for row in rows:
        cells = "".join(char + "\0" * (cell_len(char) - 1) for char in row)
        assert all(cells[end - 1].isdigit() and not cells[end : end + 1].strip() for end in ends)
        assert cell_len(row) <= WIDTH


def test_a_file_of_the_usual_name_goes_by_its_folder(three: list[Assessment]) -> None:
    """Unless it stands in no folder; a title that does not fit is cut."""
    _, _, long, short, bare, total = side_by_side(three, "en")
    assert long.split()[0] == "diagrams/港町/広報"
    assert long.endswith("…")
    assert short.split()[0] == "a.yaml"
    assert short.endswith("Short")
    assert bare.split()[0] == "description.yaml"
    assert total.split()[0] == "total"


def test_the_total_adds_up(three: list[Assessment]) -> None:
    """Column by column."""
    _, _, *rows, total = side_by_side(three, "en")
    for at in range(1, 6):
        assert sum(int(row.split()[at]) for row in rows) == int(total.split()[at])
    assert int(total.split()[1]) > 0


def test_waived_findings_have_a_column_where_there_are_any(three: list[Assessment]) -> None:
    """Passes always have one."""
    _, heads, *_ = side_by_side(three, "en")
    assert "waived" not in heads
    three[0] = _changed(three[0], waived=Waiver("accepted", None))
    three[1] = _changed(three[1], kind=Kind.PASS)
    _, heads, *_, total = side_by_side(three, "en")
    assert heads.split()[-3:] == ["in", "order", "waived"]
    assert total.split()[-2:] == ["1", "1"]


def test_a_title_without_room_is_left_out(tmp_path: Path) -> None:
    """A long path is shown whole."""
    path = "/".join(["folder"] * 14) + "/a.yaml"
    _, _, row, _ = side_by_side([_assessed(tmp_path, path, "Title")], "en")
    assert row.split()[0] == path
    assert "Title" not in row
