"""Does the example distribution work where it is installed beside the tool, and nothing else is?"""

import gettext
import json
import re
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "plugins" / "example"
CATALOGUE = EXAMPLE / "src/dataflow_assess_drones/locale/ja/LC_MESSAGES/dataflow_assess_drones.po"


def needed(name: str, known: dict[str, Distribution]) -> Iterator[Distribution]:
    """Yield what a distribution needs to run, once each, without extras."""
    for text in distribution(name).requires or ():
        requirement = Requirement(text)
        key = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if key not in known and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            known[key] = distribution(requirement.name)
            yield known[key]
            yield from needed(requirement.name, known)


def link(found: Distribution, site: Path) -> None:
    """Make what a distribution installs in its folder importable from ``site`` as well."""
    for top in {Path(file).parts[0] for file in found.files or () if ".." not in file.parts}:
        if not (site / top).exists():
            (site / top).symlink_to(Path(str(found.locate_file(top))))


def install(project: Path, site: Path, folder: Path) -> None:
    """Build the wheel of a project and unpack it, which is all that installing a pure one is."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=project, check=True)
    (built,) = folder.glob("*.whl")
    zipfile.ZipFile(built).extractall(site)


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of a new environment that holds the tool, the example, pytest, and what these need."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, symlinks=True)
    (site,) = home.glob("lib/python3*/site-packages")
    known = {"dataflow-assess": distribution("dataflow-assess")}
    roots = (distribution("pytest"), *needed("pytest", known), *needed("dataflow-assess", known))
    for found in roots:
        link(found, site)
    install(ROOT, site, tmp_path_factory.mktemp("tool"))
    install(EXAMPLE, site, tmp_path_factory.mktemp("example"))
    return home / "bin" / "python"


def run(python: Path, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run a module in the new environment, away from this checkout."""
    return subprocess.run(
        [python, "-I", "-m", *arguments], cwd=python.parent, capture_output=True, encoding="utf-8", check=False
    )


def test_its_rule_and_its_word_are_there_once_it_is_installed(python: Path) -> None:
    """Found by the entry point; no rule of the tool is lost."""
    rules = json.loads(run(python, "dataflow_assess", "rules", "--format", "json", "--lang", "en").stdout)["rules"]
    (own,) = [rule for rule in rules if rule["id"] == "DRN-01"]
    assert own["title"] == "Recording of a drone kept too long"
    assert own["mappings"] == [{"framework": "みなと市情報セキュリティ対策基準", "controls": ["6.3"]}]
    assert len(rules) > 60
    assert "ドローン" in run(python, "dataflow_assess", "schema").stdout


def test_its_own_tests_pass(python: Path, tmp_path: Path) -> None:
    """As its author would run them."""
    for file in (EXAMPLE / "tests").iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    done = run(python, "pytest", "-q", "-p", "no:cacheprovider", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "5 passed" in done.stdout


def test_its_japanese_is_compiled() -> None:
    """An installation needs no tool for it."""
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    texts = [entry for entry in read_po(BytesIO(CATALOGUE.read_bytes()), locale="ja") if entry.id]
    assert len(texts) > 10
    assert [entry.id for entry in texts if not entry.string or compiled.gettext(str(entry.id)) != entry.string] == []
