"""Is a file written as a whole or not at all?"""

import errno
import os
import stat
import sys
import threading
from pathlib import Path
from typing import NoReturn, Self

import pytest

from dataflow_assess.errors import Fault
from dataflow_assess.files import write_file

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights, links and pipes as POSIX has them")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Return a file that holds yesterday's contents."""
    path = tmp_path / "diagram.svg"
    path.write_bytes(b"yesterday")
    return path


def _raise(code: int) -> NoReturn:
    raise OSError(code, os.strerror(code))


def _check_untouched(path: Path) -> None:
    """See that the file is as it was and that nothing is left beside it."""
    assert path.read_bytes() == b"yesterday"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_is_written(tmp_path: Path) -> None:
    """With nothing beside it."""
    path = tmp_path / "new.svg"
    write_file(path, b"today")
    assert path.read_bytes() == b"today"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_replaced_as_a_whole(kept: Path) -> None:
    """Shorter contents leave no rest of the longer ones."""
    write_file(kept, b"now")
    assert kept.read_bytes() == b"now"
    assert list(kept.parent.iterdir()) == [kept]


@pytest.mark.parametrize("function", ["fsync", "fdopen", "replace", "chmod"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_an_error_at_any_step_leaves_the_file_as_it_was(
    function: str, code: int, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, a missing right or a broken one: told with the file's name, and nothing is left over."""
    where = os if function in ("fsync", "fdopen") else Path
    monkeypatch.setattr(where, function, lambda *_, **__: _raise(code))
    with pytest.raises(Fault) as caught:
        write_file(kept, b"today")
    monkeypatch.undo()
    assert caught.value.lines("en")[0].startswith(f"{kept.as_posix()}: ")
    _check_untouched(kept)


def test_a_disk_that_fills_while_writing_leaves_the_file_as_it_was(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error comes from the write itself."""

    class Full:
        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            """Close nothing."""

        def write(self, _: bytes) -> NoReturn:
            _raise(errno.ENOSPC)

    def full(handle: int, _: str) -> Full:
        os.close(handle)
        return Full()

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(Fault, match="full"):
        write_file(kept, b"today")
    _check_untouched(kept)


def test_an_interrupted_write_leaves_nothing_behind(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C goes on to whoever waits for it."""

    def interrupted(_: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(kept, b"today")
    _check_untouched(kept)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """And not made."""
    with pytest.raises(Fault, match=r"missing/x\.svg"):
        write_file(tmp_path / "missing" / "x.svg", b"")
    assert not list(tmp_path.iterdir())


def test_a_file_in_place_of_the_folder_is_told(kept: Path) -> None:
    """A path may lead through what is no folder."""
    with pytest.raises(Fault):
        write_file(kept / "x.svg", b"")
    _check_untouched(kept)


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    """Even an empty one."""
    folder = tmp_path / "diagram.svg"
    folder.mkdir()
    with pytest.raises(Fault):
        write_file(folder, b"")
    assert [path.is_dir() for path in tmp_path.iterdir()] == [True]


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(kept: Path) -> None:
    """The file in it stays."""
    kept.parent.chmod(0o555)
    try:
        with pytest.raises(Fault):
            write_file(kept, b"today")
    finally:
        kept.parent.chmod(0o755)
    _check_untouched(kept)


def test_a_refused_temporary_file_is_told(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a read-only folder says, also where the tests run as root."""
    monkeypatch.setattr("tempfile.mkstemp", lambda **_: _raise(errno.EROFS))
    with pytest.raises(Fault):
        write_file(kept, b"today")
    _check_untouched(kept)


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_replaced_file_keeps_its_rights(mode: int, kept: Path) -> None:
    """Whoever could read it still can, and nobody else."""
    kept.chmod(mode)
    write_file(kept, b"today")
    assert stat.S_IMODE(kept.stat().st_mode) == mode


@POSIX
def test_a_new_file_gets_the_rights_that_are_usual(tmp_path: Path) -> None:
    """Not those of a temporary file, which only its owner may read."""
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "x", b"")
        assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)


@POSIX
def test_a_long_japanese_name_can_be_written(tmp_path: Path) -> None:
    """A name as long as the file system allows has no room for a prefix."""
    path = tmp_path / ("流" * 83 + ".svg")
    write_file(path, b"today")
    assert path.read_bytes() == b"today"


@POSIX
def test_a_link_stays_a_link(kept: Path) -> None:
    """What stands behind it is replaced."""
    link = kept.with_name("link.svg")
    link.symlink_to(kept.name)
    write_file(link, b"today")
    assert link.is_symlink()
    assert kept.read_bytes() == b"today"


@POSIX
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """A device or a pipe is never replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_file(pipe, b"today")
    reader.join(10)
    assert got == [b"today"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_device_is_told() -> None:
    """As a full disk is."""
    with pytest.raises(Fault, match="/dev/full"):
        write_file(Path("/dev/full"), b"today")
    assert not Path("/dev/full").is_file()
