"""Does every paper say which version it is?"""

from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from dataflow_assess.reports.attachment.saving import report
from dataflow_assess.wording import edition
from tests.unit.reports.attachment.made import EMPTY, assessed, column, made, table


@pytest.mark.parametrize(
    ("written", "ja", "en"),
    [
        ("2", "第2版", "version 2"),
        ("１．０", "第1.0版", "version 1.0"),
        ("第3版", "第3版", "第3版"),
        ("令和8年5月改定", "令和8年5月改定", "令和8年5月改定"),
        ("draft 2", "draft 2", "draft 2"),
        ("", "", ""),
    ],
)
def test_a_bare_number_becomes_a_version_and_words_stay(written: str, ja: str, en: str) -> None:
    """In full width as well."""
    assert (edition(written, "ja"), edition(written, "en")) == (ja, en)


def _text(path: Path) -> str:
    match path.suffix:
        case ".docx":
            return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
        case ".pdf":
            return "".join(page.extract_text() for page in PdfReader(path).pages)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", ["md", "html", "docx", "pdf"])
@pytest.mark.parametrize("kind", ["attachment", "pia"])
def test_each_format_shows_the_version_that_is_written_and_none_that_is_not(
    suffix: str, kind: str, tmp_path: Path
) -> None:
    """Beside who hands it in."""
    path = tmp_path / f"paper.{suffix}"
    report(assessed(EMPTY.replace("language: en", "language: en, version: 4.2")), path, kind=kind)  # type: ignore[arg-type]
    assert "4.2" in _text(path)
    report(assessed(EMPTY), path, kind=kind)  # type: ignore[arg-type]
    assert "4.2" not in _text(path)


def test_the_overview_tells_the_version() -> None:
    """As it is written, or that it is not."""
    rows = table(made(EMPTY.replace("language: en", "language: en, version: 第2版")), "overview")
    told = dict(zip(column(rows, "matter"), column(rows, "stated"), strict=True))
    assert told["Version of this paper"] == "第2版"
