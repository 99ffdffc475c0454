"""What data is there, how does it travel, and where does it rest?"""

import attrs

from dataflow_assess.model.calendar import Period
from dataflow_assess.model.element import Element
from dataflow_assess.model.shapes import (
    Count,
    Flag,
    Many,
    Part,
    Ref,
    Said,
    Section,
    Span,
    Text,
    WordOf,
    entry,
)
from dataflow_assess.model.statement import Statement
from dataflow_assess.model.waivable import Waivable
from dataflow_assess.vocabulary import Term


@attrs.frozen(kw_only=True)
class DataItem(Waivable):
    """個人情報の項目: an item of personal data.

    Attributes:
        subjects: whose data it is.
        categories: legal categories.
        sources: identifiers of the items it derives from.
        items: single items contained; ``open_ended`` says that the list ends in "and others".
        personal: False for what is no personal data.
        masking, restorable: whether it is masked, and whether that can be undone.
    """

    name: str = entry("name", Text())
    subjects: Statement[tuple[str, ...]] = entry("subjects", Said(Many(Text())))
    categories: Statement[tuple[Term, ...]] = entry("categories", Said(Many(WordOf("data-category"))))
    confidentiality: Statement[Term] = entry("class", Said(WordOf("class")))
    sources: tuple[str, ...] = entry("from", Many(Ref(("data",))))
    items: Statement[tuple[str, ...]] = entry("items", Said(Many(Text())))
    open_ended: Statement[bool] = entry("open-ended", Said(Flag()))
    purpose: Statement[str] = entry("purpose", Said(Text()))
    basis: Statement[str] = entry("basis", Said(Text()))
    notice: Statement[str] = entry("notice", Said(Text()))
    consent: Statement[str] = entry("consent", Said(Text()))
    optional: tuple[str, ...] = entry("optional", Many(Text()))
    optional_use: Statement[str] = entry("optional-use", Said(Text()))
    masking: Statement[Term] = entry("masking", Said(WordOf("masking")))
    restorable: Statement[bool] = entry("restorable", Said(Flag()))
    people: Statement[int] = entry("people", Said(Count()))
    register: Statement[bool] = entry("register", Said(Flag()))
    personal: bool = entry("personal", Flag(), default=True)

    @property
    def label(self) -> str:
        """The name where there is one, else the identifier."""
        return self.name or self.id


@attrs.frozen(kw_only=True)
class Hop(Waivable):
    """区間: one segment from ``source`` to ``target``, in this direction only.

    Attributes:
        flow: identifier of the flow it belongs to; ``index`` counts from 0 along the flow.
        source, target: identifiers of nodes.
        encryption: protection of the channel.
        network: a zone's identifier or a word for the kind of network.
        medium: what carries it where that is no network.
        data: the items carried on this hop; those of the flow where empty.
        ends: the names shown for source and target, where they differ from the identifiers.
    """

    flow: str
    index: int
    source: str
    target: str
    encryption: Statement[Term] = entry("encryption", Said(WordOf("protection")))
    network: Statement[Term | str] = entry("network", Said(Ref(("zones",), or_word="network")))
    medium: Statement[Term] = entry("medium", Said(WordOf("medium")))
    data: tuple[str, ...] = entry("data", Many(Ref(("data",))))
    trigger: Statement[Term] = entry("trigger", Said(WordOf("trigger")))
    every: Statement[Period] = entry("every", Said(Span()))
    method: Statement[str] = entry("method", Said(Text()))
    necessity: Statement[str] = entry("necessity", Said(Text()))
    control: Statement[str] = entry("control", Said(Text()))
    record: Statement[str] = entry("record", Said(Text()))
    sanitised: Statement[bool] = entry("sanitised", Said(Flag()))
    address_check: Statement[Term] = entry("address-check", Said(WordOf("address-check")))

    ends: tuple[str, str] | None = None

    @property
    def label(self) -> str:
        """The names of the two ends with an arrow."""
        source, target = self.ends or (self.source, self.target)
        return f"{source} → {target}"


