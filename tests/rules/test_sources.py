"""Is every source complete, used and dated, and does every rule answer to controls of other frameworks?"""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dataflow_assess.loading import load_plugins

FOLDER = Path(__file__).parents[2] / "plugins" / "dataflow_assess_plugins"
SOURCES: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "sources.toml").read_text(encoding="utf-8"))
MAPPINGS: dict[str, Any] = tomllib.loads((FOLDER / "mappings.toml").read_text(encoding="utf-8"))
KEYS = {"en", "ja", "section", "edition", "checked", "url", "informative"}


@pytest.mark.parametrize("key", SOURCES)
def test_a_source_names_its_edition_and_when_it_was_compared(key: str) -> None:
    """What was not compared with the original informs only, and prints as 参考."""
    source = SOURCES[key]
    assert set(source) - {"section_en"} == KEYS
    assert source["en"]
    assert source["ja"]
    if source["checked"]:
        assert date.fromisoformat(source["checked"]).year > 2000
        assert source["edition"]
    else:
        assert source["informative"] is True
    assert not source["url"] or source["url"].startswith("https://")


def test_every_source_is_rested_on_and_none_is_cited_that_is_not_in_the_table() -> None:
    """A source that nobody cites ages unseen."""
    files = sorted(FOLDER.rglob("*.py"))
    quoted = {word for file in files for word in re.findall(r'"([a-z0-9-]+)"', file.read_text(encoding="utf-8"))}
    assert [key for key in SOURCES if key not in quoted] == []
    cited = {source.key for rule in load_plugins().rules for source in rule.sources}
    assert cited <= set(SOURCES)


def test_the_article_on_foreign_provision_is_not_cited_for_an_ordinary_cloud() -> None:
    """Article 71 speaks of provision abroad outside the purpose of use."""
    assert [key for key, source in SOURCES.items() if "第71条" in source["section"]] == []


def test_every_rule_is_mapped_to_controls_that_look_like_those_of_their_framework() -> None:
    """A council's members who know another framework find their way."""
    assert set(MAPPINGS["rules"]) == {rule.id for rule in load_plugins().rules}
    for row in MAPPINGS["rules"].values():
        assert set(row) <= set(MAPPINGS["frameworks"])
        for framework, controls in row.items():
            pattern = MAPPINGS["frameworks"][framework]["control"]
            assert controls
            assert [control for control in controls if not re.fullmatch(pattern, control)] == []


def test_a_mapping_that_was_not_compared_says_so() -> None:
    """As with sources."""
    for framework in MAPPINGS["frameworks"].values():
        assert set(framework) == {"title", "url", "checked", "control"}
        assert not framework["checked"] or date.fromisoformat(framework["checked"]).year > 2000
