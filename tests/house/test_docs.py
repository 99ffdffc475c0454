"""Is what the documents say true: links, examples, the outputs they show, and the pages made from the code?"""

import hashlib
import inspect
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest
from docs.generate.examples import completed, kind
from docs.generate.markdown import anchor
from docs.generate.transcripts import Block, blocks

from dataflow_assess import DescriptionFault, hookspecs, load, wording
from dataflow_assess.cli import main
from dataflow_assess.loading import Plugins, load_plugins
from dataflow_assess.reading.schema import json_schema
from dataflow_assess.reading.waivers import read_waivers
from dataflow_assess.vocabulary import standard_vocabulary

ROOT = Path(__file__).parents[2]
DOCS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), ROOT / "diagrams" / "README.md"]
GUIDES = [path for path in DOCS if (ROOT / "docs" / "reference") not in path.parents]
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HOOK = re.compile(r"^dataflow_\w+$")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _prose(path: Path) -> str:
    """Return a page without its fenced blocks and code spans."""
    text = re.sub(r"^```.*?^```$", "", _text(path), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]*`", "", text)


def _anchors(path: Path) -> set[str]:
    lines = re.sub(r"^```.*?^```$", "", _text(path), flags=re.MULTILINE | re.DOTALL).splitlines()
    return {anchor(line.lstrip("#")) for line in lines if line.startswith("#")}


def _links(path: Path) -> Iterator[str]:
    return (target for target in _LINK.findall(_prose(path)) if not re.match(r"[a-z]+:", target))


def _examples(wanted: str) -> list[tuple[Path, Block]]:
    """Return the YAML blocks of the guides that are complete, a fragment, or wrong."""
    found = [(path, block) for path in GUIDES for block in blocks(_text(path)) if block.language == "yaml"]
    return [(path, block) for path, block in found if kind(block) == wanted]


def _ids(examples: list[tuple[Path, Block]]) -> list[str]:
    return [f"{path.name}:{_text(path)[: block.start].count(chr(10)) + 1}" for path, block in examples]


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    """Return what is installed."""
    return load_plugins()


@pytest.mark.parametrize("page", DOCS, ids=_name)
def test_every_link_between_documents_resolves(page: Path) -> None:
    """A link names a file that is there, and a heading that the file has."""
    broken = []
    for target in _links(page):
        name, _, fragment = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        if not file.exists() or (fragment and fragment not in _anchors(file)):
            broken.append(target)
    assert broken == []


def test_every_document_can_be_reached_from_the_readme() -> None:
    """A page that nothing links to is read by nobody."""
    reached, waiting = set[Path](), [ROOT / "README.md", ROOT / "README.ja.md", ROOT / "CONTRIBUTING.md"]
    while waiting:
        page = waiting.pop()
        if page not in reached:
            reached.add(page)
            files = ((page.parent / link.partition("#")[0]).resolve() for link in _links(page))
            waiting += [file for file in files if file.suffix == ".md" and file.exists()]
    assert [_name(page) for page in DOCS if page.parent != ROOT and page not in reached] == []


COMPLETE, FRAGMENTS, WRONG = _examples("complete"), _examples("fragment"), _examples("wrong")


@pytest.mark.parametrize(("page", "block"), COMPLETE, ids=_ids(COMPLETE))
def test_every_description_in_a_guide_can_be_read(page: Path, block: Block, plugins: Plugins, tmp_path: Path) -> None:
    """Whoever copies an example can go on from it."""
    del page
    file = tmp_path / "description.yaml"
    file.write_text(block.body, encoding="utf-8")
    assert load(file, plugins).overview.title


@pytest.mark.parametrize(("page", "block"), FRAGMENTS, ids=_ids(FRAGMENTS))
def test_every_fragment_in_a_guide_fits_the_page_s_whole(
    page: Path, block: Block, plugins: Plugins, tmp_path: Path
) -> None:
    """A fragment is put into the complete description of its page, in place of what has the same name there."""
    file = tmp_path / "description.yaml"
    file.write_text(completed(_text(page), block), encoding="utf-8")
    assert load(file, plugins).overview.title


@pytest.mark.parametrize(("page", "block"), WRONG, ids=_ids(WRONG))
def test_every_slip_in_a_guide_is_refused(page: Path, block: Block, plugins: Plugins, tmp_path: Path) -> None:
    """What a guide shows as a slip is one."""
    del page
    file = tmp_path / block.file
    file.write_text(block.body, encoding=block.encoding)
    with pytest.raises(DescriptionFault):
        load(file, plugins)


WAIVERS = _examples("waivers")


@pytest.mark.parametrize(("page", "block"), WAIVERS, ids=_ids(WAIVERS))
def test_every_list_of_waivers_in_a_guide_can_be_read(page: Path, block: Block, tmp_path: Path) -> None:
    """And holds one."""
    del page
    (tmp_path / block.file).write_text(block.body, encoding="utf-8")
    assert read_waivers(tmp_path / block.file, block.file)


def test_reference_pages_and_shown_outputs_are_those_of_the_code() -> None:
    """`script/reference` has nothing to write."""
    command = [sys.executable, "-m", "docs.generate", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_reference_holds_every_key_and_word() -> None:
    """Nothing that the schema accepts is left out."""
    page = _text(ROOT / "docs" / "reference" / "format.md")
    vocabulary = standard_vocabulary()
    keys = {name for schema in _mappings(json_schema()) for name in schema.get("properties", ())}
    words = {
        spelling
        for category in vocabulary.categories()
        for term in vocabulary.terms(category)
        for spelling in (term.en, term.ja)
    }
    assert len(keys) > 200
    assert sorted(word for word in keys | words if f"`{word}`" not in page) == []


def _mappings(value: object) -> Iterator[dict[str, Any]]:
    """Yield every mapping inside a schema."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _mappings(inner)


def test_the_glossary_holds_every_word_of_reports() -> None:
    """What a report prints can be looked up in the other language."""
    page = _text(ROOT / "docs" / "reference" / "glossary.md")
    tables = (wording.SEVERITIES, wording.KINDS, wording.PROTECTIONS, wording.STANDINGS)
    words = [word for table in tables for word in table.values()]
    assert [word.text("en") for word in words if f"| {word.text('en')} | {word.text('ja')} |" not in page] == []


@pytest.mark.parametrize("readme", ["README.md", "README.ja.md"])
def test_the_readme_names_every_command_and_only_those(readme: str) -> None:
    """The table of commands is complete in both languages."""
    named = re.findall(r"^\| `([a-z-]+)", _text(ROOT / readme), re.MULTILINE)
    assert named == main.list_commands(None)  # type: ignore[arg-type] # the group needs no context


