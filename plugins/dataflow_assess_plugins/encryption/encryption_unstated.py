"""ENC-02: do the papers say nothing that settles whether a segment is encrypted?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Hop, Kind, Message, Protection, Severity, path, rule
from dataflow_assess_plugins.encryption.segments import (
    Segment,
    in_state,
    names,
    others,
    over_the_same_lines,
    route,
    said_of,
)
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ENC-02",
    title=message("Encryption not stated"),
    severity=Severity.WARNING,
    sources=sources("my-number-guideline-2f", "nist-sc-8"),
)
def encryption_unstated(facts: Facts) -> Iterator[Hit]:
    """The papers do not say whether a segment that carries personal data is encrypted.

    What:
        All such segments of a flow are one finding, and so are flows between the same nodes, there and back. Silence,
        a refusal to disclose, statements that disagree, and an undecided matter without candidates are told apart in
        the message; none of them is a violation. Where the papers name no line and no medium either, it says so.
    Why:
        "Is it encrypted there?" is the first question of a council, and "we will check" is the answer that costs a
        second meeting.
    Quiet:
        When the segment is face to face or paper, when the payload is sealed across it or its medium is encrypted,
        when it is written onto a removable medium that stays where it is (MED-03), and when the papers promise to
        confirm (ENC-03). Statements that name different methods do not disagree.
    Ask:
        Is this segment encrypted, and by which method?
    Bad:
        - 料金センター -> 受付サーバ: {network: ip-vpn}
    Good:
        - 料金センター -> 受付サーバ: {network: ip-vpn, encryption: IPsec}
    Remedy:
        Write for each segment by which method it is encrypted and where the encryption begins and ends; if it is not
        encrypted, write that.
    """
    for protection in (Protection.NOT_STATED, Protection.WITHHELD, Protection.DISAGREES, Protection.UNDECIDED):
        asked = (segment for segment in in_state(facts, protection) if not _is_on_the_spot(facts, segment.hop))
        for group in over_the_same_lines(asked):
            yield Hit(
                _text(facts, group, protection),
                group[0].hop,
                kind=Kind.NOT_STATED,
                related=others(group),
                trace=path(facts, [segment.hop for segment in group if segment.hop.flow == group[0].hop.flow]),
                statement=said_of(facts, group[0], group[0].data[0]),
                when=group[0].when,
            )


def _is_on_the_spot(facts: Facts, hop: Hop) -> bool:
    """Tell whether data is written onto a removable medium that stays at that place: what is asked is the medium."""
    place, medium = facts.graph.place_of(hop.source), facts.graph.node(hop.target)
    stays = medium.is_a("removable") and medium.stays_in.is_stated
    return stays and place is not None and place is facts.graph.place_of(hop.target)


def _is_unnamed(facts: Facts, hop: Hop) -> bool:
    """Tell whether the papers say neither over which line nor on which medium data goes from one place to another."""
    place = facts.graph.place_of(hop.source)
    inside = place is not None and place is facts.graph.place_of(hop.target)
    return not inside and all(said.is_silent for said in (hop.network, hop.medium, hop.method))


def _text(facts: Facts, group: list[Segment], protection: Protection) -> Message:
    given = {"data": names(facts, group), "route": route(group)}
    if protection is Protection.WITHHELD:
        return message(
            "It is not disclosed, and cannot be verified, whether {route} is encrypted (carries {data})", **given
        )
    if protection is Protection.DISAGREES:
        return message("The papers disagree on whether {route} is encrypted (carries {data})", **given)
    if protection is Protection.UNDECIDED:
        return message("It is undecided whether {route} will be encrypted (carries {data})", **given)
    if all(_is_unnamed(facts, segment.hop) for segment in group):
        return message(
            "It is not stated by which line or medium {route} goes, nor whether it is encrypted (carries {data})",
            **given,
        )
    return message("It is not stated whether {route} is encrypted (carries {data})", **given)
