"""Which storages does this group ask about, who erases them, and how are they named in its findings?"""

from collections.abc import Iterable, Iterator, Sequence

from dataflow_assess.plugin import Facts, Hit, Message, Node, Party, Related, Statement, Storage, subject_of
from dataflow_assess_plugins.left_open import in_words, kind_of, severity_of
from dataflow_assess_plugins.texts import message

RESIDUAL = ("log", "cache", "backup")
"""Forms in which data stays behind beside the data that people work with."""
COPIES = (*RESIDUAL, "copy", "derived", "temporary", "paper")
"""Forms of what derives from an original."""


def form(storage: Storage) -> str:
    """Return the form in which data is stored, or "" where that is not stated."""
    stated = storage.form.known()
    return "" if stated is None else stated.en


def asked(facts: Facts) -> Iterator[Storage]:
    """Yield the storages of personal data of which period and deletion should be stated.

    Left out are the registers that the controller had before, which it keeps itself and to which nothing in the
    description brings the data, and what others' communication services keep, which should be nothing.
    """
    brought = {(hop.target, item) for hop in facts.graph.hops() for item in facts.graph.data_on(hop)}
    for storage in facts.system.storage:
        node = facts.graph.node(storage.node)
        if not facts.graph.holds_personal_data(storage) or is_foreign_platform(facts, node):
            continue
        is_fed = any((storage.node, item) in brought for item in storage.data)
        if is_fed or not _is_own_register(facts, storage):
            yield storage


def is_foreign_platform(facts: Facts, node: Node) -> bool:
    """Tell whether a node is a communication service that the controller does not run itself."""
    runs = facts.graph.organisation_of(node).value
    return node.is_a("communication") and runs != facts.system.overview.controller


def _is_own_register(facts: Facts, storage: Storage) -> bool:
    return form(storage) in ("original", "paper") and keeper(facts, storage) == facts.system.overview.controller


def keeper(facts: Facts, storage: Storage) -> str | None:
    """Return the party that runs the node at which data is stored; None where the papers do not say."""
    return facts.graph.organisation_of(facts.graph.node(storage.node)).value


def party_of(facts: Facts, identifier: str) -> str | None:
    """Return the party that a person, machine or party belongs to; None where the papers do not say."""
    found = party_or_node(facts, identifier)
    return found.id if isinstance(found, Party) else facts.graph.organisation_of(found).value


def party_or_node(facts: Facts, identifier: str) -> Party | Node:
    """Return the party with this identifier, or else the node."""
    try:
        return facts.graph.party(identifier)
    except KeyError:
        return facts.graph.node(identifier)


def node_name(facts: Facts, storage: Storage) -> str:
    """Return the name of the node at which data is stored."""
    return facts.graph.node(storage.node).label


def data_names(facts: Facts, storages: Iterable[Storage]) -> tuple[str, ...]:
    """Return the names of the personal data in the storages, once each."""
    items = (facts.graph.item(item) for storage in storages for item in storage.data)
    return tuple(dict.fromkeys(item.label for item in items if item.personal))


def others(storages: Iterable[Storage]) -> tuple[Related, ...]:
    """Return further storages as places of the same finding."""
    return tuple(
        Related(
            message("also {data} at {node}", data=storage.data, node=storage.node), storage.place, subject_of(storage)
        )
        for storage in storages
    )


def open_at(storages: Sequence[Storage], matter: Message, said: Statement[object]) -> Hit:
    """Return the hit about a matter that is open in the same way at all ``storages``, which are one finding."""
    return Hit(
        in_words(matter, said),
        storages[0],
        kind=kind_of(said),
        severity=severity_of(said),
        place=said.place,
        related=others(storages[1:]),
        statement=said,
    )
