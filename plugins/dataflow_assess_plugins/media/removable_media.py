"""MED-01: does personal data leave the network on a removable medium or on paper?"""

from collections.abc import Iterator

from dataflow_assess.plugin import Facts, Hit, Message, Severity, rule
from dataflow_assess_plugins.media.carriers import Carrier, on_paper, removable
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "MED-01",
    title=message("Removable media or paper"),
    severity=Severity.WARNING,
    sources=sources("my-number-guideline-2e-b", "my-number-guideline-2e-c", "lg-security-2-4-4", "nist-mp-5"),
)
def removable_media(facts: Facts) -> Iterator[Hit]:
    """Personal data is carried on a removable medium, printed, posted, or carried on paper to another place.

    What:
        One medium is one finding, with every segment on which it is used. Where the medium is undecided, the finding
        says under which alternatives it is used.
    Why:
        USB sticks, cards, discs and letters are what gets lost or reaches the wrong person.
    Quiet:
        When every segment says why the medium is needed and how its use is controlled, for paper handed to a person on
        the spot or read in where it lies, and for data that is not personal.
    Ask:
        Why on a USB stick and not over the network, and who gives permission each time?
    Bad:
        - 利用課PC -> USBメモリ: {medium: usb}
    Good:
        - 利用課PC -> USBメモリ: {medium: usb, necessity: 共有システムがない課に限る, control: 所属長の許可制}
    Remedy:
        Look for a line in place of the medium; where there is none, write why, and let it be used by permission only.
    """
    for carrier in (*removable(facts), *on_paper(facts)):
        if carrier.hops and not _is_permitted(carrier):
            yield Hit(
                _text(facts, carrier),
                carrier.element,
                related=carrier.others(),
                trace=carrier.trace(facts),
                when=carrier.when,
            )


def _text(facts: Facts, carrier: Carrier) -> Message:
    given = {"data": carrier.data(facts), "medium": carrier.name}
    if carrier.node is None:
        return message("{medium} carries {data}", **given)
    if carrier.node.is_a("paper"):
        return message("{medium}, which is paper, carries {data}", **given)
    if carrier.node.stays_in.is_stated:
        return message("{medium}, a removable medium, keeps {data}", **given)
    return message("{medium} carries {data}", **given)


def _is_permitted(carrier: Carrier) -> bool:
    node_controls = carrier.node is not None and carrier.node.control.is_stated
    return all(hop.necessity.is_stated and (node_controls or hop.control.is_stated) for hop in carrier.hops)
