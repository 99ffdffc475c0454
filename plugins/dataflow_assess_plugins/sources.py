"""What do the first-party rules rest on? Law, guidelines and standards, read from ``sources.toml``."""

import tomllib
from functools import cache
from pathlib import Path

from dataflow_assess.plugin import Source


@cache
def _table() -> dict[str, dict[str, str | bool]]:
    return tomllib.loads((Path(__file__).parent / "sources.toml").read_text(encoding="utf-8"))


def sources(*keys: str) -> tuple[Source, ...]:
    """Return the sources with these keys, in this order; KeyError for a key that is not in the table."""
    return tuple(
        Source(
            key,
            str(_table()[key]["en"]),
            str(_table()[key]["ja"]),
            str(_table()[key]["section"]),
            bool(_table()[key]["informative"]),
            str(_table()[key].get("section_en", "")),
        )
        for key in keys
    )
