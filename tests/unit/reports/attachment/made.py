"""How do the tests of attachments get one? From real descriptions, through the whole tool."""

from pathlib import Path

from dataflow_assess import assess
from dataflow_assess.assessing import load_bytes
from dataflow_assess.assessment import Assessment
from dataflow_assess.loading import load_plugins
from dataflow_assess.reports.attachment.build import contents_of
from dataflow_assess.reports.attachment.contents import Contents, Line, Listing, Paragraph, Section, Table

ROOT = Path(__file__).parents[4]
GALLERY = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("diagrams/*/*/description.yaml"))
KONBINI = "diagrams/nishitokyo/konbini/description.yaml"

EMPTY = """\
format: 1
system: {title: Nothing yet, controller: City, language: en}
parties:
  City: {}
"""
"""A description that says nothing but whose case it is."""


def assessed(text: str) -> Assessment:
    """Return the assessment of a description written in a test."""
    plugins = load_plugins()
    return assess(load_bytes(text.encode("utf-8"), "description.yaml", plugins), plugins)


def gallery(path: str) -> Assessment:
    """Return the assessment of a description of the gallery."""
    return assessed((ROOT / path).read_text(encoding="utf-8"))


def made(text: str, lang: str = "en") -> Contents:
    """Return the contents of the attachment about a description."""
    return contents_of(assessed(text), lang)


def section(contents: Contents, name: str) -> Section:
    """Return a section or part by its name."""
    (found,) = [each for each in contents.every_section() if each.name == name]
    return found


def table(contents: Contents, name: str) -> Table:
    """Return a table by its name."""
    (found,) = [block for block in contents.blocks() if isinstance(block, Table) and block.name == name]
    return found


def column(table: Table, key: str) -> list[str]:
    """Return what stands in one column, row by row, lines set apart by a stroke."""
    (index,) = [index for index, each in enumerate(table.columns) if each.key == key]
    return [" / ".join(line.text for line in row.cells[index].lines) for row in table.rows]


def lines(contents: Contents) -> list[Line]:
    """Return every line of an attachment."""
    found: list[Line] = []
    for block in contents.blocks():
        if isinstance(block, Paragraph):
            found.append(block.line)
        elif isinstance(block, Listing):
            found += block.lines
        elif isinstance(block, Table):
            found += [line for row in block.rows for cell in row.cells for line in cell.lines]
    return found
