"""What does ``--plugin`` load, and how is a plugin that cannot be used told?"""

from pathlib import Path

import pytest

from tests.unit.cli.running import SMALL, refused, report, run

HEAD = "from dataflow_assess.plugin import hookimpl\n"
BROKEN = {
    "no Python": "def (:\n",
    "raises on import": "1 / 0\n",
    "ends the process": "import sys\nsys.exit(0)\n",
    "imports what is missing": "import no_such_module_anywhere\n",
    "raises in a hook": HEAD + "@hookimpl\ndef dataflow_rules():\n    raise OSError('x\\ny\\x1b[2J')\n",
    "returns no list": HEAD + "@hookimpl\ndef dataflow_rules():\n    return None\n",
    "returns no rule": HEAD + "@hookimpl\ndef dataflow_rules():\n    return ['ENC-01']\n",
    "answers no question": HEAD + "@hookimpl\ndef dataflow_opinions():\n    return []\n",
}


@pytest.mark.parametrize("source", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("command", ["check", "draw", "rules", "explain", "schema"])
def test_a_plugin_that_cannot_be_used_ends_every_command(command: str, source: str, small: Path) -> None:
    """With one line that names it where it can be known, and status 2: never a clean run."""
    plugin = small.with_name("local_plugin.py")
    plugin.write_text(source, encoding="utf-8")
    output = small.with_name("x.svg")
    given: dict[str, list[str | Path]] = {
        "check": [small],
        "draw": [small, "-o", output],
        "rules": [],
        "explain": ["ENC-01"],
        "schema": [],
    }
    (line,) = refused(command, *given[command], "--plugin", plugin, "--lang", "en")
    assert "plugin" in line
    assert "\x1b" not in line
    assert not output.exists()


def test_all_plugins_that_cannot_be_loaded_are_told_at_once(tmp_path: Path, small: Path) -> None:
    """Each by its file."""
    first, second = tmp_path / "first.py", tmp_path / "second.py"
    first.write_text("1 / 0", encoding="utf-8")
    lines = refused("check", small, "--plugin", first, "--plugin", second, "--lang", "en")
    assert first.as_posix() in lines[0]
    assert second.as_posix() in lines[1]
    assert len(lines) == 3


def test_a_file_that_is_no_python_is_told(small: Path) -> None:
    """A description named by mistake, for example."""
    (line,) = refused("check", small, "--plugin", small, "--lang", "en")
    assert small.as_posix() in line


def test_a_plugin_may_bring_words(tmp_path: Path) -> None:
    """The description may use them, and the schema knows them."""
    plugin = tmp_path / "words.py"
    plugin.write_text(
        "from dataflow_assess.plugin import Term, hookimpl\n"
        "@hookimpl\ndef dataflow_vocabulary():\n    return [Term('node-kind', 'drone', 'ドローン')]\n",
        encoding="utf-8",
    )
    path = tmp_path / "drone.yaml"
    path.write_text(SMALL.replace("kind: terminal", "kind: ドローン"), encoding="utf-8")
    assert refused("check", path, "--lang", "en")
    assert report(path, "--plugin", plugin)["systems"][0]["nodes"] == 2
    assert '"drone"' in run("schema", "--plugin", plugin).stdout
    assert '"drone"' not in run("schema").stdout


def test_a_plugin_may_bring_a_format(small: Path, tmp_path: Path) -> None:
    """It gets the assessments in order, and the language."""
    plugin = tmp_path / "count.py"
    plugin.write_text(
        "from dataflow_assess.plugin import Reporter, hookimpl\n"
        "def render(assessments, lang):\n    return f'{len(assessments)} {lang}'\n"
        "@hookimpl\ndef dataflow_reporters():\n    return [Reporter('count', '.txt', 'text/plain', render)]\n",
        encoding="utf-8",
    )
    assert run("check", small, "--plugin", plugin, "--format", "count").stdout == "1 en"
