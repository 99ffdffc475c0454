"""DEL-02: does the controller learn that somebody else has really deleted the data?"""

from collections.abc import Iterator

from dataflow_assess.plugin import ALWAYS, Case, Facts, Hit, Kind, Message, Severity, Storage, rule
from dataflow_assess_plugins.left_open import alike, in_words, kind_of, says_none, severity_of, stamped
from dataflow_assess_plugins.retention.keeping import data_names, keeper, node_name, others, party_of, party_or_node
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "DEL-02",
    title=message("Deletion not verified"),
    severity=Severity.ERROR,
    sources=sources("my-number-guideline-2e-d", "nist-mp-6"),
)
def deletion_unverified(facts: Facts) -> Iterator[Hit]:
    """Somebody other than the controller deletes personal data, and how that is verified is not stated.

    What:
        A deletion is spoken of, the one who deletes is another party, or is not named and the data is in another
        party's hands, and no certificate, attendance or log is stated. That nothing is verified is a violation; a
        promise to confirm is an open question. All at one node is one finding.
    Why:
        A duty in a contract is not yet a deletion; the controller answers for data that was only said to be deleted.
    Quiet:
        When the controller itself deletes, when a way of verifying is stated, for data that is not personal, and when
        the papers say nothing at all on the deletion (DEL-01).
    Ask:
        How do you make sure that the vendor has deleted it, as the contract says?
    Bad:
        - キオスク端末: {data: 証明書, delete: {by: コンビニ事業者, when: 発行後, how: 自動消去}}
    Good:
        - キオスク端末: {data: 証明書, delete: {by: コンビニ事業者, when: 発行後, how: 自動消去, verify: 消去証明書}}
    Remedy:
        Have the deletion proved: by a certificate, by attendance, or by a log that the controller sees.
    """
    groups: dict[object, tuple[list[Storage], tuple[Case, ...]]] = {}
    for storage in facts.system.storage:
        delete = storage.delete
        spoken = any(said.place is not None for said in (delete.by, delete.when, delete.how, delete.verify))
        if not spoken or not facts.graph.holds_personal_data(storage):
            continue
        unverified = not delete.verify.is_stated or says_none(delete.verify)
        if unverified and (cases := _elsewhere(facts, storage)):
            said = delete.verify
            key = (storage.node, delete.by.value, alike(said), cases)
            groups.setdefault(key, ([], cases))[0].append(storage)
    for storages, cases in groups.values():
        said = storages[0].delete.verify
        yield Hit(
            _text(facts, storages),
            storages[0],
            kind=Kind.VIOLATION if said.is_stated else kind_of(said),
            severity=severity_of(said),
            place=said.place or storages[0].delete.by.place,
            related=others(storages[1:]),
            statement=said,
            when=stamped(cases),
        )


def _elsewhere(facts: Facts, storage: Storage) -> tuple[Case, ...]:
    """Return the cases in which somebody else deletes; the one who has the data where nobody is named."""
    controller, by = facts.system.overview.controller, storage.delete.by
    cases: list[Case] = []
    for index, said in enumerate(by.possible()):
        party = party_of(facts, said.value) if said.value is not None else keeper(facts, storage)
        if party != controller:
            cases.append(((by.choice, index),) if by.alternatives else ())
    return ALWAYS if len(cases) == len(list(by.possible())) else tuple(cases)


def _text(facts: Facts, storages: list[Storage]) -> Message:
    delete = storages[0].delete
    given = {"data": data_names(facts, storages), "node": node_name(facts, storages[0])}
    if says_none(delete.verify):
        return message(
            "Nothing verifies that {data} is deleted at {node} (“{verify}”)", verify=delete.verify.value, **given
        )
    named = (said.value for said in delete.by.possible() if said.value is not None)
    deleting = tuple(party_or_node(facts, by).label for by in named if _is_other(facts, by))
    if deleting == (given["node"],):
        matter = message("How it is verified that {node} deletes {data} by itself", **given)
    elif not deleting:
        matter = message("How the deletion of {data} at {node}, in other hands, is verified", **given)
    else:
        matter = message("How it is verified that {by} deletes {data} at {node}", by=deleting, **given)
    return in_words(matter, delete.verify)


def _is_other(facts: Facts, identifier: str) -> bool:
    return party_of(facts, identifier) != facts.system.overview.controller
