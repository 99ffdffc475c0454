"""How is a description of format 1 read from a file or text, with all problems at once?"""

from itertools import pairwise
from pathlib import Path

import attrs

from dataflow_assess.collecting import uncollected
from dataflow_assess.errors import DescriptionFault, Place, Problem
from dataflow_assess.messages import message
from dataflow_assess.model import Flow, Hop, System, Zone
from dataflow_assess.model.shapes import Section, entries
from dataflow_assess.reading.context import Context, described
from dataflow_assess.reading.document import Mapping, Scalar, Sequence, Value
from dataflow_assess.reading.events import build
from dataflow_assess.reading.sections import Head
from dataflow_assess.reading.source import decode, read_text, slip_in_key
from dataflow_assess.reading.structure import read_element
from dataflow_assess.vocabulary import Vocabulary, standard_vocabulary

FORMAT = 1


def read_file(path: Path | str, vocabulary: Vocabulary | None = None) -> System:
    """Return the system described in a YAML or JSON file.

    Raises:
        DescriptionFault: with every problem found, each with its place.
    """
    shown = Path(path).as_posix()
    return read_source(read_text(Path(path), shown), shown, vocabulary)


def read_bytes(raw: bytes, shown: str, vocabulary: Vocabulary | None = None) -> System:
    """Return the system described in ``raw``, for example standard input; ``shown`` names it in messages."""
    return read_source(decode(raw, shown), shown, vocabulary)


def read_source(text: str, shown: str, vocabulary: Vocabulary | None = None) -> System:
    """Return the system described in ``text``.

    Args:
        text: YAML, or JSON when ``shown`` ends in ``.json``.
        shown: the name of the file, for places and messages.
        vocabulary: the words in force; those of format 1 when None.

    Raises:
        DescriptionFault: with every problem found, each with its place.
    """
    ctx = Context(shown, vocabulary or standard_vocabulary())
    with uncollected():
        system = _system(text, ctx)
    if ctx.problems:
        raise ctx.problems.fault()
    return attrs.evolve(system, flows=_named(system), choices=ctx.choices, text=text)


def _system(text: str, ctx: Context) -> System:
    """Return what could be read of the description; its problems are in ``ctx``."""
    shown = ctx.shown
    root = build(text, shown, ctx.problems, json=shown.lower().endswith(".json"))
    if not isinstance(root, Mapping):
        found = message("found {found}", found=described(root))
        hint = message("a description begins with “format: 1” and has sections such as system, nodes and flows")
        ctx.problem(root, found, (slip_in_key(root.text) if isinstance(root, Scalar) else None) or hint)
        raise ctx.problems.fault()
    check_format(root, ctx)
    ctx.identifiers = _identifiers(root, ctx)
    start = Place(shown, 1, 1, 1, 1)
    system: System = read_element(System, root, ctx, Head("", start))
    _check_arrows(system, ctx)
    _check_zones(system.zones, ctx)
    return system


def _named(system: System) -> tuple[Flow, ...]:
    """Return the flows, with the names of nodes on the hops whose ends are shown under another name."""
    names = {node.id: node.label for node in system.nodes if node.label != node.id}

    def named(hop: Hop) -> Hop:
        if hop.source not in names and hop.target not in names:
            return hop
        return attrs.evolve(hop, ends=(names.get(hop.source, hop.source), names.get(hop.target, hop.target)))

    if not names:
        return system.flows
    return tuple(attrs.evolve(flow, hops=tuple(map(named, flow.hops))) for flow in system.flows)


def check_format(root: Mapping, ctx: Context) -> None:
    """Stop at once at another version: its keys may mean something else."""
    for label, value in root:
        key = ctx.vocabulary.key(label.text)
        if key is None or key.en != "format" or (isinstance(value, Scalar) and value.is_blank):
            continue
        if not isinstance(value, Scalar) or value.text.strip() != str(FORMAT):
            found = message("{found} is not a known version of the format", found=described(value))
            raise DescriptionFault([Problem(found, value.place(ctx.shown), message("write “format: 1”"))])


def _identifiers(root: Mapping, ctx: Context) -> dict[str, set[str]]:
    """Return the identifiers that each named section declares, before anything refers to them."""
    declared: dict[str, set[str]] = {}
    fields = entries(System)
    for label, value in root:
        key = ctx.vocabulary.key(label.text)
        shape = fields[key.en][1].shape if key and key.en in fields else None
        if key and isinstance(shape, Section) and shape.form == "named":
            declared.setdefault(key.en, set()).update(_names(value))
    return declared


def _names(value: Value) -> list[str]:
    items = value.items if isinstance(value, Sequence) else [value]
    names = [label.text.strip() for item in items if isinstance(item, Mapping) for label, _ in item]
    return names + [item.text.strip() for item in items if isinstance(item, Scalar)]


def _check_arrows(system: System, ctx: Context) -> None:
    """Note arrows that name no hop and no contract."""
    if not ctx.arrows:
        return
    known = {(hop.source, hop.target) for flow in system.flows for hop in flow.hops}
    known |= {(contract.source, contract.target) for contract in system.contracts}
    for ends, value in ctx.arrows:
        for pair in pairwise(ends):
            if pair not in known:
                found = message("no segment or contract runs {arrow}", arrow=" → ".join(pair))
                ctx.problem(value, found, message("correct the arrow, or add the segment to a flow"))


def _check_zones(zones: tuple[Zone, ...], ctx: Context) -> None:
    """Note every ring of zones that stand in one another, once."""
    parents = {zone.id: zone.parent for zone in zones}
    places = {zone.id: zone.place for zone in zones}
    settled: set[str] = set()
    for start in parents:
        trail: list[str] = []
        at: str | None = start
        while at is not None and at not in settled and at not in trail:
            trail.append(at)
            at = parents.get(at)
        if at is not None and at in trail:
            ring = (*trail[trail.index(at) :], at)
            found = message("zones contain one another in a circle: {ring}", ring=" → ".join(ring))
            ctx.problems.note(Problem(found, places[at], message("remove “in” from one of them")))
        settled.update(trail)
