"""PUR-03: is more asked for than is needed: an open-ended list, or optional items that make no difference?"""

from collections.abc import Iterator

from dataflow_assess.plugin import DataItem, Facts, Hit, Severity, rule
from dataflow_assess_plugins.gaps import gaps, open_hits, was_raised
from dataflow_assess_plugins.left_open import stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "PUR-03",
    title=message("More items than needed"),
    severity=Severity.WARNING,
    sources=sources("act-61", "linddun-disclosure"),
)
def excessive_items(facts: Facts) -> Iterator[Hit]:
    """A list of items ends in "and others", or optional items are asked for without a need.

    What:
        Items of personal data whose list is stated to be open-ended; optional items that are stated to be used for
        nothing, or of which the papers do not say what they are used for. A promise to confirm is an open question.
    Why:
        Only what the purpose needs may be held. Nobody can check that of "other information", and what makes no
        difference to the service is not needed.
    Quiet:
        Where the list is closed or nothing is said of it, where the use of the optional items is stated, and for data
        that is not personal.
    Ask:
        What else falls under "other information", and what are the optional items needed for?
    Bad:
        通報者情報: {items: [電話番号, 氏名, 住所], optional: [氏名, 住所], optional-use: なし}
    Good:
        通報者情報: {items: [電話番号]}
    Remedy:
        List every item and strike what is not needed, or write what the purpose needs it for.
    """
    for item in facts.system.data:
        if item.personal:
            yield from _open_ended(item)
            yield from _optional(item)


def _open_ended(item: DataItem) -> Iterator[Hit]:
    said = item.open_ended
    like = Hit(
        message("The list of items of {data} is open-ended", data=item.label), item, place=said.place, statement=said
    )
    cases = when(said, lambda each: any(one.value for one in (each, *each.also)))
    if cases:
        yield Hit(like.message, item, place=said.place, statement=said, when=stamped(cases))
    elif was_raised(said):
        yield from open_hits(said, message("Whether the list of items of {data} is complete", data=item.label), like)


def _optional(item: DataItem) -> Iterator[Hit]:
    if item.optional:
        given = {"data": item.label, "items": item.optional}
        without = Hit(
            message("{data} asks for optional items ({items}) that are stated to be used for nothing", **given), item
        )
        matter = message("The use of the optional items ({items}) of {data}", **given)
        yield from gaps(item.optional_use, matter, without)
