"""Who is involved, and what binds them to one another?"""

import attrs

from dataflow_assess.model.calendar import Day
from dataflow_assess.model.shapes import Date, Many, Ref, Said, Text, WordOf, entry
from dataflow_assess.model.statement import Statement
from dataflow_assess.model.waivable import Waivable
from dataflow_assess.vocabulary import Term


@attrs.frozen(kw_only=True)
class Party(Waivable):
    """当事者: an organisation or person that runs, maintains, receives or is described by something.

    Attributes:
        name: its name, undecided while a vendor is being chosen.
        kind: municipality, public body, government, company or individual.
        aliases: other names that the papers use for it, role names included.
        country: the country whose law it is under.
    """

    name: Statement[str] = entry("name", Said(Text()))
    kind: Term | None = entry("kind", WordOf("party-kind"))
    aliases: tuple[str, ...] = entry("aliases", Many(Text()))
    country: Statement[str] = entry("country", Said(Text()))

    @property
    def label(self) -> str:
        """The name where it is stated, else the identifier."""
        return self.name.value or self.id


@attrs.frozen(kw_only=True)
class Contract(Waivable):
    """契約: what binds ``target`` to ``source``, the party that entrusts.

    Attributes:
        source, target: identifiers of the parties.
        kind: outsourcing, subcontracting, agreement, terms, law …
        consent: the controller's consent to this link of subcontracting.
        clauses: the clauses held; a clause that is not listed is not stated unless the list is.
        exit: what happens to the data at the end (return, deletion, migration).
        data: the data items entrusted; empty where the papers do not limit it.
    """

    source: str
    target: str
    name: str = entry("name", Text())
    kind: Statement[Term] = entry("kind", Said(WordOf("contract-kind")))
    consent: Statement[Term] = entry("consent", Said(WordOf("consent")))
    clauses: Statement[tuple[Term, ...]] = entry("clauses", Said(Many(WordOf("clause"))))
    exit: Statement[str] = entry("exit", Said(Text()))
    ownership: Statement[str] = entry("ownership", Said(Text()))
    version: Statement[str] = entry("version", Said(Text()))
    start: Statement[Day] = entry("start", Said(Date()))
    end: Statement[Day] = entry("end", Said(Date()))
    data: tuple[str, ...] = entry("data", Many(Ref(("data",))))
    law: str = entry("law", Text())

    @property
    def label(self) -> str:
        """The contract's name, or the two parties."""
        return self.name or self.id


@attrs.frozen(kw_only=True)
class Certification(Waivable):
    """認証: a certificate of ``scheme``, whom it belongs to and what it covers."""

    scheme: str
    holder: Statement[str] = entry("holder", Said(Ref(("parties",))))
    scope: Statement[str] = entry("scope", Said(Text()))
    end: Statement[Day] = entry("end", Said(Date()))
