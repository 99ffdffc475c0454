"""What becomes of the output: a file as a whole or not at all, a stream that is closed or full?"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dataflow_assess.cli.output import write_out
from dataflow_assess.errors import Fault
from tests.unit.cli.running import KONBINI, ROOT, SMALL, python, refused, run

BROKEN = SMALL.replace("Phone -> Server", "Phone -> Sever")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Return a file with a report of yesterday, and see to it that nothing is left beside it."""
    path = tmp_path / "reports" / "report.json"
    path.parent.mkdir()
    path.write_text("yesterday", encoding="utf-8")
    return path


def _untouched(path: Path) -> bool:
    return path.read_text(encoding="utf-8") == "yesterday" and list(path.parent.iterdir()) == [path]


def test_a_report_goes_to_the_file_that_is_named(small: Path, kept: Path) -> None:
    """It replaces what was there, and standard output stays empty."""
    result = run("check", small, "--format", "json", "--output", kept)
    assert result.exit_code == 1
    assert not result.output
    assert json.loads(kept.read_text(encoding="utf-8"))["summary"]["error"] == 1
    assert list(kept.parent.iterdir()) == [kept]


def test_the_schema_goes_to_the_file_that_is_named(kept: Path) -> None:
    """As a report does."""
    assert run("schema", "-o", kept).exit_code == 0
    assert kept.read_text(encoding="utf-8") == run("schema").stdout


def test_a_broken_description_leaves_the_file_as_it_was(tmp_path: Path, kept: Path) -> None:
    """Nothing is written before everything is known."""
    broken = tmp_path / "broken.yaml"
    broken.write_text(BROKEN, encoding="utf-8")
    assert f"{broken.as_posix()}:14:18: " in refused("check", broken, "-o", kept)[0]
    assert _untouched(kept)


def test_a_raising_rule_leaves_the_file_as_it_was(small: Path, tmp_path: Path, kept: Path) -> None:
    """A broken rule never reads as clean."""
    plugin = tmp_path / "raising.py"
    plugin.write_text(
        "from dataflow_assess.plugin import Catalogue, Severity, hookimpl, rule\n"
        "def check(facts):\n    raise LookupError('no such thing')\n"
        "title = Catalogue('x', None).message('Title')\n"
        "@hookimpl\ndef dataflow_rules():\n"
        "    return [rule('X-01', title=title, severity=Severity.INFO, sources=())(check)]\n",
        encoding="utf-8",
    )
    (line,) = refused("check", small, "--plugin", plugin, "-o", kept, "--lang", "en")
    assert "X-01" in line
    assert "raising.py" in line
    assert "LookupError: no such thing" in line
    assert _untouched(kept)


@pytest.mark.parametrize(
    ("body", "said"), [("1 / 0", "ZeroDivisionError"), ("exit(0)", "SystemExit"), ("return b''", "TypeError: bytes")]
)
def test_a_failing_format_leaves_the_file_as_it_was(
    body: str, said: str, small: Path, tmp_path: Path, kept: Path
) -> None:
    """A plugin's reporter may raise, end the process or return no text; none of it is a clean run."""
    plugin = tmp_path / "format.py"
    plugin.write_text(
        "from dataflow_assess.plugin import Reporter, hookimpl\n"
        f"def render(assessments, lang):\n    {body}\n"
        "@hookimpl\ndef dataflow_reporters():\n    return [Reporter('odd', '.odd', 'text/plain', render)]\n",
        encoding="utf-8",
    )
    (line,) = refused("check", small, "--plugin", plugin, "--format", "odd", "-o", kept, "--lang", "en")
    assert "odd" in line
    assert said in line
    assert _untouched(kept)


@pytest.mark.parametrize("command", [("check", KONBINI), ("schema",)])
def test_a_folder_that_is_missing_is_told(command: tuple[str, ...], tmp_path: Path) -> None:
    """And is not made: it is more often misspelt than wanted."""
    target = tmp_path / "missing" / "report.txt"
    (line,) = refused(*command, "-o", target, "--lang", "en")
    assert line.startswith(f"error: {target.as_posix()}: ")
    assert not target.parent.exists()


@pytest.mark.parametrize("command", [("check", KONBINI), ("schema",)])
def test_a_path_that_is_a_folder_is_told(command: tuple[str, ...], tmp_path: Path) -> None:
    """The folder stays, with what is in it."""
    inside = tmp_path / "folder" / "file"
    inside.parent.mkdir()
    inside.write_text("kept", encoding="utf-8")
    assert refused(*command, "-o", inside.parent, "--lang", "en")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
    assert inside.read_text(encoding="utf-8") == "kept"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_is_told(small: Path) -> None:
    """Status 2 and one line, where Python would end with a traceback."""
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "dataflow_assess", "check", str(small), "--lang", "en"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.decode("utf-8").splitlines()
    assert line.startswith("error: standard output")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_fault_that_nobody_can_read_is_still_status_two() -> None:
    """When standard error is full as well, the status is all that can be told."""
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "dataflow_assess", "check", "missing.yaml"]
        done = subprocess.run(command, stdout=full, stderr=full, cwd=ROOT, check=False)
    assert done.returncode in (2, 120)


def _shell(script: str) -> subprocess.CompletedProcess[str]:
    command = ["/usr/bin/env", "bash", "-c", script]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell is needed to close a pipe")
@pytest.mark.parametrize("unbuffered", ["", "PYTHONUNBUFFERED=1 "])
def test_a_closed_pipe_is_no_fault_and_hides_no_finding(unbuffered: str, small: Path) -> None:
    """``check … | head -1`` ends without a traceback, and with the status that the findings have."""
    # More than a pipe holds, so that the writer does meet the closed end.
    command = f"{unbuffered}{sys.executable} -m dataflow_assess check {small} diagrams --format json"
    done = _shell(f"set -o pipefail; {command} | head -1; echo status $?")
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "status 1"
    assert len(done.stdout.splitlines()) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a shell is needed to close a stream")
def test_standard_output_that_is_closed_is_told(small: Path) -> None:
    """A process that is started without one cannot have told anything."""
    command = f"{sys.executable} -m dataflow_assess check {small} --lang en >&-"
    done = _shell(command)
    assert done.returncode == 2
    assert done.stderr.startswith("error: standard output")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell is needed to close a stream")
def test_standard_input_that_is_closed_is_an_empty_description() -> None:
    """Which is told as such."""
    command = f"{sys.executable} -m dataflow_assess check - --lang en <&-"
    done = _shell(command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: <stdin>: ")
    assert len(done.stderr.splitlines()) == 1


def test_an_endless_standard_input_is_refused() -> None:
    """It is read no further than a description may be large."""
    code = (
        "import io, sys\n"
        "from dataflow_assess.cli import check, main\n"
        "check.MAX_BYTES = 4\n"
        "sys.stdin = io.TextIOWrapper(io.BytesIO(b'0123456789'))\n"
        "sys.argv = ['dataflow-assess', 'check', '-', '--lang', 'en']\n"
        "try:\n    main()\n"
        "finally:\n    print(sys.stdin.buffer.read().decode(), file=sys.stderr)\n"
    )
    done = python("-c", code)
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").splitlines()[-1] == "56789"


def test_an_error_of_a_stream_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's own writer raises what the command line tells."""
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(Fault, match="standard output"):
        write_out("text")


def test_only_what_cannot_be_written_is_made_plainer() -> None:
    """The handler is for writing; bytes that cannot be read are an error as ever."""
    assert "a→é㊿𠮷".encode("ascii", "dataflow-assess-simplify") == b"a->e50?"
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", "dataflow-assess-simplify")
