"""DIA-03: do the papers list different items of personal data?"""

import unicodedata
from collections.abc import Iterator

import attrs

from dataflow_assess.plugin import DataItem, Facts, Hit, Message, Paper, Related, Severity, Statement, rule, subject_of
from dataflow_assess_plugins.consistency.versions import listed, versions
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@attrs.frozen
class _List:
    """One list of items: where it stands, how it is named, and the items, compared without regard to width."""

    element: Paper | DataItem
    name: str | Message
    said: Statement[tuple[str, ...]]
    items: frozenset[str]


@rule(
    "DIA-03",
    title=message("Lists of items differ"),
    severity=Severity.WARNING,
    sources=sources("act-75"),
)
def item_sets_differ(facts: Facts) -> Iterator[Hit]:
    """Papers that list the same personal data do not list the same items.

    What:
        The lists of the papers are compared with one another, and each list with what it said before it was corrected
        and with what the papers say elsewhere. What each list lacks is named; lists that belong together are one
        finding.
    Why:
        Approved is what was put to the council; an item that stands in the form but not in the papers was not.
    Quiet:
        When the lists hold the same items in another order or width, and for lists that share less than half of the
        shorter one, which are about different data.
    Ask:
        Which items are collected: those in the text, or those in the form?
    Bad:
        papers:
          概要: {kind: text, items: [氏名, 電話番号]}
          申込書: {kind: form, items: [氏名, 電話番号, 住所]}
    Good:
        papers:
          概要: {kind: text, items: [氏名, 電話番号, 住所]}
          申込書: {kind: form, items: [氏名, 電話番号, 住所]}
    Remedy:
        Bring the lists in the text, the figures and the forms into line with what is really collected.
    """
    groups = [*_related([each for paper in facts.system.papers for each in _lists(paper, paper.items)])]
    groups.extend(list(_lists(item, item.items)) for item in facts.system.data)
    for group in groups:
        whole = dict.fromkeys(item for each in group for item in map(_plain, each.said.value or ()))
        short = [each for each in group if len(each.items) < len(whole)]
        if not short:
            continue
        lacks = tuple(
            message(
                "{list} lacks {items}", list=each.name, items=tuple(item for item in whole if item not in each.items)
            )
            for each in short
        )
        yield Hit(
            message("The lists of items differ: {lacks}", lacks=listed(lacks)),
            short[0].element,
            place=short[0].said.place,
            related=tuple(_places(group, short[0])),
            statement=short[0].said,
        )


def _lists(element: Paper | DataItem, said: Statement[tuple[str, ...]]) -> Iterator[_List]:
    for each in versions(said):
        name: str | Message = element.label
        if each is not said and each in said.corrects:
            name = message("{paper} (before the correction)", paper=element.label)
        elif each is not said and each.evidence:
            name = message("{paper} ({evidence})", paper=element.label, evidence=each.evidence)
        yield _List(element, name, each, frozenset(map(_plain, each.value or ())))


def _plain(item: str) -> str:
    return unicodedata.normalize("NFKC", item).strip()


def _related(lists: list[_List]) -> list[list[_List]]:
    """Return the lists that are about the same data together."""
    groups: list[list[_List]] = []
    for each in lists:
        alike = (group for group in groups if any(_overlap(each, other) for other in group))
        group = next(alike, None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return groups


def _overlap(one: _List, other: _List) -> bool:
    same = one.element is other.element
    return same or 2 * len(one.items & other.items) >= min(len(one.items), len(other.items)) > 0


def _places(group: list[_List], first: _List) -> Iterator[Related]:
    for each in group:
        if each is not first and each.said.place is not None:
            items = message("{list} lists {items}", list=each.name, items=each.said.value)
            yield Related(items, each.said.place, subject_of(each.element))
