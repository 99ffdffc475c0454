"""AVL-01: does the data rest at a single site that nothing replaces?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Related, Severity, Statement, Storage, rule, subject_of
from dataflow_assess_plugins.gaps import gaps, within
from dataflow_assess_plugins.left_open import when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "AVL-01",
    title=message("Single site"),
    severity=Severity.WARNING,
    sources=sources("act-66", "nist-cp-6", "nist-cp-9"),
)
def single_site(facts: Facts) -> Iterator[Hit]:
    """Personal data rests in a zone that has one site, and there is no second one.

    What:
        Zones that are stated, or may turn out, to have one site, with personal data at rest inside: a second site or
        mirror is stated not to exist, or nothing settles whether there is one. A zone that is stated to have no
        mirror counts also when the number of its sites is not stated.
    Why:
        After an earthquake or a flood the service stands still, and what had no copy elsewhere is lost.
    Quiet:
        Where there are several sites or a mirror is stated, where neither is spoken of, and where no personal data
        rests.
    Ask:
        If that data centre fails, where is the original, and how is the service brought back?
    Bad:
        データセンター: {kind: data-centre, sites: 1, mirror: なし}
    Good:
        データセンター: {kind: data-centre, sites: 1, mirror: 大阪のデータセンターへ毎日複製}
    Remedy:
        Write how the service is brought back, within what time, and where the original and its copies are.
    """
    resting: dict[str, list[Storage]] = {}
    for storage in facts.system.storage:
        if facts.graph.holds_personal_data(storage):
            for around in facts.graph.zones_around(facts.graph.node(storage.node).zone):
                resting.setdefault(around.id, []).append(storage)
    for zone in facts.system.zones:
        stored = resting.get(zone.id, [])
        single = when(zone.sites, _may_be_single)
        if stored and single and not (zone.sites.is_silent and zone.mirror.place is None):
            without = Hit(
                message("{zone} has a single site and no mirror", zone=zone.label),
                zone,
                place=zone.mirror.place or zone.sites.place,
                related=tuple(
                    Related(
                        message("rests there: {data}", data=storage.data),
                        storage.place,
                        subject_of(storage),
                        context=True,
                    )
                    for storage in stored
                ),
            )
            matter = message("A second site or mirror of {zone}", zone=zone.label)
            yield from within(single, gaps(zone.mirror, matter, without))


def _may_be_single(sites: Statement[int]) -> bool:
    """Tell whether no number above one is certain."""
    return any(one.value is None or one.value <= 1 for one in (sites, *sites.also))