@attrs.frozen(kw_only=True)
class Seal(Element):
    """封緘: the payload itself stays encrypted from ``source`` to ``target`` (identifiers of nodes)."""

    source: str
    target: str
    encryption: Statement[Term] = entry("encryption", Said(WordOf("protection")))
    data: tuple[str, ...] = entry("data", Many(Ref(("data",))))


@attrs.frozen(kw_only=True)
class Flow(Waivable):
    """流れ: data items that travel along ``hops``, in order.

    Attributes:
        reply: identifier of the flow that answers this one.
        exchange: one-way or two-way, as the papers say.
        sealed: from where to where the payload itself is encrypted.
    """

    name: str = entry("name", Text())
    data: tuple[str, ...] = entry("data", Many(Ref(("data",))), required=True)
    hops: tuple[Hop, ...] = entry("hops", Section(Hop, "arrow", concept="nodes"), required=True)
    kind: Statement[Term] = entry("kind", Said(WordOf("flow-kind")))
    reply: Statement[str] = entry("reply", Said(Ref(("flows",))))
    exchange: Statement[Term] = entry("exchange", Said(WordOf("exchange")))
    sealed: tuple[Seal, ...] = entry("sealed", Section(Seal, "arrow", concept="nodes"))
    trigger: Statement[Term] = entry("trigger", Said(WordOf("trigger")))
    every: Statement[Period] = entry("every", Said(Span()))
    freshness: Statement[str] = entry("freshness", Said(Text()))
    purpose: Statement[str] = entry("purpose", Said(Text()))
    basis: Statement[str] = entry("basis", Said(Text()))
    notice: Statement[str] = entry("notice", Said(Text()))
    consent: Statement[str] = entry("consent", Said(Text()))
    procedure: Statement[str] = entry("procedure", Said(Text()))
    masking: Statement[Term] = entry("masking", Said(WordOf("masking")))
    address_check: Statement[Term] = entry("address-check", Said(WordOf("address-check")))

    @property
    def label(self) -> str:
        """The name where there is one, else the identifier."""
        return self.name or self.id


@attrs.frozen(kw_only=True)
class Retention(Element):
    """保存期間: how long, counted from what, on which basis, and how far it may be extended."""

    period: Statement[Period] = entry("value", Said(Span()))
    start: Statement[str] = entry("from", Said(Text()))
    basis: Statement[str] = entry("basis", Said(Text()))
    minimum: Statement[Period] = entry("minimum", Said(Span()))
    needed: Statement[Period] = entry("needed", Said(Span()))
    extension: Statement[Period] = entry("extension", Said(Span()))


@attrs.frozen(kw_only=True)
class Deletion(Element):
    """消去: by whom, when, how, and how it is verified."""

    by: Statement[str] = entry("by", Said(Ref(("parties", "nodes"))))
    when: Statement[str] = entry("when", Said(Text()))
    how: Statement[str] = entry("how", Said(Text()))
    verify: Statement[str] = entry("verify", Said(Text()))
    basis: Statement[str] = entry("basis", Said(Text()))


@attrs.frozen(kw_only=True)
class Storage(Waivable):
    """保存: data items at rest at ``node``.

    Attributes:
        node: identifier of the node.
        data: identifiers of the items.
        form: original, copy, derived, temporary, cache, log, backup or paper.
        keep: how long; delete: who erases it, when, how, verified how.
        at_rest: protection while at rest; keys: who holds the keys.
    """

    node: str
    data: tuple[str, ...] = entry("data", Many(Ref(("data",))), required=True)
    form: Statement[Term] = entry("form", Said(WordOf("form")))
    keep: Retention = entry("keep", Part(Retention, "value"))
    delete: Deletion = entry("delete", Part(Deletion, "when"))
    at_rest: Statement[Term] = entry("at-rest", Said(WordOf("protection")))
    keys: Statement[str] = entry("keys", Said(Text()))
    purpose: Statement[str] = entry("purpose", Said(Text()))
    shared: Statement[bool] = entry("shared", Said(Flag()))
    separation: Statement[str] = entry("separation", Said(Text()))
    register: Statement[bool] = entry("register", Said(Flag()))
