"""On which media does personal data travel or rest apart from the networks?"""

from collections.abc import Callable, Iterable, Iterator

import attrs

from dataflow_assess.plugin import Case, Facts, Hop, Node, Related, Statement, Step, Storage, Term, path, subject_of
from dataflow_assess_plugins.left_open import stamped, when
from dataflow_assess_plugins.texts import message


@attrs.frozen
class Carrier:
    """A medium with personal data.

    Attributes:
        node: the medium where it is a node of the description, else None.
        hops: the segments on which data goes to it, from it, or by it.
        storages: what rests on it.
        when: the cases in which it is used; empty when always.
    """

    node: Node | None
    hops: tuple[Hop, ...]
    storages: tuple[Storage, ...] = ()
    when: tuple[Case, ...] = ()

    @property
    def element(self) -> Node | Hop:
        """The medium, or the first segment on which one is used."""
        return self.node or self.hops[0]

    @property
    def name(self) -> str | Term:
        """The name of the medium, or the word for its kind."""
        if self.node is not None:
            return self.node.label
        return next(term for said in self.hops[0].medium.possible() if (term := said.value) is not None)

    def data(self, facts: Facts) -> tuple[str, ...]:
        """Return the names of the personal data on it, once each."""
        carried = [item for hop in self.hops for item in facts.graph.data_on(hop)]
        items = [facts.graph.item(item) for item in (*carried, *(i for each in self.storages for i in each.data))]
        return tuple(dict.fromkeys(item.label for item in items if item.personal))

    def trace(self, facts: Facts) -> tuple[Step, ...]:
        """Return the way on which it is used."""
        return path(facts, self.hops)

    def others(self) -> tuple[Related, ...]:
        """Return the segments that use it, but for the one that the finding is about, as further places."""
        return tuple(
            Related(message("used on {hop}", hop=hop.label), hop.place, subject_of(hop))
            for hop in self.hops
            if hop is not self.element
        )


def removable(facts: Facts) -> Iterator[Carrier]:
    """Yield the removable media: each node of such a kind, and the segments that use one without naming a node."""
    stored: dict[str, list[Storage]] = {}
    for storage in facts.system.storage:
        if facts.graph.holds_personal_data(storage):
            stored.setdefault(storage.node, []).append(storage)
    for node in facts.system.nodes:
        if node.is_a("removable"):
            hops = (*facts.graph.hops_into(node.id), *facts.graph.hops_from(node.id))
            personal = tuple(hop for hop in _in_order(hops) if _moves(facts, hop))
            if personal or node.id in stored:
                yield Carrier(node, personal, tuple(stored.get(node.id, ())))
    yield from _by_medium(facts, lambda hop: not _ends(facts, hop, "removable"), "removable")


def on_paper(facts: Facts) -> Iterator[Carrier]:
    """Yield the paper that data is printed on, posted on, or carried on from one place to another.

    What is handed to a person on the spot, and paper forms that are read in, are no transport.
    """
    for node in (node for node in facts.system.nodes if node.is_a("paper")):
        printed = [hop for hop in facts.graph.hops_into(node.id) if _moves(facts, hop)]
        if printed:
            leaving = [hop for hop in facts.graph.hops_from(node.id) if _moves(facts, hop)]
            yield Carrier(node, tuple(_in_order((*printed, *leaving))))
    yield from _by_medium(facts, lambda hop: _leaves(facts, hop), "paper")


def _moves(facts: Facts, hop: Hop) -> bool:
    """Tell whether personal data moves on a hop, and is not merely looked at or typed in."""
    medium = hop.medium.known()
    return facts.graph.carries_personal_data(hop) and not (medium is not None and medium.has("human"))


def _leaves(facts: Facts, hop: Hop) -> bool:
    if _ends(facts, hop, "paper"):
        return False
    if any(said.value is not None and said.value.en == "post" for said in hop.medium.possible()):
        return True
    places = facts.graph.place_of(hop.source), facts.graph.place_of(hop.target)
    return not _ends(facts, hop, "person") and places[0] is not places[1]


def _by_medium(facts: Facts, wanted: Callable[[Hop], bool], prop: str) -> Iterator[Carrier]:
    groups: dict[object, tuple[list[Hop], tuple[Case, ...]]] = {}
    for hop in facts.graph.hops():
        cases = () if hop.medium.is_silent else when(hop.medium, lambda said: _is(said, prop))
        if cases and facts.graph.carries_personal_data(hop) and wanted(hop):
            term = next(term for said in hop.medium.possible() if (term := said.value) and term.has(prop))
            groups.setdefault((_apart(hop, term), term, cases), ([], cases))[0].append(hop)
    for found, cases in groups.values():
        yield Carrier(None, tuple(found), when=stamped(cases))


def _apart(hop: Hop, term: Term) -> object:
    """Return what tells the uses of a medium apart: who posts, or between which two nodes it goes."""
    return hop.source if term.en == "post" else frozenset((hop.source, hop.target))


def _is(said: Statement[Term], prop: str) -> bool:
    return said.value is not None and said.value.has(prop)


def _ends(facts: Facts, hop: Hop, prop: str) -> bool:
    return any(facts.graph.node(end).is_a(prop) for end in (hop.source, hop.target))


def _in_order(hops: Iterable[Hop]) -> list[Hop]:
    return list({hop.id: hop for hop in hops}.values())
