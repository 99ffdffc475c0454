"""Which paths does a pattern mean? ``*`` stays within a folder, ``**`` goes through any number of them."""

import re
from functools import cache

_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[!?\]?[^\]/]*\]|.", re.DOTALL)


def matches(path: str, pattern: str) -> bool:
    """Tell whether a path with forward slashes is meant by ``pattern``; a folder means what is below it."""
    return _compiled(pattern.removeprefix("./").rstrip("/")).match(path) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{''.join(map(_expression, _TOKEN.findall(pattern)))}(?:/.*)?\\Z", re.DOTALL)


def _expression(token: str) -> str:
    match token:
        case "**/":
            return "(?:[^/]+/)*"
        case "**":
            return ".*"
        case "*":
            return "[^/]*"
        case "?":
            return "[^/]"
    if len(token) > 1:
        inside = token[1:-1].replace("\\", "\\\\").replace("[", "\\[")
        return f"[^/{inside[1:]}]" if inside.startswith("!") else f"(?!/)[{inside}]"
    return re.escape(token)
