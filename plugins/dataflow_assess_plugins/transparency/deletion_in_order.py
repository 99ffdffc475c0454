"""TRN-04: where do the papers show that deletion is settled?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Kind, Message, Node, Severity, Storage, read_period, rule
from dataflow_assess_plugins.left_open import says_none
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "TRN-04",
    title=message("Deletion shown to be in order"),
    severity=Severity.INFO,
    sources=sources("my-number-guideline-2e-d"),
)
def deletion_in_order(facts: Facts) -> Iterator[Hit]:
    """The papers say who deletes personal data and when, and how it is verified where somebody else deletes.

    What:
        Each storage of personal data for which this is settled is shown as a pass. It counts neither as an error nor
        as a warning. Where the controller deletes and does not say how that is verified, the pass says so.
    Why:
        What is in order should be seen as such, so that the meeting can turn to what is not.
    Quiet:
        When one of the statements is open, when somebody else than the controller deletes and nothing verifies it,
        when the data is kept without end or for a vague time, when the papers disagree, and for data that is not
        personal. Other copies of the same data are judged by themselves.
    Ask:
        Who deletes it, when, and how is that verified?
    Bad:
        - 会議の録画: {data: 録音・録画, delete: {when: 不要になったとき}}
    Good:
        - 会議の録画: {data: 録音・録画, keep: 議事録確定まで, delete: {by: 事務局, when: 議事録の確定後 直ちに}}
    Remedy:
        Nothing is to be done; keep the record of each deletion.
    """
    for storage in facts.system.storage:
        deleter = _settled_by(facts, storage) if facts.graph.holds_personal_data(storage) else None
        if deleter is not None:
            yield Hit(
                _text(facts, storage, deleter),
                storage,
                kind=Kind.PASS,
                place=storage.delete.by.place,
                statement=storage.delete.by,
            )


def _settled_by(facts: Facts, storage: Storage) -> str | None:
    """Return the name of the one who deletes where everything that is asked of the deletion is stated, else None."""
    by, when = storage.delete.by.known(), storage.delete.when.known()
    if by is None or when is None or says_none(storage.delete.when) or _has_no_end(storage, when):
        return None
    name, party = _deleter(facts, by)
    return name if party == facts.system.overview.controller or _verified(storage) else None


def _has_no_end(storage: Storage, when: str) -> bool:
    """Tell whether data is deleted at a vague time or not at all, or for how long it is kept is not settled."""
    kept = storage.keep.period
    periods = (read_period(when), *(() if kept.is_silent else (kept.known(),)))
    return any(period is None or period.kind in ("vague", "indefinite") for period in periods)


def _verified(storage: Storage) -> bool:
    return storage.delete.verify.known() is not None and not says_none(storage.delete.verify)


def _deleter(facts: Facts, identifier: str) -> tuple[str, str | None]:
    """Return the name of the person, machine or party that deletes, and the party it belongs to."""
    actor = facts.graph.actor(identifier)
    party = facts.graph.organisation_of(actor).value if isinstance(actor, Node) else actor.id
    return actor.label, party


def _text(facts: Facts, storage: Storage, by: str) -> Message:
    items = (facts.graph.item(item) for item in storage.data)
    given: dict[str, object] = {
        "by": by,
        "data": tuple(item.label for item in items if item.personal),
        "node": facts.graph.node(storage.node).label,
        "when": storage.delete.when.value,
    }
    if _verified(storage):
        given["verify"] = storage.delete.verify.value
        return message("{by} deletes {data} at {node}: {when}, verified by {verify}", **given)
    if storage.delete.verify.is_silent:
        return message("{by} deletes {data} at {node}: {when}; how that is verified is not stated", **given)
    return message("{by} deletes {data} at {node}: {when}", **given)
