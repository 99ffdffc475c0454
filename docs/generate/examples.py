"""What kind of example is a block of YAML in a guide, and which description does a fragment belong to?"""

from typing import Any

import yaml
from docs.generate.transcripts import Block, blocks


def kind(block: Block) -> str:
    """Return what a block is.

    "complete", "fragment" (of the page's last complete description), "wrong" (a slip that is refused), "waivers" (a
    list of them) or "settings" (of another program).
    """
    for word in ("fragment", "waivers", "settings"):
        if word in block.words:
            return word
    return "wrong" if {"wrong", "cp932"} & set(block.words) else "complete"


def completed(page: str, fragment: Block) -> str:
    """Return the last complete description of ``page`` with ``fragment`` in place of what has the same name there."""
    whole = [block for block in blocks(page) if block.language == "yaml" and kind(block) == "complete"][-1]
    merged = _plain(whole)
    for section, added in _plain(fragment).items():
        held = merged.setdefault(section, type(added)())
        held.update(added) if isinstance(added, dict) else held.extend(added)
    return yaml.safe_dump(merged, allow_unicode=True, sort_keys=False)


def _plain(block: Block) -> dict[str, Any]:
    """Return a block's sections with every value as its text."""
    read: dict[str, Any] = yaml.load(block.body, yaml.BaseLoader)  # noqa: S506 - it builds nothing but text
    return read
