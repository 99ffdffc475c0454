"""PTY-09: in which country, and where, do others keep personal data?"""

from collections.abc import Callable, Iterator

from dataflow_assess.plugin import (
    Facts,
    Hit,
    Node,
    Parameter,
    Party,
    Related,
    Severity,
    Statement,
    Term,
    Zone,
    rule,
    subject_of,
)
from dataflow_assess_plugins.contracting.holding import hosting_zones, is_hosted_by_others
from dataflow_assess_plugins.left_open import in_words, is_open, kind_of, severity_of, stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_IsForeign = Callable[[Statement[str]], bool]


@rule(
    "PTY-09",
    title=message("Abroad, or place unknown"),
    severity=Severity.WARNING,
    sources=sources("act-66", "my-number-guideline-2g", "line-guideline"),
    parameters=(
        Parameter(
            "domestic",
            ("日本", "日本国", "日本国内", "国内", "Japan", "JP"),
            message("How the papers write that a place is not abroad; capital letters do not matter."),
        ),
    ),
)
def place_unknown(facts: Facts, *, domestic: tuple[str, ...]) -> Iterator[Hit]:
    """Others keep personal data in a place or country that is not known, or abroad.

    What:
        For each service or data centre run by others: neither country nor place is known, or the country is foreign.
        A party under foreign law that handles data counts as well. Abroad is an error until a measure of the kind
        "external" (外的環境の把握) says what is known of that country's rules; the unknown is a warning.
    Why:
        In another country other authorities may demand the data, and the controller must know their rules.
    Quiet:
        For what the controller runs itself on its own premises, when the country is Japan, or when a place is named and
        no country.
    Ask:
        Is the data kept in Japan, and if not, what do we know of the rules there?
    Bad:
        データセンター: {kind: data-centre, location: {withheld: 安全管理のため}}
    Good:
        データセンター: {kind: data-centre, country: 日本}
    Remedy:
        Write at least the country; abroad, also its rules on personal data and the subcontractors there.
    """
    at_home = {name.lower() for name in domestic}

    def is_foreign(said: Statement[str]) -> bool:
        return said.value is not None and said.value.strip().lower() not in at_home

    places: dict[str, tuple[Zone | Node, list[Node]]] = {}
    for node in facts.holders:
        if is_hosted_by_others(facts, node):
            element = next(hosting_zones(facts, node), node)
            places.setdefault(f"{type(element).__name__} {element.id}", (element, []))[1].append(node)
    grasped = {
        name for measure in facts.system.measures if _is_external(measure.kind) for name in measure.about or ("",)
    }
    for element, nodes in places.values():
        known = {"", element.id, *(node.id for node in nodes)}
        yield from _of_place(facts, element, nodes, is_foreign, grasped=bool(grasped & known))
    for party in facts.system.parties:
        if party.id in facts.custody and not grasped & {"", party.id}:
            yield from _abroad(party, party.country, is_foreign)


def _is_external(kind: Term | None) -> bool:
    return kind is not None and kind.en == "external"


def _of_place(
    facts: Facts, element: Zone | Node, nodes: list[Node], is_foreign: _IsForeign, *, grasped: bool
) -> Iterator[Hit]:
    country = facts.graph.country_of(nodes[0])
    if not grasped:
        yield from _abroad(element, country, is_foreign)
    if not is_open(country):
        return
    place = _place_of(facts, nodes[0])
    if country.is_silent and not is_open(place):
        return
    if not country.is_silent and when(country, is_foreign) and not grasped:
        return
    said = country if place.is_silent else place
    yield Hit(
        in_words(message("In which country and where {element} keeps personal data", element=element.label), said),
        element,
        kind=kind_of(said),
        severity=severity_of(said),
        place=said.place,
        statement=said,
        related=tuple(
            Related(message("has personal data: {node}", node=node.label), node.place, subject_of(node), context=True)
            for node in _keeping(facts, nodes)
            if node is not element
        ),
    )


def _keeping(facts: Facts, nodes: list[Node]) -> list[Node]:
    """Return the nodes at which personal data rests; where none is known to keep any, all that have it in hand."""
    graph = facts.graph
    return [node for node in nodes if any(map(graph.holds_personal_data, graph.stored_at(node.id)))] or nodes


def _abroad(element: Zone | Node | Party, country: Statement[str], is_foreign: _IsForeign) -> Iterator[Hit]:
    if cases := when(country, is_foreign):
        names = tuple(dict.fromkeys(said.value for said in country.possible() if is_foreign(said)))
        given = {"element": element.label, "country": names}
        text = message("{element} keeps personal data abroad ({country})", **given)
        if isinstance(element, Party):
            text = message("{element}, which handles personal data, is under foreign law ({country})", **given)
        yield Hit(text, element, severity=Severity.ERROR, place=country.place, statement=country, when=stamped(cases))


def _place_of(facts: Facts, node: Node) -> Statement[str]:
    """Return the location stated for the innermost zone around a node that says, or that nothing is."""
    location = facts.graph.said_around(node.zone, lambda zone: zone.location)
    return facts.graph.country_of(node) if location.is_silent else location
