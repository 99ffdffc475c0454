"""ACC-06: can people who have no business with the data see it by the way?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Level, Node, Role, Severity, Sight, rule
from dataflow_assess_plugins.gaps import open_hits, was_raised
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ACC-06",
    title=message("Seen by bystanders"),
    severity=Severity.WARNING,
    sources=sources("special-clauses-1-2"),
)
def incidental_view(facts: Facts) -> Iterator[Hit]:
    """Somebody who is near the machine, such as a shop's staff, gets to see personal data.

    What:
        Nodes with bystanders who can see personal data there in plaintext, each node once with what is seen: what comes
        out on paper where anything does. Public
        machines that put personal data on paper are asked for bystanders when nothing is said of them.
    Why:
        When paper jams, somebody opens the machine, takes the sheet out and reads it; nobody bound them to secrecy,
        and nobody records what becomes of the sheet.
    Quiet:
        Where both the handling (control) and the record of it (record) are written for the node, where the papers
        name nobody, and at machines that put nothing on paper unless the papers raise bystanders.
    Ask:
        When the paper jams, who takes it out, do they see it, and what becomes of it?
    Bad:
        証明書の端末: {kind: kiosk, bystanders: [店員]}
    Good:
        証明書の端末: {kind: kiosk, bystanders: [店員], control: 店員は中を見ずに封をする, record: 廃棄の記録を市へ送る}
    Remedy:
        Write who handles it by which procedure, under which duty of secrecy, and who records its disposal.
    """
    sights = _sights(facts)
    for node in facts.system.nodes:
        if node.control.is_stated and node.record.is_stated:
            continue
        seen, said = sights.get(node.id, []), node.bystanders
        if seen:
            text = message(
                "{people} can see {data} at {node} by the way",
                people=_people(facts, node),
                data=tuple(dict.fromkeys(facts.graph.item(item).label for item, _ in seen)),
                node=node.label,
            )
            cases = tuple(dict.fromkeys(sight.when for _, sight in seen))
            yield Hit(text, node, place=said.place, statement=said, when=() if () in cases else cases)
        if was_raised(said) or _prints(facts, node):
            matter = message("Who else gets to see what comes out of {node}", node=node.label)
            yield from open_hits(said, matter, Hit(matter, node, place=said.place or node.place))


def _sights(facts: Facts) -> dict[str, list[tuple[str, Sight]]]:
    """Return the personal items that bystanders can see, each with how, by the identifier of the node."""
    found: dict[str, list[tuple[str, Sight]]] = {}
    for visible in facts.visibility.values():
        for sight in visible.sights:
            seen = sight.role is Role.BYSTANDER and sight.level is not Level.CIPHERTEXT
            if seen and facts.graph.item(visible.data).personal:
                found.setdefault(sight.element.id, []).append((visible.data, sight))
    return {node: [seen for seen in each if _shows(facts, node, seen[0])] for node, each in found.items()}


def _shows(facts: Facts, node: str, item: str) -> bool:
    """Tell whether an item comes out at a node: on paper where anything does, else in any way."""
    printed = _printed(facts, node)
    return item in printed or not printed


def _people(facts: Facts, node: Node) -> tuple[str, ...]:
    """Return the names of the bystanders of a node."""
    said = [one for option in node.bystanders.possible() for one in (option, *option.also)]
    return tuple(dict.fromkeys(facts.graph.actor(name).label for one in said for name in one.value or ()))


def _prints(facts: Facts, node: Node) -> bool:
    """Tell whether a public machine puts personal data on paper."""
    return node.is_a("self-service") and any(facts.graph.item(item).personal for item in _printed(facts, node.id))


def _printed(facts: Facts, node: str) -> set[str]:
    """Return the items that a node puts on paper."""
    found: set[str] = set()
    for hop in facts.graph.hops_from(node):
        medium, target = hop.medium.known(), facts.graph.node(hop.target)
        if (medium is not None and medium.has("paper")) or target.is_a("paper"):
            found.update(facts.graph.data_on(hop))
    return found
