"""ENC-10: does personal data travel by e-mail?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Case, Facts, Hit, Hop, Severity, assume, both, decide, holding, path, rule
from dataflow_assess_plugins.encryption.segments import Segment, names, others, over_the_same_lines, route
from dataflow_assess_plugins.left_open import stamped
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message

_WHOLE_MESSAGE = ("smime", "pgp")
"""Methods that encrypt the message itself from sender to recipient."""


@rule(
    "ENC-10",
    title=message("Sent by e-mail"),
    severity=Severity.WARNING,
    sources=sources("lg-security-2-6-1"),
)
def email_leg(facts: Facts) -> Iterator[Hit]:
    """Personal data, or a link that opens it, travels by e-mail.

    What:
        All e-mail segments of a flow are one finding, and so are flows between the same nodes. A link counts even where
        it is said to be no personal data. Where e-mail is one of several alternatives, the finding says so.
    Why:
        Along an e-mail's way nobody can promise encryption, and whoever has the message has the link in it.
    Quiet:
        When the message itself is encrypted (S/MIME, OpenPGP, or a seal across the segment), and for data that is
        neither personal nor a link.
    Ask:
        What keeps others from reading this e-mail, or from opening the link in it?
    Bad:
        - 受付サーバ -> 使用者: {medium: e-mail}
    Good:
        - 受付サーバ -> 使用者: {medium: e-mail, encryption: S/MIME}
    Remedy:
        Keep personal data out of the message; let links expire and ask for authentication before they open anything.
    """
    for group in over_the_same_lines(_by_mail(facts)):
        text = message("{route} carries {data} by e-mail", data=names(facts, group), route=route(group))
        hops = [segment.hop for segment in group if segment.hop.flow == group[0].hop.flow]
        yield Hit(text, hops[0], related=others(group), trace=path(facts, hops), when=group[0].when)


def _by_mail(facts: Facts) -> Iterator[Segment]:
    """Yield each hop that is, or may turn out to be, an e-mail that anybody on its way can read."""
    for hop in facts.graph.hops():
        mail = _readable_mail(hop)
        if not mail:
            continue
        found: dict[tuple[Case, ...], list[str]] = {}
        for item in facts.graph.data_on(hop):
            exposed = facts.exposure[hop.id, item]
            cases = both(mail, holding((not outcome.sealed, outcome.when) for outcome in exposed.outcomes))
            if cases and _matters(facts, item):
                found.setdefault(stamped(cases), []).append(item)
        for when, items in found.items():
            yield Segment(hop, tuple(items), when)


def _readable_mail(hop: Hop) -> tuple[Case, ...]:
    """Return the cases in which a hop is an e-mail whose message is not encrypted as a whole."""

    def readable(assumed: dict[str, int]) -> bool:
        medium, method = assume(hop.medium, assumed).value, assume(hop.encryption, assumed).known()
        return medium is not None and medium.has("mail") and (method is None or method.en not in _WHOLE_MESSAGE)

    return holding(decide((hop.medium, hop.encryption), readable, otherwise=True))


def _matters(facts: Facts, item: str) -> bool:
    data = facts.graph.item(item)
    return data.personal or any(category.has("access-link") for category in data.categories.value or ())
