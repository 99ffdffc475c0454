"""How is one fact of a description mended? Edits of the parsed description, as small data.

A file of ``mended/`` holds for each number of the acceptance table::

    F2:
      case: ai-ocr                      # the folder below the municipality of the file's name
      edits:                            # path, new value; the value ~ takes the key out
        - [[storage, USBメモリ, at-rest], aes]
        - [[measures, +], {text: …}]    # + appends to a list (and makes it)
      stays: [{rule: …, subject: …, kind: …, why: …}]  # what of it stays, for another number's sake
      gone: [{rule: …, subject: …, kind: …, why: …}]   # what else disappears with it, and why that is right
      new: [{rule: …, subject: …, kind: …, why: …}]    # what appears instead, and why that is right

A step of a path is a key, the number of an item of a list from 0, or the head of an item (`USBメモリ`, `A -> B`;
`USBメモリ#2` is the second with that head). Mappings on the way are made where they lack; a plain value on the
way becomes the value of a statement, so that evidence and the like can be added.
"""

import copy
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import yaml

from tests.cases.gallery import Atom, atom_of, description

FOLDER = Path(__file__).parent / "mended"


@attrs.frozen
class Mended:
    """A fact that is stated well.

    Attributes:
        number: of the acceptance table.
        case: the system.
        text: its description with the edits.
        stays: what of the number must stay, because another number shares it.
        gone, new: what else must disappear, and what must appear.
        reasons: why, for each of these.
    """

    number: str
    case: str
    text: str
    stays: Counter[Atom]
    gone: Counter[Atom]
    new: Counter[Atom]
    reasons: tuple[str, ...]


@cache
def mended() -> dict[str, Mended]:
    """Return all variants by number."""
    found: dict[str, Mended] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        for number, said in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            assert number not in found, number
            case = f"{path.stem}/{said['case']}"
            stays, gone, new = (said.get(key, []) for key in ("stays", "gone", "new"))
            found[number] = Mended(
                number,
                case,
                edited(description(case).read_text(encoding="utf-8"), said["edits"]),
                Counter(map(atom_of, stays)),
                Counter(map(atom_of, gone)),
                Counter(map(atom_of, new)),
                tuple(line["why"] for line in (*stays, *gone, *new)),
            )
    return found


def edited(text: str, edits: list[list[Any]]) -> str:
    """Return a description with all edits made, as YAML."""
    loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and mappings only
    for path, value in edits:
        _edit(loaded, path, value)
    return str(yaml.safe_dump(loaded, allow_unicode=True, sort_keys=False, width=10_000))


def _edit(root: Any, path: list[Any], value: Any) -> None:  # noqa: ANN401 - YAML
    holder, key = root, path[0]
    for following in path[1:]:
        holder, key = _entered(holder, key, following), following
    inside, key = _place(holder, key)
    if value is None and inside is not holder:
        holder.remove(inside)
        return
    holder = inside
    if value is None:
        del holder[key]
    elif key == "+":
        holder.append(copy.deepcopy(value))
    else:
        holder[key] = copy.deepcopy(value)


def _entered(holder: Any, step: Any, following: Any) -> Any:  # noqa: ANN401 - YAML
    """Return what stands under a step, made ready for the one after it."""
    holder, key = _place(holder, step)
    if isinstance(holder, dict) and key not in holder:
        holder[key] = [] if following == "+" else {}
    inner = holder[key]
    if following == "+" and not isinstance(inner, list):
        holder[key] = inner = [inner]
    elif isinstance(inner, str):
        holder[key] = inner = {"value": inner} if inner else {}
    return inner


def _place(holder: Any, step: Any) -> tuple[Any, Any]:  # noqa: ANN401 - YAML
    """Return the mapping or list that a step reaches into, and the key or number there."""
    if isinstance(holder, dict) or step == "+" or isinstance(step, int):
        return holder, step
    head, _, number = step.partition("#")
    with_head = [item for item in holder if isinstance(item, dict) and head in item]
    return with_head[int(number or 1) - 1], head
