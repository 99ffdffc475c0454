"""ACC-04: what becomes of the data on a lost device that cannot be reached?"""

from collections.abc import Callable, Iterator

import attrs

from dataflow_assess.plugin import Facts, Hit, Node, Severity, Statement, Term, rule
from dataflow_assess_plugins.gaps import open_hits, was_raised, within
from dataflow_assess_plugins.left_open import stamped, when
from dataflow_assess_plugins.sources import sources
from dataflow_assess_plugins.texts import message


@rule(
    "ACC-04",
    title=message("Limits of erasing a lost device"),
    severity=Severity.WARNING,
    sources=sources("my-number-guideline-2e-b"),
)
def lost_device(facts: Facts) -> Iterator[Hit]:
    """A lost device can be erased from afar only while it is on and connected, or not at all.

    What:
        Nodes whose remote erasure works online only or is stated to be impossible, and nodes of which the papers
        raise it and leave it open. That accounts can be stopped is no reason to be quiet: what lies on the device
        remains.
    Why:
        A thief switches the device off, and it is never online again.
    Quiet:
        Where the device itself is encrypted, where it can always be erased, and where nothing is said of remote
        erasure, as for devices that stay in the office.
    Ask:
        Can a device be erased that is switched off or has no connection?
    Bad:
        貸出タブレット: {kind: terminal, remote-wipe: online-only}
    Good:
        貸出タブレット: {kind: terminal, remote-wipe: online-only, encryption: AES-256}
    Remedy:
        Encrypt the device, stop its account as soon as it is missed, and keep no data on it.
    """
    for node in facts.system.nodes:
        said = node.remote_wipe
        readable = when(node.encryption, lambda each: each.value is None or not each.value.has("encrypted"))
        if was_raised(said):
            yield from within(readable, _hits(node, said))


def _hits(node: Node, said: Statement[Term]) -> Iterator[Hit]:
    online_only = Hit(
        message("{node} can be erased only while it is switched on and connected", node=node.label),
        node,
        place=said.place,
        statement=said,
    )
    for word, text in (
        ("online-only", online_only.message),
        ("none", message("{node} cannot be erased when it is lost", node=node.label)),
    ):
        cases = when(said, _says(word))
        if cases:
            yield attrs.evolve(online_only, message=text, when=stamped(cases))
    matter = message("Whether {node} can be erased when it is lost", node=node.label)
    yield from open_hits(said, matter, online_only)


def _says(word: str) -> Callable[[Statement[Term]], bool]:
    return lambda said: said.value is not None and said.value.en == word
