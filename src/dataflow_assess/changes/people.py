"""Which parties newly handle data, under which contracts, and who sees more than before?"""

from collections.abc import Collection, Iterator

from dataflow_assess.changes.change import Aspect, Change, Direction, versus
from dataflow_assess.changes.version import Version, identity, quoted, towards
from dataflow_assess.errors import Place
from dataflow_assess.facts import Level
from dataflow_assess.findings import Subject
from dataflow_assess.messages import Message, message
from dataflow_assess.model import Contract
from dataflow_assess.wording import LEVELS

_LEAST_FIRST = (Level.NOTHING, Level.CIPHERTEXT, Level.UNKNOWN, Level.UNDECIDED, Level.PLAINTEXT)
_Seen = dict[str, tuple[str, Level]]
"""Item → its name, and the most that a party sees of it."""


def party_changes(old: Version, new: Version) -> Iterator[Change]:
    """Yield the parties that newly handle personal data or no longer do, and those that see more or less of it."""
    controllers = {version.id("parties", version.system.overview.controller) for version in (old, new)}
    lasting = {old.id("data", item) for item in old.personal} & {new.id("data", item) for item in new.personal}
    for party, before, after in versus(_handled(old), _handled(new)):
        if party in controllers:
            continue
        if before is None and after is not None:
            subject, place = _party(new, party)
            text = message("{party} newly handles {items}", party=subject.name, items=_names(after))
            yield Change(Aspect.PARTY, Direction.NEW, subject, text, place)
        elif after is None and before is not None:
            subject, place = _party(old, party)
            text = message("{party} no longer handles {items}", party=subject.name, items=_names(before))
            yield Change(Aspect.PARTY, Direction.GONE, subject, text, place)
        elif before is not None and after is not None:
            yield from _seen(_party(new, party), _of(before, lasting), _of(after, lasting))


def _seen(who: tuple[Subject, Place | None], before: _Seen, after: _Seen) -> Iterator[Change]:
    subject, place = who
    for item in dict.fromkeys((*after, *before)):
        name = (after.get(item) or before[item])[0]
        was, now = (seen.get(item, ("", Level.NOTHING))[1] for seen in (before, after))
        if was is now:
            continue
        given = {"party": subject.name, "item": name, "before": LEVELS[was], "after": LEVELS[now]}
        more = _LEAST_FIRST.index(now) > _LEAST_FIRST.index(was)
        text = message("What {party} sees of {item}: {before}, now {after}", **given)
        direction = Direction.WORSE if more else Direction.BETTER
        about = Subject(subject.kind, f"{subject.id} × {item}", subject.name)
        yield Change(Aspect.SIGHT, direction, about, text, place, LEVELS[was], LEVELS[now])


def _handled(version: Version) -> dict[str, _Seen]:
    """Return what each party handles; the controller, and persons who stand for themselves, are none of them."""
    found: dict[str, _Seen] = {}
    for (seer, item), visibility in version.facts.visibility.items():
        if seer.kind == "party" and item in version.personal and visibility.level is not Level.NOTHING:
            held = found.setdefault(version.id("parties", seer.id), {})
            held[version.id("data", item)] = version.graph.item(item).label, visibility.level
    return found


def _party(version: Version, party: str) -> tuple[Subject, Place | None]:
    for each in version.system.parties:
        if version.id("parties", each.id) == party:
            return Subject("party", party, each.label), each.place
    return Subject("party", party, party), None


def _of(seen: _Seen, items: Collection[str]) -> _Seen:
    """Return what is seen of some items; of those that came or went it is told that they did."""
    return {item: sight for item, sight in seen.items() if item in items}


def _names(seen: _Seen) -> tuple[str, ...]:
    return tuple(name for name, _ in seen.values())


def contract_changes(old: Version, new: Version) -> Iterator[Change]:
    """Yield the contracts and subcontracts that came or went, and those whose consent or exit changed."""
    before, after = _contracts(old), _contracts(new)
    for key, was, now in versus(before, after, lambda one, other: _terms(one) == _terms(other)):
        contract = now or was
        assert contract is not None
        version = new if now else old
        aspect = Aspect.SUBCONTRACTOR if _is_subcontract(version, contract) else Aspect.CONTRACT
        ends = [version.graph.party(end).label for end in (contract.source, contract.target)]
        subject = Subject("contract", key, " → ".join(ends))
        if was is None or now is None:
            text = _came_or_went(aspect, ends, new=was is None)
            yield Change(aspect, Direction.NEW if was is None else Direction.GONE, subject, text, contract.place)
        else:
            yield from _changed_terms(subject, aspect, was, now)


def _came_or_went(aspect: Aspect, ends: list[str], *, new: bool) -> Message:
    given = {"giver": ends[0], "taker": ends[1]}
    if aspect is Aspect.SUBCONTRACTOR:
        if new:
            return message("{giver} newly passes work on to {taker} (subcontract)", **given)
        return message("{giver} no longer passes work on to {taker} (subcontract)", **given)
    if new:
        return message("New contract: {giver} → {taker}", **given)
    return message("No longer a contract: {giver} → {taker}", **given)


def _changed_terms(subject: Subject, aspect: Aspect, was: Contract, now: Contract) -> Iterator[Change]:
    matters = (
        (message("kind of contract"), was.kind, now.kind),
        (message("consent to subcontract"), was.consent, now.consent),
        (message("treatment of the data at the end"), was.exit, now.exit),
        (message("clauses"), was.clauses, now.clauses),
    )
    for what, before, after in matters:
        if identity(before) != identity(after):
            given = {"name": subject.name, "what": what, "before": quoted(before), "after": quoted(after)}
            text = message("Contract {name}, {what}: {before}, now {after}", **given)
            direction = towards(before, after)
            yield Change(aspect, direction, subject, text, now.place, quoted(before), quoted(after))


def _contracts(version: Version) -> dict[str, Contract]:
    return {version.contract(contract): contract for contract in version.system.contracts}


def _terms(contract: Contract) -> object:
    return tuple(identity(said) for said in (contract.kind, contract.consent, contract.exit, contract.clauses))


def _is_subcontract(version: Version, contract: Contract) -> bool:
    kind = contract.kind.value
    if kind is not None and kind.en == "subcontracting":
        return True
    processing = kind is None or kind.has("processing")
    return processing and contract.source != version.system.overview.controller
