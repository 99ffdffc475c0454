"""What is a rule, and what does it yield?

A rule reads facts and yields hits; it never prints, draws or reads a file. The core stamps each hit with the
rule's identifier, severity, sources and remedy.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from textwrap import dedent

import attrs

from dataflow_assess.errors import Place
from dataflow_assess.facts import Assumption, Facts
from dataflow_assess.findings import Kind, Related, Severity, Source, Step, Subject
from dataflow_assess.grants import Grant
from dataflow_assess.messages import Catalogue, Message
from dataflow_assess.model import (
    Contract,
    DataItem,
    Element,
    Flow,
    Hop,
    ListedWaiver,
    Node,
    Party,
    Statement,
    Storage,
    System,
    Zone,
)
from dataflow_assess.parameters import Parameter, Value

SECTIONS = ("What", "Why", "Quiet", "Ask", "Bad", "Good", "Remedy")
"""The headings of a rule's docstring, in order; Bad and Good are examples in the description format."""

_KINDS: dict[type, str] = {
    Hop: "hop", Node: "node", Storage: "storage", Party: "party", Contract: "contract", DataItem: "data",
    Flow: "flow", Zone: "zone", System: "system", ListedWaiver: "waiver",
}  # fmt: skip


@attrs.frozen
class Hit:
    """What a rule found.

    Attributes:
        message: the sentence for people.
        element: what it is about.
        kind: violation unless said otherwise.
        severity: where it differs from the rule's.
        place: where it stands, when that is not where the element begins.
        related: further places.
        trace: the path that proves it, as `path` gives it.
        statement: what the description says on the matter: its evidence, and who is to answer by when.
        when: the assumptions under which it holds, one tuple an alternative; empty when it always does.
        sources: what it rests on, where that differs from the rule's: an ordinance or the Act, by the regime.
    """

    message: Message
    element: Element
    kind: Kind = Kind.VIOLATION
    severity: Severity | None = None
    place: Place | None = None
    related: tuple[Related, ...] = ()
    trace: tuple[Step, ...] = ()
    statement: Statement[object] | None = None
    when: tuple[tuple[Assumption, ...], ...] = ()
    sources: tuple[Source, ...] = ()


Check = Callable[..., Iterable[Hit]]
"""A pure function of the facts, and of its parameters as keyword arguments."""

Review = Callable[[Iterable[Grant]], Iterable[Hit]]
"""A pure function of what became of the waivers."""


@attrs.frozen
class Rule:
    """A rule of the catalogue.

    Attributes:
        id: for example "ENC-01".
        title: a few words.
        severity: weight of its findings unless a hit says otherwise.
        sources: what it rests on.
        check: yields hits from the facts.
        sections: the text under each heading of `SECTIONS`, in English, translated by ``catalogue``.
        catalogue: where the translations of its texts are.
        origin: the file that defines it, for messages about plugins.
        parameters: what may be set in the configuration; each is a keyword argument of ``check``.
        group: the name of the plugin that brings it, for example "encryption"; the core fills it in.
        values: what is set, by the name of the parameter; the defaults of the others hold.
        weights: severities that the configuration sets, by kind of finding.
        mandatory: whether it may be left out, weakened or waived with a reason alone.
        review: for a rule on waivers, what yields hits from what became of them; `waiver_rule` sets it.
    """

    id: str
    title: Message
    severity: Severity
    sources: tuple[Source, ...]
    check: Check = attrs.field(eq=False)
    sections: tuple[tuple[str, str], ...]
    catalogue: Catalogue
    origin: str = ""
    parameters: tuple[Parameter, ...] = ()
    group: str = ""
    values: dict[str, Value] = attrs.field(factory=dict, hash=False)
    weights: dict[Kind, Severity] = attrs.field(factory=dict, hash=False)
    mandatory: bool = False
    review: Review | None = attrs.field(default=None, eq=False)

    def hits(self, facts: Facts) -> Iterable[Hit]:
        """Return what the rule finds, with its parameters as they are set."""
        return self.check(facts, **{each.name: self.values.get(each.name, each.default) for each in self.parameters})

    def weight(self, hit: Hit) -> Severity:
        """Return the severity of a hit: what is set for its kind, else its own, else the rule's."""
        return self.weights.get(hit.kind) or hit.severity or self.severity

    def section(self, heading: str) -> Message | None:
        """Return the text under a heading, or None where the rule has none."""
        text = dict(self.sections).get(heading)
        return None if text is None else Message(text.replace("{", "{{").replace("}", "}}"), (), self.catalogue)

    @property
    def remedy(self) -> Message | None:
        """What to do or to write."""
        return self.section("Remedy")


