"""Which files do the tests of the command line start from?"""

from pathlib import Path

import pytest

from tests.unit.cli.running import ROOT, RULES, SMALL


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run from the root of the repository, as a clerk would, whatever the order of the tests."""
    monkeypatch.chdir(ROOT)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a small description in English."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Return a plugin with one rule of each severity."""
    path = tmp_path / "weights.py"
    path.write_text(RULES, encoding="utf-8")
    return path
