"""DEL-04: does data stay behind where it should only pass?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Node, Related, Severity, Statement, Storage, rule
from dataflow_assess_plugins.left_open import in_words, kind_of, severity_of
from dataflow_assess_plugins.retention.keeping import data_names, form, is_foreign_platform, open_at, others
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "DEL-04",
    title=message("Data left behind on the way"),
    severity=Severity.WARNING,
    sources=sources("line-guideline", "cwe-226"),
)
def residue_on_the_way(facts: Facts) -> Iterator[Hit]:
    """Data stays, or may stay, at a terminal, a relay or somebody else's service that it passes.

    What:
        A communication service that keeps what is said over it is an error. Logs, backups and caches at a node of
        which the papers also say that nothing stays, logs and caches of which neither the period nor the deletion is
        stated, and hosted services of which nobody says whether anything stays, are warnings. One node, one finding.
    Why:
        "Nothing stays" is said of the data people think of; the copies that nobody listed are those that leak.
    Quiet:
        When the papers say that nothing stays and nothing is listed there, when the period or the deletion of what
        stays is stated, for services that the controller runs itself, for what a service hands to a store beside it in
        the same data centre or cloud, and for data that is not personal.
    Ask:
        You say that nothing is left on the server; what of the logs and backups, and of what stays with LINE?
    Bad:
        - LINE: {data: やり取り}
    Good:
        - LINE: {kind: platform, keeps: nothing}
    Remedy:
        List what stays at each node on the way, for how long, and how it is deleted; do not let a communication
        service keep it.
    """
    stored: dict[str, list[Storage]] = {}
    for storage in facts.system.storage:
        if facts.graph.holds_personal_data(storage):
            stored.setdefault(storage.node, []).append(storage)
    passing = _passing(facts)
    for node in facts.system.nodes:
        left = stored.get(node.id, [])
        own = facts.graph.organisation_of(node).value == facts.system.overview.controller
        if left and is_foreign_platform(facts, node):
            yield _kept_by_a_platform(facts, node, left)
        elif contradicting := _contradicting(node, left):
            yield _contradiction(facts, node, contradicting)
        elif unlisted := [storage for storage in left if _is_left_open(storage)]:
            yield _left_behind(facts, node, unlisted)
        elif node.id in passing and not own:
            yield _may_stay(facts, node, passing[node.id])


def _passing(facts: Facts) -> dict[str, dict[str, None]]:
    """Return the personal data at nodes of which nobody says whether it stays: node → items."""
    found: dict[str, dict[str, None]] = {}
    stored = {(storage.node, item) for storage in facts.system.storage for item in storage.data}
    for item, residence in facts.residence.items():
        for rest in residence.rests:
            presumed = rest.storage is None and rest.item == item and facts.graph.item(item).personal
            if presumed and not _is_stored_beside(facts, rest.node, item, stored):
                found.setdefault(rest.node.id, {})[item] = None
    for node_id, item in facts.handling:
        keeps = facts.graph.node(node_id).keeps
        is_open = keeps.place is not None and not keeps.is_stated
        if is_open and facts.graph.item(item).personal and (node_id, item) not in stored:
            found.setdefault(node_id, {})[item] = None
    return found


def _is_stored_beside(facts: Facts, node: Node, item: str, stored: set[tuple[str, str]]) -> bool:
    """Tell whether a service hands an item to a store in the same zone, whose keeping is described."""
    return node.zone is not None and any(
        (hop.target, item) in stored and facts.graph.node(hop.target).zone == node.zone
        for hop in facts.graph.hops_from(node.id)
        if item in facts.graph.data_on(hop)
    )


def _contradicting(node: Node, left: list[Storage]) -> list[Storage]:
    keeps = node.keeps.value
    if keeps is None or keeps.en != "nothing":
        return []
    return [storage for storage in left if form(storage) != "temporary" or not storage.delete.when.is_stated]


def _is_left_open(storage: Storage) -> bool:
    delete, keep = storage.delete, storage.keep
    said: tuple[Statement[object], ...] = (delete.by, delete.when, delete.how, keep.period)
    return form(storage) in ("log", "cache") and not any(each.is_stated for each in said)


def _kept_by_a_platform(facts: Facts, node: Node, left: list[Storage]) -> Hit:
    text = message("{node}, a communication service of another party, keeps {data}", **_given(facts, node, left))
    return Hit(text, left[0], severity=Severity.ERROR, related=others(left[1:]))


def _contradiction(facts: Facts, node: Node, left: list[Storage]) -> Hit:
    forms = tuple(dict.fromkeys(term for storage in left if (term := storage.form.value) is not None))
    given = _given(facts, node, left)
    text = message("{data} stays behind at {node}", **given)
    if forms:
        text = message("{data} stays behind at {node} ({forms})", forms=forms, **given)
    claim: tuple[Related, ...] = ()
    if node.keeps.place is not None:
        claim = (Related(message("here nothing is said to stay"), node.keeps.place, context=True),)
    return Hit(text, left[0], related=(*others(left[1:]), *claim))


def _left_behind(facts: Facts, node: Node, left: list[Storage]) -> Hit:
    delete = left[0].delete
    said = next((each for each in (delete.when, delete.how) if not each.is_silent), delete.by)
    matter = message("How {data} left at {node} is erased", **_given(facts, node, left))
    return open_at(left, matter, said)


def _may_stay(facts: Facts, node: Node, items: dict[str, None]) -> Hit:
    labels = tuple(facts.graph.item(item).label for item in items)
    said = node.keeps
    return Hit(
        in_words(message("Whether {data} stays at {node}", node=node.label, data=labels), said),
        node,
        kind=kind_of(said),
        severity=severity_of(said),
        place=said.place,
        statement=said,
    )


def _given(facts: Facts, node: Node, left: list[Storage]) -> dict[str, object]:
    return {"node": node.label, "data": data_names(facts, left)}
