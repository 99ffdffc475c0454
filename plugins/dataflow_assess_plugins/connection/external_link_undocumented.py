"""CON-01: is a connection with somebody outside explained: by which line, how, and why?"""

from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import Facts, Hit, Hop, Message, Node, Related, Severity, Statement, path, rule, subject_of
from dataflow_assess_plugins.connection.borders import is_connection, is_outside
from dataflow_assess_plugins.connection.regime import BOTH, governing, is_under_act
from dataflow_assess_plugins.left_open import alike, in_words, is_open, kind_of, severity_of
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_MATTERS = {
    "line": message("network and method"),
    "network": message("network"),
    "method": message("method"),
    "control": message("access control"),
    "necessity": message("necessity"),
}


@rule(
    "CON-01",
    title=message("External connection not explained"),
    severity=Severity.WARNING,
    sources=sources(*BOTH),
)
def external_link_undocumented(facts: Facts) -> Iterator[Hit]:
    """The controller's machines are connected with those of somebody else, and how or why is left open.

    What:
        For each other organisation that has personal data: the network or method of the connection, and why it is
        needed. All hops between the two in which the same is open are one finding; what is undecided, promised or
        withheld is told from silence.
    Why:
        A council can judge a connection only when it knows the other side, the line and the need.
    Quiet:
        When a network, method or medium and a necessity (of the hop or of the system) are stated; for hops that
        people carry or do by hand, between others, with individuals, and where the operator is not stated (PTY-02).
    Ask:
        With whom are we connected, by which line, and why is that needed?
    Bad:
        - 区の端末 -> 管理システム: {network: undecided}
    Good:
        - 区の端末 -> 管理システム: {network: leased-line, method: 画面の照会, necessity: 窓口での照会}
    Remedy:
        Make a table of external connections: other party, network, method, data, access control, necessity.
    """
    networked = {node.id for node in facts.system.nodes if _is_in_network(facts, node)}
    for border in _borders(facts).values():
        openings: dict[tuple[object, ...], _Opening] = {}
        for hop in border.hops:
            for matter, said in _left_open(facts, hop, networked):
                options = tuple([option.value for option in said.alternatives])
                key = (alike(said), options, is_open(said) and said.value)
                opening = openings.get(key)
                if opening is None:
                    opening = openings[key] = _Opening(said)
                opening.matters[matter] = None
                opening.hops[hop.id] = hop
        for opening in openings.values():
            yield _hit(facts, border, opening)


@attrs.define
class _Border:
    """The connections between the controller and one other organisation."""

    other: str
    hops: list[Hop] = attrs.field(factory=list)


@attrs.define
class _Opening:
    """What is left open in one way at one border."""

    said: Statement[object]
    matters: dict[str, None] = attrs.field(factory=dict)
    hops: dict[str, Hop] = attrs.field(factory=dict)


def _borders(facts: Facts) -> dict[str, _Border]:
    """Return the borders at whose other side personal data is, by the organisation or the node nobody is named for."""
    holding = {_other(facts, node.id) for node in facts.holders}
    individuals = {each.id for each in facts.system.parties if each.kind is not None and each.kind.has("individual")}
    outside = {node.id for node in facts.system.nodes if is_outside(facts, node)}
    inside = {node.id for node in facts.system.nodes if _is_inside(facts, node)}
    found: dict[str, _Border] = {}
    for hop in facts.graph.hops():
        ends = (hop.source, hop.target)
        beyond = [end for end in ends if end in outside]
        if len(beyond) == 1 and not inside.isdisjoint(ends) and is_connection(hop):
            other = _other(facts, beyond[0])
            if other in holding and other not in individuals:
                label = facts.graph.actor(other).label
                found.setdefault(other, _Border(label)).hops.append(hop)
    return found


def _is_inside(facts: Facts, node: Node) -> bool:
    organisation = facts.graph.organisation_of(node)
    return any(said.value == facts.system.overview.controller for said in organisation.possible())


def _other(facts: Facts, node: str) -> str:
    return facts.graph.organisation_of(facts.graph.node(node)).value or node


def _left_open(facts: Facts, hop: Hop, networked: set[str]) -> Iterator[tuple[str, Statement[object]]]:
    silent = hop.network.is_silent and hop.method.is_silent and hop.medium.is_silent
    if silent and networked.isdisjoint((hop.source, hop.target)):
        yield "line", hop.network
    for matter, said in (("network", hop.network), ("method", hop.method), ("control", hop.control)):
        if not said.is_silent and is_open(said):
            yield matter, said
    overview = facts.system.overview
    need = overview.necessity if hop.necessity.is_silent else hop.necessity
    if is_open(need):
        yield "necessity", need


def _is_in_network(facts: Facts, node: Node) -> bool:
    """Tell whether a node stands in a network, so that it is clear which one its connections run over."""
    return any(zone.kind is not None and zone.kind.has("network") for zone in facts.graph.zones_around(node.zone))


def _hit(facts: Facts, border: _Border, opening: _Opening) -> Hit:
    hops = list(opening.hops.values())
    given: dict[str, object] = {
        "matters": tuple(_MATTERS[matter] for matter in opening.matters),
        "controller": facts.graph.party(facts.system.overview.controller).label,
        "other": border.other,
    }
    said = opening.said
    return Hit(
        in_words(_matter(facts, given), said),
        hops[0],
        kind=kind_of(said),
        severity=severity_of(said),
        place=said.place,
        statement=said,
        related=tuple(Related(message("also {hop}", hop=hop.label), hop.place, subject_of(hop)) for hop in hops[1:]),
        trace=path(facts, hops),
        sources=governing(facts),
    )


def _matter(facts: Facts, given: dict[str, object]) -> Message:
    if is_under_act(facts):
        return message("The external connection of {controller} with {other} ({matters})", **given)
    return message("The computer connection of {controller} with {other} ({matters})", **given)