def rule(
    identifier: str,
    *,
    title: Message,
    severity: Severity,
    sources: Iterable[Source],
    parameters: Iterable[Parameter] = (),
) -> Callable[[Check], Rule]:
    """Make a rule of a generator function whose docstring holds the headings of `SECTIONS`.

    Args:
        identifier: for example "ENC-01".
        title: a few words.
        severity: weight of its findings unless a hit says otherwise.
        sources: what it rests on.
        parameters: what may be set; the function takes each as a keyword argument of the same name.

    Raises:
        TypeError: the function takes other keyword arguments than there are parameters, or a default cannot stand.
    """

    def decorate(check: Check) -> Rule:
        declared = tuple(parameters)
        _fit(identifier, check, declared)
        sections = tuple(_sections(inspect.getdoc(check) or ""))
        origin = inspect.getsourcefile(check) or ""
        return Rule(identifier, title, severity, tuple(sources), check, sections, title.catalogue, origin, declared)

    return decorate


def waiver_rule(
    identifier: str, *, title: Message, severity: Severity, sources: Iterable[Source]
) -> Callable[[Review], Rule]:
    """Make a rule on waivers, of a generator function of `Grant` values; otherwise as `rule`.

    It is applied after all others, once it is known which waivers were of use; its own findings cannot be waived.
    """

    def decorate(review: Review) -> Rule:
        sections = tuple(_sections(inspect.getdoc(review) or ""))
        origin = inspect.getsourcefile(review) or ""
        return Rule(
            identifier, title, severity, tuple(sources), _nothing, sections, title.catalogue, origin, review=review
        )

    return decorate


def _nothing(facts: Facts) -> Iterator[Hit]:  # noqa: ARG001 - the shape of a check
    """Find nothing in the facts alone."""
    yield from ()


def _fit(identifier: str, check: Check, parameters: tuple[Parameter, ...]) -> None:
    """Raise TypeError where the parameters of a rule and the keyword arguments of its function differ."""
    taken = {each.name for each in inspect.signature(check).parameters.values() if each.kind is each.KEYWORD_ONLY}
    names = [each.name for each in parameters]
    if len(set(names)) < len(names) or taken != set(names):
        msg = f"{identifier}: parameters {sorted(names)} do not fit the keyword arguments {sorted(taken)}"
        raise TypeError(msg)
    if unfit := sorted(set(names) & RESERVED):
        msg = f"{identifier}: a parameter cannot be called {', '.join(unfit)}"
        raise TypeError(msg)


RESERVED = {"severity", "reason"}
"""What a configuration says of any rule; no parameter has these names."""


def _sections(doc: str) -> Iterator[tuple[str, str]]:
    """Yield heading and text; prose is joined into one line, examples keep their lines."""
    heading, lines = "", list[str]()
    for line in (*doc.splitlines(), "End:"):
        if line.endswith(":") and line[:-1] in (*SECTIONS, "End"):
            if heading:
                text = dedent("\n".join(lines)).strip("\n")
                yield heading, text if heading in ("Bad", "Good") else " ".join(text.split())
            heading, lines = line[:-1], []
        else:
            lines.append(line)


def subject_of(element: Element) -> Subject:
    """Return how a finding names an element."""
    kind = _KINDS.get(type(element)) or type(element).__name__.lower()
    return Subject(kind, element.id or kind, element.label)
