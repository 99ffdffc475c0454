"""Of which elements may a finding be waived, and in which words?"""

import attrs

from dataflow_assess.model.calendar import Day
from dataflow_assess.model.element import Element
from dataflow_assess.model.shapes import Count, Date, Many, Section, Text, entry


@attrs.frozen(kw_only=True)
class Waiver(Element):
    """受容: findings of ``rule`` are accepted for now.

    Attributes:
        rule: identifier of the rule.
        reason: why.
        until: the last day on which it holds, or None without end.
        approved_by: who approved it, or "".
    """

    rule: str
    reason: str = entry("reason", Text(), required=True)
    until: Day | None = entry("until", Date())
    approved_by: str = entry("approved-by", Text())


@attrs.frozen(kw_only=True)
class Waivable(Element):
    """An element beside which findings about it may be waived."""

    waive: tuple[Waiver, ...] = entry("waive", Section(Waiver, "headed", "rule"))


@attrs.frozen(kw_only=True)
class ListedWaiver(Waiver):
    """A waiver in a file of its own.

    Attributes:
        elements: the elements meant: identifiers, or arrows for hops and contracts.
        description: the only description it is meant for, as a path relative to the file; "" for any.
    """

    rule: str = entry("rule", Text(), required=True)
    elements: tuple[str, ...] = entry("element", Many(Text()), required=True)
    description: str = entry("description", Text())


@attrs.frozen(kw_only=True)
class WaiverList(Element):
    """A file of waivers."""

    waivers: tuple[ListedWaiver, ...] = entry("waivers", Section(ListedWaiver, "plain"), required=True)
    format: int = entry("format", Count(), required=True)
