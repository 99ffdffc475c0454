"""What is a person told about a description, and what is read of it?"""

from pathlib import Path

import pytest

from dataflow_assess.errors import DescriptionFault
from dataflow_assess.model import System
from dataflow_assess.reading import read_file

BEGINNING = """\
format: 1
system: {title: 窓口, controller: 市}
parties:
  市:
  会社:
zones: {庁内: }
nodes: {端末: , サーバ: , 紙: }
data: {氏名: , 住所: }
"""
"""Eight lines that every further section can stand after."""


def written(folder: Path, text: str, name: str = "d.yaml") -> Path:
    """Write a description as an editor would, and return the file."""
    file = folder / name
    file.write_bytes(text.encode())
    return file


def read(folder: Path, text: str, name: str = "d.yaml") -> System:
    """Return what is read of a file with this text."""
    return read_file(written(folder, text, name))


def told(folder: Path, text: str | bytes, name: str = "d.yaml") -> list[str]:
    """Return every problem of a file as an English reader is told it, without the name of the file."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(DescriptionFault) as raised:
        read_file(file)
    return [line.replace(f"{file.as_posix()}:", "", 1).strip() for line in raised.value.lines("en")]
