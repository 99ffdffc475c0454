"""Which storage is the body of an item, and which are copies of it?"""

from dataflow_assess.plugin import Facts, Storage
from dataflow_assess_plugins.retention.keeping import COPIES, form


def bodies(facts: Facts, item: str) -> tuple[Storage, ...]:
    """Return the storages that people work with: the originals, else those that are no copies of others."""
    own = [rest.storage for rest in facts.residence[item].rests if rest.storage is not None and rest.item == item]
    originals = tuple(storage for storage in own if form(storage) == "original")
    return originals or tuple(storage for storage in own if form(storage) in ("", "temporary"))


def copies(facts: Facts, item: str) -> tuple[Storage, ...]:
    """Return the storages of copies of an item and of what derives from it, bodies left out."""
    own = {storage.id for storage in bodies(facts, item)}
    found = (rest.storage for rest in facts.residence[item].rests)
    return tuple(
        storage for storage in found if storage is not None and form(storage) in COPIES and storage.id not in own
    )


def has_body(facts: Facts, storage: Storage) -> bool:
    """Tell whether anything in a storage is also kept as a body."""
    return any(bodies(facts, item) for item in storage.data)
