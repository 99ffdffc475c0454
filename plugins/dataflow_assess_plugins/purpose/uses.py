"""For what is an item collected, to whom does it go, and which of the papers' provisions speaks of that?"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from dataflow_assess.plugin import Case, DataItem, Facts, Flow, Node, Provision, Statement, Term
from dataflow_assess_plugins.left_open import when

_CONSENTING = re.compile(
    r"^(.{1,40}?)(?:本人)?(?:の|による|からの)(?:同意|了解|承諾|許諾)|^consent (?:of|by) (.{1,60})$"
)
_ENTITLED = ("本人", "保護者", "親権者", "法定代理人", "後見人", "subject", "parent", "guardian", "themselves")
"""Those who may consent for themselves or, by law, for the person."""


def plain(words: str) -> str:
    """Return the words in the form in which they are compared: neither width nor punctuation matters."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return "".join(char for char in folded if char.isalnum())


def may_be(flow: Flow, *kinds: str) -> bool:
    """Tell whether a flow is, or may turn out to be, of one of the kinds or properties of kinds."""
    return bool(when_kind(flow, *kinds))


def when_kind(flow: Flow, *kinds: str) -> tuple[Case, ...]:
    """Return the cases in which a flow is of one of the kinds or properties of kinds."""
    if flow.kind.is_silent and not flow.kind.also:
        return ()
    return when(flow.kind, lambda said: any(_is_kind(each.value, kinds) for each in (said, *said.also)))


def _is_kind(kind: Term | None, kinds: tuple[str, ...]) -> bool:
    return kind is not None and (kind.en in kinds or not kind.properties.isdisjoint(kinds))


def personal(facts: Facts, items: Iterable[str]) -> tuple[DataItem, ...]:
    """Return the personal ones among the items with these identifiers, once each."""
    return tuple(item for item in map(facts.graph.item, dict.fromkeys(items)) if item.personal)


def purpose_of(facts: Facts, item: DataItem) -> str:
    """Return for what an item is there, as stated for it or for the items that it derives from; "" when silent."""
    seen: set[str] = set()
    ahead = [item]
    while ahead:
        at = ahead.pop()
        if at.purpose.known():
            return at.purpose.known() or ""
        seen.add(at.id)
        ahead.extend(facts.graph.item(source) for source in reversed(at.sources) if source not in seen)
    return ""


def collected_for(facts: Facts) -> dict[str, tuple[str, ...]]:
    """Return the purposes with which each item is collected, by its identifier, as flows of collection state them."""
    found: dict[str, list[str]] = {}
    for flow in facts.system.flows:
        purpose = flow.purpose.known()
        if purpose and may_be(flow, "collection"):
            for item in dict.fromkeys((*flow.data, *(each for hop in flow.hops for each in hop.data))):
                found.setdefault(item, []).append(purpose)
    return {item: tuple(purposes) for item, purposes in found.items()}


def ends(facts: Facts, flow: Flow) -> tuple[Node, ...]:
    """Return the nodes at which a flow ends: those that nothing of it leaves."""
    leaving = {hop.source for hop in flow.hops}
    targets = dict.fromkeys(hop.target for hop in flow.hops)
    last = [target for target in targets if target not in leaving] or [flow.hops[-1].target]
    return tuple(facts.graph.node(target) for target in last)


def parties_of(facts: Facts, node: Node) -> tuple[str, ...]:
    """Return the identifiers of the parties that a node belongs to, or may turn out to belong to."""
    said = facts.graph.organisation_of(node)
    return tuple(option.value for option in said.possible() if option.value is not None)


def provisions_to(facts: Facts, node: Node, items: Iterable[str]) -> Iterator[Provision]:
    """Yield what the papers say on provision of any of the items to whom a node belongs."""
    parties, wanted = set(parties_of(facts, node)), set(items)
    for provision in facts.system.provisions:
        if provision.target in parties and not wanted.isdisjoint(provision.data):
            yield provision


def is_subject(facts: Facts, item: DataItem, node: Node) -> bool:
    """Tell whether a node is, or belongs to, the person whose data an item is."""
    parties = parties_of(facts, node)
    names = {node.id, node.label, *parties}
    return (node.is_a("person") and node.party is None and _named(item, names)) or any(
        is_party_subject(facts, item, party) for party in parties
    )


def is_party_subject(facts: Facts, item: DataItem, party: str) -> bool:
    """Tell whether a party is the person whose data an item is; any individual is where no subject is stated."""
    for each in facts.system.parties:
        if each.id == party:
            return each.kind is not None and each.kind.has("individual") and _named(item, {each.id, each.label})
    return False


def _named(item: DataItem, names: set[str]) -> bool:
    return item.subjects.value is None or not names.isdisjoint(item.subjects.value)


def consenting_instead(said: Statement[str], item: DataItem) -> str:
    """Return who consents in place of the persons; "" where they do, or a legal representative, or nobody is named."""
    words = said.value or ""
    found = _CONSENTING.match(words)
    who = next((each for each in found.groups() if each), "") if found else ""
    entitled = (*_ENTITLED, *(item.subjects.value or ()))
    return "" if "本人" in words or any(plain(name) in plain(who) for name in entitled) else who


def undrawn_provisions(facts: Facts) -> Iterator[Provision]:
    """Yield what the papers say on provision that no flow of provision shows."""
    drawn = {
        provision.place
        for flow in facts.system.flows
        if may_be(flow, "provision")
        for node in ends(facts, flow)
        for provision in provisions_to(facts, node, flow.data)
    }
    yield from (provision for provision in facts.system.provisions if provision.place not in drawn)