def test_the_twenty_cases_of_the_readme_can_be_read(plugins: Plugins) -> None:
    """The number is what stands in `diagrams/`, and no case has fallen behind the format."""
    titles = {load(file, plugins).overview.title for file in (ROOT / "diagrams").rglob("description.yaml")}
    assert len(titles) == 20


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    """It prints the findings and leaves a diagram."""
    shutil.copytree(ROOT / "diagrams" / "nishitokyo", tmp_path / "diagrams" / "nishitokyo")
    (code,) = [block.body for block in blocks(_text(ROOT / "README.md")) if block.language == "python"]
    command = [sys.executable, "-X", "utf8", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert re.search(r"description\.yaml:\d+:9 ENC-01 ", done.stdout)
    assert (tmp_path / "konbini.svg").read_text(encoding="utf-8").startswith("<?xml")


def test_the_architecture_names_every_layer_in_order() -> None:
    """The page and the import contract tell the same layers."""
    contracts = tomllib.loads(_text(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    rows = re.findall(r"^\| (`.*?`) \| [A-Z].*\?", _text(ROOT / "docs" / "architecture.md"), re.MULTILINE)
    assert [" | ".join(re.findall(r"`([a-z]+)`", row)) for row in rows] == layers


def test_the_picture_shows_the_description_as_it_is() -> None:
    """The SVG carries the digest of its description; `script/reference --pictures` draws it anew."""
    description = (ROOT / "diagrams" / "nishitokyo" / "konbini" / "description.yaml").read_bytes()
    digest = hashlib.sha256(description.replace(b"\r\n", b"\n")).hexdigest()[:16]
    assert digest in _text(ROOT / "docs" / "images" / "konbini.svg")


def test_the_plugin_guide_shows_every_hook_with_its_signature() -> None:
    """A hook that changes, or a new one, is told to those who write plugins."""
    page = _text(ROOT / "docs" / "write-a-plugin.md")
    hooks = {
        name: hook for name, hook in vars(hookspecs).items() if _HOOK.match(name) and isinstance(hook, FunctionType)
    }
    shown = {f"{name}{_signature(hook)}" for name, hook in hooks.items()}
    assert hooks
    assert [line for line in sorted(shown) if line not in page] == []
    assert set(re.findall(r"^dataflow_\w+(?=\()", page, re.MULTILINE)) == set(hooks)


def _signature(hook: FunctionType) -> str:
    return re.sub(r"(?:\w+\.)+(?=\w)", "", str(inspect.signature(hook)))


def test_the_plugin_of_the_guide_passes_its_own_test(tmp_path: Path) -> None:
    """The files of the guide, saved under their names, work as it says."""
    for block in filter(lambda each: each.file, blocks(_text(ROOT / "docs" / "write-a-plugin.md"))):
        (tmp_path / block.file).write_text(block.body, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(tmp_path),
        str(tmp_path),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout


def test_decisions_are_numbered_without_gaps_and_have_the_same_headings() -> None:
    """One form for every decision, so that it is found quickly."""
    pages = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [page.name[:4] for page in pages] == [f"{number:04d}" for number in range(1, len(pages) + 1)]
    for page in pages:
        headings = re.findall(r"^#+ (.*)$", _text(page), re.MULTILINE)
        assert headings[0].startswith(f"{page.name[:4]} ")
        assert headings[1:] == ["Context", "Decision", "Consequences"]
