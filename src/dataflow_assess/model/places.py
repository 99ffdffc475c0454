"""Where is data, and at what machine, person, medium or paper?"""

import attrs

from dataflow_assess.model.shapes import Count, Flag, Many, Ref, Said, Section, Text, WordOf, entry
from dataflow_assess.model.statement import Statement
from dataflow_assess.model.waivable import Waivable
from dataflow_assess.vocabulary import Term


@attrs.frozen(kw_only=True)
class Zone(Waivable):
    """区域: a place or network segment, possibly inside another one.

    Attributes:
        kind: office, LAN, data centre, government network, internet …
        parent: identifier of the zone around it, or None.
        operator: the party that runs it; where silent, that of the zone around it.
        tier: tier of the three-tier network model; where silent, that of the zone around it.
        closed: whether it is a closed network, which says nothing about encryption.
        sites: number of places in which a data centre stands.
    """

    name: str = entry("name", Text())
    kind: Term | None = entry("kind", WordOf("zone-kind"))
    parent: str | None = entry("in", Ref(("zones",)))
    operator: Statement[str] = entry("operator", Said(Ref(("parties",))))
    country: Statement[str] = entry("country", Said(Text()))
    location: Statement[str] = entry("location", Said(Text()))
    tier: Statement[Term] = entry("tier", Said(WordOf("tier")))
    closed: Statement[bool] = entry("closed", Said(Flag()))
    sites: Statement[int] = entry("sites", Said(Count()))
    mirror: Statement[str] = entry("mirror", Said(Text()))
    shared: Statement[bool] = entry("shared", Said(Flag()))
    separation: Statement[str] = entry("separation", Said(Text()))
    lock: Statement[str] = entry("lock", Said(Text()))

    @property
    def label(self) -> str:
        """The name where there is one, else the identifier."""
        return self.name or self.id


@attrs.frozen(kw_only=True)
class Maintenance(Waivable):
    """保守: one party's maintenance of a node, on site or from afar."""

    party: str
    remote: Statement[bool] = entry("remote", Said(Flag()))
    network: Statement[Term | str] = entry("network", Said(Ref(("zones",), or_word="network")))
    control: Statement[str] = entry("control", Said(Text()))
    record: Statement[str] = entry("record", Said(Text()))


@attrs.frozen(kw_only=True)
class Node(Waivable):
    """機器・人・媒体・紙: something that data passes or rests at.

    Attributes:
        zone: identifier of the zone it stands in, or None.
        operator: the party that runs it; where silent, that of the zone around it.
        party: for a person, the party they belong to.
        opens: whether it takes what it receives out of encryption; where silent, the kind decides.
        keeps: "nothing" where the papers say that no data stays.
        register: for media, whether a register says where each one is.
    """

    name: str = entry("name", Text())
    kind: Term | None = entry("kind", WordOf("node-kind"))
    zone: str | None = entry("in", Ref(("zones",)))
    operator: Statement[str] = entry("operator", Said(Ref(("parties",))))
    party: str | None = entry("party", Ref(("parties",)))
    maintainers: tuple[Maintenance, ...] = entry("maintainers", Section(Maintenance, "headed", "party", "parties"))
    tenants: Statement[tuple[str, ...]] = entry("tenants", Said(Many(Ref(("parties",)))))
    shared: Statement[bool] = entry("shared", Said(Flag()))
    separation: Statement[str] = entry("separation", Said(Text()))
    keeps: Statement[Term] = entry("keeps", Said(WordOf("keeps")))
    opens: Statement[bool] = entry("opens", Said(Flag()))
    stays_in: Statement[str] = entry("stays-in", Said(Text()))
    lock: Statement[str] = entry("lock", Said(Text()))
    encryption: Statement[Term] = entry("encryption", Said(WordOf("protection")))
    accounts: Statement[Term] = entry("accounts", Said(WordOf("accounts")))
    enrolment: Statement[str] = entry("enrolment", Said(Text()))
    control: Statement[str] = entry("control", Said(Text()))
    record: Statement[str] = entry("record", Said(Text()))
    remote_wipe: Statement[Term] = entry("remote-wipe", Said(WordOf("remote-wipe")))
    accuracy: Statement[str] = entry("accuracy", Said(Text()))
    human_check: Statement[str] = entry("human-check", Said(Text()))
    register: Statement[bool] = entry("register", Said(Flag()))
    product: Statement[str] = entry("product", Said(Text()))
    bystanders: Statement[tuple[str, ...]] = entry("bystanders", Said(Many(Ref(("parties", "nodes")))))
    count: Statement[int] = entry("count", Said(Count()))

    @property
    def label(self) -> str:
        """The name where there is one, else the identifier."""
        return self.name or self.id

    def is_a(self, prop: str) -> bool:
        """Tell whether the kind of this node carries ``prop``, for example "person" or "removable"."""
        return self.kind is not None and self.kind.has(prop)
