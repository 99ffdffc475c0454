"""Does ``init`` give somebody a description that can be read, is free of errors, and asks its open questions?"""

from pathlib import Path

import pytest

from dataflow_assess.starters import PATTERNS, starter
from tests.unit.cli.running import process, refused, report, run


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("pattern", [None, *PATTERNS])
def test_every_pattern_checks_clean_of_errors_and_asks_its_questions(
    pattern: str | None, lang: str, tmp_path: Path
) -> None:
    """In both languages, with remarks that say what to do."""
    file = tmp_path / "new.yaml"
    chosen = ["--from", pattern] if pattern else []
    assert run("init", file, *chosen, "--lang", lang).exit_code == 0
    text = file.read_text(encoding="utf-8")
    assert text == starter(pattern, lang)
    assert text.startswith("# ")
    summary = report(file)["summary"]
    assert summary["error"] == 0
    assert summary["question"] >= 10


@pytest.mark.parametrize("pattern", [None, *PATTERNS])
def test_both_languages_of_a_pattern_describe_the_same(pattern: str | None, tmp_path: Path) -> None:
    """As many nodes, hops, items and findings of each rule."""
    counted = []
    for lang in ("ja", "en"):
        file = tmp_path / f"{lang}.yaml"
        run("init", file, *(["--from", pattern] if pattern else []), "--lang", lang)
        found = report(file)
        system = {key: value for key, value in found["systems"][0].items() if key in ("nodes", "hops", "data_items")}
        counted.append((system, sorted((each["rule"], each["kind"]) for each in found["findings"])))
    assert counted[0] == counted[1]


def test_no_pattern_names_a_town_that_exists(tmp_path: Path) -> None:
    """The municipality is made up, and says so."""
    del tmp_path
    for pattern in PATTERNS:
        assert "みどり市" in starter(pattern, "ja")
        assert "does not exist" in starter(pattern, "en")


def test_a_file_that_exists_is_never_touched(tmp_path: Path) -> None:
    """Nor is a link that leads nowhere taken for a free name."""
    file = tmp_path / "description.yaml"
    file.write_text("mine", encoding="utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "elsewhere.yaml")
    for path in (file, link):
        (line,) = refused("init", path, "--lang", "en")
        assert "exists already" in line
    assert file.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_without_a_name_it_is_description_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what to do next is said."""
    monkeypatch.chdir(tmp_path)
    result = run("init", "--lang", "en")
    assert (tmp_path / "description.yaml").exists()
    assert "dataflow-assess check description.yaml" in result.stdout


def test_a_dash_is_standard_output_and_a_missing_folder_is_told(tmp_path: Path) -> None:
    """The folder is not made."""
    assert run("init", "-", "--lang", "ja").stdout == starter(None, "ja")
    (line,) = refused("init", tmp_path / "no" / "x.yaml", "--lang", "en")
    assert "cannot be written" in line
    assert not (tmp_path / "no").exists()


def test_an_unknown_pattern_is_told_with_those_that_there_are() -> None:
    """As any choice."""
    done = process("--lang", "en", "init", "--from", "kiosk")
    assert done.returncode == 2
    assert b"'konbini'" in done.stderr
