"""What do people say, promise, ask and demand about the system?"""

import attrs

from dataflow_assess.model.calendar import Day, Period
from dataflow_assess.model.element import Element
from dataflow_assess.model.shapes import Count, Date, Flag, Many, Ref, Said, Span, Text, WordOf, entry
from dataflow_assess.model.statement import Statement
from dataflow_assess.model.waivable import Waivable
from dataflow_assess.vocabulary import Term

ANY = ("nodes", "zones", "data", "flows", "parties", "papers", "hops", "contracts")


@attrs.frozen(kw_only=True)
class Measure(Waivable):
    """安全管理措置: a security control measure, organisational, human, physical, technical or external."""

    text: str = entry("text", Text(), required=True)
    kind: Term | None = entry("kind", WordOf("measure-kind"))
    about: tuple[str, ...] = entry("about", Many(Ref(ANY)))
    by: Statement[str] = entry("by", Said(Text()))
    every: Statement[Period] = entry("every", Said(Span()))
    method: Statement[Term] = entry("method", Said(WordOf("check-method")))

    @property
    def label(self) -> str:
        """What is done."""
        return self.text or self.id


@attrs.frozen(kw_only=True)
class Question(Waivable):
    """質問: a question and its answer, which may be 「確認する」 with who and by when."""

    ask: str = entry("ask", Text(), required=True)
    about: tuple[str, ...] = entry("about", Many(Ref(ANY)))
    asked_by: str = entry("asked-by", Text())
    answer: Statement[str] = entry("answer", Said(Text()))
    by: str = entry("by", Text())
    due: Day | None = entry("due", Date())

    @property
    def label(self) -> str:
        """What is asked."""
        return self.ask or self.id


@attrs.frozen(kw_only=True)
class Condition(Waivable):
    """附帯意見: a condition or opinion attached by the council."""

    text: str = entry("text", Text(), required=True)
    source: str = entry("from", Text())
    about: tuple[str, ...] = entry("about", Many(Ref(ANY)))
    done: Statement[bool] = entry("done", Said(Flag()))
    by: str = entry("by", Text())
    due: Day | None = entry("due", Date())

    @property
    def label(self) -> str:
        """What is demanded."""
        return self.text or self.id


@attrs.frozen(kw_only=True)
class Claim(Waivable):
    """総括的説明: a statement about the whole system that names no segment or place."""

    text: Statement[str] = entry("text", Said(Text()), required=True)
    topic: Term | None = entry("kind", WordOf("claim-topic"))
    basis: Statement[str] = entry("basis", Said(Text()))
    about: tuple[str, ...] = entry("about", Many(Ref(ANY)))

    @property
    def label(self) -> str:
        """What is said."""
        return self.text.value or self.id


@attrs.frozen(kw_only=True)
class Provision(Waivable):
    """提供: provision of data to ``target`` that the papers speak of, drawn or not."""

    target: str
    data: tuple[str, ...] = entry("data", Many(Ref(("data",))), required=True)
    basis: Statement[str] = entry("basis", Said(Text()))
    procedure: Statement[str] = entry("procedure", Said(Text()))
    consent: Statement[str] = entry("consent", Said(Text()))
    masking: Statement[Term] = entry("masking", Said(WordOf("masking")))
    purpose: Statement[str] = entry("purpose", Said(Text()))


@attrs.frozen(kw_only=True)
class Paper(Waivable):
    """資料: a paper handed in, and what it shows or speaks of.

    Attributes:
        arrows: the arrows that a figure shows, as "A -> B".
        shows: identifiers of the elements in the figure or table.
        mentions: what its text speaks of, in its own words or as identifiers.
        items: the items of personal data that it lists.
        version: its version or date of revision.
    """

    name: str = entry("name", Text())
    kind: Term | None = entry("kind", WordOf("paper-kind"))
    version: Statement[str] = entry("version", Said(Text()))
    date: Day | None = entry("date", Date())
    history: Statement[str] = entry("history", Said(Text()))
    arrows: Statement[tuple[str, ...]] = entry("arrows", Said(Many(Ref(("hops",)))))
    missing: Statement[tuple[str, ...]] = entry("missing", Said(Many(Text())))
    shows: Statement[tuple[str, ...]] = entry("shows", Said(Many(Ref(ANY))))
    mentions: tuple[str, ...] = entry("mentions", Many(Text()))
    items: Statement[tuple[str, ...]] = entry("items", Said(Many(Text())))
    clauses: Statement[tuple[str, ...]] = entry("clauses", Said(Many(Text())))

    @property
    def label(self) -> str:
        """The name where there is one, else the identifier."""
        return self.name or self.id


@attrs.frozen(kw_only=True)
class Incident(Waivable):
    """事故: a loss, leak or misdelivery that the papers report."""

    text: str = entry("text", Text(), required=True)
    about: tuple[str, ...] = entry("about", Many(Ref(ANY)))
    date: Day | None = entry("date", Date())
    count: Statement[int] = entry("count", Said(Count()))
    cause: Statement[str] = entry("cause", Said(Text()))
    remedy: Statement[str] = entry("remedy", Said(Text()))

    @property
    def label(self) -> str:
        """What happened."""
        return self.text or self.id


@attrs.frozen(kw_only=True)
class Council(Element):
    """審議会: the council and how the case is put to it.

    Attributes:
        kind: consultation (諮問) or report (報告).
        blanket: whether approval of a whole type of cases is asked for; ``exclusions`` and ``follow_up``
            are what holds such an approval in bounds.
    """

    name: str = entry("name", Text())
    kind: Term | None = entry("kind", WordOf("council-kind"))
    date: Statement[Day] = entry("date", Said(Date()))
    papers: tuple[str, ...] = entry("papers", Many(Text()))
    result: str = entry("result", Text())
    precedent: Statement[str] = entry("precedent", Said(Text()))
    consult_by: Statement[Day] = entry("consult-by", Said(Date()))
    blanket: Statement[bool] = entry("blanket", Said(Flag()))
    exclusions: Statement[str] = entry("exclusions", Said(Text()))
    follow_up: Statement[str] = entry("follow-up", Said(Text()))
