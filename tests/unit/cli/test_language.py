"""In which language does the command line speak?"""

import os
from pathlib import Path

import pytest

from dataflow_assess.cli.language import _Told
from dataflow_assess.messages import language
from tests.unit.cli.running import SMALL, run

RENDERED = (
    "from dataflow_assess.plugin import Reporter, hookimpl\n"
    "@hookimpl\ndef dataflow_reporters():\n"
    "    return [Reporter('lang', '.txt', 'text/plain', lambda assessments, lang: lang)]\n"
)
"""A format that prints the language it is asked for."""


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """Return the plugin with that format."""
    path = tmp_path / "asked.py"
    path.write_text(RENDERED, encoding="utf-8")
    return path


def _described(path: Path, title: str, stated: str) -> Path:
    text = SMALL.replace("title: Road reports", f"title: {title}").replace(", language: en", stated)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("title", "stated", "found"),
    [
        ("Road reports", "", "en"),
        ("道路の通報", "", "ja"),
        ("Road reports", ", language: ja", "ja"),
        ("道路の通報", ", language: 英語", "en"),
    ],
)
def test_the_description_decides(title: str, stated: str, found: str, asked: Path, tmp_path: Path) -> None:
    """By what it states, else by the letters of its title."""
    path = _described(tmp_path / "described.yaml", title, stated)
    shown = run("check", path, "--plugin", asked, "--format", "lang").stdout
    assert shown == found


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_wish_goes_before_the_description(lang: str, small: Path, asked: Path) -> None:
    """``--lang`` is the last word."""
    assert run("check", small, "--plugin", asked, "--format", "lang", "--lang", lang).stdout == lang


@pytest.mark.parametrize(("locale", "found"), [("ja_JP.UTF-8", "ja"), ("en_GB.UTF-8", "en")])
def test_the_locale_decides_where_descriptions_disagree(
    locale: str, found: str, small: Path, asked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One report has one language."""
    monkeypatch.setenv("LC_ALL", locale)
    other = _described(tmp_path / "other.yaml", "道路の通報", "")
    assert run("check", small, other, "--plugin", asked, "--format", "lang").stdout == found


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, "ja"),
        ({"LANG": "C"}, "ja"),
        ({"LANG": "C.UTF-8"}, "ja"),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.eucJP"}, "ja"),
        ({"LANG": "Japanese_Japan.932"}, "ja"),
        ({"LANG": "en"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_FR.UTF-8", "LANG": "ja_JP.UTF-8"}, "en"),
    ],
)
def test_the_locale_is_read_as_posix_says(environment: dict[str, str], found: str) -> None:
    """LC_ALL, then LC_MESSAGES, then LANG; where none names a language it is Japanese, as the papers are."""
    assert language(None, None, environment) == found


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["check", "--lang", "en"], "en"),
        (["--lang=en", "--help"], "en"),
        (["check", "--lang=ja"], "ja"),
        (["check", "--lang"], "ja"),
        (["check", "--lang", "fr"], "ja"),
        ([], "ja"),
    ],
)
def test_help_speaks_the_language_wished_for(arguments: list[str], found: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is written before click has read the options."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert _Told(arguments).language == found


@pytest.mark.parametrize("before", [None, "fr"])
def test_what_click_is_told_is_taken_back(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment is as it was after a command, for whoever runs it within a program of their own."""
    monkeypatch.delenv("LANGUAGE", raising=False)
    if before is not None:
        monkeypatch.setenv("LANGUAGE", before)
    assert run("--help").exit_code == 0
    assert os.environ.get("LANGUAGE") == before
