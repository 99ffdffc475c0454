"""What is said aloud, or shown under the pointer, about each thing on a drawing?"""

from dataflow_assess.drawing.labels import ranges
from dataflow_assess.drawing.lettering import clean
from dataflow_assess.drawing.network import Network
from dataflow_assess.drawing.picture import Arrow, State
from dataflow_assess.drawing.words import meaning, say, tag


def title(network: Network) -> str:
    """Return the title of the drawing."""
    return clean(network.picture.title)


def arrow(network: Network, arrow: Arrow) -> str:
    """Return everything about an arrow in full, however much of it is printed."""
    language = network.picture.language
    source, target = (clean(network.picture.cards[card].label) for card in network.ends[arrow.number])
    state = meaning(arrow.state, language)
    parts = [
        say("flow", language).format(
            number=ranges(arrow.numbers, len(arrow.numbers)),
            source=source,
            target=target,
            data=clean(arrow.data),
            state=state,
        )
    ]
    remarks = [clean(each) for each in (arrow.remark, arrow.evidence, *arrow.badges) if clean(each)]
    if remarks:
        parts.append(say("flow-remark", language).format("／".join(remarks)))
    letters = network.letters.get(arrow.number, ())
    if letters:
        parts.append(say("flow-finding", language).format(",".join(letters)))
    return ("" if language == "ja" else " ").join(parts)


def card(network: Network, index: int) -> str:
    """Return everything about a card."""
    language, card = network.picture.language, network.picture.cards[index]
    name = f"{clean(card.label)}（{meaning(card.icon, language)}）"
    stated = [clean(row.text) for row in card.rows] + [clean(each) for each in card.badges]
    letters = network.card_letters.get(index, ())
    if letters:
        stated.append(say("flow-finding", language).format(",".join(letters)))
    return " ".join([name, *stated])


def zone(network: Network, index: int) -> str:
    """Return the name of a zone and who answers for it."""
    language, zone = network.picture.language, network.picture.zones[index]
    return f"{say('zone', language).format(clean(zone.label))}（{meaning(zone.style, language)}）"


def summary(network: Network) -> str:
    """Return the whole drawing in words."""
    picture, language = network.picture, network.picture.language
    counts = [
        f"{tag(state, language)} {count}"
        for state in State
        if (count := sum(1 for each in picture.arrows if each.state is state))
    ]
    words = say("summary", language).format(
        zones=len(network.members),
        cards=len(picture.cards),
        arrows=len(picture.arrows),
        states="、".join(counts) if language == "ja" else ", ".join(counts),
        findings=len(picture.findings),
    )
    return " ".join([words, *(arrow(network, each) for each in sorted(picture.arrows, key=lambda each: each.number))])
