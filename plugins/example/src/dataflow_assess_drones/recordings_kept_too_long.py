"""DRN-01: is a recording of a drone kept for longer than the ordinance allows?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Kind, Period, Severity, Source, Standing, Storage, rule
from dataflow_assess_drones.texts import message

LIMIT = 7
"""Days, by the ordinance."""

ORDINANCE = Source(
    "minato-drones-5",
    "Minato City, ordinance on drones",
    "みなと市無人航空機の利用に関する条例",
    "第5条",
    section_en="Article 5",
)


@rule(
    "DRN-01",
    title=message("Recording of a drone kept too long"),
    severity=Severity.ERROR,
    sources=[ORDINANCE],
)
def recordings_kept_too_long(facts: Facts) -> Iterator[Hit]:
    """What a drone has recorded is kept for more than seven days, or the papers do not say for how long.

    What:
        Every place where data rests that a drone sends out, whichever way it came there.
    Why:
        Who lives under the route did not choose to be recorded.
    Quiet:
        When the period is seven days or shorter, and for data that no drone sends.
    Ask:
        How long do you keep what the drone has seen?
    Bad:
        - 録画サーバ: {data: 空撮映像, keep: 30日}
    Good:
        - 録画サーバ: {data: 空撮映像, keep: 7日}
    Remedy:
        Shorten the period to seven days, or state it.
    """
    flights = [hop for hop in facts.graph.hops() if facts.graph.node(hop.source).is_a("flies")]
    recorded = {item for hop in flights for item in facts.graph.data_on(hop)}
    for storage in facts.system.storage:
        for item in storage.data:
            if item in recorded:
                yield from _judged(facts, storage, item)


def _judged(facts: Facts, storage: Storage, item: str) -> Iterator[Hit]:
    """Yield what is wrong with, or open about, the period: alternative by alternative where it is undecided."""
    keep = storage.keep.period
    given = {"item": facts.graph.item(item).label, "node": facts.graph.node(storage.node).label}
    if keep.standing is Standing.TO_CONFIRM:
        text = message("How long {item} is kept at {node} is still to be confirmed", **given)
        yield Hit(text, storage, kind=Kind.TO_CONFIRM, severity=Severity.QUESTION, place=keep.place, statement=keep)
    elif not keep.is_stated and not keep.alternatives:
        text = message("How long {item} is kept at {node} is not stated", **given)
        yield Hit(text, storage, kind=Kind.NOT_STATED, severity=Severity.WARNING, statement=keep)
    for index, said in enumerate(keep.possible()):
        if said.value is not None and _too_long(said.value):
            text = message("{item} is kept at {node} for {period}, longer than 7 days", period=said.value, **given)
            when = (((keep.choice, index),),) if keep.alternatives else ()
            yield Hit(text, storage, place=said.place, statement=said, when=when)


def _too_long(period: Period) -> bool:
    return period.kind == "indefinite" or (period.days is not None and period.days > LIMIT)
