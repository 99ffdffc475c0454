"""Does the distribution hold what its metadata promises?"""

import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import distribution, entry_points
from pathlib import Path
from typing import Any

import pytest

import dataflow_assess

ROOT = Path(__file__).parents[2]
PACKAGES = {"dataflow_assess": ROOT / "src", "dataflow_assess_plugins": ROOT / "plugins"}


@pytest.fixture(scope="module")
def metadata() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """Build the wheel as an installer would and return its root."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    (built,) = folder.glob("*.whl")
    return zipfile.Path(built)


def test_the_version_is_the_same_everywhere(metadata: dict[str, Any]) -> None:
    """The metadata, the package and the changelog speak of one version."""
    version = metadata["project"]["version"]
    assert distribution("dataflow-assess").version == version
    assert dataflow_assess.__version__ == version
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_entry_point_can_be_loaded(metadata: dict[str, Any]) -> None:
    """A command or a group of rules that is named is there, and the installation knows all that are named."""
    named = metadata["project"]["entry-points"]["dataflow_assess"] | metadata["project"]["scripts"]
    ours = [point for point in distribution("dataflow-assess").entry_points if point.load()]
    assert {point.name: point.value for point in ours} == named


def test_every_group_of_rules_is_registered() -> None:
    """A folder of rules without an entry point would never run."""
    folders = (ROOT / "plugins" / "dataflow_assess_plugins").glob("*/__init__.py")
    registered = {point.value for point in entry_points(group="dataflow_assess")}
    assert {f"dataflow_assess_plugins.{folder.parent.name}" for folder in folders} <= registered


def test_the_test_extra_and_the_test_group_are_the_same(metadata: dict[str, Any]) -> None:
    """The list stands twice because Debian 12's pip does not know dependency groups."""
    assert metadata["dependency-groups"]["test"] == metadata["project"]["optional-dependencies"]["test"]


@pytest.mark.parametrize("package", PACKAGES)
def test_the_wheel_holds_every_file_of_both_packages(wheel: zipfile.Path, package: str) -> None:
    """Type marker, catalogues and tables travel with the code; caches do not."""
    source = PACKAGES[package]
    files = {
        path.relative_to(source).as_posix()
        for path in (source / package).rglob("*")
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in path.parts)
    }
    packed = {name for name in wheel.root.namelist() if name.startswith(f"{package}/") and not name.endswith("/")}
    assert f"{package}/py.typed" in files
    assert packed == files


def test_the_wheel_carries_its_licence(wheel: zipfile.Path) -> None:
    """Who passes the wheel on passes the licence on."""
    (licence,) = [name for name in wheel.root.namelist() if name.endswith("/licenses/LICENSE")]
    assert wheel.joinpath(licence).read_text(encoding="utf-8").lstrip().startswith("Apache License")
