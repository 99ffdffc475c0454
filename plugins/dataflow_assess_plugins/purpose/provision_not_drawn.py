"""PUR-02: do the papers speak of providing data to somebody to whom no flow leads?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Kind, Provision, Related, Severity, rule, subject_of
from dataflow_assess_plugins.purpose.uses import parties_of, personal
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "PUR-02",
    title=message("Provision without a flow"),
    severity=Severity.WARNING,
    sources=sources("act-70"),
)
def provision_not_drawn(facts: Facts) -> Iterator[Hit]:
    """The papers speak of providing personal data to a party, but no flow takes it there.

    What:
        Each party to whom data is provided is looked for at the ends of the segments that carry that data, what it
        derives from, or what derives from it. All provisions to one party are one finding, and so are
        all parties to whom the same data is to go.
    Why:
        What is not drawn is not asked about: by which way the data leaves, protected how, under which conditions, and
        who keeps the record.
    Quiet:
        Where a segment with the data leads to a node that the party runs or belongs to, also when that is only one of
        several undecided alternatives, and for data that is not personal.
    Ask:
        How does the data get there, under which conditions, and who records it?
    Bad:
        provisions: [警察: {data: 映像, basis: 刑事訴訟法第197条第2項}]
    Good:
        provisions: [警察: {data: 映像, basis: 刑事訴訟法第197条第2項}]
        flows: {照会への回答: {data: 映像, kind: provision, hops: [管理サーバ -> 警察署: {medium: disc}]}}
    Remedy:
        Draw the flow to the recipient: by which medium or line, protected how, under which conditions, recorded where.
    """
    arriving = _arriving(facts)
    missing: dict[str, tuple[dict[str, None], list[Provision]]] = {}
    for provision in facts.system.provisions:
        at_party = arriving.get(provision.target, set())
        items = dict.fromkeys(
            item.label
            for item in personal(facts, provision.data)
            if at_party.isdisjoint((item.id, *item.sources, *facts.graph.derived_from(item.id)))
        )
        if items:
            data, provisions = missing.setdefault(provision.target, ({}, []))
            data.update(items)
            provisions.append(provision)
    alike: dict[tuple[str, ...], list[Provision]] = {}
    for data, provisions in missing.values():
        alike.setdefault(tuple(data), []).extend(provisions)
    for labels, provisions in alike.items():
        recipients = tuple(dict.fromkeys(facts.graph.party(each.target).label for each in provisions))
        yield Hit(
            message(
                "The papers speak of providing {data} to {recipients}, but by which way is not stated: "
                "no flow leads there",
                data=labels,
                recipients=recipients,
            ),
            provisions[0],
            kind=Kind.NOT_STATED,
            related=tuple(
                Related(
                    message("also provided to {recipient}", recipient=facts.graph.party(provision.target).label),
                    provision.place,
                    subject_of(provision),
                )
                for provision in provisions[1:]
            ),
        )


def _arriving(facts: Facts) -> dict[str, set[str]]:
    """Return the items that segments take, or may take, to each party, by its identifier."""
    found: dict[str, set[str]] = {}
    for hop in facts.graph.hops():
        for party in parties_of(facts, facts.graph.node(hop.target)):
            found.setdefault(party, set()).update(facts.graph.data_on(hop))
    return found
