"""ENC-09: do the papers leave open whether stored data is encrypted?"""

from collections.abc import Iterator

from dataflow_assess.plugin import (
    Facts,
    Hit,
    Kind,
    Message,
    Related,
    Severity,
    Standing,
    Storage,
    rule,
    subject_of,
)
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ENC-09",
    title=message("Protection at rest not stated"),
    severity=Severity.WARNING,
    sources=sources("my-number-guideline-2f", "nist-sc-28", "cwe-311"),
)
def at_rest_unstated(facts: Facts) -> Iterator[Hit]:
    """Personal data rests somewhere, and whether it is encrypted there is not stated.

    What:
        All that rests at one node without such a statement is one finding.
    Why:
        Media are lost, disks are replaced and backups are copied; at-rest encryption decides what is lost with them.
    Quiet:
        For paper, for data that is not personal, where the node's own encryption is stated, and where the papers say that
        nothing is kept.
    Bad:
        - SDカード: {data: 映像, form: original}
    Good:
        - SDカード: {data: 映像, form: original, at-rest: AES, keys: 所管課が保管}
    Remedy:
        Write by which method the data is encrypted where it rests, and who holds the keys.
    """
    silent: dict[str, list[Storage]] = {}
    for storage in facts.system.storage:
        if facts.graph.holds_personal_data(storage) and _is_open(facts, storage):
            silent.setdefault(storage.node, []).append(storage)
    for node, storages in silent.items():
        first = storages[0]
        confirm = any(storage.at_rest.standing is Standing.TO_CONFIRM for storage in storages)
        items = dict.fromkeys(item for storage in storages for item in storage.data)
        data = tuple(facts.graph.item(item).label for item in items)
        yield Hit(
            _text(facts.graph.node(node).label, data, confirm=confirm),
            first,
            kind=Kind.TO_CONFIRM if confirm else Kind.NOT_STATED,
            severity=Severity.QUESTION if confirm else None,
            place=first.at_rest.place,
            related=tuple(
                Related(message("also rests there: {data}", data=storage.data), storage.place, subject_of(storage))
                for storage in storages[1:]
            ),
        )


def _is_open(facts: Facts, storage: Storage) -> bool:
    node = facts.graph.node(storage.node)
    paper = node.is_a("paper") or node.is_a("person")
    form = storage.form.known()
    if paper or (form is not None and form.has("paper")) or node.encryption.is_stated:
        return False
    return not storage.at_rest.is_stated or storage.at_rest.disagrees


def _text(node: str, data: tuple[str, ...], *, confirm: bool) -> Message:
    if confirm:
        return message("Whether {data} is encrypted at rest at {node} is to be confirmed", data=data, node=node)
    return message("Whether {data} is encrypted at rest at {node} is not stated", data=data, node=node)
