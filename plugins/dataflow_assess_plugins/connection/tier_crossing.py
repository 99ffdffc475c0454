"""CON-04: are tiers of the network connected without anything that guards the border?"""

from collections.abc import Iterator

from dataflow_assess.plugin import (
    Case,
    Facts,
    Hit,
    Hop,
    Kind,
    Parameter,
    Related,
    Severity,
    Standing,
    path,
    rule,
    subject_of,
)
from dataflow_assess_plugins.connection.borders import is_connection, is_guarded
from dataflow_assess_plugins.connection.tier_bridges import bridges
from dataflow_assess_plugins.connection.tiers import Links, Pair, devices, named, network_tiers, pair, tiers
from dataflow_assess_plugins.left_open import says_none, severity_of, stamped
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "CON-04",
    title=message("Tiers connected without a guard"),
    severity=Severity.ERROR,
    sources=sources("lg-security-2-3"),
    parameters=(
        Parameter(
            "connected",
            (),
            message("Pairs of tiers that may be connected without a guard, because it is approved elsewhere."),
            choices=("my-number/lgwan", "my-number/internet", "lgwan/internet"),
        ),
    ),
)
def tier_crossing(facts: Facts, *, connected: tuple[str, ...]) -> Iterator[Hit]:
    """Tiers of the network are connected, and neither sanitising nor access control is stated at the border.

    What:
        A hop from one tier into another, or over a network that leads into another. Hops between the same two tiers
        of which the same is said are one finding. Where the My Number tier is connected with another one through
        machines for which no tier is stated, the finding shows the way. What is stated to be missing is a violation.
        Where a firewall or gateway stands on the way and only what it lets through is left open, it is a warning.
    Why:
        The three tiers keep an attack from the Internet away from residents' records; each bridge undoes that.
    Quiet:
        When sanitising or access control is stated for a hop on the way, or for the firewall or gateway at its end;
        for what people carry or do by hand; and between machines that stand in no stated tier.
    Ask:
        How does the terminal relate to the core system, and what guards the border between the tiers?
    Bad:
        - 住民記録サーバ -> 申請受付サーバ: {sanitised: no}
    Good:
        - 申請受付サーバ -> 住民記録サーバ: {sanitised: yes, control: 特定通信(相手と通信を限定)}
    Remedy:
        Show in which tier each machine stands, and write how the border is guarded: restricted connection, sanitising.
    """
    links = Links(
        tuple(hop for hop in facts.graph.hops() if is_connection(hop) and not is_guarded(facts, hop)),
        tiers(facts),
        connected,
    )
    yield from _direct(facts, links)
    yield from bridges(facts, links)


def _direct(facts: Facts, links: Links) -> Iterator[Hit]:
    groups: dict[tuple[Pair, Kind, tuple[Case, ...]], list[Hop]] = {}
    for hop in links.unguarded:
        ends = {tier.en for end in (hop.source, hop.target) if (tier := links.tiers[end]) is not None}
        if len(ends) > 1:
            groups.setdefault((pair(*ends), _kind(hop), ()), []).append(hop)
        elif ends:
            for leads, cases in network_tiers(facts, hop).items():
                if leads not in ends:
                    groups.setdefault((pair(*ends, leads), _kind(hop), cases), []).append(hop)
    for (between, kind, cases), hops in groups.items():
        if "/".join(between) not in links.connected:
            yield _hit(facts, between, kind, hops, cases)


def _kind(hop: Hop) -> Kind:
    """Return what the papers say of the guard of a hop: that there is none, that it will be confirmed, or nothing."""
    if hop.sanitised.value is False or says_none(hop.control):
        return Kind.VIOLATION
    promised = Standing.TO_CONFIRM in (hop.sanitised.standing, hop.control.standing)
    return Kind.TO_CONFIRM if promised else Kind.NOT_STATED


def _hit(facts: Facts, tiers: Pair, kind: Kind, hops: list[Hop], cases: tuple[Case, ...]) -> Hit:
    hop = hops[0]
    said = hop.control if hop.sanitised.is_silent else hop.sanitised
    given = {"hop": hop.label, **named(tiers)}
    text = message("{hop} connects {inner} with {outer}, and it is not stated how the border is guarded", **given)
    guards = devices(facts, hops) if kind is Kind.NOT_STATED else ()
    if guards:
        text = message(
            "{hop} connects {inner} with {outer}, and it is not stated what {devices} lets through",
            devices=guards,
            **given,
        )
    elif kind is Kind.VIOLATION:
        text = message("{hop} connects {inner} with {outer} without sanitising or access control", **given)
    elif kind is Kind.TO_CONFIRM:
        text = message(
            "{hop} connects {inner} with {outer}, and it is still to be confirmed how the border is guarded", **given
        )
    return Hit(
        text,
        hop,
        kind=kind,
        severity=severity_of(said, Severity.WARNING if guards else None),
        place=said.place,
        statement=said,
        related=tuple(
            Related(message("also {hop}", hop=each.label), each.place, subject_of(each)) for each in hops[1:]
        ),
        trace=path(facts, hops),
        when=stamped(cases),
    )
