"""Are the descriptions of the gallery read, and do they say the same in either spelling of their keys?"""

from pathlib import Path

import pytest

from dataflow_assess.reading import descriptions, read_file, read_source
from dataflow_assess.vocabulary import standard_vocabulary
from tests.unit.reading.spelt import bare, respelt

GALLERY = Path(__file__).parents[3] / "diagrams"
DESCRIPTIONS = [
    pytest.param(path, id="-".join(path.parts[-3:-1])) for path in sorted(GALLERY.glob("*/*/description.yaml"))
]


def test_the_gallery_is_found_as_a_folder() -> None:
    """Twenty systems of five municipalities."""
    found = descriptions([GALLERY])
    assert len(found) == len(DESCRIPTIONS) >= 20


@pytest.mark.parametrize("path", DESCRIPTIONS)
def test_a_description_of_the_gallery_is_read(path: Path) -> None:
    """Every hop of it has two ends that are declared."""
    system = read_file(path)
    nodes = {node.id for node in system.nodes}
    hops = [hop for flow in system.flows for hop in flow.hops]
    assert hops
    assert {end for hop in hops for end in (hop.source, hop.target)} <= nodes
    assert system.text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DESCRIPTIONS)
def test_a_description_translated_key_by_key_says_the_same(path: Path) -> None:
    """Nothing depends on which spelling an author prefers."""
    text = path.read_text(encoding="utf-8")
    japanese, english = respelt(text, "ja"), respelt(text, "en")
    keys = {key.en for key in standard_vocabulary().all_keys()}
    top = {line.partition(":")[0] for line in japanese.splitlines() if not line.startswith((" ", "-"))}
    assert "書式" in top
    assert not top & keys
    expected = bare(read_file(path))
    assert bare(read_source(japanese, "ja.yaml")) == expected
    assert bare(read_source(english, "en.yaml")) == expected
