"""Does the command line keep its promises: same bytes, no absolute path, no network, nothing loaded in vain?"""

import re
import shutil
import time
import zlib
from pathlib import Path

import pytest

from tests.unit.cli.running import KONBINI, ROOT, SMALL, process, python

WRITE = f"""
import sys
from dataflow_assess.cli import main

for command in (
    ["check", "diagrams", "--format", "json", "-o", "out/check.json"],
    ["check", "diagrams", "-o", "out/check.txt"],
    ["schema", "-o", "out/schema.json"],
    ["draw", "{KONBINI}", "-o", "out/konbini.svg"],
    ["draw", "small.yaml", "-o", "out/small.dot"],
    ["draw", "small.yaml", "-o", "out/small.pdf"],
    ["draw", "small.yaml", "-o", "out/small.png"],
):
    try:
        main(command)
    except SystemExit as ended:
        if ended.code not in (0, 1):
            raise
"""
"""A program that writes every kind of output below the folder it is started in."""

BLOCKED = """
import sys

def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise RuntimeError("the network was used: " + event)

sys.addaudithook(refuse)
"""


def _written(folder: Path, seed: str) -> dict[str, bytes]:
    """Return what the program writes in ``folder``, under a hash seed."""
    shutil.copytree(ROOT / "diagrams", folder / "diagrams")
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "out").mkdir()
    done = python("-c", WRITE, cwd=folder, env={"PYTHONHASHSEED": seed})
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, dict[str, bytes]]]:
    """Return what is written in three folders, under three hash seeds, more than a second apart."""
    folders = [tmp_path_factory.mktemp(f"seed-{seed}") for seed in "012"]
    return [(folder, _written(folder, str(seed))) for seed, folder in enumerate(folders)]


def test_the_same_input_gives_the_same_bytes(written: list[tuple[Path, dict[str, bytes]]]) -> None:
    """Whatever the hash seed, the folder and the time."""
    (_, first), *others = written
    assert first.keys() >= {"check.json", "check.txt", "schema.json", "small.dot", "small.pdf", "small.png"}
    assert [name for name in first if name.startswith("konbini")]
    assert all(other.keys() == first.keys() for _, other in others)
    for _, other in others:
        assert [name for name in first if first[name] != other[name]] == []


def test_no_output_holds_an_absolute_path_or_today(written: list[tuple[Path, dict[str, bytes]]]) -> None:
    """Neither of the description nor of the program; compressed parts of a PDF included."""
    today = time.strftime("%Y%m%d").encode()
    for folder, files in written:
        for name, contents in files.items():
            streams = (
                re.findall(rb"stream\r?\n(.*?)\r?\nendstream", contents, re.DOTALL) if name.endswith("pdf") else []
            )
            plain = contents + b"".join(map(_inflated, streams))
            assert str(folder).encode() not in plain, name
            assert str(ROOT).encode() not in plain, name
            assert today not in contents or not name.endswith("pdf"), name


def _inflated(stream: bytes) -> bytes:
    return zlib.decompressobj().decompress(stream) if stream[:1] == b"x" else stream


@pytest.mark.parametrize(
    "command",
    [
        ["check", "diagrams"],
        ["draw", KONBINI, "-o", "{}/x.svg"],
        ["rules"],
        ["explain", "ENC-01"],
        ["schema"],
    ],
    ids=lambda command: command[0],
)
def test_no_command_contacts_the_network(command: list[str], tmp_path: Path) -> None:
    """Every use of a socket would raise."""
    arguments = [part.format(tmp_path.as_posix()) for part in command]
    run = f"from dataflow_assess.cli import main\nmain({arguments!r})"
    assert python("-c", BLOCKED + run).returncode in (0, 1)


def test_the_network_would_be_seen() -> None:
    """The hook of the test above does refuse."""
    done = python("-c", BLOCKED + "import socket\nsocket.create_connection(('127.0.0.1', 9), 1)")
    assert b"the network was used: socket." in done.stderr


HEAVY = ("networkx", "yaml", "rich", "graphviz", "pluggy", "dataflow_assess.drawing", "dataflow_assess.graph")


@pytest.mark.parametrize("arguments", ["--help", "--version"])
def test_help_loads_nothing_heavy(arguments: str) -> None:
    """So that it answers at once."""
    code = (
        "import sys\nfrom dataflow_assess.cli import main\n"
        f"main(['{arguments}'], standalone_mode=False)\n"
        f"sys.exit(str([name for name in {HEAVY!r} if name in sys.modules] or '') or None)"
    )
    done = python("-c", code)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_commands_run_as_a_module_too() -> None:
    """``python -m dataflow_assess`` is what works where no script can be installed."""
    done = process("--version")
    assert re.fullmatch(rb"dataflow-assess \d+\.\d+\.\d+\S*\r?\n", done.stdout)


def test_the_help_lists_every_command() -> None:
    """With a line on each."""
    lines = process("--help", env={"LC_ALL": "en_US.UTF-8"}).stdout.decode("utf-8").splitlines()
    for name in ("check", "draw", "rules", "explain", "schema"):
        assert any(re.match(rf"  {name}\s{{2,}}\w", line) for line in lines)
