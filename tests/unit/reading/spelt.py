"""How is a description written with the other spelling of every key?"""

from typing import Any

import attrs
import yaml

from dataflow_assess.errors import Place
from dataflow_assess.model import System
from dataflow_assess.model.shapes import Many, Part, Said, Section, entries
from dataflow_assess.reading.statements import STATEMENT_KEYS
from dataflow_assess.vocabulary import standard_vocabulary


def respelt(text: str, lang: str) -> str:
    """Return a description whose every key is spelt in ``lang``; names and values stay as they are."""
    loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and mappings only
    return str(yaml.safe_dump(_element(loaded, System, lang), allow_unicode=True, sort_keys=False, width=10_000))


def bare(value: Any) -> Any:  # noqa: ANN401 - whatever a model holds
    """Return what a model says, without places and without the text that it was read from."""
    if isinstance(value, tuple | list):
        return [bare(item) for item in value]
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items()}
    if isinstance(value, Place):
        return None
    if attrs.has(type(value)):
        shown = {field.name: bare(getattr(value, field.name)) for field in attrs.fields(type(value))}
        return {name: item for name, item in shown.items() if not (isinstance(value, System) and name == "text")}
    return value


def _key(spelling: str, lang: str) -> str:
    key = standard_vocabulary().key(spelling)
    assert key is not None, spelling
    return key.label(lang)


def _english(spelling: str) -> str:
    return _key(spelling, "en")


def _element(value: Any, cls: type, lang: str) -> Any:  # noqa: ANN401 - YAML
    if not isinstance(value, dict):
        return value or None
    fields = entries(cls)
    out = {}
    for spelling, inner in value.items():
        name = _english(spelling)
        if name == "undecided":
            out[_key(name, lang)] = [_element(option, cls, lang) for option in inner]
        elif name in fields:
            out[_key(name, lang)] = _shaped(inner, fields[name][1].shape, lang)
        else:
            out[_key(name, lang)] = inner
    return out


def _shaped(value: Any, shape: Any, lang: str) -> Any:  # noqa: ANN401 - YAML
    match shape:
        case Section(form="plain"):
            items = value if isinstance(value, list) else [value]
            return [_element(item, shape.of, lang) for item in items]
        case Section():
            if isinstance(value, list):
                return [_shaped(item, shape, lang) if isinstance(item, dict) else item for item in value]
            return {name: _element(inner, shape.of, lang) for name, inner in value.items()}
        case Part():
            if isinstance(value, dict) and {_english(name) for name in value} & set(STATEMENT_KEYS[:5]):
                main = entries(shape.of)[shape.main][1].shape
                rest = {name: inner for name, inner in value.items() if _english(name) in entries(shape.of)}
                stated = {name: inner for name, inner in value.items() if name not in rest}
                return _statement(stated, main, lang) | _element(rest, shape.of, lang)
            return _element(value, shape.of, lang)
        case Said():
            return _statement(value, shape, lang)
    return value


def _statement(value: Any, shape: Any, lang: str) -> Any:  # noqa: ANN401 - YAML
    if isinstance(value, list) and not isinstance(shape, Many):
        return [_statement(item, shape, lang) for item in value]
    if not isinstance(value, dict):
        return value
    nested = ("value", "undecided", "also", "corrects")
    return {
        _key(name, lang): _statement(inner, shape, lang) if _english(name) in nested else inner
        for name, inner in value.items()
    }
