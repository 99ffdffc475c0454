"""Is everything that people read there in Japanese, with nothing English left, and the other way round?

Help and what is wrong with a command are asked of a process of its own: they are in the language of the process.
"""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import click
import pytest
from click.testing import CliRunner

from dataflow_assess.cli import main

ROOT = Path(__file__).parents[2]
KONBINI = "diagrams/nishitokyo/konbini/description.yaml"
DESCRIBED = (ROOT / KONBINI).read_text(encoding="utf-8")
CODE = [*sorted((ROOT / "src").rglob("*.py")), *sorted((ROOT / "plugins").rglob("*.py"))]
RULES = [f"ENC-{number:02d}" for number in range(1, 11)]
COMMANDS = main.list_commands(click.Context(main))

QUOTED = re.compile(
    r"`[^`]*`|'[^']*'|[\[{][a-zA-Z0-9|-]+[\]}]"  # what is typed as it is, and choices
    r"|--?[a-z][a-z-]*"  # options
    r"|dataflow-assess(?: [a-z-]+| [\d.]+)?|sha256 [0-9a-f]+"  # this tool, its commands and version
    r"|[\w/.-]*\.[a-z]{2,4}\b|[\w.-]+(?:/[\w.-]+)+"  # files and folders
)
NAMES = re.compile(
    r"[A-Z]*|BitLocker|Bluetooth|Git|GitHub|Actions|GitLab|IPsec|JUnit|OpenPGP|Python|Rev|Schema|JSON|auto"
    r"|text|json|csv|sarif|junit|github|gitlab|markdown|error|warning|attachment|pia"
)
"""What a Japanese paper writes in Latin letters too, and words that are typed as they are."""
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]+")


def told(*arguments: str, lang: str = "ja") -> str:
    """Return what the command prints in a process of its own, as somebody with that locale sees it."""
    done = subprocess.run(
        [sys.executable, "-m", "dataflow_assess", *arguments],
        cwd=ROOT,
        env=os.environ | {"LC_ALL": {"ja": "ja_JP.UTF-8", "en": "en_GB.UTF-8"}[lang], "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def printed(*arguments: str, lang: str) -> str:
    """Return what the command prints in the language."""
    done = CliRunner().invoke(main, [*arguments, "--lang", lang])
    assert done.exit_code == 0, done.output
    return done.output


def english_in(text: str) -> list[str]:
    """Return the words in Latin letters that no Japanese paper would write."""
    return [word for word in re.findall(r"[A-Za-z]{2,}", QUOTED.sub(" ", text)) if not NAMES.fullmatch(word)]


def without_examples(explained: str) -> str:
    """Return an explanation without its examples, but with the comments in them."""
    lines = explained.splitlines()
    return "\n".join(line.partition("#")[2] if re.search(r": \{|: \[", line) else line for line in lines)


def without_quotation(report: str) -> str:
    """Return a report without the lines that it quotes from the description."""
    return "\n".join(line for line in report.splitlines() if not re.match(r"  +(?:\d+)? *\|", line))


def shown_in(svg: str) -> list[str]:
    """Return the texts of a drawing."""
    return [text.strip() for text in ET.fromstring(svg).itertext() if text.strip()]  # noqa: S314 - our own


def test_the_catalogues_are_what_the_code_and_the_translations_say() -> None:
    """Every message of core and plugins is translated, with its parameters, and compiled."""
    done = subprocess.run(
        [sys.executable, ROOT / "script" / "catalogue", "--check"], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_script_can_be_run() -> None:
    """What git must carry over: the mode, and the first line."""
    script = ROOT / "script" / "catalogue"
    assert script.read_text(encoding="utf-8").startswith("#!/usr/bin/env python3\n")
    assert sys.platform == "win32" or os.access(script, os.X_OK)


def test_every_message_is_written_where_it_is_used() -> None:
    """A template that is computed or kept in a variable would be in no catalogue."""
    computed = [
        path.relative_to(ROOT).as_posix()
        for path in CODE
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("message", "told")
        if not (call.args and isinstance(call.args[0], ast.Constant))
    ]
    assert computed == ["src/dataflow_assess/cli/language.py"]  # told, which passes on what it is given


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_one_language(command: str) -> None:
    """What click itself says included."""
    assert [
        word for word in english_in(told(*command.split(), "--help")) if word not in " ".join((*COMMANDS, "show"))
    ] == []
    assert JAPANESE.findall(told(*command.split(), "--help", lang="en")) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["chekc"],
        ["check"],
        ["check", "--fail-on", "always", KONBINI],
        ["draw", KONBINI],
        ["explain", "ENC-99"],
        ["check", KONBINI, "--output", "no/such/folder/report.txt"],
        ["check", "nowhere.yaml"],
        ["draw", KONBINI, "-o", "konbini.gif"],
    ],
    ids=" ".join,
)
def test_what_is_wrong_with_a_command_is_said_in_japanese(arguments: list[str]) -> None:
    """Whether click finds it or we do."""
    assert english_in(told(*arguments)) == []


@pytest.mark.parametrize("rule", RULES)
def test_an_explanation_has_one_language(rule: str) -> None:
    """But for its examples, which keep the words of the format and Japanese names."""
    assert english_in(without_examples(printed("explain", rule, lang="ja"))) == []
    english = without_examples(printed("explain", rule, lang="en"))
    assert JAPANESE.findall(english.replace("「確認する」", "")) == []


def test_the_list_of_rules_has_one_language() -> None:
    """Titles and severities alike."""
    assert english_in(printed("rules", lang="ja")) == []
    assert JAPANESE.findall(printed("rules", lang="en")) == []


@pytest.mark.parametrize(
    "arguments",
    [["check", "--fail-on", "never"], ["trace", "--data", "証明書"], ["who-sees"], ["questions"]],
    ids=lambda arguments: str(arguments[0]),
)
def test_a_report_has_one_language(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """But for the names and words of the description, which stay as they are in either."""
    monkeypatch.chdir(ROOT)
    assert english_in(without_quotation(printed(*arguments, KONBINI, lang="ja"))) == []
    english = without_quotation(printed(*arguments, KONBINI, lang="en"))
    assert [words for words in JAPANESE.findall(english) if words not in DESCRIBED] == []


def test_a_diagram_has_one_language(tmp_path: Path) -> None:
    """Labels, legend, findings, and what a screen reader says."""
    texts = {}
    for lang in ("ja", "en"):
        file = tmp_path / f"{lang}.svg"
        printed("draw", str(ROOT / KONBINI), "-o", str(file), lang=lang)
        texts[lang] = shown_in(file.read_text(encoding="utf-8"))
    assert [text for text in texts["ja"] if english_in(text) and text != "dataflow"] == []
    pieces = [words for text in texts["en"] for words in JAPANESE.findall(text)]
    assert [words for words in pieces if words not in DESCRIBED] == []
