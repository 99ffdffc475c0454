"""Does a file become text, or is it said what is wrong with the file as a whole?"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dataflow_assess.errors import DescriptionFault
from dataflow_assess.reading import descriptions, read_bytes, read_file
from dataflow_assess.reading.limits import MAX_BYTES
from tests.unit.reading.told import BEGINNING, read, told

SAVE_AS = "it looks like Shift_JIS (ANSI): save it as UTF-8 (in Notepad: “Save as”, Encoding “UTF-8”)"
EMPTY = "is empty — write a description; it begins with “format: 1”"


@pytest.fixture
def forbidden() -> Iterator[Path]:
    """Return a folder whose files nobody may read, this process included."""
    if not hasattr(os, "geteuid"):
        pytest.skip("Windows has no such rights")
    user = os.geteuid()
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        if user == 0:
            os.seteuid(65534)
        yield folder
        if user == 0:
            os.seteuid(0)
        for path in folder.rglob("*"):
            path.chmod(0o700)


def locked(path: Path) -> Path:
    """Take all rights to a file or folder away."""
    user = os.geteuid()
    os.seteuid(os.getuid())
    path.chmod(0)
    os.seteuid(user)
    return path


def made(path: Path) -> Path:
    """Write a description with the rights of the user who runs the tests."""
    user = os.geteuid()
    os.seteuid(os.getuid())
    path.parent.mkdir(exist_ok=True)
    path.write_text(BEGINNING, encoding="utf-8")
    os.seteuid(user)
    return path


@pytest.mark.parametrize(
    "nothing", [b"", b"\n\n", b"\xef\xbb\xbf", b" \r\n\t", "　\n".encode(), b"# later\n", b"---\n", b"~", b"''"]
)
def test_a_file_without_anything_in_it_is_empty(tmp_path: Path, nothing: bytes) -> None:
    """Blanks, a byte order mark, comments and YAML's words for nothing are all nothing."""
    assert told(tmp_path, nothing) == [EMPTY]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The usual slip is in the name or in the folder."""
    file = tmp_path / "none.yaml"
    with pytest.raises(DescriptionFault) as raised:
        read_file(file)
    expected = f"{file.as_posix()}: there is no such file — check the name and the folder"
    assert raised.value.lines("en") == [expected]


def test_a_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    """The operating system's reason is told in words."""
    with pytest.raises(DescriptionFault) as raised:
        read_file(tmp_path)
    assert raised.value.lines("en") == [f"{tmp_path.as_posix()}: cannot be read (it is a folder)"]


def test_a_file_without_the_right_to_read_it_is_named(forbidden: Path) -> None:
    """Neither reading nor looking through a folder passes such a file over."""
    file = locked(made(forbidden / "d.yaml"))
    with pytest.raises(DescriptionFault) as raised:
        read_file(file)
    assert raised.value.lines("en") == [f"{file.as_posix()}: cannot be read (you have no right to it)"]
    assert descriptions([forbidden]) == [file]


def test_a_folder_that_cannot_be_looked_into_is_named(forbidden: Path) -> None:
    """Otherwise its descriptions would count as checked."""
    made(forbidden / "a.yaml")
    inner = locked(made(forbidden / "inner" / "d.yaml").parent)
    with pytest.raises(DescriptionFault) as raised:
        descriptions([forbidden])
    assert raised.value.lines("en") == [f"{inner.as_posix()}: cannot be read (you have no right to it)"]


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    """Its size is known before its text is looked at."""
    file = tmp_path / "d.yaml"
    with file.open("wb") as out:
        out.truncate(MAX_BYTES + 1)
    with pytest.raises(DescriptionFault) as raised:
        read_file(file)
    expected = f"{file.as_posix()}: is larger than 64 MiB — write one description per system"
    assert raised.value.lines("en") == [expected]


def test_shift_jis_is_recognised_and_placed_at_its_first_character(tmp_path: Path) -> None:
    """Notepad and Excel of a Japanese PC like to save so."""
    text = BEGINNING.encode("cp932")
    assert told(tmp_path, text) == [f"2:17: the file is not UTF-8 — {SAVE_AS}"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_recognised(tmp_path: Path, encoding: str) -> None:
    """Notepad calls it Unicode."""
    raw = ("" if encoding == "utf-16" else "\ufeff") + BEGINNING
    assert told(tmp_path, raw.encode(encoding)) == [
        "1:1: the file is not UTF-8 — it looks like UTF-16: save it as UTF-8"
    ]


@pytest.mark.parametrize(
    "raw", [b"format: 1\nsystem: {title: \xff\xff}", b"format: 1\nsystem: {title: \xe9t\xe9 \xa0 }"]
)
def test_other_bytes_are_only_said_not_to_be_utf_8(tmp_path: Path, raw: bytes) -> None:
    """Nothing is suggested that is not likely."""
    assert told(tmp_path, raw) == ["2:17: the file is not UTF-8 — save it as UTF-8"]


def test_columns_before_a_wrong_byte_count_characters(tmp_path: Path) -> None:
    """A file may be half converted: the place is where the other half begins."""
    raw = "format: 1\n# 日本".encode() + "語".encode("cp932")
    assert told(tmp_path, raw) == [f"2:5: the file is not UTF-8 — {SAVE_AS}"]


@pytest.mark.parametrize("change", ["\r\n", "\r", "\ufeff\n"])
def test_a_byte_order_mark_and_line_ends_of_windows_are_accepted(tmp_path: Path, change: str) -> None:
    """The model and its places are the same as those of the plain file."""
    plain = read(tmp_path, BEGINNING)
    if change.startswith("\ufeff"):
        other = read(tmp_path, "\ufeff" + BEGINNING)
    else:
        other = read(tmp_path, BEGINNING.replace("\n", change))
    assert other == plain
    assert str(other.parties[1].place).endswith("d.yaml:5:3")


def test_standard_input_is_refused_for_the_same_reasons() -> None:
    """Bytes without a file carry the name they are shown under."""
    with pytest.raises(DescriptionFault) as raised:
        read_bytes(b"\x83\x65\n", "<stdin>")
    assert raised.value.lines("en") == [f"<stdin>:1:1: the file is not UTF-8 — {SAVE_AS}"]
    assert read_bytes(BEGINNING.encode(), "<stdin>").label == "窓口"


def test_the_name_of_a_file_is_shown_with_forward_slashes(tmp_path: Path) -> None:
    """Reports of a Windows PC and of a pipeline are the same."""
    system = read(tmp_path, BEGINNING)
    assert system.place.path == (tmp_path / "d.yaml").as_posix()
