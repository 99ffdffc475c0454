"""Is JSON read as the same description, with places of its own?"""

import json
from pathlib import Path

import yaml

from dataflow_assess.model import Standing
from tests.unit.reading.told import BEGINNING, read, told

REST = """\
flows:
  照会:
    data: 氏名
    hops:
      - 端末 -> サーバ: {encryption: to-confirm, network: {undecided: [internet, lan]}, sanitised: yes}
"""


def as_json(text: str, indent: int | str | None = None) -> str:
    """Return a YAML description as JSON."""
    loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and mappings only
    return json.dumps(loaded, ensure_ascii=False, indent=indent)


def test_json_says_the_same_as_yaml(tmp_path: Path) -> None:
    """Words such as to-confirm have quotation marks there, because every text has."""
    system = read(tmp_path, as_json(BEGINNING + REST), "d.JSON")
    hop = system.flows[0].hops[0]
    assert (hop.source, hop.target) == ("端末", "サーバ")
    assert hop.encryption.standing is Standing.TO_CONFIRM
    assert len(hop.network.alternatives) == 2
    assert hop.sanitised.value is True


def test_tabs_indent_json(tmp_path: Path) -> None:
    """They do not indent YAML."""
    text = as_json(BEGINNING, "\t")
    assert "\n\t" in text
    assert read(tmp_path, text, "d.json").label == "窓口"


def test_nothing_is_null_or_an_empty_text(tmp_path: Path) -> None:
    """What is left empty in a form is not stated."""
    text = (
        '{"format": 1, "system": {"title": "a", "controller": "b", "start": null, "law": ""}, "parties": {"b": null}}'
    )
    overview = read(tmp_path, text, "d.json").overview
    assert (overview.start.standing, overview.law.standing) == (Standing.NOT_STATED, Standing.NOT_STATED)


def test_a_character_in_two_halves_is_one_and_moves_no_place(tmp_path: Path) -> None:
    """JSON's tools write characters beyond U+FFFF so; an editor shows the twelve characters of the file."""
    text = '{"format": 1, "system": {"title": "\\ud83d\\ude00 \\uD842\\uDFB7", "controler": "a", "controller": "b"}}'
    column, reference = text.index('"controler"') + 1, text.index('"b"') + 1
    assert told(tmp_path, text, "d.json") == [
        f"1:{column}: the key “controler” is not allowed here — did you mean “controller”?",
        f"1:{reference}: “b” is not declared in parties (当事者) — declare it there, or correct the name",
    ]
    parties = text.replace('"controler": "a", ', "").replace("}}", '}, "parties": {"b": {}}}')
    assert read(tmp_path, parties, "d.json").label == "😀 𠮷"


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    """No file can hold it."""
    text = '{"format": 1,\n "system": {"title": "\\ud83d"}}'
    assert told(tmp_path, text, "d.json") == [
        (
            "2:25: this cannot be read as YAML (“\\u” and these digits stand for no character) — "
            "check indentation, colons and quotation marks on this line and the one before"
        )
    ]


def test_problems_of_json_have_its_lines_and_columns(tmp_path: Path) -> None:
    """Also behind a tab, which is one character."""
    system = '"system":\t{"title": "a", "controller": "市", "status": "runing"}'
    text = f'{{\n\t"format": 1,\n\t{system},\n\t"parties": {{"市": {{}}, "市": {{}}}}\n}}'
    column = text.split("\n")[2].index('"runing"') + 1
    assert told(tmp_path, text, "d.json") == [
        f"3:{column}: “runing” is not known here — expected one of: planned (計画), trial (試行), current (現行)",
        "4:23: the key “市” appears twice; the first is on line 4 — keep one of them",
    ]


def test_json_without_an_end_is_refused(tmp_path: Path) -> None:
    """The place is where the text ends, the hint names where it began."""
    assert told(tmp_path, '{"format": 1,\n "system": {"title": "a"', "d.json") == [
        (
            "2:25: this cannot be read as YAML (a comma is missing, or a “{” is not closed) — "
            "it begins on line 2: check quotation marks, commas and brackets from there"
        )
    ]
