"""Is the JSON of every command about one description whole, on any console, and harmless to a terminal?"""

import json
from pathlib import Path

import pytest

from tests.unit.cli.running import process

KONBINI = Path(__file__).parents[3] / "diagrams" / "nishitokyo" / "konbini" / "description.yaml"
COMMANDS = (("trace", "--data", "証明書"), ("who-sees",), ("questions",))


def _printed(command: tuple[str, ...], description: Path, encoding: str) -> bytes:
    name, *options = command
    arguments: tuple[str | Path, ...] = (name, description, *options, "--format", "json", "--lang", "ja")
    return process(*arguments, env={"PYTHONIOENCODING": encoding}).stdout


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_console_takes_anything_from_the_json(command: tuple[str, ...]) -> None:
    """What it has no sign for is escaped, so that the values are the same as in UTF-8."""
    whole = json.loads(_printed(command, KONBINI, "utf-8"))
    assert json.loads(_printed(command, KONBINI, "ascii")) == whole


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_label_that_turns_the_reading_order_is_escaped(command: tuple[str, ...], tmp_path: Path) -> None:
    """It stays in the values and never reaches a terminal as it is."""
    hostile = tmp_path / "d.yaml"
    text = KONBINI.read_text(encoding="utf-8").replace("name: 証明書 (PDF)", 'name: "証明\\u202e書"')
    hostile.write_text(text, encoding="utf-8")
    printed = _printed(command, hostile, "utf-8").decode("utf-8")
    assert "\u202e" not in printed
    assert "証明\\u202e書" in printed
