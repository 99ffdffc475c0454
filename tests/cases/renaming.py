"""How is a description told of another municipality, in another order and with the other spelling of its keys?"""

from collections.abc import Iterator
from typing import Any

import attrs
import yaml

from dataflow_assess.findings import Subject
from dataflow_assess.model import Element, System
from dataflow_assess.model.shapes import Section, entries
from dataflow_assess.rules import subject_of
from dataflow_assess.vocabulary import standard_vocabulary
from tests.unit.reading.spelt import respelt

_NAMED = ("parties", "zones", "nodes", "data", "flows", "papers")
_ARROW = " -> "
_NAMES = ("name", "aliases", "product", "department")


def rearranged(text: str) -> str:
    """Return the description with every identifier and name replaced, sections and entries reversed, keys respelt."""
    loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and mappings only
    loaded = _english(loaded)
    names = dict(_replacements(loaded))
    papers = sorted({*loaded.get("papers", {}), *_named_in(loaded.get("papers", {}))}, key=len, reverse=True)
    quoted = {paper: names[paper] for paper in papers}
    changed = {key: _reversed(value) for key, value in reversed(_renamed(loaded, names, quoted).items())}
    changed["system"] = {**dict(reversed(changed["system"].items())), "title": "港町における別の件名"}
    return respelt(str(yaml.safe_dump(changed, allow_unicode=True, sort_keys=False, width=10_000)), "ja")


def counterparts(before: System, after: System) -> dict[Subject, Subject]:
    """Return for each subject of the rearranged description the one of the original."""
    return {subject_of(new): subject_of(old) for old, new in _pairs(before, after, turned=True)} | {
        subject_of(after.overview.council): subject_of(before.overview.council),
        subject_of(after.overview): subject_of(before.overview),
    }


def _pairs(before: Element, after: Element, *, turned: bool) -> Iterator[tuple[Element, Element]]:
    yield before, after
    for name, declared in entries(type(before)).values():
        if isinstance(declared.shape, Section):
            olds, news = getattr(before, name), getattr(after, name)
            assert len(olds) == len(news), name
            for old, new in zip(olds, reversed(news) if turned else news, strict=True):
                yield from _pairs(old, new, turned=False)


def _replacements(loaded: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield for each identifier and name of the description another one."""
    words = [name for section in _NAMED for name in loaded.get(section, {})]
    words += [word for value in loaded.values() for word in _named_in(value)]
    yield from ((word, f"別称{number}号") for number, word in enumerate(dict.fromkeys(words), start=1))


def _named_in(value: Any) -> Iterator[str]:  # noqa: ANN401 - YAML
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in _NAMES:
                yield from _leaves(inner)
            else:
                yield from _named_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _named_in(inner)


def _leaves(value: Any) -> Iterator[str]:  # noqa: ANN401 - YAML
    """Yield the words that a name consists of: itself, or the items of a list, or the value of a statement."""
    if isinstance(value, str) and standard_vocabulary().term("standing", value) is None:
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    elif isinstance(value, dict):
        yield from _leaves(value.get("value", []))


def _renamed(value: Any, names: dict[str, str], quoted: dict[str, str]) -> Any:  # noqa: ANN401 - YAML
    if isinstance(value, dict):
        return {
            _word(key, names, quoted): inner if key == "purpose" else _renamed(inner, names, quoted)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_renamed(inner, names, quoted) for inner in value]
    return _word(value, names, quoted)


def _word(word: str, names: dict[str, str], quoted: dict[str, str]) -> str:
    """Return a word with the names replaced; papers are also quoted in the middle of a sentence."""
    if all(part not in names for part in word.split(_ARROW)):
        for paper, other in quoted.items():
            word = word.replace(paper, other)
    return _ARROW.join(names.get(part, part) for part in word.split(_ARROW))


def _reversed(section: Any) -> Any:  # noqa: ANN401 - YAML
    """Return a section with its entries in the other order."""
    if isinstance(section, dict):
        return dict(reversed(section.items()))
    return list(reversed(section)) if isinstance(section, list) else section


def _english(loaded: dict[str, Any]) -> dict[str, Any]:
    """Return the description with the English spelling of every key."""
    text = respelt(str(yaml.safe_dump(loaded, allow_unicode=True, sort_keys=False, width=10_000)), "en")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - as above
    return found


@attrs.frozen
class Told:
    """A finding apart from wording, place and which of its places comes first.

    Attributes:
        rule, kind, severity: of the finding.
        alternatives: how many options it holds under.
        subjects: all elements at fault.
    """

    rule: str
    kind: str
    severity: str
    alternatives: int
    subjects: frozenset[Subject]
