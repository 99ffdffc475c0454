"""What is one description, as a whole?"""

import attrs

from dataflow_assess.model.calendar import Day
from dataflow_assess.model.element import Element
from dataflow_assess.model.governance import (
    Claim,
    Condition,
    Council,
    Incident,
    Measure,
    Paper,
    Provision,
    Question,
)
from dataflow_assess.model.parties import Certification, Contract, Party
from dataflow_assess.model.places import Node, Zone
from dataflow_assess.model.shapes import Count, Date, Part, Ref, Said, Section, Text, WordOf, entry
from dataflow_assess.model.statement import Choice, Statement
from dataflow_assess.model.travel import DataItem, Flow, Storage
from dataflow_assess.model.waivable import Waivable
from dataflow_assess.vocabulary import Term


@attrs.frozen(kw_only=True)
class Overview(Waivable):
    """対象: what the case is, who answers for it, under which regime, from when to when."""

    title: str = entry("title", Text(), required=True)
    controller: str = entry("controller", Ref(("parties",)), required=True)
    department: str = entry("department", Text())
    version: Statement[str] = entry("version", Said(Text()))
    summary: str = entry("summary", Text())
    regime: Statement[Term] = entry("regime", Said(WordOf("regime")))
    law: Statement[str] = entry("law", Said(Text()))
    council: Council = entry("council", Part(Council))
    status: Term | None = entry("status", WordOf("status"))
    start: Statement[Day] = entry("start", Said(Date()))
    end: Statement[Day] = entry("end", Said(Date()))
    necessity: Statement[str] = entry("necessity", Said(Text()))
    language: Term | None = entry("language", WordOf("language"))


@attrs.frozen(kw_only=True)
class System(Element):
    """A whole description of format 1.

    Attributes:
        overview: the "system" section.
        choices: everything undecided, by the identifier that statements refer to.
        text: the description as it was read, for excerpts.
    """

    overview: Overview = entry("system", Part(Overview), required=True)
    parties: tuple[Party, ...] = entry("parties", Section(Party, "named"))
    contracts: tuple[Contract, ...] = entry("contracts", Section(Contract, "arrow", concept="parties"))
    certifications: tuple[Certification, ...] = entry("certifications", Section(Certification, "headed", "scheme"))
    zones: tuple[Zone, ...] = entry("zones", Section(Zone, "named"))
    nodes: tuple[Node, ...] = entry("nodes", Section(Node, "named"))
    data: tuple[DataItem, ...] = entry("data", Section(DataItem, "named"))
    flows: tuple[Flow, ...] = entry("flows", Section(Flow, "named"))
    storage: tuple[Storage, ...] = entry("storage", Section(Storage, "headed", "node", "nodes"))
    provisions: tuple[Provision, ...] = entry("provisions", Section(Provision, "headed", "target", "parties"))
    measures: tuple[Measure, ...] = entry("measures", Section(Measure, "plain"))
    claims: tuple[Claim, ...] = entry("claims", Section(Claim, "plain"))
    questions: tuple[Question, ...] = entry("questions", Section(Question, "plain"))
    conditions: tuple[Condition, ...] = entry("conditions", Section(Condition, "plain"))
    incidents: tuple[Incident, ...] = entry("incidents", Section(Incident, "plain"))
    papers: tuple[Paper, ...] = entry("papers", Section(Paper, "named"))
    format: int = entry("format", Count(), required=True)
    choices: dict[str, Choice] = attrs.field(factory=dict)
    text: str = attrs.field(default="", repr=False)

    @property
    def language(self) -> str:
        """The language of its papers: as stated, else Japanese when its title has Japanese letters, else English."""
        if self.overview.language is not None:
            return self.overview.language.en
        japanese = any("\u3040" <= char <= "\u30ff" or "\u4e00" <= char <= "\u9fff" for char in self.overview.title)
        return "ja" if japanese else "en"

    @property
    def label(self) -> str:
        """The title of the case."""
        return self.overview.title
