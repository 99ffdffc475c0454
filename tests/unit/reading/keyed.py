"""Where in a description does each key of each model class stand?

The declarations of the model are walked, so a new key is tried without anybody thinking of it.
"""

from functools import cache

import attrs

from dataflow_assess.model import (
    Certification,
    Claim,
    Condition,
    Contract,
    Council,
    DataItem,
    Deletion,
    Flow,
    Hop,
    Incident,
    Maintenance,
    Measure,
    Node,
    Overview,
    Paper,
    Party,
    Provision,
    Question,
    Retention,
    Seal,
    Storage,
    System,
    Waiver,
    Zone,
)
from dataflow_assess.model.shapes import Entry, Many, Part, Said, Section, Shape, entries

_AROUND = {
    System: "",
    Overview: "system:\n",
    Council: "system:\n  title: 窓口\n  controller: 市\n  council:\n",
    Party: "parties:\n  甲:\n",
    Contract: "contracts:\n  - 市 -> 会社:\n",
    Certification: "certifications:\n  - ISMAP:\n",
    Zone: "zones:\n  乙:\n",
    Node: "nodes:\n  丙:\n",
    Maintenance: "nodes:\n  丙:\n    maintainers:\n      - 会社:\n",
    DataItem: "data:\n  丁:\n",
    Flow: "flows:\n  戊:\n",
    Hop: "flows:\n  戊:\n    data: 氏名\n    hops:\n      - 端末 -> サーバ:\n",
    Seal: "flows:\n  戊:\n    data: 氏名\n    hops: [端末 -> サーバ]\n    sealed:\n      - 端末 -> サーバ:\n",
    Storage: "storage:\n  - 端末:\n",
    Retention: "storage:\n  - 端末:\n      data: 氏名\n      keep:\n",
    Deletion: "storage:\n  - 端末:\n      data: 氏名\n      delete:\n",
    Provision: "provisions:\n  - 会社:\n",
    Measure: "measures:\n",
    Claim: "claims:\n",
    Question: "questions:\n",
    Condition: "conditions:\n",
    Incident: "incidents:\n",
    Paper: "papers:\n  己:\n",
    Waiver: "nodes:\n  丙:\n    waive:\n      ENC-01:\n",
}
"""What stands above the keys of an element."""

_REQUIRED = {
    "title": "窓口",
    "controller": "市",
    "data": "氏名",
    "hops": "[端末 -> サーバ]",
    "text": "文",
    "ask": "問",
    "reason": "更新待ち",
    "system": "{title: 窓口, controller: 市}",
    "format": "1",
}
_DECLARED = {
    "parties": "  市:\n  会社:\n",
    "zones": "  庁内:\n",
    "nodes": "  端末:\n  サーバ:\n",
    "data": "  氏名:\n",
}


@attrs.frozen
class Spot:
    """One key of one class, and what a description looks like around it."""

    of: type
    attribute: str
    entry: Entry

    def __str__(self) -> str:
        return f"{self.of.__name__}-{self.entry.key}"

    @property
    def key(self) -> str:
        """The English spelling of the key."""
        return self.entry.key

    @property
    def stated(self) -> Shape:
        """The shape without what makes it a statement or a list."""
        shape = self.entry.shape
        shape = shape.item if isinstance(shape, Said) else shape
        return shape.item if isinstance(shape, Many) else shape

    @property
    def many(self) -> bool:
        """Whether a list may stand here."""
        shape = self.entry.shape
        return isinstance(shape.item if isinstance(shape, Said) else shape, Many)

    def written(self, value: str, key: str = "") -> tuple[str, int, int]:
        """Return a description with ``value`` at this key, and line and column at which the value stands."""
        around = _AROUND[self.of]
        section = around.partition(":")[0] or (self.key if self.key in _DECLARED else "")
        above = ["format: 1\n"] if self.key != "format" else []
        if section != "system" and self.key != "system":
            above.append("system: {title: 窓口, controller: 市}\n")
        above += [f"{name}:\n{lines}" for name, lines in _DECLARED.items() if name != section]
        last = around.rstrip("\n").rpartition("\n")[2]
        indent = " " * (len(last) - len(last.lstrip(" -")) + 2) if around else ""
        plain = last in {"measures:", "claims:", "questions:", "conditions:", "incidents:"}
        body = [
            f"{indent}{required.key}: {_REQUIRED[required.key]}\n"
            for _, required in entries(self.of).values()
            if required.required and required.key != self.key and self.of is not System
        ]
        body.append(f"{indent}{key or self.key}: {value}\n")
        if plain:
            body[0] = "  - " + body[0].lstrip()
            body[1:] = ["    " + line.lstrip() for line in body[1:]]
        if section in _DECLARED and around:
            head, _, rest = around.partition("\n")
            around = f"{head}\n{_DECLARED[section]}{rest}"
        text = "".join([*above, around, *body])
        lines = text.split("\n")
        return text, len(lines) - 1, lines[-2].index(f"{key or self.key}: ") + len(key or self.key) + 3


@cache
def spots() -> tuple[Spot, ...]:
    """Return every key of every class that a description can reach."""
    found: list[Spot] = []
    waiting: list[type] = [System]
    for cls in waiting:
        for attribute, declared in entries(cls).values():
            found.append(Spot(cls, attribute, declared))
            if isinstance(declared.shape, Part | Section) and declared.shape.of not in waiting:
                waiting.append(declared.shape.of)
    return tuple(found)
