"""Is the public API what it says, and does its example run?"""

import doctest
import importlib
import inspect
import re
from importlib.metadata import version
from pathlib import Path

import attrs
import pytest

import dataflow_assess
from tests.unit.cli.running import ROOT, SMALL, python

PUBLIC = [
    "Assessment",
    "DescriptionFault",
    "Fault",
    "Finding",
    "PluginFault",
    "System",
    "assess",
    "draw",
    "load",
    "report",
]
"""What users rely on; a name that is added joins this list and the changelog, and none is taken away."""


def test_the_public_names_are_these() -> None:
    """Sorted, and each can be imported."""
    assert dataflow_assess.__all__ == PUBLIC
    for name in PUBLIC:
        assert getattr(dataflow_assess, name).__name__ == name


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As from any module."""
    with pytest.raises(AttributeError, match="no attribute 'asses'"):
        dataflow_assess.asses  # noqa: B018 - reading it is the test


def test_the_version_is_that_of_the_distribution() -> None:
    """It stands once, in the metadata."""
    assert dataflow_assess.__version__ == version("dataflow-assess")


def test_the_example_of_the_package_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the root of the repository, as a reader would try it."""
    monkeypatch.chdir(ROOT)
    result = doctest.testmod(dataflow_assess)
    assert result.attempted >= 4
    assert result.failed == 0


def test_the_example_of_the_attachment_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It writes into a folder of the reader's own."""
    monkeypatch.chdir(ROOT)
    (example,) = doctest.DocTestFinder().find(dataflow_assess.report, globs={"folder": tmp_path})
    result = doctest.DocTestRunner().run(example)
    assert result.attempted >= 4
    assert result.failed == 0


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_documented(name: str) -> None:
    """A function says what it takes, gives and raises; a class what each of its attributes is."""
    public = getattr(dataflow_assess, name)
    doc = inspect.getdoc(public) or ""
    assert doc.split("\n")[0].endswith((".", ";"))
    if inspect.isfunction(public):
        assert "Raises:" in doc
        for parameter in inspect.signature(public).parameters:
            assert re.search(rf"^\s+{parameter}: ", doc, re.MULTILINE), parameter
    elif attrs.has(public) and name != "System":
        for field in attrs.fields(public):
            assert re.search(rf"\b{field.name}\b.*: ", doc), field.name


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_method_is_documented(name: str) -> None:
    """Properties included."""
    public = getattr(dataflow_assess, name)
    members = vars(public).items() if inspect.isclass(public) else ()
    found = [
        member
        for member, value in members
        if (not member.startswith("_") and isinstance(value, property | classmethod)) or inspect.isfunction(value)
        if not member.startswith("_") and not inspect.getdoc(value)
    ]
    assert found == []


def test_importing_the_package_loads_nothing() -> None:
    """Not even a module of its own; it costs nothing to ask for the version alone."""
    code = (
        "import sys; import dataflow_assess as package; package.__all__;"
        "print([name for name in sys.modules if name.startswith(('dataflow_assess.', 'networkx', 'yaml', 'rich',"
        " 'graphviz', 'click', 'pluggy', 'attr'))])"
    )
    assert python("-c", code).stdout.strip() == b"[]"


def test_running_as_a_module_is_the_command_line() -> None:
    """``__main__`` hands over to it."""
    source = importlib.util.find_spec("dataflow_assess.__main__")
    assert source is not None
    assert python("-m", "dataflow_assess", "rules", "--lang", "en").stdout.startswith(b"ACC-01  ")


def test_a_description_becomes_a_drawing_in_three_calls(tmp_path: Path) -> None:
    """load, assess, draw: the path may be text or a path, the suffix decides."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    assessment = dataflow_assess.assess(dataflow_assess.load(str(path)))
    target = tmp_path / "small.dot"
    dataflow_assess.draw(assessment, target)
    english = target.read_bytes()
    dataflow_assess.draw(assessment, str(target), lang="ja", mono=True, paper="A3", data="Report")
    assert target.read_bytes() != english


@pytest.mark.parametrize(
    ("name", "arguments", "error"),
    [("x.docx", {}, ValueError), ("x.dot", {"data": "none"}, KeyError), ("none/x.dot", {}, dataflow_assess.Fault)],
)
def test_drawing_raises_what_it_says(
    name: str, arguments: dict[str, str], error: type[Exception], tmp_path: Path
) -> None:
    """A wrong suffix, an unknown item, a folder that is missing."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    assessment = dataflow_assess.assess(dataflow_assess.load(path))
    with pytest.raises(error):
        dataflow_assess.draw(assessment, tmp_path / name, **arguments)  # type: ignore[arg-type]
    assert [each.name for each in tmp_path.iterdir()] == ["small.yaml"]


def test_an_attachment_in_an_unknown_format_is_a_value_error(tmp_path: Path) -> None:
    """As for a diagram; nothing is written."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    assessment = dataflow_assess.assess(dataflow_assess.load(path))
    with pytest.raises(ValueError, match="'svg' is none of"):
        dataflow_assess.report(assessment, tmp_path / "x.svg")
    assert [each.name for each in tmp_path.iterdir()] == ["small.yaml"]
