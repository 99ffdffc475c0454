"""RET-01: do the papers leave open how long personal data is kept somewhere?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Severity, Storage, rule
from dataflow_assess_plugins.left_open import alike
from dataflow_assess_plugins.retention.copies import has_body
from dataflow_assess_plugins.retention.keeping import asked, data_names, form, node_name, open_at
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "RET-01",
    title=message("No retention period"),
    severity=Severity.ERROR,
    sources=sources("act-61-2", "my-number-act-20", "my-number-guideline-4-3-4"),
)
def retention_unstated(facts: Facts) -> Iterator[Hit]:
    """Personal data is kept somewhere, and for how long is not stated.

    What:
        All that is kept at one node without a period is one finding. Silence, a promise to confirm, a refusal to
        disclose and a matter that is undecided are told apart; a promise is an open question.
    Why:
        Personal data may not be held beyond what the purpose needs, and without a period nobody can tell when that is.
    Quiet:
        When a period or the time of deletion is stated, for a register that the controller itself had before and that
        nothing here feeds, for data that is not personal, for what is there only while something is processed and of
        which nobody speaks of a period (DEL-01 asks when it is deleted), for backups of data kept elsewhere (RET-05),
        and for what a communication service of others keeps (DEL-04).
    Ask:
        How long is this information kept there, and from when do you count?
    Bad:
        - 受付サーバ: {data: 申込情報, form: original}
    Good:
        - 受付サーバ: {data: 申込情報, form: original, keep: {value: 1年, from: 受付日}}
    Remedy:
        Write for each place how long the data is kept and from when the period is counted.
    """
    groups: dict[object, list[Storage]] = {}
    for storage in asked(facts):
        said = storage.keep.period
        if said.is_stated or storage.delete.when.is_stated:
            continue
        if form(storage) == "backup" and has_body(facts, storage):
            continue
        if form(storage) == "temporary" and said.is_silent and not said.text:
            continue
        groups.setdefault((storage.node, alike(said)), []).append(storage)
    for storages in groups.values():
        said = storages[0].keep.period
        matter = message(
            "The retention period of {data} at {node}",
            data=data_names(facts, storages),
            node=node_name(facts, storages[0]),
        )
        yield open_at(storages, matter, said)
