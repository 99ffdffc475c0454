"""Which descriptions do the paths on a command line mean?"""

from pathlib import Path

import pytest

from dataflow_assess.errors import DescriptionFault
from dataflow_assess.reading import descriptions
from tests.unit.reading.told import BEGINNING


def lines(*paths: Path) -> list[str]:
    """Return what is told about paths that hold no descriptions."""
    with pytest.raises(DescriptionFault) as raised:
        descriptions(paths)
    return raised.value.lines("en")


def put(file: Path, text: str | bytes = BEGINNING) -> Path:
    """Write a file and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_a_folder_means_every_description_below_it_in_order(tmp_path: Path) -> None:
    """Names are sorted by their path, so that output does not depend on the disk."""
    wanted = [put(tmp_path / "a" / "x.yml"), put(tmp_path / "a.yaml"), put(tmp_path / "b" / "c" / "d.YAML")]
    assert descriptions([tmp_path]) == sorted(wanted, key=lambda file: file.as_posix())


def test_other_files_of_a_folder_are_passed_over(tmp_path: Path) -> None:
    """Settings, expected findings, notes and hidden folders are no descriptions."""
    wanted = put(tmp_path / "d.yaml")
    for name in ("notes.txt", ".hidden.yaml", ".git/d.yaml", "a/.venv/d.yaml"):
        put(tmp_path / name)
    put(tmp_path / "expected.yaml", "- rule: X\n  about: 'format: 1'\n")
    (tmp_path / "folder.yaml").mkdir()
    assert descriptions([tmp_path]) == [wanted]


@pytest.mark.parametrize(
    "beginning",
    [
        "# a comment\nformat: 1\n",
        "書式: 1\n",
        "'format': 1\n",
        "format：1\n",
        '{"format": 1}',
        '{"system": {}, "書式": 1}',
        "\ufefformat: 1\n",
        "# a\rformat: 1\r",
        "書式: 1".encode("cp932"),
        "format: 1".encode("utf-16"),
    ],
)
def test_a_description_is_known_by_its_format(tmp_path: Path, beginning: str | bytes) -> None:
    """Also in another encoding or with a slip: then reading says what is wrong."""
    if isinstance(beginning, str):
        beginning = beginning.replace("\ufefformat", "\ufeffformat")
    file = put(tmp_path / "d.json", beginning)
    assert descriptions([tmp_path]) == [file]


def test_a_file_called_description_is_taken_whatever_it_holds(tmp_path: Path) -> None:
    """Its author thinks that it is one."""
    file = put(tmp_path / "description.yaml", "system: {}")
    assert descriptions([tmp_path]) == [file]


def test_a_file_that_is_named_is_taken_and_each_file_once(tmp_path: Path) -> None:
    """A path may mean a file again that another path means."""
    named, found = put(tmp_path / "x" / "notes.txt"), put(tmp_path / "x" / "d.yaml")
    assert descriptions([named, tmp_path, found]) == [named, found]


def test_paths_that_lead_nowhere_are_told_together(tmp_path: Path) -> None:
    """A folder without descriptions, a missing file and an impossible name each have their reason."""
    empty, missing, long = tmp_path / "empty", tmp_path / "none.yaml", tmp_path / ("x" * 300)
    put(empty / "readme.txt")
    assert lines(empty, missing, long) == [
        (
            f"{empty.as_posix()}: there is no description in this folder — "
            "a description is a file that ends in .yaml and begins with “format: 1”"
        ),
        f"{missing.as_posix()}: there is no such file — check the name and the folder",
        f"{long.as_posix()}: cannot be read (the name is too long)",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("dataflow-assess-waivers.yaml", "format: 1\nwaivers:\n  - {rule: ENC-01, element: A, reason: r}\n"),
        ("ours.yaml", "書式: 1\n受容一覧: []\n"),
        ("baseline.json", '{"format": 1, "findings": []}'),
        ("answer.json", '{\n  "format": 1,\n  "tool": {"name": "dataflow-assess"}\n}'),
        ("diff.json", '{"format": 1, "comparisons": []}'),
    ],
)
def test_what_else_declares_a_format_is_no_description(name: str, text: str, tmp_path: Path) -> None:
    """Waivers, baselines and our own answers may lie beside descriptions."""
    description = tmp_path / "d.yaml"
    description.write_text("format: 1\n", encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert descriptions([tmp_path]) == [description]
