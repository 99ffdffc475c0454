"""Which descriptions are there to start from? One file a pattern and language, beside this module."""

from pathlib import Path

PATTERNS = ("konbini", "saas", "lgwan-asp", "line", "camera")
"""What ``init --from`` takes; the general starter is another file, ``blank``."""


def starter(pattern: str | None, lang: str) -> str:
    """Return a description in ``lang`` ("ja" or "en") that can be read, with its open questions marked.

    Args:
        pattern: one of `PATTERNS`, or None for the general starter.
        lang: "ja" or "en".
    """
    return (Path(__file__).parent / lang / f"{pattern or 'blank'}.yaml").read_text(encoding="utf-8")
