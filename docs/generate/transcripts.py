"""What do the commands that a guide shows really print? Their outputs are written into the guide, and checked.

A fenced block whose info string is ``yaml NAME``, ``toml NAME`` or ``python NAME`` is a file that later commands of
the page can use; a third word is its encoding. A block ``console`` holds lines that begin with ``$ dataflow-assess``
(and may end in ``| head -n N``), each followed by its output.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import attrs

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(r"^```(?P<info>[^`\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_PROMPT = "$ dataflow-assess "
_HEAD = re.compile(r"\s*\|\s*head -n (\d+)$")


@attrs.frozen
class Block:
    """A fenced block of a page.

    Attributes:
        language: the first word after the fence.
        words: the further words.
        body: the lines between the fences, with a line feed at the end.
        start, end: where the body stands in the page.
    """

    language: str
    words: tuple[str, ...]
    body: str
    start: int
    end: int

    @property
    def file(self) -> str:
        """The name of the file that the block is, or "" when it is none."""
        named = self.language in ("yaml", "python", "toml") and self.words and "." in self.words[0]
        return self.words[0] if named else ""

    @property
    def encoding(self) -> str:
        """The encoding in which the file is written."""
        return "cp932" if "cp932" in self.words else "utf-8"


def blocks(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page, in order."""
    for found in _FENCE.finditer(text):
        language, *words = found["info"].split() or [""]
        yield Block(language, tuple(words), found["body"], found.start("body"), found.end("body"))


def replayed(text: str, lang: str) -> str:
    """Return the page ``text`` with the output of every command as it is printed now.

    Args:
        text: the page.
        lang: "ja" or "en": the locale in which the commands run.

    Raises:
        RuntimeError: a command ended with a traceback.
    """
    parts, at = [], 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "diagrams", Path(folder) / "diagrams")
        for block in blocks(text):
            if block.file:
                (Path(folder) / block.file).write_text(block.body, encoding=block.encoding)
            elif block.language == "console":
                parts += [text[at : block.start], _printed(block.body, Path(folder), lang)]
                at = block.end
    return "".join((*parts, text[at:]))


def _printed(body: str, folder: Path, lang: str) -> str:
    commands = [line for line in body.splitlines() if line.startswith(_PROMPT)]
    return "".join(f"{command}\n{_output(command, folder, lang)}" for command in commands)


def _output(command: str, folder: Path, lang: str) -> str:
    head = _HEAD.search(command)
    arguments = shlex.split(command[len(_PROMPT) : head.start() if head else None])
    locale = "ja_JP.UTF-8" if lang == "ja" else "en_US.UTF-8"
    done = subprocess.run(
        [sys.executable, "-m", "dataflow_assess", *arguments],
        cwd=folder,
        env={**os.environ, "LC_ALL": locale, "PYTHONUTF8": "1", "COLUMNS": "80", "GITHUB_ACTIONS": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if "Traceback (most recent call last)" in done.stdout:
        raise RuntimeError(done.stdout)
    lines = done.stdout.splitlines()
    return "".join(f"{line.rstrip()}\n" for line in (lines[: int(head[1])] if head else lines))
