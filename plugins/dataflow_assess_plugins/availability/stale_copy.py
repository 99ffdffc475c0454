"""AVL-02: are people told how old the data is that a periodic run brings?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Flow, Hit, Hop, Period, Severity, Statement, Term, path, rule
from dataflow_assess_plugins.gaps import gaps
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "AVL-02",
    title=message("Age of copied data not told"),
    severity=Severity.INFO,
    sources=sources("act-65"),
)
def stale_copy(facts: Facts) -> Iterator[Hit]:
    """Data is brought over at intervals, and people who rely on the copy are not told as of when it is.

    What:
        Flows with personal data that run in batches or at a stated interval, as a whole or on a segment, and of which
        it is not settled whether people are told the date. Each flow is one finding.
    Why:
        A certificate printed from yesterday's data is wrong on the day after a change, and nobody at the counter knows.
    Quiet:
        Where the date is shown, where data goes over at once, when the flow only fills a backup, and for data that is
        not personal.
    Ask:
        As of which day is the data shown here, and does the person see that?
    Bad:
        税情報の反映: {data: 税情報, trigger: batch, every: 1日, hops: [基幹システム -> 証明発行サーバ]}
    Good:
        税情報の反映: {data: 税情報, every: 1日, freshness: 反映日を印字, hops: [基幹システム -> 証明発行サーバ]}
    Remedy:
        Show as of which day the data is, or write at which intervals it is brought over.
    """
    for flow in facts.system.flows:
        hops = [hop for hop in _periodic(flow) if facts.graph.carries_personal_data(hop)]
        if hops and not all(_fills_backup(facts, hop) for hop in hops):
            interval = next((each.value for each in (flow.every, *(hop.every for hop in hops)) if each.value), None)
            without = Hit(
                message("{flow} brings data over at intervals, and nobody is told as of when it is", flow=flow.label),
                flow,
                place=flow.freshness.place or flow.place,
                trace=path(facts, hops),
            )
            matter = message("As of when the data is that {flow} brings over", flow=flow.label)
            if interval is not None:
                matter = message(
                    "As of when the data is that {flow} brings over ({every})", flow=flow.label, every=interval
                )
            yield from gaps(flow.freshness, matter, without)


def _periodic(flow: Flow) -> list[Hop]:
    """Return the segments that are passed in batches or at intervals: as stated for them, else for their flow."""
    whole = _at_intervals(flow.trigger, flow.every)
    return [
        hop
        for hop in flow.hops
        if (whole if hop.trigger.is_silent and hop.every.is_silent else _at_intervals(hop.trigger, hop.every))
    ]


def _at_intervals(trigger: Statement[Term], every: Statement[Period]) -> bool:
    if any(option.value is not None for option in every.possible()):
        return True
    return any(option.value is not None and option.value.en == "batch" for option in trigger.possible())


def _fills_backup(facts: Facts, hop: Hop) -> bool:
    """Tell whether what a segment carries rests at its end as a backup only."""
    items = set(facts.graph.data_on(hop))
    forms = [
        storage.form.known() for storage in facts.graph.stored_at(hop.target) if not items.isdisjoint(storage.data)
    ]
    return bool(forms) and all(form is not None and form.en == "backup" for form in forms)
