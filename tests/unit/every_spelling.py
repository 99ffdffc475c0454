"""Which descriptions hold every key and word of the format, in each of its spellings?

They are made from the declarations of the model, so that a key that is added is tried without a word here.
"""

from collections.abc import Iterator

from dataflow_assess.model.shapes import Flag, Many, Part, Ref, Said, Section, Shape, WordOf, entries
from dataflow_assess.reading.statements import STATES
from dataflow_assess.vocabulary import Term, standard_vocabulary

WORDS = standard_vocabulary()
BASE = """\
format: 1
system: {title: T, controller: P}
parties: {P: {}, Q: {}}
zones: {Z: {}}
nodes: {A: {}, B: {}}
data: {D: {}}
flows: {F: {data: D, hops: [A -> B: {}]}}
"""
"""A description to which one more section is added at a time."""


def _heads(shape: Section) -> str:
    if shape.form == "arrow":
        return "P -> Q" if shape.concept == "parties" else "A -> B"
    return {"parties": "P", "nodes": "A"}.get(shape.concept, "X")


def _values(shape: Shape) -> Iterator[str]:
    """Yield a value of the shape in every spelling that it knows, as YAML."""
    match shape:
        case Said():
            yield from _values(shape.item)
            yield from (f'{{"{state}": {_plain(shape.item, state)}}}' for state in STATES)
            yield from (f'{{"{WORDS.key(state).ja}": {_plain(shape.item, state)}}}' for state in STATES)  # type: ignore[union-attr]
            yield from (spelt for term in WORDS.terms("standing")[1:] for spelt in _spellings(term))
        case Many():
            yield from _values(shape.item)
            yield f"[{_plain(shape.item)}, {_plain(shape.item)}]"
        case WordOf():
            yield from (f'"{spelt}"' for term in WORDS.terms(shape.category) for spelt in _spellings(term))
        case Flag():
            yield from ("true", "false", *(f'"{spelt}"' for term in WORDS.terms("flag") for spelt in _spellings(term)))
        case _:
            yield _plain(shape)


def _plain(shape: Shape, state: str = "value") -> str:
    """Return the simplest value of a shape, or of what goes with another state of a statement."""
    if state == "undecided":
        return f"[{_plain(shape)}, {_plain(shape)}]"
    if state != "value":
        return "words"
    match shape:
        case Ref():
            names = {"parties": "P", "zones": "Z", "nodes": "A", "data": "D", "flows": "F", "hops": '"A -> B"'}
            return names[shape.concepts[0]]
        case Many():
            return f"[{_plain(shape.item)}]"
        case WordOf():
            return WORDS.terms(shape.category)[0].en
        case Flag():
            return "true"
    return {"Date": "平成28年6月27日", "Span": "5年", "Count": "3"}.get(type(shape).__name__, "words")


def _spellings(term: Term) -> tuple[str, ...]:
    return (term.en, term.ja, *term.synonyms)


def _required(cls: type, but: str) -> str:
    """Return the required keys of a class with a value each, without the key ``but``."""
    rows = [(key, declared.shape) for key, (_, declared) in entries(cls).items() if declared.required and key != but]
    return "".join(
        f', "{key}": ' + ("[A -> B]" if isinstance(shape, Section) else _plain(_inner(shape))) for key, shape in rows
    )


def _inner(shape: Shape) -> Shape:
    return shape.item if isinstance(shape, Said) else shape


def bodies(cls: type) -> Iterator[str]:
    """Yield mappings of a class that together hold each of its keys in both spellings, with each of its values."""
    for key, (_, declared) in entries(cls).items():
        known = WORDS.key(key)
        assert known is not None
        shape, rest = declared.shape, _required(cls, key)
        match shape:
            case Section():
                values = list(sections(shape))
            case Part():
                main = entries(shape.of)[shape.main][1].shape if shape.main else None
                values = [*bodies(shape.of), *(_values(main) if main else ())]
            case _:
                values = list(_values(shape))
        for number, value in enumerate(values):
            spelt = known.ja if number % 2 else known.en
            yield f'{{"{spelt}": {value}{rest}}}'
        yield f'{{"{known.ja}": {values[0]}{rest}}}'


def sections(shape: Section) -> Iterator[str]:
    """Yield a list of elements with every value of every key, and one element in the other way of writing."""
    written = list(bodies(shape.of))
    if shape.form == "plain":
        yield f"[{', '.join(written)}]"
        yield written[0]
        return
    heads = [f"X{number}" if shape.form == "named" else _heads(shape) for number in range(len(written))]
    elements = [f'{{"{head}": {body}}}' for head, body in zip(heads, written, strict=True)]
    yield f"[{', '.join(elements)}]"
    yield elements[0]


def with_section(section: str, value: str) -> str:
    """Return the base with a section in place of its own; what the base refers to stays declared in JSON's way."""
    lines = [line for line in BASE.splitlines() if not line.startswith(f"{section}:")]
    own = {line.split(":")[0]: line.split(": ", 1)[1] for line in BASE.splitlines()}.get(section)
    if own and value.startswith("{"):
        value = f"{own[:-1]}, {value[1:]}"
    elif own:
        value = f"[{', '.join('{' + part + '}' for part in _parts(own))}, {value[1:]}"
    return "\n".join([*lines, f"{section}: {value}"]) + "\n"


def _parts(own: str) -> list[str]:
    return ["P: {}", "Q: {}"] if own.startswith("{P") else ["A: {}", "B: {}"] if own.startswith("{A") else [own[1:-1]]
