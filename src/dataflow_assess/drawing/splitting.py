"""Into which pictures is one split that no single page can hold?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from dataflow_assess.drawing.gathering import gathered
from dataflow_assess.drawing.grouping import Group
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.picture import Arrow, Card, Finding, Icon, Picture, Row, Zone
from dataflow_assess.drawing.words import meaning, say

ARROWS: Final = 18
"""About so many arrows are legible on one A4 page."""

_STUBS: Final = 5  # other pages that a page points to one by one
_REST: Final = -1


def overview(picture: Picture) -> Picture:
    """Return the picture with one arrow for all of a state that go the same way."""
    arrows = gathered(picture.arrows, lambda arrow: (arrow.source, arrow.target, arrow.state), picture.language)
    subtitle = say("gathered", picture.language) if len(arrows) < len(picture.arrows) else picture.subtitle
    return attrs.evolve(picture, subtitle=subtitle, arrows=arrows)


def collapsed(network: Network, groups: Sequence[Group], pages: Mapping[int, int]) -> Picture:
    """Return the picture with one card for every group of cards.

    Args:
        network: the whole.
        groups: what has a page of its own.
        pages: group → the number of its page.
    """
    picture = network.picture
    home = {card: f"group-{index}" for index, group in enumerate(groups) for card in group.cards}
    cards = tuple(_zone_card(network, index, group, home, pages[index]) for index, group in enumerate(groups))
    return _drawn(network, cards, home, say("overview", picture.language))


def by_style(network: Network, groups: Sequence[Group], pages: Mapping[int, int]) -> Picture:
    """Return the picture with one card for all groups that the same kind of body answers for.

    Args and returns are those of `collapsed`.
    """
    picture, language = network.picture, network.picture.language
    kinds: dict[str, list[int]] = {}
    for index, group in enumerate(groups):
        style = None if group.zone is None else picture.zones[group.zone].style
        kinds.setdefault(say("outside", language) if style is None else meaning(style, language), []).append(index)
    home: dict[int, str] = {}
    cards = []
    for place, (label, members) in enumerate(kinds.items()):
        home |= {card: f"kind-{place}" for index in members for card in groups[index].cards}
        count = sum(len(groups[index].cards) for index in members)
        rows = [Row(say("zones", language).format(len(members))), Row(say("machines", language).format(count))]
        rows.append(_page_row([pages[index] for index in members], language))
        cards.append(Card(f"kind-{place}", label, Icon.ELSEWHERE, rows=tuple(rows)))
    return _drawn(network, tuple(cards), home, say("overview", language))


def of_item(network: Network, item: Picture, groups: Sequence[Group], pages: Mapping[int, int]) -> Picture:
    """Return the picture of a data item with one card for every group that it touches.

    Args and returns are those of `collapsed`; ``item`` is what that data item touches, drawn in full.
    """
    numbers = {arrow.number for arrow in item.arrows}
    arrows = tuple(arrow for arrow in network.picture.arrows if arrow.number in numbers)
    findings = tuple(_in_view(network.picture, numbers, set()))
    narrowed = Network(attrs.evolve(network.picture, arrows=arrows, findings=findings))
    made = collapsed(narrowed, groups, pages)
    touched = {end for arrow in made.arrows for end in (arrow.source, arrow.target)}
    cards = tuple(card for card in made.cards if card.id in touched) or made.cards[:1]
    return attrs.evolve(made, cards=cards, subtitle=item.subtitle)


def part(network: Network, groups: Sequence[Group], index: int, pages: Mapping[int, int]) -> Picture:
    """Return the picture of one group, with a stub for each other page that it exchanges something with.

    Args and returns are those of `collapsed`; ``index`` is the group.
    """
    picture, group = network.picture, groups[index]
    inside = set(group.cards)
    touching = [arrow for arrow in picture.arrows if inside & set(network.ends[arrow.number])]
    home = {card: place for place, each in enumerate(groups) for card in each.cards}
    others = Counter(home[card] for arrow in touching for card in network.ends[arrow.number] if card not in inside)
    named = [place for place, _ in others.most_common(_STUBS if len(others) <= _STUBS else _STUBS - 1)]
    stubs = {place: place if place in named else _REST for place in others}
    names = {card: picture.cards[card].id if card in inside else f"stub-{stubs.get(home[card])}" for card in home}
    arrows = tuple(_moved(network, arrow, names) for arrow in touching)
    cards = [picture.cards[card] for card in group.cards]
    cards += [_stub(groups, place, pages, picture.language) for place in sorted(set(stubs.values()))]
    ids = {picture.cards[card].id for card in inside}
    return attrs.evolve(
        picture,
        subtitle=say("part", picture.language).format(group.label),
        cards=tuple(cards),
        arrows=_few(arrows, ids, picture.language),
        zones=_around(network, group),
        findings=tuple(_in_view(picture, {number for arrow in arrows for number in arrow.numbers}, ids)),
        notes=(),
    )


def _few(arrows: tuple[Arrow, ...], inside: set[str], language: str) -> tuple[Arrow, ...]:
    """Draw as one what leaves for, or comes from, the same page; where that is not enough, what goes the same way."""
    if len(arrows) <= ARROWS:
        return arrows
    fewer = gathered(
        arrows,
        lambda each: None if {each.source, each.target} <= inside else (each.source, each.target, each.state),
        language,
    )
    if len(fewer) <= ARROWS:
        return fewer
    return gathered(arrows, lambda each: (each.source, each.target), language)


def _moved(network: Network, arrow: Arrow, names: Mapping[int, str]) -> Arrow:
    source, target = network.ends[arrow.number]
    return attrs.evolve(arrow, source=names[source], target=names[target])


def _drawn(network: Network, cards: tuple[Card, ...], home: Mapping[int, str], subtitle: str) -> Picture:
    """Return the picture with those cards, and an arrow for all that lead from one to another."""
    picture = network.picture
    moved = [_moved(network, arrow, home) for arrow in picture.arrows]
    between = [arrow for arrow in moved if arrow.source != arrow.target]
    arrows = gathered(between, lambda arrow: (arrow.source, arrow.target), picture.language)
    numbers = {number for arrow in arrows for number in arrow.numbers}
    findings = tuple(attrs.evolve(each, cards=()) for each in _in_view(picture, numbers, set(), everything=True))
    return attrs.evolve(picture, subtitle=subtitle, cards=cards, arrows=arrows, zones=(), findings=findings, notes=())


def _zone_card(network: Network, index: int, group: Group, home: Mapping[int, str], page: int) -> Card:
    language = network.picture.language
    own = f"group-{index}"
    ends = (network.ends[arrow.number] for arrow in network.picture.arrows)
    within = sum(1 for source, target in ends if home[source] == own == home[target])
    rows = [] if group.zone is None else [Row(meaning(network.picture.zones[group.zone].style, language))]
    rows.append(Row(say("machines", language).format(len(group.cards))))
    rows += [Row(say("within", language).format(within))] if within else []
    rows.append(_page_row([page], language))
    return Card(own, group.label, Icon.ELSEWHERE, rows=tuple(rows))


def _page_row(pages: list[int], language: str) -> Row:
    first, last = min(pages), max(pages)
    text = say("page-number", language).format(f"{first}" if first == last else f"{first}-{last}")
    return Row(text, shaded=True)


def _stub(groups: Sequence[Group], place: int, pages: Mapping[int, int], language: str) -> Card:
    name = f"stub-{place}"
    if place == _REST:
        row = Row(say("page-number", language).format(1), shaded=True)
        return Card(name, say("stub-rest", language), Icon.ELSEWHERE, rows=(row,))
    label = say("stub", language).format(groups[place].label)
    return Card(name, label, Icon.ELSEWHERE, rows=(_page_row([pages[place]], language),))


def _around(network: Network, group: Group) -> tuple[Zone, ...]:
    inside = {zone for card in group.cards for zone in network.zones[card]}
    return tuple(zone for index, zone in enumerate(network.picture.zones) if index in inside)


def _in_view(picture: Picture, numbers: set[int], cards: set[str], *, everything: bool = False) -> Iterator[Finding]:
    """Yield the findings that concern these arrows or cards, or all, marked at these only."""
    for finding in picture.findings:
        arrows = tuple(number for number in finding.arrows if number in numbers)
        places = tuple(card for card in finding.cards if card in cards)
        if arrows or places or everything:
            yield attrs.evolve(finding, arrows=arrows, cards=places)
